import { findSameFile, readImportRun } from '../../../../db/queries/import-runs.ts'
import { type JobRow, readJobOf } from '../../../../db/queries/jobs.ts'
import { resultOf } from '../../background/job-kind.ts'
import type { VerbContext } from '../../context.ts'
import { IMPORT_PREVIEW, type ImportPreview } from '../background/import-preview.ts'
import { importViewerOf } from '../load-import.ts'
import { type FoundUpload, findUpload } from './load-upload.ts'

export type ShownUpload = FoundUpload & {
  /** The reading of it; null where nobody asked for it, or long ago. */
  readonly job: JobRow | null
  /** What it would change as the register was when it was read; null until then. */
  readonly preview: ImportPreview | null
  /** The last time the very same file was read in. */
  readonly same: { readonly id: string; readonly createdAt: number } | null
}

/** A list the caller handed in, as far as it was read. */
export async function showUpload(ctx: VerbContext, id: string): Promise<ShownUpload> {
  const found = await findUpload(ctx, id)
  const { sha256, kind } = found.upload
  const job = await readJobOf(ctx.db, { subjectId: id, kinds: [IMPORT_PREVIEW.name] })
  const read = await findSameFile(ctx.db, { sha256, kind })
  // Who else has the same file is not told to those who may not see it.
  const seen =
    read === null ? null : await readImportRun(ctx.db, { id: read.id, viewer: importViewerOf(ctx) })
  const same = seen === null ? null : read
  return {
    ...found,
    job,
    preview: job?.state === 'done' ? resultOf(IMPORT_PREVIEW, job) : null,
    same: same?.id === id ? null : same,
  }
}
