import type { FileStore } from '../../../platform/file-store.ts'
import type { VerbContext } from '../../context.ts'
import { importCodes } from '../import-codes.ts'
import type { ImportCounts, OpenedImport, RowPosition } from '../import-report.ts'
import { loadImport } from '../load-import.ts'
import { UPLOAD_LIMITS } from '../portal-limits.ts'
import { tellHolders } from '../tell-holders.ts'
import { loadUpload } from './load-upload.ts'

/** Reads the rows of an opened import into the register, from where it was cut off. */
export async function runUpload(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<void> {
  const { ctx, id } = args
  const { upload, bytes, defaults } = await loadUpload(args)
  const run: OpenedImport = { id, resumed: resumedOf((await loadImport(ctx, id)).counts) }
  const { fileName } = upload
  const input = { bytes, fileName, dryRun: false, limits: UPLOAD_LIMITS, defaults, run }
  const outcome = await importCodes({ ctx, input })
  if (!outcome.ok) throw new Error(`upload ${id} cannot be read any more`)
  await tellHolders(ctx, { importId: id, fileName, undone: null })
}

function resumedOf(json: string): OpenedImport['resumed'] {
  const { upTo, ...counts } = JSON.parse(json) as ImportCounts & { upTo?: RowPosition | null }
  return upTo == null ? null : { counts, upTo }
}
