import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'

/**
 * Visits (`v`) with their places (`s`) in the plans of a scope, for FROM with its WHERE begun. Plans are
 * few, so they come first; an organisation has none.
 */
export function visitsIn(scope: Bounds): SQL {
  const joined = sql`inspection_plan p CROSS JOIN inspection_visit v ON v.plan_id = p.id
    CROSS JOIN site s ON s.id = v.site_id`
  return sql`${joined} WHERE ${plansIn(scope)}${
    scope?.kind === 'place' && scope.communeCode !== null
      ? sql` AND s.commune_code = ${scope.communeCode}`
      : sql``
  }`
}

/** True for plans (`p`) whose visits may lie in a scope. */
export function plansIn(scope: Bounds): SQL {
  if (scope === null) return sql`true`
  return scope.kind === 'organisation' ? sql`false` : sql`p.province_code = ${scope.provinceCode}`
}
