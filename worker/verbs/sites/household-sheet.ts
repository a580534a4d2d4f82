import { LIST_REPORT } from '../../copy/reports/lists.ts'
import type { ImportResult } from '../../domain/lists/records/import-result.ts'
import { readRecordsInSteps } from '../../domain/lists/records/read-records.ts'
import { SHEET_LIMITS, type SheetLimits } from '../../lib/sheet/limits.ts'
import type { OldTextFinding } from '../../lib/sheet/old-text.ts'
import { readWorkbookInSteps } from '../../lib/sheet/read-workbook.ts'
import type { Steps } from '../../lib/steps/steps.ts'
import { HOUSEHOLD, type Household } from '../../resources/household.ts'
import { tableSpecOf, valuesOfRow } from '../../resources/sheet.ts'

export const MOST_HOUSEHOLDS = 10_000

const MIB = 1024 * 1024
/** A list of households, not a province's: what a page can read while somebody waits. */
const LIMITS: SheetLimits = {
  ...SHEET_LIMITS,
  ...{ maxFileBytes: 5 * MIB, maxEntryBytes: 40 * MIB, maxTotalBytes: 60 * MIB },
  ...{ maxRows: MOST_HOUSEHOLDS + 100, maxSheets: 20 },
  ...{ maxCells: 500_000, maxTextLength: 10_000_000 },
}

const SPEC = tableSpecOf(HOUSEHOLD, { id: 'households', title: LIST_REPORT.households })

export type HouseholdReading = {
  readonly result: ImportResult<Household>
  /** Its texts in an old encoding, converted or not. */
  readonly oldText: OldTextFinding | null
}

/** The households in an xlsx or csv file, or in text pasted from a spreadsheet. */
export function* readHouseholdSheet(input: {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Texts in an old encoding are turned into Unicode. */
  readonly convertText: boolean
}): Steps<HouseholdReading> {
  const { bytes, fileName, convertText } = input
  const options = { fileName, convertText, limits: LIMITS }
  const reading = yield* readWorkbookInSteps(bytes, options)
  if (!reading.ok) return { result: reading, oldText: null }
  const { workbook } = reading
  const result = yield* readRecordsInSteps(workbook, SPEC, (row) => valuesOfRow(HOUSEHOLD, row))
  return { result, oldText: workbook.oldText ?? null }
}
