import { MINUTES_FAULTS as F } from '../../copy/inspection-faults.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { FindingSeverity } from '../findings/kinds.ts'
import type { FormFinding } from './judge-answers.ts'
import type { InspectionOutcome } from './kinds.ts'

/** Something found wrong, and what is to be done about it until when. */
export type MinutesFinding = {
  /** The question whose answer it is; null for what no question asks. */
  readonly question?: string | null | undefined
  readonly severity: FindingSeverity
  readonly text: string
  readonly action: string
  readonly dueOn: string
}

/** What does not fit in minutes as a whole, by the path of what it concerns. */
export type MinutesFault = { readonly path: string; readonly text: LocalText }

/**
 * Holds a conclusion against what was found: what a form calls wrong is put down with what to do, nothing
 * wrong is passed over by “passed”, and nobody fails for nothing. The same on the device and here.
 */
export function judgeMinutes(given: {
  readonly outcome: InspectionOutcome | null
  readonly findings: readonly MinutesFinding[]
  /** What the answers say is wrong. */
  readonly called: readonly FormFinding[]
  readonly today: string
}): readonly MinutesFault[] {
  const { outcome, findings, called, today } = given
  const faults: MinutesFault[] = []
  const said = new Set(findings.map(({ question }) => question ?? null))
  for (const { name } of called) {
    if (!said.has(name)) faults.push({ path: `answers.${name}`, text: F.findingMissing })
  }
  for (const [at, { text, action, dueOn }] of findings.entries()) {
    if (text.trim() === '') faults.push({ path: `findings.${at}.text`, text: F.noText })
    if (action.trim() === '') faults.push({ path: `findings.${at}.action`, text: F.noAction })
    if (dueOn < today) faults.push({ path: `findings.${at}.dueOn`, text: F.dueEarlier })
  }
  if (outcome === null) faults.push({ path: 'outcome', text: F.noOutcome })
  else if (outcome === 'passed' && findings.length > 0) {
    faults.push({ path: 'outcome', text: F.passedWithFindings })
  } else if (outcome !== 'passed' && findings.length === 0) {
    faults.push({ path: 'outcome', text: F.nothingFound })
  }
  return faults
}
