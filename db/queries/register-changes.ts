import { eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { code, registerChange } from '../schema/index.ts'
import { json, maybe, type RowOf } from './fields.ts'
import { pick } from './pick.ts'
import { isAfter } from './place-in-list.ts'
import type { RegisterEntry } from './register-entries.ts'

const CHANGE = {
  ...pick(registerChange, 'changedAt', 'codeId'),
  code: code.code,
  /** Null for a code that was taken out. */
  entry: maybe(json<RegisterEntry>(sql`r.entry`)),
  /** When a code that was taken out was withdrawn, epoch milliseconds. */
  withdrawnAt: code.withdrawnAt,
}

export type RegisterChange = RowOf<typeof CHANGE>

/** Where a list of changes goes on: strictly after this one. */
export type ChangePosition = Pick<RegisterChange, 'changedAt' | 'codeId'>

/** Codes whose entries changed after a point, the earliest change first. */
export function readRegisterChanges(
  db: Database,
  { after, limit }: { readonly after: ChangePosition; readonly limit: number },
): Promise<RegisterChange[]> {
  const { changedAt, codeId } = registerChange
  return db
    .select(CHANGE)
    .from(registerChange)
    .innerJoin(code, eq(code.id, codeId))
    .leftJoin(sql`register_entry r`, sql`r.code_id = ${codeId}`)
    .where(isAfter(registerChange, ['changedAt', 'codeId'], after))
    .orderBy(changedAt, codeId)
    .limit(limit)
}
