import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Subject } from '../label/subject.ts'
import { makeReason } from './make-reason.ts'
import type { Authenticity, Reason, RunFacts } from './types.ts'

export type AuthenticityDecision =
  | {
      readonly authenticity: 'genuine'
      /** The earliest run that holds the label: it decides whether its key signed in time. */
      readonly run: RunFacts
      /** Every run that holds it: whole-batch labels printed twice have one URL. */
      readonly runIds: readonly string[]
    }
  | { readonly authenticity: Exclude<Authenticity, 'genuine'>; readonly reason: Reason }

type Refused = Exclude<AuthenticityDecision, { authenticity: 'genuine' }>
type WithoutDatabase = 'foreign_host' | 'key_unknown' | 'signature_invalid' | 'batch_unknown'

const made = new Map<WithoutDatabase, Refused>()

/** The judgements that need no database: the first that holds is the answer. */
export function withoutDatabase(code: WithoutDatabase): Refused {
  let decision = made.get(code)
  if (decision === undefined) {
    const authenticity = code === 'signature_invalid' ? 'forged' : 'unknown'
    // The same words for every label: forgeries come in thousands.
    decision = { authenticity, reason: makeReason({ code }) }
    made.set(code, decision)
  }
  return decision
}

/** The judgement of a text that is no label; `altered` where it must have been one. */
export function malformed(altered: boolean): {
  readonly authenticity: 'malformed'
  readonly reason: Reason
  readonly altered: boolean
} {
  return { authenticity: 'malformed', reason: makeReason({ code: 'malformed', altered }), altered }
}

/**
 * Whether a label with a right signature was really issued: its serial lies in a run of that batch
 * under the same key and profile, and the run is older than the day its key stopped being trusted.
 */
export function decideIssued(
  kid: string,
  subject: Exclude<Subject, { profile: 'certificate' }>,
  runs: readonly RunFacts[],
): AuthenticityDecision {
  const holding = runs.filter(
    (run) =>
      run.kid === kid &&
      run.profile === subject.profile &&
      run.fromSerial <= subject.serial &&
      subject.serial <= run.toSerial,
  )
  const [first, ...others] = holding
  if (first === undefined) {
    return { authenticity: 'unknown', reason: makeReason({ code: 'serial_not_issued' }) }
  }
  const run = others.reduce((best, other) => (isEarlier(other, best) ? other : best), first)
  if (run.keyRevokedFrom !== null && run.createdAt >= run.keyRevokedFrom) {
    const since = vietnamDateOf(run.keyRevokedFrom)
    const recordedAt = run.keyRevokedAt
    const reason = makeReason({ code: 'key_revoked', since, recordedAt, wordedAs: 'stop' })
    return { authenticity: 'unknown', reason }
  }
  return { authenticity: 'genuine', run, runIds: holding.map(({ id }) => id) }
}

function isEarlier(a: RunFacts, b: RunFacts): boolean {
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt
}
