import { streamOf } from '../../http/stream-of.ts'
import type { LabelFile } from '../../verbs/labels/label-file.ts'
import type { SkippedRange } from '../../verbs/labels/reprint.ts'

/** A label file streamed as it is made; what was left out stands in a header. */
export function fileResponse(
  file: Pick<LabelFile, 'contentType' | 'fileName' | 'chunks'>,
  skipped: readonly SkippedRange[],
): Response {
  const headers = new Headers({
    'content-type': file.contentType,
    'content-disposition': `attachment; filename="${file.fileName}"`,
    'cache-control': 'private, no-store',
  })
  if (skipped.length > 0) {
    headers.set(
      'goc-skipped',
      skipped.map(({ from, to, kind }) => `${from}-${to} ${kind}`).join(', '),
    )
  }
  return new Response(streamOf(file.chunks()), { headers })
}
