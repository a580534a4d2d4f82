import { type SQL, sql } from 'drizzle-orm'
import type { InspectionOutcome } from '../../worker/domain/inspections/kinds.ts'
import type { KitFinding, KitPaper } from '../../worker/domain/monitoring/kit-visit.ts'
import type { Database } from '../client.ts'
import { inspectionVisit, organisation, site } from '../schema/index.ts'
import { json, maybe, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

/** Beside a place, at most: what somebody reads on the way. */
const MOST_BESIDE = 5

const findings = sql`(SELECT json_group_array(json_object('id', f.id, 'text', f.text,
    'action', f.action, 'dueOn', f.due_on)) FROM (SELECT o.id, substr(o.text, 1, 300) AS text,
      substr(o.action, 1, 300) AS action, o.due_on FROM finding o
    WHERE o.about_kind = 'site' AND o.about_id = site.id AND o.state <> 'closed'
    ORDER BY coalesce(o.due_on, '9999'), o.id LIMIT ${MOST_BESIDE}) f)`

const papers = (soonOn: string) => sql`(SELECT json_group_array(json_object('kind', n.kind,
    'number', n.number, 'expiresOn', n.expires_on)) FROM (SELECT x.kind, x.number, x.expires_on
    FROM certification x WHERE x.organisation_id = site.organisation_id AND x.state = 'confirmed'
      AND x.batch_id IS NULL AND x.expires_on <= ${soonOn}
    ORDER BY x.expires_on DESC, x.id LIMIT ${MOST_BESIDE}) n)`

/** Where a place is: its own point, else the middle of its boundary. */
const middle = (axis: 'lat' | 'lng') => {
  const [least, most] =
    axis === 'lat' ? [sql`b.min_lat`, sql`b.max_lat`] : [sql`b.min_lng`, sql`b.max_lng`]
  return sql`(SELECT (${least} + ${most}) / 2 FROM site_boundary b WHERE b.site_id = site.id
    ORDER BY b.recorded_at DESC LIMIT 1)`
}

/** Of the last visit that was made to a place. */
const lastOf = (what: SQL) => sql`(SELECT ${what} FROM inspection_visit d
  WHERE d.site_id = site.id AND d.state = 'done' ORDER BY d.done_on DESC, d.id LIMIT 1)`

/** The last minutes of a place, whether or not a visit of a plan was meant. */
const lastInspection = sql`(SELECT json_object('on', i.inspected_on, 'outcome', i.outcome)
  FROM inspection i WHERE i.site_id = site.id ORDER BY i.inspected_on DESC, i.rowid DESC LIMIT 1)`

const fieldsOn = (soonOn: string) => ({
  ...pick(inspectionVisit, 'id', 'kind', 'dueOn', 'siteId'),
  plannedOn: text(sql`inspection_visit.planned_on`),
  site: site.name,
  ...pick(site, 'hamlet', 'communeName'),
  holder: organisation.name,
  codes: json<
    readonly string[]
  >(sql`(SELECT json_group_array(k.code) FROM (SELECT c.code FROM code c
    WHERE c.site_id = site.id AND c.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM code n WHERE n.supersedes_id = c.id)
    ORDER BY c.created_at, c.id LIMIT ${MOST_BESIDE}) k)`),
  crops: json<readonly string[]>(sql`(SELECT json_group_array(x.crop) FROM (SELECT y.crop
    FROM site_crop y WHERE y.site_id = site.id ORDER BY y.crop_folded LIMIT ${MOST_BESIDE}) x)`),
  point: json<{
    lat: number | null
    lng: number | null
  }>(sql`json_object('lat', coalesce(site.lat, ${middle('lat')}),
        'lng', coalesce(site.lng, ${middle('lng')}))`),
  lastCheckOn: maybe(text(lastOf(sql`d.done_on`))),
  lastMinutes: maybe(text(lastOf(sql`substr(d.state_reason, 1, 200)`))),
  lastInspection: maybe(
    json<{ readonly on: string; readonly outcome: InspectionOutcome }>(lastInspection),
  ),
  findings: json<readonly KitFinding[]>(findings),
  papers: json<readonly KitPaper[]>(papers(soonOn)),
})

export type DayVisitRow = RowOf<ReturnType<typeof fieldsOn>>

/** What somebody has on their way up to a day, what was left undone before first. */
export function listVisitsOf(
  db: Database,
  asked: {
    readonly inspectorId: string
    readonly untilOn: string
    /** Papers that run out by then are worth asking for. */
    readonly soonOn: string
    readonly limit: number
  },
): Promise<DayVisitRow[]> {
  const { inspectorId, untilOn, soonOn, limit } = asked
  return rowsOf(
    db,
    fieldsOn(soonOn),
    sql`inspection_visit JOIN site ON site.id = inspection_visit.site_id
      JOIN organisation ON organisation.id = site.organisation_id
      WHERE inspection_visit.inspector_id = ${inspectorId} AND inspection_visit.state = 'planned'
        AND inspection_visit.planned_on <= ${untilOn}
      ORDER BY inspection_visit.planned_on, inspection_visit.id LIMIT ${limit}`,
  )
}
