import { findSameFile } from '../../../../db/queries/import-runs.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import type { VerbContext } from '../../context.ts'
import { invalidInput } from '../../guard/parse-input.ts'
import { importCodes } from '../import-codes.ts'
import type { ImportReport } from '../import-report.ts'
import { UPLOAD_LIMITS } from '../portal-limits.ts'
import { loadUpload } from './load-upload.ts'

export type UploadPreview = {
  readonly id: string
  readonly report: ImportReport
  /** When it was confirmed; null while it waits. */
  readonly usedAt: number | null
  /** The last time the very same file was read in. */
  readonly same: { readonly id: string; readonly createdAt: number } | null
}

/** What a list that was handed in would change if it were confirmed now, by this person. */
export async function previewUpload(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<UploadPreview> {
  const { ctx, id } = args
  const { upload, bytes, defaults } = await loadUpload(args)
  const { fileName, sha256, usedAt } = upload
  const input = { bytes, fileName, dryRun: true, limits: UPLOAD_LIMITS, defaults }
  const outcome = await importCodes({ ctx, input })
  if (!outcome.ok) throw invalidInput([{ path: '', message: outcome.problem.message }])
  const same = await findSameFile(ctx.db, { sha256, kind: 'codes' })
  return { id, report: outcome.report, usedAt, same: same?.id === id ? null : same }
}
