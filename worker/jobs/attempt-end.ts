import { isDatabaseUnavailable } from '../../db/errors.ts'
import type { JobRow } from '../../db/queries/jobs.ts'
import { JOB_COPY as W } from '../copy/portal/job.ts'
import { backOffMs, MOST_ATTEMPTS } from '../domain/jobs/back-off.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import { Problem } from '../verbs/errors.ts'

/** What becomes of a job whose attempt came to nothing. */
export type AttemptEnd =
  /** `isFault` where it is not what the work had to say. */
  | { readonly kind: 'given_up'; readonly problem: LocalText; readonly isFault: boolean }
  | { readonly kind: 'again'; readonly problem: LocalText; readonly waitMs: number }

/**
 * A refusal ends the job for good, in its own words; what may go well another time is tried again,
 * a little later each time, until it has come to nothing too often.
 */
export function endOfAttempt(error: unknown, attempts: number): AttemptEnd {
  const problem = wordsOf(error)
  if (isRefusal(error)) return { kind: 'given_up', problem, isFault: false }
  if (attempts >= MOST_ATTEMPTS) return { kind: 'given_up', problem, isFault: true }
  return { kind: 'again', problem, waitMs: backOffMs(attempts) }
}

/** Why a job is not even begun again: it was cut off too often without a word. */
export function brokenOff(job: Pick<JobRow, 'attempts' | 'problem'>): LocalText | null {
  return job.attempts > MOST_ATTEMPTS ? (job.problem ?? W.brokeOff) : null
}

/** A problem that says when to try again is none. */
function isRefusal(error: unknown): boolean {
  return error instanceof Problem && error.status < 500 && !('retry-after' in error.headers)
}

function wordsOf(error: unknown): LocalText {
  if (error instanceof Problem) return error.text
  return isDatabaseUnavailable(error) ? W.away : W.fault
}
