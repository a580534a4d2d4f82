import type * as z from 'zod'
import type { OutboxPhotoRow } from '../../../db/queries/outbox-photos.ts'
import type { AuditEntity } from '../../copy/portal/audit-names.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { OutboxClock, OutboxKind } from '../../domain/outbox/outbox-item.ts'
import type { VerbContext } from '../context.ts'
import type { ReportDeps } from '../reports/report-from-app.ts'

/** A photo of the account's that a record shows. */
export type KnownPhoto = Pick<
  OutboxPhotoRow,
  | 'sha256'
  | 'storeKey'
  | 'mediaType'
  | 'bytes'
  | 'width'
  | 'height'
  | 'takenAt'
  | 'latitude'
  | 'longitude'
>

/** A record that arrived and can be read. Its times are the device's; `ctx.now()` is ours. */
export type OutboxRecord<B> = {
  /** Lower case; the id of what is made of it. */
  readonly id: string
  readonly v: number | string
  readonly happenedOn: string
  readonly madeAt: number
  readonly clock: OutboxClock | null
  readonly body: B
  /** Of those its body names, the ones that the account has sent. */
  readonly photos: readonly KnownPhoto[]
}

/** What kinds need beside the context of a verb; most need nothing. */
export type OutboxDeps = ReportDeps

/** `already`: the very same is there, though it did not come by the outbox. */
export type StoredAs = 'stored' | 'already'

/**
 * A kind of record that may be written without signal. To add one: describe it in a file of its own
 * with `outboxKind` and name it in the table of kinds (kinds.ts).
 */
export type OutboxKindOf<B> = {
  readonly kind: OutboxKind
  /** Of apps older than this a record must be opened and sent anew: it lacks what is asked now. */
  readonly sinceVersion: number
  readonly body: z.ZodType<B>
  /** Hashes of the photos it shows. */
  readonly photosOf: (body: B) => readonly string[]
  /** Looked at before anything of it is; `store` asks again for the very thing. */
  readonly may: Permission
  /** Whether a program may send it: see `senderOf`. */
  readonly byMachines: boolean
  /** What the log calls the thing that has the record's id then. */
  readonly entity: AuditEntity
  /**
   * Stores it by one verb that ends in `change()`, which keeps the record's receipt in the same atomic
   * batch. Throws a `Problem` where it is refused; `parent_missing` or `photo_missing` where it is only
   * too early.
   */
  readonly store: (ctx: VerbContext, record: OutboxRecord<B>, deps: OutboxDeps) => Promise<StoredAs>
}

export type AnyOutboxKind = OutboxKindOf<unknown>

/**
 * Declares a kind and forgets what its body is. Sound because `photosOf` and `store` are handed only
 * what its own `body` schema has read.
 */
export function outboxKind<B>(kind: OutboxKindOf<B>): AnyOutboxKind {
  return kind as unknown as AnyOutboxKind
}
