import type { Database } from '../../db/client.ts'
import type { Statement } from '../../db/queries/run-batch.ts'
import type { Place, Role } from '../domain/access/roles.ts'
import type { GiveWay } from '../lib/steps/give-way.ts'
import type { FileStore } from '../platform/file-store.ts'

/** Who acts. Switched exhaustively wherever it matters. */
export type Actor =
  | { readonly kind: 'operator'; readonly name: string }
  | {
      readonly kind: 'token'
      readonly tokenId: string
      readonly name: string
      /** Whose data it may touch; null for an operator's token. */
      readonly organisationId: string | null
      readonly scopes: readonly Scope[]
    }
  | Person

/** Somebody signed in, in the role they hold in the organisation they work for now. */
export type Person = {
  readonly kind: 'user'
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly organisationId: string
  readonly organisationName: string
  readonly place: Place
}

export const SCOPES = [
  'batches:write',
  'labels:issue',
  'labels:void',
  'recalls:write',
  'diary:write',
  'outbox:write',
] as const
export type Scope = (typeof SCOPES)[number]

/** What every verb gets: explicit, so that tests fix the clock and the ids. */
export type VerbContext = {
  readonly db: Database
  readonly actor: Actor
  /** Where the change came from, for the audit log. */
  readonly source: 'command' | 'api' | 'import' | 'portal'
  /** Epoch milliseconds. */
  readonly now: () => number
  /** A fresh random id for a row. */
  readonly newId: () => string
  /** For loops over what somebody handed in. */
  readonly giveWay: GiveWay
  /** `HTTPS://HOST` of labels, upper case, no trailing slash. */
  readonly labelOrigin: string
  /** Key-encryption key: 32 bytes; encrypts private signing keys at rest. */
  readonly kek: Uint8Array
  /** The Idempotency-Key of the write, or the id of an outbox's record: see `runWithReceipt`. */
  readonly once?: Once
}

/** Who asks: enough to say what they may. */
export type Asking = Pick<VerbContext, 'actor'>

/** What it takes to look something up, whoever asks. */
export type Lookup = Pick<VerbContext, 'db'>

/** Likewise, where what is found depends on the day. */
export type DatedLookup = Pick<VerbContext, 'db' | 'now'>

/** What it takes to read: the database, and who asks. */
export type Reading = Pick<VerbContext, 'db' | 'actor'>

/** Likewise, where what is read depends on the day. */
export type DatedReading = Pick<VerbContext, 'db' | 'actor' | 'now'>

/** What a verb is called with: who asks and by which means, and what for. */
export type Call<Input> = { readonly ctx: VerbContext; readonly input: Input }

/** The same for what is kept as a file, or read from one. */
export type FileCall<Input> = Call<Input> & { readonly files: FileStore }

/** A key under which a change happens once. */
export type Once = {
  /** Statements that keep the receipt, and fail where the key is taken. */
  readonly keep: (receipt: unknown) => Statement[]
}

/** The text by which an actor stands in rows and logs; never a secret. */
export function actorText(actor: Actor): string {
  switch (actor.kind) {
    case 'operator':
      return `operator:${actor.name}`
    case 'token':
      return `token:${actor.tokenId}`
    case 'user':
      return `user:${actor.userId}`
  }
}
