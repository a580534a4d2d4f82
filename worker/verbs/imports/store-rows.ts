import { isDatabaseUnavailable, isUniqueViolation } from '../../../db/errors.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import {
  importStandsAt,
  insertImportRun,
  noteImportProgress,
  setImportState,
} from '../../../db/queries/import-runs.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { readTruth, readVersion, runVersionedBatch } from '../../../db/queries/versioned-batch.ts'
import type { ImportedRecord } from '../../domain/sheet/records/import-result.ts'
import { vietnamDateOf } from '../../domain/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { actorText } from '../context.ts'
import { Problem } from '../errors.ts'
import { tooBusy } from '../guard/refusals.ts'
import type { ImportTally } from './import-tally.ts'
import { type PlannedRow, refuseRow } from './planned-row.ts'
import type { ImportTask } from './run-import.ts'

/** Rows in one atomic batch: few enough to be over in milliseconds, many enough to be fast. */
const ROWS_PER_BATCH = 200
/** Times the rows are decided anew without any of them getting in between. */
const IDLE_ROUNDS = 8
const PATIENCE = 3

type Row<T, W> = { readonly record: ImportedRecord<T>; readonly planned: PlannedRow<W> }

/** What the rounds share. */
type Storing<T, W> = {
  readonly task: ImportTask<T, W>
  readonly tally: ImportTally
  readonly importId: string
  readonly stored: W[]
  /** True once the import stands in the database. */
  opened: boolean
  version: string | null
  done: number
  /** Rows noted as done with the import. */
  noted: number
  /** Rounds since a row was stored. */
  idle: number
}

/** Why a stretch of rows ended: all in, somebody else wrote meanwhile, or one row was turned down. */
type Ending = 'all' | 'changed' | 'row_failed'

/**
 * Stores the rows of a task in order, deciding those that are left again whenever need be. The
 * import is opened with its first rows, unless it stands already.
 */
export async function storeRows<T, W>(
  task: ImportTask<T, W>,
  tally: ImportTally,
): Promise<{ importId: string | null; stored: readonly W[] }> {
  const { ctx, file } = task
  const storing: Storing<T, W> = {
    ...{ task, tally, importId: file.run?.id ?? ctx.newId(), stored: [] },
    ...{ opened: file.run !== undefined, version: null, done: 0, noted: 0, idle: 0 },
  }
  try {
    await storeRounds(storing)
  } catch (error) {
    if (!(error instanceof TakenOver)) await noteFailure(storing)
    throw error instanceof TakenOver ? tooBusy() : error
  }
  const { importId, stored, opened } = storing
  return { importId: opened ? importId : null, stored }
}

async function storeRounds<T, W>(storing: Storing<T, W>): Promise<void> {
  const { ctx, kind, result } = storing.task
  do {
    storing.version = await readVersion(ctx.db, kind.version)
    const rest = result.records.slice(storing.done)
    const plan = await kind.plan(rest)
    const before = storing.done
    const ending = await storeRound(storing, pair(rest, plan))
    storing.idle = storing.done > before ? 0 : storing.idle + 1
    if (ending === 'changed' && storing.idle >= IDLE_ROUNDS) throw tooBusy()
  } while (storing.done < result.records.length)
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

/** Stores rows until the end or until what they were decided from no longer holds. */
async function storeRound<T, W>(
  storing: Storing<T, W>,
  rows: readonly Row<T, W>[],
): Promise<Ending> {
  let from = 0
  while (from < rows.length) {
    let to = from
    let writes = 0
    while (to < rows.length && writes < ROWS_PER_BATCH) {
      if (isWrite(rows[to])) writes += 1
      to += 1
    }
    const ending = await storeStretch(storing, rows.slice(from, to))
    const { task, done } = storing
    task.file.onProgress?.({ done, total: task.result.records.length })
    if (ending !== 'all') return ending
    from = to
  }
  return 'all'
}

/**
 * One stretch as one atomic batch. Where the database turns it down for a reason of its own, halves
 * are tried, so that one row which cannot be stored takes no other with it.
 */
async function storeStretch<T, W>(
  storing: Storing<T, W>,
  rows: readonly Row<T, W>[],
): Promise<Ending> {
  const writes = rows.flatMap(({ planned }) => ('write' in planned ? [planned.write] : []))
  try {
    await writeStretch(storing, rows, writes)
    for (const { record, planned } of rows) storing.tally.settle(record, planned)
    storing.done += rows.length
    return 'all'
  } catch (error) {
    if (isGuardRefusal(error)) return checkStillOurs(storing)
    // Somebody stored the same meanwhile, unless deciding anew does not help: then the row is bad.
    if (isUniqueViolation(error) && storing.idle < PATIENCE) return 'changed'
    if (isDatabaseUnavailable(error)) throw interrupted(storing, error)
    const [first] = rows
    if (rows.length > 1 || first === undefined) return storeHalves(storing, rows)
    const field = { column: 'cả dòng', value: '' }
    const reason = 'Cơ sở dữ liệu không nhận dòng này; hãy báo người quản trị.'
    storing.tally.settle(first.record, refuseRow(first.record, field, reason))
    storing.done += 1
    return 'row_failed'
  }
}

async function storeHalves<T, W>(
  storing: Storing<T, W>,
  rows: readonly Row<T, W>[],
): Promise<Ending> {
  const middle = Math.ceil(rows.length / 2)
  const ending = await storeStretch(storing, rows.slice(0, middle))
  return ending === 'all' ? storeStretch(storing, rows.slice(middle)) : ending
}

async function writeStretch<T, W>(
  storing: Storing<T, W>,
  rows: readonly Row<T, W>[],
  writes: readonly W[],
): Promise<void> {
  const { ctx, kind } = storing.task
  const { importId, version, opened, done } = storing
  if (writes.length === 0 && !opened) return
  const statements: Statement[] = [...runStatements(storing, rows)]
  if (writes.length > 0) {
    const { sheet, row: fromRow } = rows[0]?.record ?? { sheet: '', row: 0 }
    statements.push(
      ...kind.statements(writes, importId),
      auditStatement(ctx, {
        action: `${kind.id}.import`,
        entity: 'import_run',
        entityId: importId,
        after: { sheet, fromRow, rows: writes.length },
      }),
    )
  }
  const expected = kind.version === null ? null : { sql: kind.version, value: version }
  storing.version = await runVersionedBatch(ctx.db, statements, expected)
  storing.opened = true
  storing.noted = done + rows.length
  for (const write of writes) storing.stored.push(write)
}

/** Opens the import, or makes sure that nobody else goes on with it; and notes how far it is then. */
function runStatements<T, W>(storing: Storing<T, W>, rows: readonly Row<T, W>[]): Statement[] {
  const { task, importId, opened, tally, done, noted } = storing
  const { ctx, file, sha256, kind, result } = task
  const counts = tally.progressWith(rows)
  const progress = { rowsDone: done + rows.length, rowsTotal: result.records.length }
  if (opened) {
    const ours = importStandsAt({ id: importId, state: 'running', rowsDone: noted })
    return [
      guardStatement(ctx.db, ours),
      noteImportProgress(ctx.db, { id: importId, ...progress, counts }),
    ]
  }
  return [
    insertImportRun(ctx.db, {
      id: importId,
      kind: kind.id,
      fileName: file.fileName.slice(0, 300),
      sha256,
      importedOn: vietnamDateOf(ctx.now()),
      createdAt: ctx.now(),
      actor: actorText(ctx.actor),
      counts,
      state: 'running',
      ...progress,
    }),
  ]
}

/** Somebody else goes on with the same import. */
class TakenOver extends Error {}

async function checkStillOurs<T, W>(storing: Storing<T, W>): Promise<'changed'> {
  const { task, importId, opened, noted } = storing
  if (!opened) return 'changed'
  const ours = importStandsAt({ id: importId, state: 'running', rowsDone: noted })
  if (await readTruth(task.ctx.db, ours)) return 'changed'
  throw new TakenOver()
}

/** So that nobody waits for it; where the database is away, the import is found as cut off. */
async function noteFailure<T, W>({ task, importId, opened }: Storing<T, W>): Promise<void> {
  if (!opened) return
  const { db } = task.ctx
  const failed = setImportState(db, { id: importId, from: 'running', to: 'failed' })
  await runBatch(db, [failed]).catch(() => undefined)
}

function isWrite(row: Row<unknown, unknown> | undefined): boolean {
  return row !== undefined && 'write' in row.planned
}

function interrupted<T, W>({ done, task }: Storing<T, W>, cause: unknown): Problem {
  const total = task.result.records.length
  return new Problem({
    code: 'unavailable',
    text: {
      vi: `Mất kết nối cơ sở dữ liệu sau khi xử lý ${done}/${total} dòng. Hãy nhập lại chính tệp này: dòng đã ghi sẽ không ghi lần nữa.`,
      en: `The database stopped answering after ${done} of ${total} rows. Import the same file again: stored rows are not stored twice.`,
      zh: `处理 ${done}/${total} 行后数据库失去连接。请重新导入同一文件，已写入的行不会重复写入。`,
    },
    cause,
  })
}
