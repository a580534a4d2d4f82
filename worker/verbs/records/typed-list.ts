import { inEach } from '../../copy/in-each.ts'
import type { ImportResult } from '../../domain/lists/records/import-result.ts'
import { readRecordsInSteps } from '../../domain/lists/records/read-records.ts'
import { SHEET_LIMITS, type SheetLimits } from '../../lib/sheet/limits.ts'
import { readWorkbookInSteps } from '../../lib/sheet/read-workbook.ts'
import { type Steps, takeStepsGivingWay } from '../../lib/steps/steps.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { fieldsOf } from '../../resources/resource.ts'
import { tableSpecOf, valuesOfRow } from '../../resources/sheet.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { listMissing, listUnreadable } from './list-refusals.ts'
import type { Texts } from './save-record.ts'

/** Rows that one list may bring. */
export const MOST_LISTED = 500

const MIB = 1024 * 1024
/** What a page reads while somebody waits. */
const LIMITS: SheetLimits = {
  ...SHEET_LIMITS,
  ...{ maxFileBytes: 2 * MIB, maxEntryBytes: 20 * MIB, maxTotalBytes: 30 * MIB },
  ...{ maxRows: MOST_LISTED + 50, maxSheets: 20, maxCells: 50_000, maxTextLength: 2_000_000 },
}

/** A list somebody handed in: a file, or a text pasted from a spreadsheet. */
export type HandedList = {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** The field it came in, on which its faults are told. */
  readonly field: string
}

/** What became of the rows of a list: those that are new, and what is wrong with others. */
export type ListLook<R> = {
  readonly added: readonly R[]
  /** Rows that say nothing new. */
  readonly unchanged: number
  readonly faults: readonly { readonly row: number; readonly text: LocalText }[]
}

/** What a list is of: its columns, each read as somebody would type it. */
type Listed = {
  readonly described: { readonly fields: object }
  readonly id: string
  readonly title: string
}

/**
 * Reads a list whose rows are each what a form would be typed. `read` makes a row of the texts, or
 * throws `invalid_input` that becomes the fault of that row; null is a row that says nothing new. No
 * row takes another with it.
 */
export async function readTypedList<R>(
  ctx: Pick<VerbContext, 'giveWay'>,
  listed: Listed,
  given: HandedList & {
    readonly read: (texts: Texts) => R | null
    /** What all rows together are looked up for, before the first is read. */
    readonly prepare?: (rows: readonly Texts[]) => Promise<void>
  },
): Promise<ListLook<R>> {
  const { bytes, field, read, prepare } = given
  if (bytes.length === 0) throw listMissing(field)
  const result = await takeStepsGivingWay(rowsOf(listed, given), ctx.giveWay)
  if (!result.ok) throw listUnreadable(field, result.problem.message)
  const faults = result.issues.map(({ row, column, reason }) => ({
    row,
    // Reasons of lists are kept in Vietnamese, as the headings they name.
    text: inEach(() => `${column}: ${reason}`),
  }))
  await prepare?.(result.records.map(({ record }) => record))
  const added: R[] = []
  let unchanged = 0
  for (const { row, record } of result.records) {
    try {
      const made = read(record)
      if (made === null) unchanged += 1
      else added.push(made)
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error
      faults.push({ row, text: faultOf(listed, error) })
    }
  }
  return { added, unchanged, faults }
}

function* rowsOf(
  { described, id, title }: Listed,
  { bytes, fileName }: HandedList,
): Steps<ImportResult<Texts>> {
  const read = (convertText: boolean) =>
    readWorkbookInSteps(bytes, { fileName, convertText, limits: LIMITS })
  const asGiven = yield* read(false)
  // Texts of the old encodings are of no use to anybody here.
  const isOld = asGiven.ok && asGiven.workbook.oldText !== undefined
  const reading = isOld ? yield* read(true) : asGiven
  if (!reading.ok) return reading
  const spec = tableSpecOf(described, { id, title })
  // Every column of such a list holds a text or nothing.
  return yield* readRecordsInSteps(
    reading.workbook,
    spec,
    (row) => valuesOfRow(described, row) as Texts | null,
  )
}

/** What is wrong with a row, each fault under what its column is called. */
function faultOf({ described }: Listed, { errors, text }: Problem): LocalText {
  if (errors.length === 0) return text
  const labels = new Map(fieldsOf(described).map(([name, { label }]) => [name, label]))
  return inEach((lang) =>
    errors
      .map((error) => {
        const label = labels.get(error.path)?.[lang]
        return label === undefined ? error.text[lang] : `${label}: ${error.text[lang]}`
      })
      .join(' '),
  )
}
