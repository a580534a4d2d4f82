/** What speaks against a person having written a report. One alone says little. */
export const REPORT_DOUBTS = ['trap', 'no_form', 'quick', 'old_form', 'links'] as const
export type ReportDoubt = (typeof REPORT_DOUBTS)[number]

type Signs = {
  /** What was written into the field that people do not see. */
  readonly trap: string
  /** How long ago the form was opened; null where it is none of ours. */
  readonly formAgeMs: number | null
  /** All that was written. */
  readonly text: string
}

const QUICK_MS = 3_000
const OLD_MS = 7 * 86_400_000
const LINK = /\b(?:https?:|www\.)/gi
const MANY_LINKS = 3

/**
 * Whether a report is put before people at once. The field nobody sees decides alone, else it takes
 * two signs: a hurried person, one who left the page open for a week, or one who quotes an address
 * is heard. What is set aside is kept, and an officer may take it up.
 */
export function judgeReport(signs: Signs): {
  readonly setAside: boolean
  readonly doubts: readonly ReportDoubt[]
} {
  const { trap, formAgeMs, text } = signs
  const doubts: ReportDoubt[] = []
  if (trap.trim() !== '') doubts.push('trap')
  if (formAgeMs === null) doubts.push('no_form')
  else if (formAgeMs < QUICK_MS) doubts.push('quick')
  else if (formAgeMs > OLD_MS) doubts.push('old_form')
  if ((text.match(LINK) ?? []).length >= MANY_LINKS) doubts.push('links')
  return { setAside: doubts.includes('trap') || doubts.length >= 2, doubts }
}
