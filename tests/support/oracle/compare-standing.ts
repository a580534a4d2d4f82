import { decideIssued } from '../../../worker/domain/standing/decide-authenticity.ts'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import type { StandingFacts } from '../../../worker/domain/standing/types.ts'
import { issuedOracle } from './authenticity-oracle.ts'
import { type OracleReason, UNSAID } from './oracle-reason.ts'
import type { RandomCase } from './random-standing.ts'
import { standingOracle } from './standing-oracle.ts'
import { withoutTakenBack } from './without-taken-back.ts'

/** What one of the two answers, in a form in which they can be held against each other and read. */
export type Told = {
  readonly authenticity: string
  readonly standing: string | null
  readonly markets: readonly string[]
  readonly reasons: readonly OracleReason[]
}

type Label = StandingFacts['label']

/** What the oracle says of a case, from its raw events. */
export function oracleTells({ facts, runs, asked, today }: RandomCase): Told {
  let label: Label = null
  if (asked !== null) {
    const issued = issuedOracle(asked, runs)
    if (issued.authenticity !== 'genuine') return refusal(`unknown/${issued.reason}`)
    const { runIds, keyRevokedFrom, keyRevokedAt } = issued
    label = { runIds, serial: asked.serial, keyRevokedFrom, keyRevokedAt }
  }
  return told(asked === null ? 'typed' : 'genuine', standingOracle({ ...facts, label }, today))
}

/** What the implementation says of it, as its callers ask: without decisions that were taken back. */
export function implementationTells({ facts, runs, asked, today }: RandomCase): Told {
  let label: Label = null
  if (asked !== null) {
    const { kid, ...subject } = asked
    const ref = 'unused'
    const decided = decideIssued(
      kid,
      { growingAreas: [], packingHouse: null, ...subject, ref } as Parameters<
        typeof decideIssued
      >[1],
      runs,
    )
    if (decided.authenticity !== 'genuine') {
      return refusal(`${decided.authenticity}/${decided.reason.code}`)
    }
    const { keyRevokedFrom, keyRevokedAt } = decided.run
    label = { runIds: decided.runIds, serial: asked.serial, keyRevokedFrom, keyRevokedAt }
  }
  const codes = facts.codes.map((code) => ({ ...code, events: withoutTakenBack(code.events) }))
  const decision = decideStanding({ ...facts, codes, label }, today)
  return told(asked === null ? 'typed' : 'genuine', decision)
}

const refusal = (authenticity: string): Told => ({
  authenticity,
  standing: null,
  markets: [],
  reasons: [],
})

function told(
  authenticity: string,
  answer: {
    standing: string
    markets: readonly { market: string; standing: string }[]
    reasons: readonly OracleReason[]
  },
): Told {
  return {
    authenticity,
    standing: answer.standing,
    markets: answer.markets.map(({ market, standing }) => `${market} ${standing}`),
    reasons: answer.reasons.map(({ code, severity, since, market, recordedAt }) => ({
      code,
      severity,
      since,
      market,
      recordedAt,
    })),
  }
}

/** True where both say the same: reasons as sets, and nothing compared that the text leaves open. */
export function sayTheSame(oracle: Told, implementation: Told): boolean {
  return (
    oracle.authenticity === implementation.authenticity &&
    oracle.standing === implementation.standing &&
    [...oracle.markets].sort().join() === [...implementation.markets].sort().join() &&
    oracle.reasons.every((a) => implementation.reasons.some((b) => isSameReason(a, b))) &&
    implementation.reasons.every((b) => oracle.reasons.some((a) => isSameReason(a, b)))
  )
}

function isSameReason(oracle: OracleReason, other: OracleReason): boolean {
  return (
    oracle.code === other.code &&
    oracle.severity === other.severity &&
    oracle.market === other.market &&
    (oracle.since === UNSAID || oracle.since === other.since) &&
    (oracle.recordedAt === UNSAID || oracle.recordedAt === other.recordedAt)
  )
}

/** "All reasons are given, worst first": no stop comes after a notice. */
export function isWorstFirst(reasons: readonly { severity: string }[]): boolean {
  return !/notice,(.*,)?stop/.test(reasons.map(({ severity }) => severity).join())
}
