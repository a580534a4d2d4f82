import { type JobRow, readJob } from '../../../../db/queries/jobs.ts'
import { READ_BACK_COPY as W } from '../../../copy/portal/read-back.ts'
import type { ReadBack } from '../../../domain/label/judge-read-back.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { resultOf } from '../../background/job-kind.ts'
import { openJob } from '../../background/open-job.ts'
import { loadBatch, targetOfBatch } from '../../batches/load-batch.ts'
import { change } from '../../change.ts'
import type { VerbContext } from '../../context.ts'
import { notFound } from '../../guard/refusals.ts'
import { acceptPhoto, MOST_DECODED } from '../../papers/accept-photo.ts'
import { keepFile } from '../../papers/keep-file.ts'
import { readBackPhoto } from './read-back-photo.ts'

const may = 'labels.issue'

/** Takes a photo of a printed sample to be read back; gives the job. Throws `invalid_input` on `file`. */
export async function askReadBack(
  ctx: VerbContext,
  given: { readonly ref: string; readonly bytes: Uint8Array; readonly files: FileStore },
): Promise<string> {
  const batch = await loadBatch(ctx, given.ref, may)
  const limits = { mostPixels: MOST_DECODED, tooManyPixels: W.tooManyPixels }
  const { bytes } = acceptPhoto(given.bytes, limits)
  const id = ctx.newId()
  const storeKey = `read-backs/${id}`
  const subjectId = subjectOf(batch.id, id)
  const job = openJob(ctx, { kind: readBackPhoto, subjectId, input: { storeKey } })
  const target = await targetOfBatch(ctx, { batch, to: may })
  await keepFile(given.files, { storeKey, bytes }, () =>
    // Nothing of it is kept: there is nothing to tell.
    change(ctx, { may, target, statements: [job.statement], audit: [] }),
  )
  return job.id
}

/** What came of a photo: null while it is being read. Throws `not_found` for that of another batch. */
export async function openReadBack(
  ctx: VerbContext,
  asked: { readonly ref: string; readonly jobId: string },
): Promise<{ readonly job: JobRow; readonly found: ReadBack | null }> {
  const batch = await loadBatch(ctx, asked.ref, may)
  const job = await readJob(ctx.db, asked.jobId)
  const isOurs =
    job?.kind === readBackPhoto.name && job.subjectId.startsWith(subjectOf(batch.id, ''))
  if (job === null || !isOurs) throw notFound(W.noun)
  return { job, found: resultOf(readBackPhoto, job)?.found ?? null }
}

function subjectOf(batchId: string, id: string): string {
  return `${batchId}/${id}`
}
