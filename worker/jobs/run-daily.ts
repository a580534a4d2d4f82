import { deleteStaleAccountRows } from '../../db/queries/accounts-limits.ts'
import { deleteJobsBefore } from '../../db/queries/jobs.ts'
import { deleteLabelDaysBefore, deleteVisitorsBefore } from '../../db/queries/label-visits.ts'
import { forgetContacts } from '../../db/queries/reports.ts'
import { deleteScansBefore } from '../../db/queries/scans.ts'
import type { Deps } from '../http/app-env.ts'
import { vietnamDateOf } from '../lib/time/vietnam-date-of.ts'
import { remindOfApplications } from '../verbs/applications/remind-applications.ts'
import { sealAudit } from '../verbs/audit/seal-audit.ts'
import { remindOfCertifications } from '../verbs/certifications/remind-certifications.ts'
import { rebuildMarkedDocuments } from '../verbs/diary/rebuild-marked-documents.ts'
import { remindOfNotices } from '../verbs/foreign-notices/remind-of-notices.ts'
import { OLD_UPLOADS } from '../verbs/imports/old-uploads.ts'
import { OLD_LABEL_FILES } from '../verbs/labels/files/old-label-files.ts'
import { remindOfVisits } from '../verbs/monitoring/remind-of-visits.ts'
import { UNUSED_PHOTOS } from '../verbs/outbox/photos/unused-photos.ts'
import { ownContext } from '../verbs/own-context.ts'
import { removeOldFiles } from '../verbs/papers/remove-old-files.ts'
import { lookForPatterns } from '../verbs/patterns/look-for-patterns.ts'
import { OLD_PICTURES } from '../verbs/products/photos/old-pictures.ts'

const DAY_MS = 86_400_000
const KEEP_SCANS_DAYS = 90
/** Their hashes mean nothing once the day's salt is gone. */
const KEEP_VISITORS_DAYS = 2
/** Longer than any kind of product is looked at, so that a dismissal is held against the same. */
const KEEP_COUNTS_DAYS = 400
const ROWS_PER_STEP = 5_000
const STEPS = 40

/** What came of a job can be looked up for so long. */
const KEEP_JOBS_DAYS = 30

/** How the sender of a report may be reached: as long as the form says. */
const KEEP_CONTACTS_DAYS = 183

type DailyDeps = Pick<Deps, 'db' | 'now' | 'files' | 'newId' | 'labelOrigin' | 'kek' | 'giveWay'>

/**
 * Once a day: audit rows that have no seal yet get theirs, documents that a cut-off import left
 * marked are rebuilt, sessions and links that are over go, and so do lists handed in a day ago, label
 * files a week old, photos taken out a month ago or shown by no record for a month, jobs that ended a
 * month ago, single scans older than 90 days (the counts they were added to stay), and how senders of
 * reports from half a year ago may be reached. Both sides are
 * reminded of certificates that run out, of applications that are to be answered or added to, offices of
 * visits and of notices from abroad that are due, and what is new in the use of codes is looked through
 * for patterns.
 */
export async function runDaily(deps: DailyDeps): Promise<void> {
  await sealAudit(deps.db())
  await rebuildMarkedDocuments({ db: deps.db(), now: deps.now })
  await deleteStaleAccountRows(deps.db(), deps.now())
  const db = deps.db()
  const cleaner = { db, files: deps.files, now: deps.now() }
  await removeOldFiles(cleaner, OLD_UPLOADS)
  await removeOldFiles(cleaner, OLD_PICTURES)
  await removeOldFiles(cleaner, UNUSED_PHOTOS)
  await removeOldFiles(cleaner, OLD_LABEL_FILES)
  const daysAgo = (days: number) => deps.now() - days * DAY_MS
  await inSteps((limit) => deleteJobsBefore(db, { before: daysAgo(KEEP_JOBS_DAYS), limit }))
  await inSteps((limit) => deleteScansBefore(db, { before: daysAgo(KEEP_SCANS_DAYS), limit }))
  const dayAgo = (days: number) => vietnamDateOf(daysAgo(days))
  await inSteps((limit) => deleteVisitorsBefore(db, { day: dayAgo(KEEP_VISITORS_DAYS), limit }))
  await inSteps((limit) => deleteLabelDaysBefore(db, { day: dayAgo(KEEP_COUNTS_DAYS), limit }))
  await inSteps((limit) => forgetContacts(db, { before: daysAgo(KEEP_CONTACTS_DAYS), limit }))
  await remindOfCertifications(ownContext(deps))
  await remindOfVisits(ownContext(deps))
  await remindOfNotices(ownContext(deps))
  await lookForPatterns(ownContext(deps))
  await remindOfApplications(ownContext(deps))
}

/** Many rows are taken away a portion at a time; what is left goes the next day. */
async function inSteps(remove: (limit: number) => Promise<number>): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    if ((await remove(ROWS_PER_STEP)) < ROWS_PER_STEP) return
  }
}
