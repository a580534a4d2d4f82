import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'

/**
 * True, in SQL, for a row within the bounds. The row has `organisation_id`, `province_code` and
 * `commune_code`; `alias` is what its table goes by, null for none.
 */
export function withinBounds(
  bounds: Bounds,
  alias: 's' | 'site' | 'r' | 'o' | 'p' | 'x' | null,
): SQL {
  if (bounds === null) return sql`true`
  const column = (name: string) => sql.raw(alias === null ? name : `${alias}.${name}`)
  if (bounds.kind === 'organisation') {
    return sql`${column('organisation_id')} = ${bounds.organisationId}`
  }
  const { provinceCode, communeCode } = bounds
  const inProvince = sql`${column('province_code')} = ${provinceCode}`
  return communeCode === null
    ? inProvince
    : sql`${inProvince} AND ${column('commune_code')} = ${communeCode}`
}
