import { eq } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { importRun } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type ImportRunRow = typeof importRun.$inferInsert

/** Notes a file that is being read in; to stand in the batch with its first rows. */
export function insertImportRun(db: Database, row: ImportRunRow): Statement {
  return db.insert(importRun).values(row)
}

/** Corrects the counts once all rows are in, where they came out otherwise than planned. */
export function updateImportCounts(
  db: Database,
  input: { readonly id: string; readonly counts: unknown },
): Statement {
  return db.update(importRun).set({ counts: input.counts }).where(eq(importRun.id, input.id))
}
