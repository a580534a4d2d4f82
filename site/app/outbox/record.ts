import type {
  OutboxClock,
  OutboxKind,
  WireProblem,
} from '../../../worker/domain/outbox/outbox-item.ts'

/**
 * What becomes of a record on its device. `mended` waits again after a refusal; `stored` is on the
 * server; `dropped` was given up by its author. Whether it is being sent this moment is nothing to
 * keep: a device that is killed meanwhile would believe it for ever.
 */
export type KeptState = 'waiting' | 'mended' | 'refused' | 'stored' | 'dropped'

/** A record as the device keeps it. */
export type KeptRecord = {
  /** The place in the queue, given by the device's storage; records go in this order. */
  readonly seq: number
  /** Whose queue it is in: the account that made it, and no other sends, mends or drops it. */
  readonly accountId: string
  readonly id: string
  /** The version of the app that wrote it: an app updated since sends it as it was written. */
  readonly v: number | string
  readonly kind: OutboxKind
  readonly happenedOn: string
  readonly madeAt: number
  readonly clock: OutboxClock | null
  readonly body: Readonly<Record<string, unknown>>
  /** SHA-256 of the photos that must be there before it, hexadecimal. */
  readonly photos: readonly string[]
  readonly state: KeptState
  /** Counts how often its author has said it in other words. */
  readonly revision: number
  /**
   * When it last went out without an answer since; null where it surely is not stored. Until the
   * answer comes it is neither mended nor dropped: whoever writes the same anew would double it.
   */
  readonly unansweredSince: number | null
  /** Why it was refused, or why it has to wait. */
  readonly problem: WireProblem | null
  /** When the device heard what became of it, or its author gave it up. */
  readonly settledAt: number | null
}

/** A record as a list shows it. */
export type QueuedRecord = Omit<KeptRecord, 'state'> & {
  readonly state: KeptState | 'sending'
}

/** A photo in the form it is sent: what was taken, made small by the device. */
export type Photo = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }

/** A photo as the device keeps it, until every record that needs it is stored. */
export type KeptPhoto = Photo & {
  readonly accountId: string
  readonly sha256: string
  /** A sending of it has begun, so that the server is asked first whether it has it whole. */
  readonly isBegun: boolean
  /** The server has said that it has it. */
  readonly isThere: boolean
}

/** True for what still has to go. */
export function isToSend({ state }: Pick<KeptRecord, 'state'>): boolean {
  return state === 'waiting' || state === 'mended'
}

/** True for what nothing more becomes of. */
export function isSettled({ state }: Pick<KeptRecord, 'state'>): boolean {
  return state === 'stored' || state === 'dropped'
}
