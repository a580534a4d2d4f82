import type { SQL } from 'drizzle-orm'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { ImportedRecord, ImportSuccess } from '../../domain/lists/records/import-result.ts'
import type { VerbContext } from '../context.ts'
import type { PlannedRow } from './planned-row.ts'

/** Decides rows of a list, the next ones each time it is called. */
export type RowPlanner<T, W> = (
  records: readonly ImportedRecord<T>[],
) => Promise<readonly PlannedRow<W>[]>

/** How one kind of list is read into the database. */
export type ImportKind<T, W> = {
  readonly id: 'codes' | 'diary' | 'batches' | 'protection'
  /**
   * A planner decides records in the order of the list, a few at a time, from the database as it is
   * then and what earlier records said, with a fixed number of reads however many there are. What
   * rows add is found in the database again where they are stored in between, and kept by the
   * planner in a dry run, where they are not.
   */
  readonly planner: (mode: 'storing' | 'dry') => RowPlanner<T, W>
  /** What some rows write, to stand in one atomic batch. */
  readonly statements: (writes: readonly W[], importId: string) => readonly Statement[]
  /** Differs whenever something a plan rests on was added; null where constraints tell by themselves. */
  readonly version: SQL | null
}

/** A list that was read, about to be stored or only looked at. */
export type ImportTask<T, W> = {
  readonly ctx: VerbContext
  readonly fileName: string
  readonly sha256: string
  readonly result: ImportSuccess<T>
  readonly kind: ImportKind<T, W>
}

/** Rows decided and stored at a time: few enough to be over in milliseconds, many enough to be fast. */
export const ROWS_PER_SLICE = 250
