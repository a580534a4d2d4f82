import type { ItemState } from './kinds.ts'

/** What moves an item of a notice on. */
export const ITEM_ACTS = [
  'match',
  'unmatch',
  'leave_out',
  'take_back',
  'assign',
  'find_cause',
  'report',
  'return',
  'recheck',
  'reply',
  'close',
] as const
export type ItemAct = (typeof ITEM_ACTS)[number]

/** What of an item decides how it goes on. */
export type ItemFacts = {
  readonly state: ItemState
  /** What the second look showed; null before it, and once the report was sent back. */
  readonly passed: boolean | null
  /** The first day of the suspension that this notice led to; null for none. */
  readonly suspendedOn: string | null
  /** The first day on which it holds again. */
  readonly restoredOn: string | null
}

/**
 * From where each act leads where; what is not here does not happen. Cause, corrective report and
 * re-check come before an answer is given abroad, and an answer before it is closed: the papers a
 * restoration is asked for.
 */
const STEPS: Readonly<Record<ItemAct, Partial<Record<ItemState, ItemState>>>> = {
  match: { unmatched: 'received' },
  unmatch: { received: 'unmatched', assigned: 'unmatched' },
  leave_out: { unmatched: 'left_out' },
  take_back: { left_out: 'unmatched' },
  assign: {
    received: 'assigned',
    assigned: 'assigned',
    cause_found: 'cause_found',
    reported: 'reported',
    rechecked: 'rechecked',
  },
  find_cause: { assigned: 'cause_found', cause_found: 'cause_found' },
  report: { cause_found: 'reported' },
  return: { reported: 'cause_found', rechecked: 'cause_found' },
  recheck: { reported: 'rechecked' },
  reply: { rechecked: 'replied' },
  close: { replied: 'closed' },
}

/** Where an act leads an item; null where it may not be done. */
export function itemAfter(item: ItemFacts, act: ItemAct): ItemState | null {
  // What has passed is not sent back, and a suspended code is not taken for another one.
  if (act === 'return' && item.passed === true) return null
  if (act === 'unmatch' && item.suspendedOn !== null) return null
  return STEPS[act][item.state] ?? null
}

/** The states in which an act may be done at all. */
export function statesFor(act: ItemAct): readonly ItemState[] {
  return Object.keys(STEPS[act]) as ItemState[]
}

/** True where the notice may suspend the code: it is known, and the notice has not done so. */
export function isSuspendable({ state, suspendedOn }: ItemFacts): boolean {
  return suspendedOn === null && !['unmatched', 'left_out', 'closed'].includes(state)
}

/**
 * True where the code may be restored: the notice suspended it, it passed its re-check, and the
 * importing country has its answer.
 */
export function isRestorable({ state, passed, suspendedOn, restoredOn }: ItemFacts): boolean {
  const isAnswered = state === 'replied' || state === 'closed'
  return isAnswered && passed === true && suspendedOn !== null && restoredOn === null
}
