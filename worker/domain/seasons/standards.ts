/** Standards a season is grown by, each in the edition that was followed. */
export const SEASON_STANDARDS = [
  'vietgap_2017',
  'vietgap_2026',
  'globalgap',
  'organic',
  'other',
] as const
export type SeasonStandard = (typeof SEASON_STANDARDS)[number]

/** The edition of 2017 was cancelled, and replaced by that of 2026, from this day on. */
const VIETGAP_2026_FROM = '2026-07-08'

const IN_FORCE: Readonly<
  Record<SeasonStandard, { readonly fromOn: string | null; readonly untilOn: string | null }>
> = {
  vietgap_2017: { fromOn: null, untilOn: VIETGAP_2026_FROM },
  vietgap_2026: { fromOn: VIETGAP_2026_FROM, untilOn: null },
  globalgap: { fromOn: null, untilOn: null },
  organic: { fromOn: null, untilOn: null },
  other: { fromOn: null, untilOn: null },
}

/** Whether an edition was in force on a day; the day on which it ends is the first without it. */
export function isInForce(standard: SeasonStandard, day: string): boolean {
  const { fromOn, untilOn } = IN_FORCE[standard]
  return (fromOn === null || day >= fromOn) && (untilOn === null || day < untilOn)
}
