/**
 * Where a check of a batch stands, the worst first. `failed`: it was made and not passed; `missing`: nothing
 * shows that it was made; `expired`: it was, too long ago; `undecided`: what was found says neither;
 * `waiting`: declared, and no officer has confirmed it; `passed`.
 */
export const CHECK_STATES = [
  'failed',
  'missing',
  'expired',
  'undecided',
  'waiting',
  'passed',
] as const
export type CheckState = (typeof CHECK_STATES)[number]

/** What a producer's own record says of a check. */
export const RECORD_OUTCOMES = ['passed', 'failed'] as const
export type RecordOutcome = (typeof RECORD_OUTCOMES)[number]

/** How bad a state is: 0 is the worst. */
export function rankOf(state: CheckState): number {
  return CHECK_STATES.indexOf(state)
}

/** The worst of some states; of none there is nothing to pass. */
export function worstState(states: readonly CheckState[]): CheckState {
  return CHECK_STATES.find((each) => states.includes(each)) ?? 'missing'
}
