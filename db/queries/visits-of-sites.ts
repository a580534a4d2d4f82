import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { among } from './among.ts'
import { type VisitItem, visitItems } from './visits.ts'

/** Visits still to be made to a place, the first due first. */
export function listOpenVisitsOfSite(
  db: Database,
  { siteId, limit }: { readonly siteId: string; readonly limit: number },
): Promise<VisitItem[]> {
  return visitItems(
    db,
    sql`WHERE inspection_visit.site_id = ${siteId} AND inspection_visit.state = 'planned'
      ORDER BY inspection_visit.due_on, inspection_visit.id LIMIT ${limit}`,
  )
}

/** Visits of the places of one list. */
const MOST_AT = 5_000

/** Visits of a plan still to be made to any of some places, the first due first. */
export function listOpenVisitsAt(
  db: Database,
  { planId, siteIds }: { readonly planId: string; readonly siteIds: readonly string[] },
): Promise<VisitItem[]> {
  return visitItems(
    db,
    sql`WHERE inspection_visit.site_id IN ${among([...new Set(siteIds)])}
      AND inspection_visit.plan_id = ${planId} AND inspection_visit.state = 'planned'
      ORDER BY inspection_visit.due_on, inspection_visit.id LIMIT ${MOST_AT}`,
  )
}
