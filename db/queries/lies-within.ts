import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Bounds } from '../../worker/domain/access/bounds.ts'

/** A table of what lies somewhere. */
type Placed = { readonly provinceCode: SQLiteColumn; readonly communeCode: SQLiteColumn }

/** Holds for rows within bounds: of a place, or what `own` says an organisation has of them; none where it has none. */
export function liesWithin(
  table: Placed,
  bounds: Bounds,
  own: (organisationId: string) => SQL | undefined = () => sql`false`,
): SQL | undefined {
  if (bounds === null) return undefined
  if (bounds.kind === 'organisation') return own(bounds.organisationId)
  const { provinceCode, communeCode } = bounds
  return and(
    eq(table.provinceCode, provinceCode),
    communeCode === null ? undefined : eq(table.communeCode, communeCode),
  )
}
