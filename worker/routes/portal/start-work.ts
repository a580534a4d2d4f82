import { startJob } from '../../jobs/start-job.ts'
import type { Portal } from './portal-route.ts'
import { seeOther } from './show-portal-page.ts'

/** Starts the job that was asked for and leads to the page that tells how far it is. */
export async function startWork(
  portal: Portal,
  jobId: Promise<string>,
  path: string,
): Promise<Response> {
  await startJob(portal.deps, await jobId)
  return seeOther(portal, path)
}
