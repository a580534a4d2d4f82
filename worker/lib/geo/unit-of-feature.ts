import { foldVietnamese } from '../text/fold-vietnamese.ts'

export type UnitLevel = 'province' | 'commune'

/** Which unit an outline is of, by its number in the list of units (Decision 19/2025/QĐ-TTg). */
export type FeatureUnit =
  | { readonly ok: true; readonly level: UnitLevel; readonly code: string }
  | { readonly ok: false; readonly code: 'no_code' | 'unclear_code'; readonly typed: string }

type Names = ReadonlySet<string>

/** Names that members go by in files of ministries, of map programs and of npm data sets. */
const COMMUNE_CODE: Names = new Set(
  'maxa maphuong maphuongxa maxaphuong mapx wardcode communecode codeward xacode'.split(' '),
)
const PROVINCE_CODE: Names = new Set(
  'matinh matinhtp matp mathanhpho provincecode codeprovince tinhcode'.split(' '),
)
const ANY_CODE: Names = new Set(
  'code ma madvhc mahc maso madonvi gsocode gsoid unitcode'.split(' '),
)
const COMMUNE_NAME: Names = new Set(
  'tenxa tenphuong tenphuongxa tenxaphuong wardname communename xa phuongxa'.split(' '),
)
const PROVINCE_NAME: Names = new Set('tentinh tentinhtp provincename tinh tinhthanh'.split(' '))
const ANY_NAME: Names = new Set('name ten tendvhc tendonvi fullname'.split(' '))

/**
 * The unit a feature's properties name. A commune's feature often holds its province's number too, so
 * the commune's counts first. Zeros that a program dropped from the front are put back where the
 * name of the member tells the level; the number 4 alone could be either, and is refused.
 */
export function unitOfFeature(properties: unknown): FeatureUnit {
  const commune = digitsOf(properties, COMMUNE_CODE)
  if (commune !== null) return padded(commune, 'commune')
  const any = digitsOf(properties, ANY_CODE)
  if (any !== null) return byDigits(any)
  const province = digitsOf(properties, PROVINCE_CODE)
  return province === null
    ? { ok: false, code: 'no_code', typed: '' }
    : padded(province, 'province')
}

/** The unit a file is called by: `91.geojson`, `30001_my_hoi_dong.json`. */
export function unitOfFileName(name: string): FeatureUnit {
  const digits = /^(\d{5}|\d{2})(?!\d)/.exec(name)?.[1]
  if (digits === undefined) return { ok: false, code: 'no_code', typed: '' }
  return padded({ text: digits, exact: true }, digits.length === 2 ? 'province' : 'commune')
}

/** What the feature calls the unit; null where it does not say. */
export function nameOfFeature(properties: unknown, level: UnitLevel): string | null {
  const names = level === 'commune' ? COMMUNE_NAME : PROVINCE_NAME
  const found = [...membersOf(properties, names), ...membersOf(properties, ANY_NAME)]
  return found.find((value): value is string => typeof value === 'string' && value !== '') ?? null
}

/** `exact` for a text, whose zeros in front are still there. */
type Digits = { readonly text: string; readonly exact: boolean }

const LENGTH: Record<UnitLevel, number> = { province: 2, commune: 5 }

function padded({ text }: Digits, level: UnitLevel): FeatureUnit {
  if (text.length > LENGTH[level]) return { ok: false, code: 'unclear_code', typed: text }
  return { ok: true, level, code: text.padStart(LENGTH[level], '0') }
}

function byDigits(digits: Digits): FeatureUnit {
  const { text, exact } = digits
  if (exact && text.length === 2) return padded(digits, 'province')
  return text.length > 2
    ? padded(digits, 'commune')
    : { ok: false, code: 'unclear_code', typed: text }
}

function digitsOf(properties: unknown, names: Names): Digits | null {
  for (const value of membersOf(properties, names)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const text = String(value).trim()
    if (/^\d+$/.test(text)) return { text, exact: typeof value === 'string' }
  }
  return null
}

/** What the members of these names hold, however the names are spelt. */
function membersOf(properties: unknown, names: Names): readonly unknown[] {
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties)
    .filter(([name]) => names.has(foldVietnamese(name).replace(/[^a-z\d]/g, '')))
    .map(([, value]) => value)
}
