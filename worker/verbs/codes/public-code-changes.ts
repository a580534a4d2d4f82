import type { Database } from '../../../db/client.ts'
import { type ChangePosition, readRegisterChanges } from '../../../db/queries/register-changes.ts'
import type { PublicCodeSummary } from '../../domain/codes/public-code.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { registerItem } from './register-item.ts'

export type CodeChanges = {
  /** Codes as they stand today. */
  readonly items: readonly PublicCodeSummary[]
  /** Codes that were taken out of the register since. */
  readonly withdrawn: readonly { readonly code: string; readonly withdrawnOn: string }[]
  readonly nextCursor: string | null
}

/**
 * What the public register says otherwise than at `since`, the earliest change first; a code that
 * changed twice is told once. A status that begins on a later day is a change of the day on which it
 * was recorded. Throws `invalid_input` for a cursor that this list did not give.
 */
export async function codeChanges(input: {
  readonly db: Database
  readonly since: number
  readonly cursor: string | null
  readonly limit: number
  /** Asia/Ho_Chi_Minh. */
  readonly today: string
}): Promise<CodeChanges> {
  const { db, since, cursor, limit, today } = input
  // Ids are never empty, so what changed at that very moment is among them.
  const after = cursor === null ? { changedAt: since, codeId: '' } : readPosition(cursor)
  const read = await readRegisterChanges(db, { after, limit: limit + 1 })
  const { rows, nextCursor } = pageOf(read, {
    limit,
    keysOf: ({ changedAt, codeId }) => [String(changedAt), codeId],
  })
  return {
    items: rows.flatMap(({ entry }) => (entry === null ? [] : [registerItem(entry, today)])),
    withdrawn: rows.flatMap(({ entry, code, withdrawnAt, changedAt }) =>
      entry === null ? [{ code, withdrawnOn: vietnamDateOf(withdrawnAt ?? changedAt) }] : [],
    ),
    nextCursor,
  }
}

function readPosition(cursor: string): ChangePosition {
  const [at = '', codeId = ''] = decodeCursor(cursor, 2)
  return { changedAt: wholeKey(at), codeId }
}
