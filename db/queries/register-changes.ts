import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { RegisterEntry } from './register-entries.ts'

/** Where a list of changes goes on: strictly after this one. */
export type ChangePosition = { readonly changedAt: number; readonly codeId: string }

export type RegisterChange = ChangePosition & {
  readonly code: string
  /** Null for a code that was taken out. */
  readonly entry: RegisterEntry | null
  /** When a code that was taken out was withdrawn, epoch milliseconds. */
  readonly withdrawnAt: number | null
}

/** Codes whose entries changed after a point, the earliest change first. */
export async function readRegisterChanges(
  db: Database,
  input: { readonly after: ChangePosition; readonly limit: number },
): Promise<RegisterChange[]> {
  const rows = await db.all<Omit<RegisterChange, 'entry'> & { entry: string | null }>(
    registerChangesQuery(input),
  )
  return rows.map((row) => ({
    ...row,
    entry: row.entry === null ? null : (JSON.parse(row.entry) as RegisterEntry),
  }))
}

export function registerChangesQuery(input: {
  readonly after: ChangePosition
  readonly limit: number
}): SQL {
  const { after, limit } = input
  return sql`SELECT h.changed_at AS changedAt, h.code_id AS codeId, c.code, r.entry,
      c.withdrawn_at AS withdrawnAt
    FROM register_change h JOIN code c ON c.id = h.code_id
    LEFT JOIN register_entry r ON r.code_id = h.code_id
    WHERE (h.changed_at, h.code_id) > (${after.changedAt}, ${after.codeId})
    ORDER BY h.changed_at, h.code_id LIMIT ${limit}`
}
