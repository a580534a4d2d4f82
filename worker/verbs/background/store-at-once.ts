import type { Database } from '../../../db/client.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import type { JobSlice } from './job-kind.ts'

/**
 * Stores slices one after the other for a caller that waits for them, without a job: cut off, nobody
 * goes on with them. What the database refuses is thrown back in, as a runner of jobs does.
 */
export async function storeAtOnce<C, R>(
  db: Database,
  slices: AsyncGenerator<JobSlice<C>, R, void>,
): Promise<R> {
  let step = await slices.next()
  while (step.done !== true) {
    // The slices of a job, which asked for permission and brings its own rows for the log: no `change()`.
    const refused = await refusalOf(runBatch(db, step.value.statements))
    step = refused === null ? await slices.next() : await slices.throw(refused.error)
  }
  return step.value
}

async function refusalOf(storing: Promise<void>): Promise<{ readonly error: unknown } | null> {
  try {
    await storing
    return null
  } catch (error) {
    return { error }
  }
}
