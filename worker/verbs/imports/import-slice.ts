import { sql } from 'drizzle-orm'
import { guardStatement } from '../../../db/queries/guard-statement.ts'
import {
  importStandsAt,
  insertImportRun,
  noteImportProgress,
} from '../../../db/queries/import-runs.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { JobSlice } from '../background/job-kind.ts'
import { actorText } from '../context.ts'
import type { ImportTask } from './import-kind.ts'
import type { RowPosition } from './import-report.ts'
import type { PlannedRow } from './planned-row.ts'
import { countsOf, type SettledRows, withRows } from './settled-rows.ts'

/** Where an import goes on: after which row, and what became of those before. */
export type ImportCursor = {
  /** Null before the first row. */
  readonly upTo: RowPosition | null
  readonly done: number
  readonly settled: SettledRows
}

export type Row<T, W> = {
  readonly record: ImportedRecord<T>
  readonly planned: PlannedRow<W>
}

/** A list that is being stored. */
export type Storing<T, W> = {
  readonly task: ImportTask<T, W>
  readonly importId: string
  /** True once the import stands in the database. */
  opened: boolean
  /** Rows noted as done with the import. */
  noted: number
  settled: SettledRows
}

/**
 * Gives rows as one slice to be stored, where there is anything to store, and takes them for settled
 * once it is. A refusal of the slice is thrown out, with nothing changed.
 */
export async function* sliceOf<T, W>(
  storing: Storing<T, W>,
  given: {
    readonly rows: readonly Row<T, W>[]
    /** What the kind's version was when the rows were decided. */
    readonly version: string | null
    /** Rows of the list that are through with these. */
    readonly done: number
  },
): AsyncGenerator<JobSlice<ImportCursor>, void, void> {
  const { rows, version, done } = given
  const { db } = storing.task.ctx
  const { kind, result } = storing.task
  const settled = withRows(storing.settled, rows)
  const last = rows.at(-1)?.record
  const isWorth = storing.opened || rows.some(({ planned }) => 'write' in planned)
  if (last !== undefined && isWorth) {
    const asDecided =
      kind.version === null ? [] : [guardStatement(db, sql`${kind.version} IS ${version}`)]
    yield {
      statements: [
        ...asDecided,
        ...runStatements(storing, { settled, done }),
        ...writeStatements(storing, rows),
      ],
      cursor: { upTo: { sheet: last.sheet, row: last.row }, done, settled },
      ...{ done, total: result.records.length },
    }
    storing.opened = true
    storing.noted = done
  }
  storing.settled = settled
}

/** Opens the import, or makes sure that nobody else goes on with it; and notes how far it is then. */
function runStatements<T, W>(
  storing: Storing<T, W>,
  { settled, done }: { readonly settled: SettledRows; readonly done: number },
): Statement[] {
  const { task, importId: id, opened, noted: rowsDone } = storing
  const { ctx, fileName, sha256, kind, result } = task
  const { db } = ctx
  const counts = countsOf(result, settled)
  const progress = { rowsDone: done, rowsTotal: result.records.length }
  if (opened) {
    return [
      guardStatement(db, importStandsAt({ id, state: 'running', rowsDone })),
      noteImportProgress(db, { id, ...progress, counts }),
    ]
  }
  return [
    insertImportRun(db, {
      ...{
        id,
        kind: kind.id,
        fileName: mendText(fileName).slice(0, 300).toWellFormed(),
        sha256,
        state: 'running',
      },
      ...{ importedOn: vietnamDateOf(ctx.now()), createdAt: ctx.now() },
      actor: actorText(ctx.actor),
      counts,
      ...progress,
    }),
  ]
}

function writeStatements<T, W>(
  { task, importId }: Storing<T, W>,
  rows: readonly Row<T, W>[],
): Statement[] {
  const { ctx, kind } = task
  const writes = rows.flatMap(({ planned }) => ('write' in planned ? [planned.write] : []))
  const first = rows[0]?.record
  if (writes.length === 0 || first === undefined) return []
  return [
    ...kind.statements(writes, importId),
    auditStatement(ctx, {
      action: `${kind.id}.import`,
      entity: 'import_run',
      entityId: importId,
      after: { sheet: first.sheet, fromRow: first.row, rows: writes.length },
    }),
  ]
}
