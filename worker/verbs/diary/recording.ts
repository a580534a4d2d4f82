import type { Statement } from '../../../db/queries/run-batch.ts'
import type { EntryFinding } from '../../domain/diary/entry-fault.ts'
import type { Waiting } from '../../domain/diary/waiting.ts'

/** What a device knew of its clock when it last spoke with the server; null where it never did. */
export type DeviceClock = { readonly offsetMs: number; readonly measuredAt: number }

/** A record as it leaves a device: its own id, its own time, and what it says, not yet read. */
export type Envelope = {
  /** UUID v7, given on the device. The row keeps it as its own. */
  readonly id: string
  /** The app's version; null likewise. */
  readonly v: string | number | null
  readonly via: 'app' | 'portal' | 'api'
  /** The day it was done, `yyyy-mm-dd`. */
  readonly happenedOn: string
  /** Epoch milliseconds by the device's clock; null where it was typed into a page of ours. */
  readonly madeAt: number | null
  readonly clock: DeviceClock | null
  readonly body: unknown
  /** Statements of the same atomic batch: the receipt of the outbox. They fail where the id is taken. */
  readonly also?: readonly Statement[]
}

/** What became of a record that was not refused; refusals are thrown problems. */
export type Recorded =
  | {
      readonly status: 'stored'
      readonly id: string
      /** How long goods must wait, to be shown at once; null where nothing must. */
      readonly waiting: Waiting | null
      /** Questions answered with yes, and what was noticed (a harvest inside an interval): all on the entry. */
      readonly findings: readonly EntryFinding[]
    }
  /** The same id says the same already. */
  | { readonly status: 'already'; readonly id: string }
  /** To be sent again: what it amends, or a photo it names, has not arrived. */
  | { readonly status: 'later'; readonly missing: 'entry' | 'photo' }

/** A photo that the account has handed in, with what is known of it. */
export type KnownPhoto = {
  readonly sha256: string
  /** Where the file store keeps it, as it was handed in. */
  readonly storeKey: string
  readonly takenAt: number | null
  readonly lat: number | null
  readonly lng: number | null
}

/** Gives those of these photos that the account has handed in. */
export type PhotoShelf = (hashes: readonly string[]) => Promise<readonly KnownPhoto[]>
