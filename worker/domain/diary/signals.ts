/** What may be found about an entry for an inspector to look at; none of it says that anything is untrue. */
export const SIGNAL_CODES = [
  'photo_reused',
  'photo_elsewhere',
  'photo_of_another_day',
  'fast_work',
  'identical_entries',
] as const

export type SignalCode = (typeof SIGNAL_CODES)[number]

/** One of them with the figures it was found by. */
export type Signal = {
  readonly code: SignalCode
  readonly figures: Readonly<Record<string, string | number>>
}
