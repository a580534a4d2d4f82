import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { VisitView } from '../../worker/domain/monitoring/kinds.ts'
import type { Database } from '../client.ts'
import { inspectionVisit, site } from '../schema/index.ts'
import { among } from './among.ts'
import { json, maybe, number, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { insertRows } from './insert-rows.ts'
import { listed } from './listed.ts'
import { pick } from './pick.ts'
import { isAfter } from './place-in-list.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

export type VisitRow = typeof inspectionVisit.$inferSelect

const ITEM = {
  ...getTableColumns(inspectionVisit),
  siteName: site.name,
  ...pick(site, 'organisationId', 'provinceCode', 'communeCode', 'communeName'),
  inspectorName: maybe(
    text(sql`(SELECT u.name FROM user u WHERE u.id = inspection_visit.inspector_id)`),
  ),
  year: number(sql`(SELECT p.year FROM inspection_plan p WHERE p.id = inspection_visit.plan_id)`),
  codes: json<
    readonly string[]
  >(sql`(SELECT json_group_array(k.code) FROM (SELECT c.code FROM code c
    WHERE c.site_id = site.id AND c.withdrawn_at IS NULL ORDER BY c.created_at DESC LIMIT 3) k)`),
}

/** A visit with the names of its place and of whoever has it. */
export type VisitItem = RowOf<typeof ITEM>

const NAMED = sql`inspection_visit JOIN site ON site.id = inspection_visit.site_id`

export function visitItems(db: Database, rest: SQL): Promise<VisitItem[]> {
  return rowsOf(db, ITEM, sql`${NAMED} ${rest}`)
}

export function readPlanVisit(db: Database, id: string): Promise<VisitItem | null> {
  return firstOf(visitItems(db, sql`WHERE inspection_visit.id = ${id} LIMIT 1`))
}

const OPEN = pick(inspectionVisit, 'id', 'version', 'state', 'plannedOn', 'inspectorId')

/** A visit still to be made, as far as putting it down as made asks. */
export type OpenVisit = RowOf<typeof OPEN>

/**
 * The visit that minutes of a place fulfil: the one they name where it is that place's and still open,
 * else the open one of the place whose time holds the day, the first due.
 */
export function readVisitToFinish(
  db: Database,
  made: {
    readonly siteId: string
    readonly provinceCode: string | null
    readonly visitId: string | null
    readonly day: string
  },
): Promise<OpenVisit | null> {
  const { siteId, provinceCode, visitId, day } = made
  const named = sql`SELECT n.id FROM inspection_visit n
    WHERE n.id = ${visitId} AND n.site_id = ${siteId} AND n.state = 'planned'`
  // A province has few plans, and each knows the visits of a place by index; `+` keeps to that one.
  const timely = sql`SELECT w.id FROM inspection_plan p
    CROSS JOIN inspection_visit w ON w.plan_id = p.id AND w.site_id = ${siteId}
    WHERE p.province_code = ${provinceCode} AND +w.state = 'planned'
      AND w.window_from <= ${day} AND w.due_on >= ${day} ORDER BY w.due_on, w.id LIMIT 1`
  return firstOf(
    rowsOf(db, OPEN, sql`inspection_visit WHERE id = coalesce((${named}), (${timely})) LIMIT 1`),
  )
}

const MOST_NAMED = 100

/** Visits by their ids, the first due first: as many as a page shows. */
export function listVisitsNamed(db: Database, ids: readonly string[]): Promise<VisitItem[]> {
  return visitItems(
    db,
    sql`WHERE inspection_visit.id IN ${among(ids)}
      ORDER BY inspection_visit.due_on, inspection_visit.id LIMIT ${MOST_NAMED}`,
  )
}

export type VisitFilter = {
  readonly view: VisitView
  readonly communeCode: string | null
  /** The inspector who has them; null for anybody. */
  readonly inspectorId: string | null
}

/** Visits of a plan by their last day, within a place. */
export function listPlanVisits(
  db: Database,
  asked: VisitFilter & {
    readonly planId: string
    readonly bounds: Bounds
    readonly today: string
    readonly after: { readonly dueOn: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<VisitItem[]> {
  const { planId, bounds, today, view, communeCode, inspectorId, after, limit } = asked
  const there = bounds?.kind === 'place' ? bounds.communeCode : null
  const parts: SQL[] = [
    sql`inspection_visit.plan_id = ${planId}`,
    VIEW_OF[view](today),
    ...[there, communeCode].flatMap((code) =>
      code === null ? [] : [sql`site.commune_code = ${code}`],
    ),
    ...(inspectorId === null ? [] : [sql`+inspection_visit.inspector_id = ${inspectorId}`]),
    isAfter('inspection_visit', ['dueOn', 'id'], after),
  ]
  return visitItems(
    db,
    sql`WHERE ${sql.join(parts, sql` AND `)}
      ORDER BY inspection_visit.due_on, inspection_visit.id LIMIT ${limit}`,
  )
}

const inState = (state: VisitRow['state']) => sql`inspection_visit.state = ${state}`

const VIEW_OF: Record<VisitView, (today: string) => SQL> = {
  open: () => inState('planned'),
  overdue: (today) => sql`${inState('planned')} AND inspection_visit.due_on < ${today}`,
  unassigned: () => sql`${inState('planned')} AND inspection_visit.inspector_id IS NULL`,
  done: () => inState('done'),
  cancelled: () => inState('cancelled'),
}

export function insertPlanVisits(db: Database, rows: readonly VisitRow[]): Statement {
  return insertRows(db, inspectionVisit, rows)
}

/** What a plan made again says anew of a visit. */
export type VisitRevision = Pick<
  VisitRow,
  | 'id'
  | 'kind'
  | 'why'
  | 'seasonName'
  | 'seasonFromOn'
  | 'seasonToOn'
  | 'windowFrom'
  | 'dueOn'
  | 'plannedOn'
  | 'inspectorId'
  | 'remindOn'
>

/** Says visits anew that nobody had; one that was cancelled by the plan is planned again. */
export function reviseVisits(db: Database, rows: readonly VisitRevision[]): Statement {
  const { rows: list, of, json: jsonOf } = listed(rows)
  return db.run(sql`UPDATE inspection_visit SET kind = ${of('kind')}, why = ${jsonOf('why')},
      season_name = ${of('seasonName')}, season_from_on = ${of('seasonFromOn')},
      season_to_on = ${of('seasonToOn')}, window_from = ${of('windowFrom')}, due_on = ${of('dueOn')}, planned_on = ${of('plannedOn')},
      inspector_id = ${of('inspectorId')}, remind_on = ${of('remindOn')}, state = 'planned',
      version = version + 1
    FROM ${list} WHERE inspection_visit.id = ${of('id')} AND inspection_visit.inspector_id IS NULL
      AND inspection_visit.state_reason IS NULL AND inspection_visit.state <> 'done'`)
}

/** Visits that the plan needs no more: cancelled without a reason of anybody's. */
export function dropVisits(db: Database, ids: readonly string[]): Statement {
  return db.run(sql`UPDATE inspection_visit SET state = 'cancelled', remind_on = NULL,
      version = version + 1
    WHERE id IN ${among(ids)} AND state = 'planned'
      AND inspector_id IS NULL AND planned_on IS NULL`)
}

/** A visit as it was seen. */
export type SeenVisit = Pick<VisitRow, 'id' | 'version'>

/** Holds while none of these was changed since it was seen, and all are still to be made. */
export function visitsAreOpen(seen: readonly SeenVisit[]): SQL {
  const { rows, of } = listed(seen)
  return sql`(SELECT count(*) FROM ${rows} CROSS JOIN inspection_visit v ON v.id = ${of('id')}
    WHERE v.version = ${of('version')} AND v.state = 'planned') = ${seen.length}`
}

/** Gives visits to somebody; without a day each keeps its own, or has its last one. */
export function giveVisits(
  db: Database,
  given: {
    readonly ids: readonly string[]
    readonly inspectorId: string
    readonly plannedOn: string | null
    readonly today: string
  },
): Statement {
  const { ids, inspectorId, plannedOn, today } = given
  const own = sql<string>`coalesce(${inspectionVisit.plannedOn}, max(${inspectionVisit.dueOn}, ${today}))`
  return changeVisits(db, ids, { inspectorId, plannedOn: plannedOn ?? own })
}

/** Puts a visit down as made; `inspectionId` names its minutes, `stateReason` why there are none. */
export function finishVisit(
  db: Database,
  made: Pick<VisitRow, 'id' | 'doneOn' | 'doneBy' | 'inspectionId' | 'stateReason'>,
): Statement {
  const { id, ...set } = made
  return changeVisits(db, [id], { ...set, state: 'done', remindOn: null })
}

export function moveVisit(
  db: Database,
  { id, plannedOn }: Pick<VisitRow, 'id' | 'plannedOn'>,
): Statement {
  return changeVisits(db, [id], { plannedOn })
}

export function cancelVisit(
  db: Database,
  { id, stateReason }: Pick<VisitRow, 'id' | 'stateReason'>,
): Statement {
  return changeVisits(db, [id], { stateReason, state: 'cancelled', remindOn: null })
}

function changeVisits(
  db: Database,
  ids: readonly string[],
  set: SQLiteUpdateSetSource<typeof inspectionVisit>,
): Statement {
  return db
    .update(inspectionVisit)
    .set({ ...set, version: sql`${inspectionVisit.version} + 1` })
    .where(sql`${inspectionVisit.id} IN ${among(ids)}`)
}
