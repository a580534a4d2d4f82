import type { JobRow } from '../../db/queries/jobs.ts'

/**
 * A line in the log for an attempt that came to nothing. Only the class of the error and where it
 * was thrown: messages of the driver hold SQL and values.
 */
export function logJob(input: {
  readonly code: string
  readonly job: Pick<JobRow, 'id' | 'kind'>
  readonly error: unknown
  readonly attempts: number
}): void {
  const { code, job, error, attempts } = input
  const name = error instanceof Error ? error.name : typeof error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.name : null
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const at =
    stack
      .split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? null
  const { id: jobId, kind } = job
  console.error(JSON.stringify({ level: 'error', code, jobId, kind, attempts, name, cause, at }))
}
