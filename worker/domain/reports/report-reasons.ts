/** What somebody reports about goods or a label, in the order it is asked. */
export const REPORT_REASONS = [
  'fake_label',
  'not_as_described',
  'still_sold',
  'spoiled',
  'unwell',
  'other',
] as const
export type ReportReason = (typeof REPORT_REASONS)[number]
