import type { PaperRow } from '../../../db/queries/papers.ts'
import { privateFile } from './private-file.ts'

/** A paper with its bytes: always as a file to keep, never as a page. */
export function paperResponse(
  { fileName, mediaType }: Pick<PaperRow, 'fileName' | 'mediaType'>,
  bytes: Uint8Array,
): Response {
  // RFC 6266: a plain name for old programs, the true one beside it.
  const plain = fileName.replace(/[^\w. -]/g, '_')
  const name = encodeURIComponent(fileName).replace(/['()*]/g, '_')
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${name}`
  return privateFile({ bytes, mediaType }, { 'content-disposition': disposition })
}
