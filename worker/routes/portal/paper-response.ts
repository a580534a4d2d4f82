import type { PaperRow } from '../../../db/queries/papers.ts'

/** A paper with its bytes: always as a file to keep, never as a page. */
export function paperResponse(
  row: Pick<PaperRow, 'fileName' | 'mediaType'>,
  bytes: Uint8Array,
): Response {
  // RFC 6266: a plain name for old programs, the true one beside it.
  const plain = row.fileName.replace(/[^\w. -]/g, '_')
  const name = encodeURIComponent(row.fileName).replace(/['()*]/g, '_')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': row.mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${name}`,
      'content-length': String(bytes.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
