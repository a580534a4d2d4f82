import { deleteStaleAccountRows } from '../../db/queries/accounts-limits.ts'
import { deleteJobsBefore } from '../../db/queries/jobs.ts'
import { deleteScansBefore } from '../../db/queries/scans.ts'
import type { Deps } from '../http/app-env.ts'
import { sealAudit } from '../verbs/audit/seal-audit.ts'
import { remindOfCertifications } from '../verbs/certifications/remind-certifications.ts'
import type { VerbContext } from '../verbs/context.ts'
import { rebuildMarkedDocuments } from '../verbs/diary/rebuild-marked-documents.ts'
import { removeOldUploads } from '../verbs/imports/remove-old-uploads.ts'
import { removeUnusedPhotos } from '../verbs/outbox/photos/remove-unused-photos.ts'
import { removeOldPictures } from '../verbs/products/photos/remove-old-pictures.ts'

const DAY_MS = 86_400_000
const KEEP_SCANS_DAYS = 90
const ROWS_PER_STEP = 5_000
const STEPS = 40

/** What came of a job can be looked up for so long. */
const KEEP_JOBS_DAYS = 30

type DailyDeps = Pick<Deps, 'db' | 'now' | 'files' | 'newId' | 'labelOrigin' | 'kek' | 'giveWay'>

/**
 * Once a day: audit rows that have no seal yet get theirs, documents that a cut-off import left
 * marked are rebuilt, sessions and links that are over go, and so do lists handed in a day ago, photos
 * taken out a month ago or shown by no record for a month, jobs that ended a month ago and single scans
 * older than 90 days; the counts they were added to stay. Both sides are
 * reminded of certificates that run out.
 */
export async function runDaily(deps: DailyDeps): Promise<void> {
  await sealAudit(deps.db())
  await rebuildMarkedDocuments({ db: deps.db(), now: deps.now })
  await deleteStaleAccountRows(deps.db(), deps.now())
  await removeOldUploads({ db: deps.db(), files: deps.files, now: deps.now() })
  await removeOldPictures({ db: deps.db(), files: deps.files, now: deps.now() })
  await removeUnusedPhotos({ db: deps.db(), files: deps.files, now: deps.now() })
  const db = deps.db()
  const daysAgo = (days: number) => deps.now() - days * DAY_MS
  await inSteps((limit) => deleteJobsBefore(db, { before: daysAgo(KEEP_JOBS_DAYS), limit }))
  await inSteps((limit) => deleteScansBefore(db, { before: daysAgo(KEEP_SCANS_DAYS), limit }))
  await remindOfCertifications(ownContext(deps))
}

/** What the installation does of itself. */
function ownContext(deps: DailyDeps): VerbContext {
  const { now, newId, labelOrigin, kek, giveWay } = deps
  return {
    db: deps.db(),
    actor: { kind: 'operator', name: 'goc' },
    source: 'command',
    now,
    newId,
    labelOrigin,
    kek,
    giveWay,
  }
}

/** Many rows are taken away a portion at a time; what is left goes the next day. */
async function inSteps(remove: (limit: number) => Promise<number>): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    if ((await remove(ROWS_PER_STEP)) < ROWS_PER_STEP) return
  }
}
