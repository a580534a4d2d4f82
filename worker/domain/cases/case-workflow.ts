import type { CaseState } from './kinds.ts'

/** What moves a case from one state to another. */
export const CASE_ACTS = ['start', 'wait', 'hand_over', 'close', 'reopen'] as const
export type CaseAct = (typeof CASE_ACTS)[number]

/**
 * From where each act leads where; what is not here does not happen. Nothing is closed or handed over
 * that nobody has taken up.
 */
const STEPS: Readonly<Record<CaseAct, Partial<Record<CaseState, CaseState>>>> = {
  start: { open: 'in_progress', waiting: 'in_progress', handed_over: 'in_progress' },
  wait: { in_progress: 'waiting' },
  hand_over: { in_progress: 'handed_over', waiting: 'handed_over' },
  close: { in_progress: 'closed', waiting: 'closed', handed_over: 'closed' },
  reopen: { closed: 'in_progress' },
}

/** Where an act leads a case in this state; null where it may not be done. */
export function caseAfter(state: CaseState, act: CaseAct): CaseState | null {
  return STEPS[act][state] ?? null
}

/** The acts that there are for a case in this state. */
export function actsOn(state: CaseState): readonly CaseAct[] {
  return CASE_ACTS.filter((act) => caseAfter(state, act) !== null)
}
