import type { ReportedVerdict } from '../domain/reports/reported-verdict.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import { fillAll } from './fill.ts'
import { HEADLINES } from './status.ts'

const RECALLS: ReadonlySet<string> = new Set(['batch_recalled', 'label_recalled'])

/** What a reported label said, in one line; null where it said nothing of a label. */
export function reportedHeadline(
  verdict: ReportedVerdict | null,
  issuer: string,
): LocalText | null {
  if (verdict === null || verdict.authenticity === null) return null
  const { authenticity, standing, reasons } = verdict
  if (authenticity !== 'genuine' || standing === null) {
    return fillAll(HEADLINES[authenticity === 'genuine' ? 'unknown' : authenticity], { issuer })
  }
  const isRecalled = standing === 'stop' && reasons.some((code) => RECALLS.has(code))
  return HEADLINES[isRecalled ? 'recalled' : standing]
}
