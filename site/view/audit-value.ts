import { formatAt, formatNumber, formatOn } from '../../worker/copy/format.ts'
import { marketName } from '../../worker/copy/markets.ts'
import {
  CODE_STATUS_NAMES,
  nameIn,
  ORGANISATION_KINDS,
  SITE_KINDS,
} from '../../worker/copy/names.ts'
import { ROLE_NAMES } from '../../worker/copy/portal/common.ts'
import { DECISION_REASON_NAMES } from '../../worker/copy/portal/decision.ts'
import { IMPORT_STATES } from '../../worker/copy/portal/imports.ts'
import type { FieldValue } from '../../worker/domain/audit/changed-fields.ts'
import type { Language, LocalText } from '../../worker/lib/text/local-text.ts'

const NAMES: Readonly<Record<string, Readonly<Record<string, LocalText>>>> = {
  status: CODE_STATUS_NAMES,
  kind: { ...SITE_KINDS, ...ORGANISATION_KINDS },
  reasonCode: DECISION_REASON_NAMES,
  state: IMPORT_STATES,
  role: ROLE_NAMES,
}

const LONGEST_VALUE = 300

/** A value of the log in words; one that has none of its own stands as it does in the log. */
export function auditValueText(input: {
  readonly field: string
  readonly value: FieldValue
  readonly lang: Language
}): string | null {
  const { field, value, lang } = input
  if (value === null) return null
  if (typeof value === 'number') {
    if (/At$/.test(field)) return formatAt(value, lang)
    return /Year$/.test(field) ? String(value) : formatNumber(value, lang)
  }
  const text = String(value)
  if (field === 'market') return marketName(text, lang)
  const names = NAMES[field]
  if (names !== undefined) return nameIn(names, text, lang)
  if (/(?:On|^validTo)$/.test(field)) return formatOn(text, lang)
  const nested = /^[[{]/.test(text) ? nestedText(text, lang) : text
  return nested.length <= LONGEST_VALUE ? nested : `${nested.slice(0, LONGEST_VALUE - 1)}…`
}

/** Ids, keys and sums that only the machine reads; what people call a number of theirs is none. */
export function isPlumbing(field: string): boolean {
  return /^(?:id|sha256|searchKey|createdAt|communeCode|provinceCode)$|(?<!external)Ids?$|Folded$/.test(
    field,
  )
}

function nestedText(json: string, lang: Language): string {
  try {
    return told(JSON.parse(json), lang)
  } catch {
    return json
  }
}

const ID = /^[\w-]{21}$/

function told(value: unknown, lang: Language): string {
  if (Array.isArray(value)) {
    const ids = value.length > 0 && value.every((item) => typeof item === 'string' && ID.test(item))
    return ids ? formatNumber(value.length, lang) : value.map((item) => told(item, lang)).join('; ')
  }
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if (isLocalText(value)) return value[lang]
  return Object.entries(value)
    .filter(([field, inner]) => inner !== null && !isPlumbing(field))
    .map(([field, inner]) =>
      typeof inner === 'object'
        ? told(inner, lang)
        : (auditValueText({ field, value: inner as FieldValue, lang }) ?? ''),
    )
    .filter((part) => part !== '')
    .join(' · ')
}

function isLocalText(value: object): value is LocalText {
  return 'vi' in value && 'en' in value && 'zh' in value
}
