import type { OutboxClock } from '../../../worker/domain/outbox/outbox-item.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'
import type { DeviceAccount } from '../device/device.ts'
import type { Draft } from '../entry/draft.ts'
import type { QueuedRecord } from '../outbox/record.ts'
import type { Session } from './gate.ts'

/** Everything the screens are drawn from. */
export type AppState = {
  readonly isLoaded: boolean
  readonly lang: Language
  /** The screen, as the address says it; below /app. */
  readonly path: string
  readonly accounts: readonly DeviceAccount[]
  readonly unlockedId: string | null
  /** Who said that they are at the phone. */
  readonly chosenId: string | null
  readonly session: Session
  /** When the server last said whose it is. */
  readonly sessionAt: number
  /** How far the phone's clock is off, when it was last known. */
  readonly clock: OutboxClock | null
  readonly isOnline: boolean
  /** Of the account that is open, in order. */
  readonly queue: readonly QueuedRecord[]
  readonly drafts: readonly Draft[]
  /** What was just done, told on the next screen. */
  readonly told: string | null
  /** A newer version of the app is on the phone and waits. */
  readonly hasUpdate: boolean
  /** Somebody signed in whose role keeps no diary. */
  readonly isOther: boolean
}

export function initialState(given: Pick<AppState, 'lang' | 'path' | 'isOnline'>): AppState {
  return {
    ...given,
    isLoaded: false,
    accounts: [],
    unlockedId: null,
    chosenId: null,
    session: { kind: 'unknown' },
    clock: null,
    sessionAt: 0,
    queue: [],
    drafts: [],
    told: null,
    hasUpdate: false,
    isOther: false,
  }
}
