/** Where a report stands; `set_aside` is what looks like no person wrote it, kept and told to nobody. */
export const REPORT_STATES = ['new', 'in_progress', 'closed', 'set_aside'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** What was found, once it is closed. */
export const REPORT_OUTCOMES = [
  'confirmed',
  'fraud',
  'unfounded',
  'not_enough',
  'passed_on',
] as const
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]
