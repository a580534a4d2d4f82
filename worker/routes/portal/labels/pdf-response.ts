import { streamOf } from '../../../http/stream-of.ts'

/** A PDF streamed as it is made. */
export function pdfResponse(fileName: string, chunks: AsyncGenerator<Uint8Array>): Response {
  return new Response(streamOf(chunks), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  })
}
