import type { CodeStatus } from '../domain/standing/types.ts'

/** The parts of a reason already in words of one language. */
export type ReasonParts = {
  readonly severity: 'stop' | 'notice' | null
  readonly since: string | null
  readonly market: string | null
  readonly codeNo: string | null
  readonly status: CodeStatus | null
  readonly documentNo: string | null
  readonly breach: {
    readonly productName: string
    readonly sprayedOn: string
    readonly intervalDays: number
    readonly harvestedOn: string
  } | null
  /** A text that was a label once and is no more, as against one that was cut short. */
  readonly altered: boolean
  /** Who allowed it, and why. */
  readonly allowance: { readonly by: string; readonly reason: string } | null
  /** Why a code may not be used, as a sentence of its own. */
  readonly objection?: string | null
  /** Found by counting who opens the label, not by a person. */
  readonly counted?: boolean
  /** The last day of use. */
  readonly expiresOn: string | null
}
