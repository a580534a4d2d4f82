import { desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import {
  inspectionPlan,
  member,
  monitoringRule,
  organisation,
  seasonWindow,
  user,
} from '../schema/index.ts'
import { maybe, number, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { isStill } from './row-guards.ts'
import { changeOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'
import { unitName } from './unit-name.ts'

export type PlanRow = typeof inspectionPlan.$inferSelect

const MOST_PLANS = 100
const MOST_RULES = 200
const MOST_CELLS = 4_000

const ITEM = {
  ...getTableColumns(inspectionPlan),
  communeName: unitName('commune', inspectionPlan.communeCode),
  provinceName: unitName('province', inspectionPlan.provinceCode),
  authority: maybe(organisation.name),
}

export type PlanItem = RowOf<typeof ITEM>

const NAMED = sql`inspection_plan LEFT JOIN organisation
  ON organisation.id = inspection_plan.authority_id`

function itemsOf(db: Database, rest: SQL) {
  return rowsOf(db, ITEM, sql`${NAMED} ${rest}`)
}

export function readPlan(db: Database, id: string): Promise<PlanItem | null> {
  return firstOf(itemsOf(db, sql`WHERE inspection_plan.id = ${id} LIMIT 1`))
}

/** Plans within bounds, the newest year first. Whoever answers for a commune sees the province's too. */
export function listPlans(db: Database, bounds: Bounds): Promise<PlanItem[]> {
  return itemsOf(
    db,
    sql`WHERE ${planWithin(bounds)} ORDER BY inspection_plan.year DESC,
      inspection_plan.commune_code, inspection_plan.id LIMIT ${MOST_PLANS}`,
  )
}

function planWithin(bounds: Bounds): SQL {
  if (bounds === null) return sql`true`
  if (bounds.kind === 'organisation') return sql`false`
  const { provinceCode, communeCode } = bounds
  const there = sql`inspection_plan.province_code = ${provinceCode}`
  return communeCode === null
    ? there
    : sql`${there} AND (inspection_plan.commune_code IS NULL
        OR inspection_plan.commune_code = ${communeCode})`
}

/** Rules, or seasons, of a place and of everywhere, the newest first. */
export function listMonitoringRules(db: Database, bounds: Bounds) {
  return db
    .select()
    .from(monitoringRule)
    .where(ofProvince(monitoringRule.provinceCode, bounds))
    .orderBy(desc(monitoringRule.fromOn), monitoringRule.id)
    .limit(MOST_RULES)
}

export function listSeasonWindows(db: Database, bounds: Bounds) {
  return db
    .select()
    .from(seasonWindow)
    .where(ofProvince(seasonWindow.provinceCode, bounds))
    .orderBy(desc(seasonWindow.fromOn), seasonWindow.id)
    .limit(MOST_RULES)
}

type PlaceColumn = typeof monitoringRule.provinceCode | typeof seasonWindow.provinceCode

function ofProvince(column: PlaceColumn, bounds: Bounds): SQL | undefined {
  if (bounds?.kind !== 'place') return undefined
  return sql`(${column} IS NULL OR ${column} = ${bounds.provinceCode})`
}

const cellsOn = (today: string) => ({
  communeCode: maybe(text(sql`s.commune_code`)),
  communeName: maybe(text(sql`max(s.commune_name)`)),
  seasonName: maybe(text(sql`max(v.season_name)`)),
  seasonFromOn: text(sql`v.season_from_on`),
  seasonToOn: text(sql`v.season_to_on`),
  planned: number(sql`sum(v.state = 'planned')`),
  done: number(sql`sum(v.state = 'done')`),
  unassigned: number(sql`sum(v.state = 'planned' AND v.inspector_id IS NULL)`),
  overdue: number(sql`sum(v.state = 'planned' AND v.due_on < ${today})`),
})

/** One commune in one season of a plan. */
export type PlanCell = RowOf<ReturnType<typeof cellsOn>>

/** How far a plan is, by commune and season: at most so many of them. */
export function readPlanCells(
  db: Database,
  asked: { readonly planId: string; readonly bounds: Bounds; readonly today: string },
): Promise<PlanCell[]> {
  const { planId, bounds, today } = asked
  const there =
    bounds?.kind === 'place' && bounds.communeCode !== null
      ? sql`AND s.commune_code = ${bounds.communeCode}`
      : sql``
  return rowsOf(
    db,
    cellsOn(today),
    sql`inspection_visit v JOIN site s ON s.id = v.site_id
      WHERE v.plan_id = ${planId} AND v.state <> 'cancelled' ${there}
      GROUP BY s.commune_code, v.window_id
      ORDER BY max(s.commune_name), s.commune_code, v.season_from_on, v.window_id LIMIT ${MOST_CELLS}`,
  )
}

const MOST_INSPECTORS = 200

/** Whom visits of a plan may be given to, by name; one who answers for a commune alone with its code. */
export function listInspectors(
  db: Database,
  { provinceCode, communeCode }: Pick<PlanRow, 'provinceCode' | 'communeCode'>,
) {
  return db
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      organisation: organisation.name,
      communeCode: member.communeCode,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(organisation, eq(organisation.id, member.organizationId))
    .where(
      sql`${member.role} IN ('inspector', 'officer')
        AND (${member.provinceCode} IS NULL OR ${member.provinceCode} = ${provinceCode})
        AND (${member.communeCode} IS NULL OR ${communeCode} IS NULL
          OR ${member.communeCode} = ${communeCode})`,
    )
    .orderBy(user.name, user.id)
    .limit(MOST_INSPECTORS)
}

/** Holds while a place has no plan for a year. */
export function hasNoPlan(of: Pick<PlanRow, 'year' | 'provinceCode' | 'communeCode'>): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM inspection_plan WHERE province_code = ${of.provinceCode}
    AND year = ${of.year} AND commune_code IS ${of.communeCode})`
}

/** Holds while nobody worked out the plan since it was read. */
export const planIs = isStill(inspectionPlan, 'version')

/** That its visits were worked out now. */
export const notePlanMade = changeOf(inspectionPlan)
