import {
  REGISTER_LIFE_MS,
  type RegisterBatch,
} from '../../../../worker/domain/scan-register/scan-register.ts'
import { vietnamDateOf } from '../../../../worker/lib/time/vietnam-date-of.ts'
import type { Answer } from '../../../public/verify.js'

/** A status list as far as its life goes, in epoch milliseconds. */
export type ListLife = { readonly issuedAt: number; readonly expiresAt: number }

/** All that a device knows of a label without asking anybody. */
export type OfflineFacts = {
  /** By its keys and lists. */
  readonly answer: Answer
  /** The list of the label's key; null where there is none. */
  readonly list: ListLife | null
  /** What the register has of its batch, and as of when; null where there is no register. */
  readonly register: { readonly asOf: number; readonly batch: RegisterBatch | null } | null
  /** The latest instant that the server is known to have reached, by its own clock; 0 for none. */
  readonly heardAt: number
  /** False where the device never fetched any keys. */
  readonly hasKeys: boolean
}

export type OfflineReason =
  | Exclude<Answer['reason'], null | 'stop'>
  | 'stopped'
  | 'expired'
  | 'no_keys'
  | 'clock_wrong'

export type OfflineVerdict = {
  readonly authenticity: Answer['authenticity']
  /** Of a genuine label alone. */
  readonly standing: 'clear' | 'notice' | 'stop' | null
  readonly reason: OfflineReason | null
  /** When the list was made that it rests on. */
  readonly asOf: number | null
  /** From when on nobody knew: the end of a list’s life. */
  readonly unknownSince: number | null
  readonly batch: RegisterBatch | null
  readonly registerAsOf: number | null
  readonly isRegisterOld: boolean
}

/** Two clocks never agree to the second; more than this is another time. */
const CLOCK_BOUND_MS = 10 * 60_000

/**
 * What a device says of a label without a network: never more than its list says while it lives, and
 * after that that nobody knows. A forged label is forged whatever the time is. What the register knows
 * may add a stop, and never takes one away.
 */
export function offlineVerdict(facts: OfflineFacts, now: number): OfflineVerdict {
  const { answer, list, register } = facts
  const about = {
    batch: register?.batch ?? null,
    registerAsOf: register?.asOf ?? null,
    isRegisterOld: register !== null && !(now - register.asOf < REGISTER_LIFE_MS),
  }
  const none = { ...about, asOf: null, unknownSince: null }
  const { authenticity } = answer
  if (authenticity === 'malformed' || authenticity === 'forged') {
    return { ...none, authenticity, standing: null, reason: sayable(answer.reason) }
  }
  const asOf = list?.issuedAt ?? null
  const unknown = (reason: OfflineReason | null, unknownSince: number | null = null) =>
    ({ ...about, authenticity: 'unknown', standing: null, reason, asOf, unknownSince }) as const
  if (!facts.hasKeys) return unknown('no_keys')
  if (now < facts.heardAt - CLOCK_BOUND_MS) return unknown('clock_wrong')
  if (list !== null && !(now < list.expiresAt)) return unknown('list_expired', list.expiresAt)
  if (list !== null && now < list.issuedAt - CLOCK_BOUND_MS) return unknown('clock_behind_list')
  if (authenticity !== 'genuine') return unknown(sayable(answer.reason))
  // Keys alone tell nothing of what became of a label.
  if (list === null) return unknown('list_missing')
  const genuine = { ...about, authenticity, asOf, unknownSince: null }
  const isStopped = answer.standing === 'stop' || answer.standing === 'recalled'
  if (isStopped) return { ...genuine, standing: 'stop', reason: sayable(answer.reason) }
  if (answer.standing !== 'clear_or_notice') return unknown('status_unreadable')
  if (isPast(register?.batch ?? null, now)) {
    return { ...genuine, standing: 'stop', reason: 'expired' }
  }
  return answer.notice
    ? { ...genuine, standing: 'notice', reason: 'something_to_know' }
    : { ...genuine, standing: 'clear', reason: null }
}

/** Past its last day, in Viet Nam. */
function isPast(batch: RegisterBatch | null, now: number): boolean {
  const expiresOn = batch?.expiresOn ?? null
  return expiresOn !== null && vietnamDateOf(now) > expiresOn
}

function sayable(reason: Answer['reason']): OfflineReason | null {
  return reason === 'stop' ? 'stopped' : reason
}
