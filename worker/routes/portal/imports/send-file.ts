import { streamOf } from '../../../http/stream-of.ts'
import type { ExportedFile } from '../../../verbs/exports/list-file.ts'

/** A file to be saved, streamed as it is made. Its name may have any letters (RFC 6266). */
export function sendFile(file: ExportedFile): Response {
  const plain = file.fileName.replace(/[^\w.-]+/g, '_')
  const encoded = encodeURIComponent(file.fileName).replace(
    /['()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return new Response(streamOf(file.chunks), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'cache-control': 'private, no-store',
    },
  })
}
