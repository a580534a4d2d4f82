import { readWorkbook, type WorkbookReading } from '../../domain/sheet/read-workbook.ts'
import type { ListFile } from './import-report.ts'
import { toHex } from './to-hex.ts'

/** The workbook in a file and the file's SHA-256 in hexadecimal. */
export async function openImportFile({ bytes, fileName, limits }: ListFile): Promise<{
  reading: WorkbookReading
  sha256: string
}> {
  // A copy, for digest wants a buffer that nobody shares.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return {
    reading: readWorkbook(bytes, limits === undefined ? { fileName } : { fileName, limits }),
    sha256: toHex(digest),
  }
}
