/** What is looked for in the use of codes. None of it proves anything: an officer looks. */
export const PATTERN_KINDS = [
  'many_packers',
  'near_ceiling',
  'bought_beyond',
  'out_of_season',
  'opened_elsewhere',
  'overlapping_areas',
  'shared_households',
] as const
export type PatternKind = (typeof PATTERN_KINDS)[number]

/** `gone`: the figures do not show it any more, and nobody had decided on it. */
export const PATTERN_STATES = ['open', 'dismissed', 'case', 'gone'] as const
export type PatternState = (typeof PATTERN_STATES)[number]
