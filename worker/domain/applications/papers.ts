import type { ApplicationKind } from './kinds.ts'
import { type Asked, namesAny } from './terms.ts'

/** Papers that go with an application. */
export const APPLICATION_PAPERS = [
  'land_use',
  'site_map',
  'business',
  'procedure',
  'pest_monitoring',
  'food_safety',
  'quality_system',
  'gap',
  'transfer',
  'household_list',
  'old_certificate',
  'signed_commitment',
  'other',
] as const
export type ApplicationPaper = (typeof APPLICATION_PAPERS)[number]

/** A paper as rules of a day want it; `from` is the version a file is kept under. */
export type PaperTemplate = {
  readonly kind: ApplicationPaper
  readonly from: string
  readonly basis: string
  readonly required: boolean
  readonly fits: {
    readonly kinds?: readonly ApplicationKind[]
    readonly siteKind?: Asked['siteKind']
    readonly export?: boolean
    readonly crops?: readonly string[]
    readonly markets?: readonly string[]
  }
}

const OLD = { from: '2022-08-19', basis: '3156/QĐ-BNN-TT' } as const
const NOW = { from: '2026-08-01', basis: '36/2026/NQ-CP' } as const

/**
 * The papers by law, of each kind the newest that fits first. The list of 2026 is known from reports
 * of the resolution alone; the protocol on durian for China names its own (11 July 2022).
 */
export const PAPER_TEMPLATES: readonly PaperTemplate[] = [
  { ...NOW, kind: 'land_use', required: true, fits: { kinds: ['new'], siteKind: 'growing_area' } },
  {
    ...NOW,
    kind: 'site_map',
    required: true,
    fits: { kinds: ['new', 'change_area'], siteKind: 'growing_area' },
  },
  { ...OLD, kind: 'site_map', required: true, fits: { kinds: ['new', 'change_area'] } },
  { ...NOW, kind: 'business', required: true, fits: { kinds: ['new'], siteKind: 'packing_house' } },
  {
    ...NOW,
    kind: 'food_safety',
    required: true,
    fits: { kinds: ['new', 'renewal'], siteKind: 'packing_house' },
  },
  {
    kind: 'quality_system',
    from: '2022-07-11',
    basis: 'Nghị định thư sầu riêng Việt Nam – Trung Quốc',
    required: true,
    fits: { kinds: ['new'], siteKind: 'packing_house', crops: ['sầu riêng'], markets: ['CHN'] },
  },
  {
    kind: 'pest_monitoring',
    from: '2022-07-11',
    basis: 'Nghị định thư sầu riêng Việt Nam – Trung Quốc',
    required: true,
    fits: { kinds: ['new'], siteKind: 'growing_area', crops: ['sầu riêng'], markets: ['CHN'] },
  },
  { ...OLD, kind: 'procedure', required: false, fits: { siteKind: 'growing_area', export: true } },
  { ...OLD, kind: 'gap', required: false, fits: { siteKind: 'growing_area' } },
  { ...OLD, kind: 'transfer', required: true, fits: { kinds: ['change_holder'] } },
  { ...OLD, kind: 'household_list', required: false, fits: { kinds: ['change_households'] } },
  { ...OLD, kind: 'old_certificate', required: false, fits: { kinds: ['reissue', 'renewal'] } },
  { ...OLD, kind: 'signed_commitment', required: false, fits: {} },
  { ...OLD, kind: 'other', required: false, fits: {} },
]

type AskedPapers = Asked & { readonly kind: ApplicationKind }

/** The papers wanted on a day: of each kind its newest version in force that fits. */
export function papersFor(
  asked: AskedPapers,
  day: string,
  templates: readonly PaperTemplate[] = PAPER_TEMPLATES,
): readonly PaperTemplate[] {
  return APPLICATION_PAPERS.flatMap((kind) => {
    const fitting = templates.filter(
      (each) => each.kind === kind && each.from <= day && fits(each, asked),
    )
    const [newest] = fitting.toSorted((a, b) => b.from.localeCompare(a.from))
    return newest === undefined ? [] : [newest]
  })
}

/** The kinds that must be there and are not. */
export function missingPapers(
  wanted: readonly PaperTemplate[],
  there: ReadonlySet<string>,
): readonly ApplicationPaper[] {
  return wanted.filter(({ kind, required }) => required && !there.has(kind)).map(({ kind }) => kind)
}

function fits({ fits: want }: PaperTemplate, asked: AskedPapers): boolean {
  return (
    (want.kinds === undefined || want.kinds.includes(asked.kind)) &&
    (want.siteKind === undefined || want.siteKind === asked.siteKind) &&
    (want.export === undefined || want.export === asked.exportMarkets.length > 0) &&
    (want.crops === undefined || namesAny(want.crops, asked.crops)) &&
    (want.markets === undefined || want.markets.some((one) => asked.exportMarkets.includes(one)))
  )
}
