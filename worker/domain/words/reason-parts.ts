import type { CodeStatus } from '../standing/types.ts'
import type { KnownReasonCode } from './reason-codes.ts'

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
}

/** The sentences of one language: a reason's own, and what may follow it. */
export type ReasonSentences = {
  readonly [C in KnownReasonCode | 'other']: (parts: ReasonParts) => string
} & {
  readonly document: (documentNo: string) => string
  readonly quotation: (wording: string) => string
}
