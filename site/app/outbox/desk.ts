import type { OutboxStorage } from './storage.ts'
import type { OutboxTransport } from './transport.ts'

/** What a queue is made of; tests give their own of each. */
export type OutboxDeps = {
  readonly accountId: string
  readonly storage: OutboxStorage
  readonly transport: OutboxTransport
  /** Runs `work` unless another tab does; null then. See `sendAlone`. */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T | null>
  /** The version of the app, which its records carry for good. */
  readonly version: number | string
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
}

/** What the parts of a queue share while a page lives. */
export type Desk = OutboxDeps & {
  /** Ids of what is on its way at this moment. */
  readonly sending: Set<string>
  readonly changed: () => void
}
