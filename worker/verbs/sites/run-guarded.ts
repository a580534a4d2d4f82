import type { SQL } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import type { Problem } from '../errors.ts'

/** Writes in one atomic batch if the condition holds at that moment; throws the refusal otherwise. */
export async function runGuarded(
  db: Database,
  input: {
    readonly condition: SQL
    readonly refusal: () => Problem
    readonly statements: readonly Statement[]
  },
): Promise<void> {
  try {
    await runBatch(db, [guardStatement(db, input.condition), ...input.statements])
  } catch (error) {
    throw isGuardRefusal(error) ? input.refusal() : error
  }
}
