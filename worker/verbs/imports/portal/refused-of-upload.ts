import { fill } from '../../../copy/fill.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import { LIST_REPORT } from '../../../copy/reports/lists.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import type { VerbContext } from '../../context.ts'
import { notFound } from '../../guard/refusals.ts'
import { refusedKey } from '../refused-rows.ts'
import { findUpload } from './load-upload.ts'

/** The rows of a list that were refused when it was last read, to be mended and handed in again. */
export async function refusedOfUpload(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<{ readonly fileName: string; readonly csv: Uint8Array }> {
  const { ctx, files, id } = args
  const { fileName } = (await findUpload(ctx, id)).upload
  const csv = await files.get(refusedKey(id))
  if (csv === null) throw notFound(THINGS.refusedRows)
  return {
    fileName: fill(LIST_REPORT.refusedFile, { name: fileName.replace(/\.[^.]*$/, '') }),
    csv,
  }
}
