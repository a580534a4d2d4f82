import type { Subject } from '../label/subject.ts'
import { vietnamDateOf } from '../time/vietnam-date-of.ts'
import { makeReason } from './make-reason.ts'
import type { Authenticity, Reason, RunFacts } from './types.ts'

export type AuthenticityDecision =
  | { readonly authenticity: 'genuine'; readonly run: RunFacts }
  | { readonly authenticity: Exclude<Authenticity, 'genuine'>; readonly reason: Reason }

/** The judgements that need no database: the first that holds is the answer. */
export function withoutDatabase(
  code: 'malformed' | 'foreign_host' | 'key_unknown' | 'signature_invalid' | 'batch_unknown',
): Exclude<AuthenticityDecision, { authenticity: 'genuine' }> {
  const authenticity =
    code === 'malformed' ? 'malformed' : code === 'signature_invalid' ? 'forged' : 'unknown'
  return { authenticity, reason: makeReason({ code }) }
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
  let run: RunFacts | null = null
  for (const candidate of runs) {
    const holds =
      candidate.kid === kid &&
      candidate.profile === subject.profile &&
      candidate.fromSerial <= subject.serial &&
      subject.serial <= candidate.toSerial
    // Whole-batch runs share serial 0 and so one URL: the first run is the one that made it genuine.
    if (holds && (run === null || isEarlier(candidate, run))) run = candidate
  }
  if (run === null) {
    return { authenticity: 'unknown', reason: makeReason({ code: 'serial_not_issued' }) }
  }
  if (run.keyRevokedFrom !== null && run.createdAt >= run.keyRevokedFrom) {
    const recordedAt = run.keyRevokedFrom
    const since = vietnamDateOf(recordedAt)
    const reason = makeReason({ code: 'key_revoked', since, recordedAt, wordedAs: 'stop' })
    return { authenticity: 'unknown', reason }
  }
  return { authenticity: 'genuine', run }
}

function isEarlier(a: RunFacts, b: RunFacts): boolean {
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt
}
