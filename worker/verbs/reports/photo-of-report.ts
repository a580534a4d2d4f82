import { THINGS } from '../../copy/refusals/things.ts'
import type { FileStore } from '../../platform/file-store.ts'
import type { Reading } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { openReport } from './open-report.ts'

/** The photo that came with a report, for who may read it. */
export async function photoOfReport(
  ctx: Reading,
  { files, id }: { readonly files: FileStore; readonly id: string },
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const { report } = await openReport(ctx, id, 'reports.read')
  const { photoKey, photoType } = report
  const bytes = photoKey === null ? null : await files.get(photoKey)
  if (bytes === null || photoType === null) throw notFound(THINGS.photo)
  return { bytes, mediaType: photoType }
}
