import type { Database } from '../../../db/client.ts'
import { type ChangePosition, readRegisterChanges } from '../../../db/queries/register-changes.ts'
import type { PublicCodeSummary } from '../../domain/codes/public-code.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { decodeCursor, encodeCursor, wholeKey } from '../documents/list-cursor.ts'
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
  const rows = await readRegisterChanges(db, { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.flatMap(({ entry }) => (entry === null ? [] : [registerItem(entry, today)])),
    withdrawn: page.flatMap(({ entry, code, withdrawnAt, changedAt }) =>
      entry === null ? [{ code, withdrawnOn: vietnamDateOf(withdrawnAt ?? changedAt) }] : [],
    ),
    nextCursor: last === undefined ? null : encodeCursor([String(last.changedAt), last.codeId]),
  }
}

function readPosition(cursor: string): ChangePosition {
  const [at = '', codeId = ''] = decodeCursor(cursor, 2)
  return { changedAt: wholeKey(at), codeId }
}
