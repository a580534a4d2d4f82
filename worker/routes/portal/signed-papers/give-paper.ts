import type { SignedPaperRow } from '../../../../db/queries/signed-papers.ts'
import { paperResponse } from '../paper-response.ts'

/** A signed paper as a file, or the file beside it that signs it. */
export function givePaper(
  { row, bytes }: { readonly row: SignedPaperRow; readonly bytes: Uint8Array },
  what: 'pdf' | 'jws',
): Response {
  if (what === 'pdf') {
    return paperResponse({ fileName: row.fileName, mediaType: 'application/pdf' }, bytes)
  }
  const text = new TextEncoder().encode(row.jws)
  return paperResponse({ fileName: `${row.fileName}.jws`, mediaType: 'application/jose' }, text)
}
