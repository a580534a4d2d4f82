import { readWorkbookInSteps, type WorkbookReading } from '../../lib/sheet/read-workbook.ts'
import type { GiveWay } from '../../lib/steps/give-way.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import type { ListFile } from './import-report.ts'
import { toHex } from './to-hex.ts'

/** The workbook in a file and the file's SHA-256 in hexadecimal. */
export async function openImportFile(
  { bytes, fileName, limits, convertText = false, mends = [] }: ListFile,
  giveWay: GiveWay,
): Promise<{
  reading: WorkbookReading
  sha256: string
}> {
  // A copy, for digest wants a buffer that nobody shares.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const options = { fileName, convertText, mends, ...(limits === undefined ? {} : { limits }) }
  return {
    reading: await takeStepsGivingWay(readWorkbookInSteps(bytes, options), giveWay),
    sha256: toHex(digest),
  }
}
