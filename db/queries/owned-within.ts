import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import { withinBounds } from './within-bounds.ts'

/** Holds for what an organisation within the bounds owns; `owner` is the column that names it. */
export function ownedWithin(owner: SQLiteColumn | SQL, bounds: Bounds): SQL | undefined {
  if (bounds === null) return undefined
  if (bounds.kind === 'organisation') return sql`${owner} = ${bounds.organisationId}`
  return sql`${owner} IN (SELECT o.id FROM organisation o WHERE ${withinBounds(bounds, 'o')})`
}
