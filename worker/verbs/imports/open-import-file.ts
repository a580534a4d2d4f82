import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { readWorkbookInSteps, type WorkbookReading } from '../../lib/sheet/read-workbook.ts'
import type { GiveWay } from '../../lib/steps/give-way.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import type { ListFile } from './import-report.ts'

/** The workbook in a file and the file's SHA-256 in hexadecimal. */
export async function openImportFile(
  { bytes, fileName, limits, convertText = false, mends = [] }: ListFile,
  giveWay: GiveWay,
): Promise<{
  reading: WorkbookReading
  sha256: string
}> {
  const sha256 = await sha256Hex(bytes)
  const options = { fileName, convertText, mends, ...(limits === undefined ? {} : { limits }) }
  return {
    reading: await takeStepsGivingWay(readWorkbookInSteps(bytes, options), giveWay),
    sha256,
  }
}
