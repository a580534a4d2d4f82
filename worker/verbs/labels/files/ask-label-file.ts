import { isUniqueViolation } from '../../../../db/errors.ts'
import { readJobOf } from '../../../../db/queries/jobs.ts'
import {
  findLabelFile,
  insertLabelFile,
  type LabelFileRow,
  replaceLabelFile,
} from '../../../../db/queries/label-files.ts'
import { openJob } from '../../background/open-job.ts'
import { targetOfBatch } from '../../batches/load-batch.ts'
import { change } from '../../change.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { tooBusy } from '../../guard/refusals.ts'
import { reprint } from '../reprint.ts'
import { type FileRequest, fileOfRequest, plainRequest, textOfRequest } from './file-request.ts'
import { fingerprintOf } from './fingerprint.ts'
import { makeLabelFile } from './make-label-file.ts'

const ATTEMPTS = 3

/** The file, and the job to start; null where it is at work or done already. */
export type AskedFile = { readonly id: string; readonly jobId: string | null }

/**
 * Asks for a large file of labels to be made. Whoever asks for the same again is led to the one there
 * is, unless its labels would come out otherwise today or it came to nothing.
 */
export async function askLabelFile(
  ctx: VerbContext,
  asked: {
    readonly runId: string
    readonly range: { readonly from?: number | undefined; readonly to?: number | undefined }
    readonly request: FileRequest
  },
): Promise<AskedFile> {
  const made = await reprint({ ctx, input: { runId: asked.runId, ...asked.range } })
  const { run, batch, range, total } = made
  const request = plainRequest(asked.request)
  // Refused here and not in the background, where the layout has no room.
  const file = await fileOfRequest(ctx, { made, request })
  const fingerprint = await fingerprintOf(made, file)
  const text = textOfRequest(request, range)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const there = await findLabelFile(ctx.db, { runId: run.id, request: text })
    if (there !== null && (await isGood(ctx, { there, fingerprint }))) {
      return { id: there.id, jobId: null }
    }
    const id = ctx.newId()
    const job = openJob(ctx, { kind: makeLabelFile, subjectId: id, input: {}, total })
    try {
      await change(ctx, {
        may: 'labels.issue',
        target: await targetOfBatch(ctx, { batch, to: 'labels.issue' }),
        statements: [
          ...(there === null ? [] : [replaceLabelFile(ctx.db, { id: there.id, at: ctx.now() })]),
          insertLabelFile(ctx.db, {
            ...{ id, runId: run.id, request: text, ...request, labels: total },
            ...{ fromSerial: range.from, toSerial: range.to },
            ...{ createdAt: ctx.now(), actor: actorText(ctx.actor) },
          }),
          job.statement,
        ],
        audit: {
          action: 'labels.file',
          entity: 'label_run',
          entityId: run.id,
          after: { format: request.format, from: range.from, to: range.to, labels: total },
        },
        taken: () => null,
      })
      return { id, jobId: job.id }
    } catch (error) {
      // Somebody asked for the same at the same moment: theirs is the file.
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw tooBusy()
}

/** A file that is being made, or is made and still as the labels are. */
async function isGood(
  ctx: VerbContext,
  { there, fingerprint }: { readonly there: LabelFileRow; readonly fingerprint: string },
): Promise<boolean> {
  if (there.finishedAt !== null) return there.fingerprint === fingerprint
  const job = await readJobOf(ctx.db, { subjectId: there.id, kinds: [makeLabelFile.name] })
  return job?.state === 'open'
}
