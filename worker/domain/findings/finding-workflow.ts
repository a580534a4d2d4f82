import type { FindingState } from './kinds.ts'

/** What moves a finding on; `answer` is its holder's, all others the inspector's. */
export const FINDING_ACTS = ['tell', 'answer', 'return', 'close'] as const
export type FindingAct = (typeof FINDING_ACTS)[number]

/** From where each act leads where; what is not here does not happen. */
const STEPS: Readonly<Record<FindingAct, Partial<Record<FindingState, FindingState>>>> = {
  tell: { open: 'told' },
  answer: { told: 'answered' },
  return: { answered: 'told' },
  close: { open: 'closed', told: 'closed', answered: 'closed' },
}

/** Where an act leads a finding in this state; null where it may not be done. */
export function findingAfter(state: FindingState, act: FindingAct): FindingState | null {
  return STEPS[act][state] ?? null
}
