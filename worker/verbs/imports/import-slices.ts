import { isDatabaseUnavailable, isUniqueViolation } from '../../../db/errors.ts'
import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { importStandsAt } from '../../../db/queries/import-runs.ts'
import { readTruth, readVersion } from '../../../db/queries/versioned-batch.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import { LIST_REPORT } from '../../copy/reports/lists.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import type { JobSlice } from '../background/job-kind.ts'
import { tooBusy } from '../guard/refusals.ts'
import { type ImportTask, ROWS_PER_SLICE, type RowPlanner } from './import-kind.ts'
import type { RowPosition } from './import-report.ts'
import { type ImportCursor, type Row, type Storing, sliceOf } from './import-slice.ts'
import { type PlannedRow, refuseRow } from './planned-row.ts'
import { NOTHING_SETTLED, type SettledRows } from './settled-rows.ts'

/** Times some rows are decided anew without getting in between. */
const IDLE_ROUNDS = 8
const PATIENCE = 3

export const IMPORT_START: ImportCursor = { upTo: null, done: 0, settled: NOTHING_SETTLED }

export type ImportedRows = {
  readonly settled: SettledRows
  /** Null where nothing was to be stored and no import was opened before. */
  readonly importId: string | null
}

/**
 * The rows of a list as slices, in order, each to be stored as one atomic batch. A row is stored whole
 * or not at all; a bad row takes no good one with it: a slice that the database turns down is halved.
 * Where somebody else writes to the same part meanwhile, its rows are decided again. Begun anew with
 * the cursor of a slice that was stored, it goes on after that slice's rows.
 */
export async function* importSlices<T, W>(
  task: ImportTask<T, W>,
  given: {
    readonly importId: string
    /** True where the import is noted already; else it is opened with the first row stored. */
    readonly isOpen: boolean
    readonly from: ImportCursor
    readonly onSettled?: (rows: readonly Row<T, W>[]) => void
    readonly rowsPerSlice?: number
  },
): AsyncGenerator<JobSlice<ImportCursor>, ImportedRows, void> {
  const { ctx, result, kind } = task
  const { importId, isOpen, from, onSettled, rowsPerSlice = ROWS_PER_SLICE } = given
  const { records } = result
  const storing: Storing<T, W> = {
    ...{ task, importId, opened: isOpen },
    ...{ noted: from.done, settled: from.settled },
  }
  const plan = kind.planner('storing')
  let at = firstAfter(records, from.upTo)
  await hearAgain(task, { plan, upTo: at, rowsPerSlice })
  let size = rowsPerSlice
  let idle = 0
  while (at < records.length) {
    await ctx.giveWay()
    const version = await readVersion(ctx.db, kind.version)
    const next = records.slice(at, at + size)
    const done = at + next.length
    let rows = pair(next, await plan(next))
    try {
      yield* sliceOf(storing, { rows, version, done })
    } catch (error) {
      const answer = await answerTo(storing, { error, idle, rows: rows.length })
      if (answer === 'again') idle += 1
      if (answer === 'smaller') size = Math.ceil(rows.length / 2)
      if (answer !== 'refuse') continue
      rows = rows.map(({ record }) => ({ record, planned: notTaken(record) }))
      yield* sliceOf(storing, { rows, version, done })
    }
    onSettled?.(rows)
    at = done
    idle = 0
    size = Math.min(rowsPerSlice, size * 2)
  }
  const { settled, opened } = storing
  return { settled, importId: opened ? importId : null }
}

/** The first record after a row, which may itself be refused by the reader by now. */
function firstAfter(records: readonly ImportedRecord<unknown>[], upTo: RowPosition | null): number {
  if (upTo === null) return 0
  return records.findLastIndex(({ sheet, row }) => sheet === upTo.sheet && row <= upTo.row) + 1
}

/** Rows that are stored already are heard again, for what they said counts for those after them. */
async function hearAgain<T, W>(
  { ctx, result }: ImportTask<T, W>,
  given: {
    readonly plan: RowPlanner<T, W>
    readonly upTo: number
    readonly rowsPerSlice: number
  },
): Promise<void> {
  const { plan, upTo, rowsPerSlice } = given
  for (let at = 0; at < upTo; at += rowsPerSlice) {
    await ctx.giveWay()
    await plan(result.records.slice(at, Math.min(upTo, at + rowsPerSlice)))
  }
}

function pair<T, W>(
  records: readonly ImportedRecord<T>[],
  plan: readonly PlannedRow<W>[],
): Row<T, W>[] {
  return plan.flatMap((planned, index) => {
    const record = records[index]
    return record === undefined ? [] : [{ record, planned }]
  })
}

function notTaken<W>(record: ImportedRecord<unknown>): PlannedRow<W> {
  const field = { column: REPORT_COLUMNS.wholeRow, value: '' }
  return refuseRow(record, field, LIST_REPORT.notTaken)
}

/** What to do about rows that were not stored; throws what no other rows would help. */
async function answerTo<T, W>(
  { task, importId, opened, noted }: Storing<T, W>,
  given: { readonly error: unknown; readonly idle: number; readonly rows: number },
): Promise<'again' | 'smaller' | 'refuse'> {
  const { error, idle, rows } = given
  if (isGuardRefusal(error)) {
    const ours = importStandsAt({ id: importId, state: 'running', rowsDone: noted })
    // Somebody else goes on with the same import, or takes it back.
    if (opened && !(await readTruth(task.ctx.db, ours))) throw tooBusy()
    if (idle >= IDLE_ROUNDS) throw tooBusy()
    return 'again'
  }
  // Somebody stored the same meanwhile, unless deciding anew does not help: then a row is bad.
  if (isUniqueViolation(error) && idle < PATIENCE) return 'again'
  if (isDatabaseUnavailable(error)) throw error
  return rows > 1 ? 'smaller' : 'refuse'
}
