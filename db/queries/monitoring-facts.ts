import { sql } from 'drizzle-orm'
import type { Risk } from '../../worker/domain/monitoring/kinds.ts'
import type { Database } from '../client.ts'
import {
  type inspectionPlan,
  inspectionVisit,
  member,
  monitoringRule,
  seasonWindow,
} from '../schema/index.ts'
import { decidingOn } from './deciding-decision.ts'
import { day, json, maybe, text } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

/** Places one plan has at most; a province with more is planned by commune. */
export const MOST_WATCHED = 20_000
const MOST_VISITS = 100_000
const MOST_RULES = 500
const MOST_INSPECTORS = 200

export type PlanPlace = Pick<
  typeof inspectionPlan.$inferSelect,
  'id' | 'year' | 'provinceCode' | 'communeCode'
>

const isRisk = (name: Risk, holds: ReturnType<typeof sql>) => sql`iif(${holds}, ${name}, NULL)`

/** Risks of a place, those that are none left out. */
const risksOf = (
  latelyOn: string,
) => sql`(SELECT json_group_array(r.value) FROM json_each(json_array(
    ${isRisk(
      'open_finding',
      sql`EXISTS (SELECT 1 FROM finding f WHERE f.about_kind = 'site' AND f.about_id = watched.site_id
        AND f.state <> 'closed')`,
    )},
    ${isRisk(
      'suspended_lately',
      sql`EXISTS (SELECT 1 FROM code c JOIN counted_decision e ON e.code_id = c.id
        WHERE c.site_id = watched.site_id AND e.status = 'suspended' AND e.effective_on >= ${latelyOn})`,
    )},
    ${isRisk(
      'never_checked',
      sql`NOT EXISTS (SELECT 1 FROM inspection_visit d
        WHERE d.site_id = watched.site_id AND d.state = 'done')
        AND NOT EXISTS (SELECT 1 FROM inspection i WHERE i.site_id = watched.site_id)`,
    )})) r WHERE r.value IS NOT NULL)`

const watchedFields = (latelyOn: string) => ({
  id: text(sql`watched.site_id`),
  communeCode: maybe(text(sql`watched.commune_code`)),
  crops: json<readonly string[]>(sql`(SELECT json_group_array(x.crop_folded) FROM site_crop x
    WHERE x.site_id = watched.site_id)`),
  markets: json<readonly string[]>(sql`watched.markets`),
  risks: json<readonly Risk[]>(risksOf(latelyOn)),
})

const RULE = pick(
  monitoringRule,
  ...(['id', 'communeCode', 'crop', 'cropFolded', 'market', 'risk'] as const),
  ...(['kind', 'perSeason', 'fromOn', 'toOn'] as const),
)

const WINDOW = {
  ...pick(seasonWindow, 'id', 'name', 'cropFolded'),
  fromOn: day(seasonWindow.fromOn),
  toOn: day(seasonWindow.toOn),
}

const INSPECTOR = {
  id: member.userId,
  // Who answers for the whole province in one office does, whatever another says.
  communeCode: maybe(
    text(sql`iif(sum(member.commune_code IS NULL) > 0, NULL, min(member.commune_code))`),
  ),
}

const STORED = pick(
  inspectionVisit,
  ...(['id', 'siteId', 'windowId', 'number', 'state', 'stateReason'] as const),
  ...(['inspectorId', 'plannedOn', 'windowFrom', 'dueOn'] as const),
)

/**
 * All that a plan is worked out from, in one round trip: places with an active code, rules and seasons
 * of the province, its inspectors, what stands in the plan already and what other plans of the year have.
 */
export async function readPlanFacts(
  db: Database,
  asked: { readonly plan: PlanPlace; readonly today: string; readonly latelyOn: string },
) {
  const { plan, today, latelyOn } = asked
  const { id, year, provinceCode, communeCode } = plan
  const inCommune = (column: ReturnType<typeof sql>) =>
    sql`(${column} IS NULL OR ${communeCode} IS NULL OR ${column} = ${communeCode})`
  const others = sql`inspection_plan q JOIN inspection_visit o ON o.plan_id = q.id
    WHERE q.province_code = ${provinceCode} AND q.id <> ${id}`
  const [sites, rules, windows, inspectors, existing, busy, elsewhere] = await db.batch([
    rowsOf(db, watchedFields(latelyOn), watchedSource({ plan, today })),
    rowsOf(
      db,
      RULE,
      sql`monitoring_rule WHERE (province_code IS NULL OR province_code = ${provinceCode})
        AND ${inCommune(sql`commune_code`)} AND from_on <= ${`${year + 1}-12-31`}
        ORDER BY id LIMIT ${MOST_RULES}`,
    ),
    rowsOf(
      db,
      WINDOW,
      sql`season_window WHERE (province_code IS NULL OR province_code = ${provinceCode})
        AND from_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}
        ORDER BY from_on, id LIMIT ${MOST_RULES}`,
    ),
    rowsOf(
      db,
      INSPECTOR,
      sql`member WHERE role = 'inspector' AND (province_code IS NULL OR province_code = ${provinceCode})
        AND ${inCommune(sql`commune_code`)} GROUP BY user_id ORDER BY user_id LIMIT ${MOST_INSPECTORS}`,
    ),
    rowsOf(
      db,
      STORED,
      sql`inspection_visit WHERE plan_id = ${id}
        ORDER BY site_id, window_id, number LIMIT ${MOST_VISITS}`,
    ),
    rowsOf(
      db,
      { inspectorId: text(sql`o.inspector_id`), plannedOn: text(sql`o.planned_on`) },
      sql`${others} AND o.state = 'planned' AND o.inspector_id IS NOT NULL
        AND o.planned_on >= ${today} LIMIT ${MOST_VISITS}`,
    ),
    rowsOf(
      db,
      { siteId: text(sql`o.site_id`), on: text(sql`coalesce(o.done_on, o.due_on)`) },
      sql`${others} AND q.year BETWEEN ${year - 1} AND ${year + 1} AND o.state <> 'cancelled'
        LIMIT ${MOST_VISITS}`,
    ),
  ])
  return { sites, rules, windows, inspectors, existing, busy, elsewhere }
}

/** Places of a plan with the markets in which a code of theirs is active today. */
export function watchedSource({
  plan: { provinceCode, communeCode },
  today,
}: {
  readonly plan: Pick<PlanPlace, 'provinceCode' | 'communeCode'>
  readonly today: string
}) {
  const here = withinBounds({ kind: 'place', provinceCode, communeCode }, 's')
  const decision = decidingOn({
    codeId: sql`c.id`,
    market: sql`m.market`,
    day: sql`${today}`,
  })
  return sql`(SELECT s.id AS site_id, s.commune_code, json_group_array(DISTINCT m.market) AS markets
      FROM site s JOIN code c ON c.site_id = s.id CROSS JOIN code_market m ON m.code_id = c.id
      JOIN code_status_event e ON e.id = ${decision}
      WHERE ${here} AND s.withdrawn_at IS NULL AND c.withdrawn_at IS NULL AND e.status = 'active'
        AND NOT EXISTS (SELECT 1 FROM code n WHERE n.supersedes_id = c.id)
      GROUP BY s.id LIMIT ${MOST_WATCHED + 1}) watched
    ORDER BY watched.site_id`
}
