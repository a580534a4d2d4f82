import { sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { maybe, number, type RowOf, text } from './fields.ts'
import { rowsOf } from './rows-of.ts'

const MOST_CELLS = 4_000

const RESULT = {
  communeName: maybe(text(sql`max(p.commune_name)`)),
  seasonName: maybe(text(sql`max(p.season_name)`)),
  seasonFromOn: text(sql`p.season_from_on`),
  seasonToOn: text(sql`p.season_to_on`),
  sites: number(sql`count(*)`),
  visits: number(sql`sum(p.visits)`),
  done: number(sql`sum(p.done)`),
  overdue: number(sql`sum(p.overdue)`),
  /** Places that somebody inspected in the season, by the plan or not. */
  inspected: number(sql`sum(p.minutes > 0)`),
  minutes: number(sql`sum(p.minutes)`),
  failed: number(sql`sum(p.failed)`),
  samples: number(sql`sum(p.samples)`),
  findings: number(sql`sum(p.findings)`),
  mended: number(sql`sum(p.mended)`),
}

/** What came of a plan in one commune in one season. */
export type PlanResult = RowOf<typeof RESULT>

/** What came of a plan, by commune and season: each place of it is looked up by index. */
export function readPlanResults(
  db: Database,
  asked: { readonly planId: string; readonly bounds: Bounds; readonly today: string },
): Promise<PlanResult[]> {
  const { planId, bounds, today } = asked
  const there =
    bounds?.kind === 'place' && bounds.communeCode !== null
      ? sql`AND s.commune_code = ${bounds.communeCode}`
      : sql``
  const within = (day: string) => sql`${sql.raw(day)} BETWEEN v.season_from_on AND v.season_to_on`
  const minutes = sql`FROM inspection i WHERE i.site_id = v.site_id AND ${within('i.inspected_on')}`
  const findings = sql`FROM finding f WHERE f.about_kind = 'site' AND f.about_id = v.site_id
    AND ${within('f.found_on')} AND f.outcome IS NOT 'unfounded'`
  return rowsOf(
    db,
    RESULT,
    sql`(SELECT s.commune_code, s.commune_name, v.window_id, v.season_name, v.season_from_on,
        v.season_to_on, count(*) AS visits, sum(v.state = 'done') AS done,
        sum(v.state = 'planned' AND v.due_on < ${today}) AS overdue,
        (SELECT count(*) ${minutes}) AS minutes,
        (SELECT count(*) ${minutes} AND i.outcome = 'failed') AS failed,
        (SELECT count(*) FROM residue_sample r WHERE r.site_id = v.site_id
          AND ${within('r.taken_on')}) AS samples,
        (SELECT count(*) ${findings}) AS findings,
        (SELECT count(*) ${findings} AND f.state = 'closed') AS mended
      FROM inspection_visit v JOIN site s ON s.id = v.site_id
      WHERE v.plan_id = ${planId} AND v.state <> 'cancelled' ${there}
      GROUP BY v.site_id, v.window_id) p
      GROUP BY p.commune_code, p.window_id
      ORDER BY max(p.commune_name), p.commune_code, p.season_from_on, p.window_id
      LIMIT ${MOST_CELLS}`,
  )
}
