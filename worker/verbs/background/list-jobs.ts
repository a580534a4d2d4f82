import { type JobRow, listJobs as readJobs } from '../../../db/queries/jobs.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** Work that is open or ended last, open first; for who runs the installation. */
export async function listJobs(
  ctx: VerbContext,
  asked: { readonly limit: number },
): Promise<readonly JobRow[]> {
  requireAny(ctx, 'jobs.read')
  return readJobs(ctx.db, asked)
}
