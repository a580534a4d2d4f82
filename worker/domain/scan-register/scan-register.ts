import type { CodeStatus } from '../standing/types.ts'

/** A batch as a device keeps it to say what stands behind a label without a network. */
export type RegisterBatch = {
  readonly ref: string
  readonly lot: string
  readonly product: string
  /** Null for a person who has not agreed to be named. */
  readonly producer: string | null
  /** `yyyy-mm-dd`. */
  readonly packedOn: string | null
  readonly expiresOn: string | null
  /** In the order of labels. */
  readonly areas: readonly string[]
  readonly house: string | null
}

/** A decision that counts: its market, the status it gives, and from which day. */
export type RegisterDecision = readonly [market: string, status: CodeStatus, effectiveOn: string]

/**
 * A code with the decisions that count, in the order in which they come to count: the device works
 * out which holds on the day it is asked, also one that was decided ahead.
 */
export type RegisterCode = {
  readonly code: string
  /** Of its place: a growing area, a packing house, …; empty where it is only named. */
  readonly kind: string
  readonly decisions: readonly RegisterDecision[]
}

/**
 * Batches and codes by columns: what many share is written once and named by its place, days are
 * numbers since 1970, and what is not known is -1. 20,000 batches take under 3 MB as JSON.
 */
export type PackedRegister = {
  readonly version: 1
  readonly products: readonly string[]
  readonly producers: readonly string[]
  readonly codes: readonly (readonly [
    code: string,
    kind: string,
    decisions: readonly RegisterDecision[],
  ])[]
  /** Eight characters each, one behind the other. */
  readonly refs: string
  readonly lots: readonly string[]
  readonly product: readonly number[]
  readonly producer: readonly number[]
  readonly packed: readonly number[]
  readonly expires: readonly number[]
  /** Places in `codes` of growing areas, joined by `+`, a slash, that of the packing house. */
  readonly under: readonly string[]
}

/** What `GET /app/register` answers. */
export type RegisterAnswer = {
  readonly version: 1
  /** Epoch milliseconds by the server's clock, of before anything was read. */
  readonly asOf: number
  /** Who asked: a device that is open under another account keeps nothing of it. */
  readonly accountId: string
  /** Whose register it is: a device that kept another takes this one whole. */
  readonly scope: string
  /** True for all of it, in place of what was kept; false for what changed since. */
  readonly whole: boolean
  /** True where batches or codes were left out because there are too many. */
  readonly isCut: boolean
  /** Hosts whose labels are ours, lower case. */
  readonly hosts: readonly string[]
  /** Who issues labels here. */
  readonly issuer: string
  readonly register: PackedRegister
  /** What is in it no more. */
  readonly gone: { readonly batches: readonly string[]; readonly codes: readonly string[] }
}

/** Past this age, in milliseconds, the register is too old to lean on, and says so. */
export const REGISTER_LIFE_MS = 7 * 24 * 3_600_000
