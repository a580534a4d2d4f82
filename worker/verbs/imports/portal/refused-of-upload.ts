import type { FileStore } from '../../../platform/file-store.ts'
import type { VerbContext } from '../../context.ts'
import { refusedRowsCsv } from '../refused-rows.ts'
import { loadUpload } from './load-upload.ts'
import { previewUpload } from './preview-upload.ts'

/** The rows of a list that are refused as the register is now, to be mended and handed in again. */
export async function refusedOfUpload(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<{ readonly fileName: string; readonly csv: string }> {
  const { upload, bytes } = await loadUpload(args)
  const { report } = await previewUpload(args)
  const { fileName } = upload
  const csv = refusedRowsCsv({ bytes, fileName, refused: report.refused })
  return { fileName: `${fileName.replace(/\.[^.]*$/, '')} - bị từ chối.csv`, csv }
}
