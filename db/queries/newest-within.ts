import { and, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { batch, labelRun } from '../schema/index.ts'
import { ownedWithin } from './owned-within.ts'
import { isBefore } from './place-in-list.ts'
import { withinBounds } from './within-bounds.ts'

/** The last row of the page before. */
export type Older = { readonly createdAt: number; readonly id: string }

/** Tables with an index of the newest of each organisation. */
type Listed = typeof batch | typeof labelRun

/**
 * Rows of organisations within bounds. Of those of a place the newest of each are found first, as many as
 * a page holds, so that what is sorted does not grow with the years.
 */
export function newestWithin(
  table: Listed,
  asked: { readonly bounds: Bounds; readonly after: Older | null; readonly limit: number },
): SQL | undefined {
  const { bounds, after, limit } = asked
  if (bounds?.kind !== 'place') return ownedWithin(table.organisationId, bounds)
  const older = isBefore('x', ['createdAt', 'id'], after)
  return sql`${table.id} IN (
    SELECT newest.id FROM organisation o JOIN ${table} newest ON newest.id IN (
      SELECT x.id FROM ${table} x WHERE x.organisation_id = o.id AND ${older}
      ORDER BY x.created_at DESC, x.id DESC LIMIT ${limit})
    WHERE ${withinBounds(bounds, 'o')})`
}

/** What stands after that row in a list that begins with the newest; all of it for none. */
export function isOlder(table: Listed, after: Older | null): SQL | undefined {
  if (after === null) return undefined
  const { createdAt, id } = after
  return or(lt(table.createdAt, createdAt), and(eq(table.createdAt, createdAt), lt(table.id, id)))
}
