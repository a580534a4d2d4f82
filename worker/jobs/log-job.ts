import type { JobRow } from '../../db/queries/jobs.ts'
import { faultForLog } from '../http/fault-for-log.ts'

/** A line in the log for an attempt that came to nothing. */
export function logJob(input: {
  readonly code: string
  readonly job: Pick<JobRow, 'id' | 'kind'>
  readonly error: unknown
  readonly attempts: number
}): void {
  const { code, job, error, attempts } = input
  const { id: jobId, kind } = job
  const fault = faultForLog(error)
  console.error(JSON.stringify({ level: 'error', code, jobId, kind, attempts, ...fault }))
}
