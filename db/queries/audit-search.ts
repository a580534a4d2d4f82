import { eq, type SQL, sql } from 'drizzle-orm'
import type { AuditRow } from '../../worker/domain/audit/audit-row.ts'
import type { Database } from '../client.ts'
import { user } from '../schema/index.ts'
import { type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { rowsOf } from './rows-of.ts'

const TARGET = { entity: text(sql`named.entity`), entityId: text(sql`named.entityId`) }
export type AuditTarget = RowOf<typeof TARGET>

/** What the log is searched by; null leaves a filter out. */
export type AuditFilter = {
  /** Rows of any of these things; an empty list finds nothing. */
  readonly targets: readonly AuditTarget[] | null
  readonly actor: string | null
  readonly action: string | null
  /** Epoch milliseconds: from the first, before the second. */
  readonly from: number | null
  readonly to: number | null
  /** Only codes and sites of this place, lists that changed some, and lists by this actor; null for everything. */
  readonly bounds: {
    readonly provinceCode: string
    readonly communeCode: string | null
    readonly actor: string
  } | null
}

/** A row with the names of who acted and of what it is about, where they are known. */
export type AuditFoundRow = AuditRow & {
  readonly actorName: string | null
  readonly entityName: string | null
}

export type AuditPage = {
  readonly rows: readonly AuditFoundRow[]
  /** The last row looked at when looking stopped early; null when all were. */
  readonly stoppedAt: number | null
}

/** Rows one page looks at, at most, while it picks those of a place. */
export const MAX_EXAMINED_AUDIT = 3_000
/** Clocks of several machines differ: rows of a day may stand this many rows outside its bounds. */
const CLOCK_SLACK_ROWS = 1_000

/** Rows older than `before` that fit the filter, newest first, at most `limit` of them. */
export async function searchAuditRows(
  db: Database,
  input: { filter: AuditFilter; before: number; limit: number },
): Promise<AuditPage> {
  type Row = Omit<AuditFoundRow, 'seq'> & {
    seq: number | null
    examined: number
    last: number | null
  }
  if (input.filter.targets?.length === 0) return { rows: [], stoppedAt: null }
  // Claimed: what was looked at stands beside the rows, from a WITH that must come first.
  const found = await db.all<Row>(searchAuditQuery(input))
  const rows = found.flatMap((row) => (row.seq === null ? [] : [{ ...row, seq: row.seq }]))
  const first = found[0]
  const stopped = first !== undefined && first.examined >= MAX_EXAMINED_AUDIT
  return { rows, stoppedAt: stopped ? first.last : null }
}

/**
 * `examined` walks one index downwards and stops, `picked` applies the place, and only the rows of
 * the page are put together. Unary plus keeps the planner from walking an index out of order.
 */
export function searchAuditQuery(input: {
  filter: AuditFilter
  before: number
  limit: number
}): SQL {
  const { filter, before, limit } = input
  const conditions = sql.join([sql`l.seq < ${before}`, ...indexedConditions(filter)], sql` AND `)
  const window = filter.bounds === null ? limit : MAX_EXAMINED_AUDIT
  const place = filter.bounds === null ? sql`true` : inPlace(filter.bounds)
  return sql`WITH examined AS MATERIALIZED (
      SELECT l.seq FROM audit_log l WHERE ${conditions} ORDER BY l.seq DESC LIMIT ${window}),
    picked AS MATERIALIZED (
      SELECT w.seq FROM examined w CROSS JOIN audit_log l ON l.seq = w.seq WHERE ${place}
      ORDER BY w.seq DESC LIMIT ${limit})
    SELECT t.examined, t.last, l.seq, l.at, l.actor, l.action, l.entity, l.entity_id AS entityId,
      l.before, l.after, l.reason, l.source, ${ACTOR_NAME} AS actorName, ${ENTITY_NAME} AS entityName
    FROM (SELECT count(*) AS examined, min(seq) AS last FROM examined) t
    LEFT JOIN picked p ON true LEFT JOIN audit_log l ON l.seq = p.seq
    ORDER BY p.seq DESC`
}

function indexedConditions(filter: AuditFilter): SQL[] {
  const { targets, actor, action, from, to } = filter
  const conditions: SQL[] = []
  if (targets !== null) {
    const pairs = targets.map(({ entity, entityId }) => sql`(${entity}, ${entityId})`)
    conditions.push(sql`(l.entity, l.entity_id) IN (VALUES ${sql.join(pairs, sql`, `)})`)
  }
  if (actor !== null) {
    conditions.push(targets === null ? sql`l.actor = ${actor}` : sql`+l.actor = ${actor}`)
  }
  if (action !== null) {
    const other = targets !== null || actor !== null
    conditions.push(other ? sql`+l.action = ${action}` : sql`l.action = ${action}`)
  }
  if (from !== null) {
    conditions.push(sql`+l.at >= ${from}`)
    conditions.push(sql`l.seq >= coalesce((SELECT f.seq FROM audit_log f WHERE f.at >= ${from}
      ORDER BY f.at, f.seq LIMIT 1) - ${CLOCK_SLACK_ROWS}, 9e15)`)
  }
  if (to !== null) {
    conditions.push(sql`+l.at < ${to}`)
    conditions.push(sql`l.seq <= coalesce((SELECT t.seq FROM audit_log t WHERE t.at < ${to}
      ORDER BY t.at DESC, t.seq DESC LIMIT 1) + ${CLOCK_SLACK_ROWS}, 0)`)
  }
  return conditions
}

function inPlace(bounds: NonNullable<AuditFilter['bounds']>): SQL {
  const { provinceCode, communeCode, actor } = bounds
  const here =
    communeCode === null
      ? sql`s.province_code = ${provinceCode}`
      : sql`s.province_code = ${provinceCode} AND s.commune_code = ${communeCode}`
  const site = (id: SQL) => sql`EXISTS (SELECT 1 FROM site s WHERE s.id = ${id} AND ${here})`
  const code = (id: SQL) => sql`EXISTS (SELECT 1 FROM code c CROSS JOIN site s ON s.id = c.site_id
    WHERE c.id = ${id} AND ${here})`
  return sql`CASE l.entity
    WHEN 'site' THEN ${site(sql`l.entity_id`)}
    WHEN 'code' THEN ${code(sql`l.entity_id`)}
    WHEN 'case' THEN EXISTS (SELECT 1 FROM case_file s WHERE s.id = l.entity_id AND ${here})
    WHEN 'finding' THEN EXISTS (SELECT 1 FROM finding s WHERE s.id = l.entity_id AND ${here})
    WHEN 'inspection_plan' THEN EXISTS (SELECT 1 FROM inspection_plan s
      WHERE s.id = l.entity_id AND ${here})
    WHEN 'inspection_visit' THEN ${site(sql`(SELECT v.site_id FROM inspection_visit v
      WHERE v.id = l.entity_id)`)}
    WHEN 'application' THEN EXISTS (SELECT 1 FROM application s
      WHERE s.id = l.entity_id AND ${here})
    WHEN 'inspection' THEN EXISTS (SELECT 1 FROM inspection s WHERE s.id = l.entity_id AND ${here})
    WHEN 'inspection_form' THEN EXISTS (SELECT 1 FROM inspection_form f
      WHERE f.id = l.entity_id AND f.province_code = ${provinceCode})
    WHEN 'import_run' THEN l.actor = ${actor} OR EXISTS (
      SELECT 1 FROM (SELECT entity, entity_id FROM import_change
        WHERE import_id = l.entity_id ORDER BY seq LIMIT ${CHANGES_LOOKED_AT}) h
      WHERE CASE h.entity
        WHEN 'site' THEN ${site(sql`h.entity_id`)}
        WHEN 'code' THEN ${code(sql`h.entity_id`)}
        WHEN 'code_status_event' THEN ${code(sql`(SELECT e.code_id FROM code_status_event e
          WHERE e.id = h.entity_id)`)}
        ELSE false END)
    ELSE false END`
}

/** A list is of one place as a rule, so its first changes tell whose it is. */
const CHANGES_LOOKED_AT = 40

const ACTOR_NAME = sql`CASE
  WHEN l.actor LIKE 'user:%' THEN (SELECT u.name FROM user u WHERE u.id = substr(l.actor, 6))
  WHEN l.actor LIKE 'token:%' THEN (SELECT k.name FROM api_token k WHERE k.id = substr(l.actor, 7))
  END`

const ENTITY_NAME = sql`CASE l.entity
  WHEN 'code' THEN (SELECT x.code FROM code x WHERE x.id = l.entity_id)
  WHEN 'site' THEN (SELECT x.name FROM site x WHERE x.id = l.entity_id)
  WHEN 'organisation' THEN (SELECT x.name FROM organisation x WHERE x.id = l.entity_id)
  WHEN 'product' THEN (SELECT x.name FROM product x WHERE x.id = l.entity_id)
  WHEN 'case' THEN (SELECT printf('%s-%d-%04d', x.number_space, x.year, x.sequence)
    FROM case_file x WHERE x.id = l.entity_id)
  WHEN 'application' THEN (SELECT printf('HS-%s-%d-%04d', x.number_space, x.year, x.sequence)
    FROM application x WHERE x.id = l.entity_id)
  WHEN 'finding' THEN (SELECT x.shown FROM finding x WHERE x.id = l.entity_id)
  WHEN 'inspection_visit' THEN (SELECT s.name FROM inspection_visit x
    CROSS JOIN site s ON s.id = x.site_id WHERE x.id = l.entity_id)
  WHEN 'inspection' THEN (SELECT p.name FROM inspection x CROSS JOIN site p ON p.id = x.site_id
    WHERE x.id = l.entity_id)
  WHEN 'inspection_form' THEN (SELECT printf('%s %d', x.form_id, x.version)
    FROM inspection_form x WHERE x.id = l.entity_id)
  WHEN 'batch' THEN (SELECT x.ref FROM batch x WHERE x.id = l.entity_id)
  WHEN 'user' THEN (SELECT x.name FROM user x WHERE x.id = l.entity_id)
  WHEN 'member' THEN (SELECT u.name FROM member x CROSS JOIN user u ON u.id = x.user_id
    WHERE x.id = l.entity_id)
  WHEN 'api_token' THEN (SELECT x.name FROM api_token x WHERE x.id = l.entity_id)
  WHEN 'import_run' THEN (SELECT x.file_name FROM import_run x WHERE x.id = l.entity_id)
  END`

const MAX_TARGETS = 30

/**
 * What a typed text may name: a code by its search key, the place it was granted to and the lists
 * that changed it, places whose folded name begins so, a batch by its REF and its runs.
 */
export function findAuditTargets(
  db: Database,
  input: { searchKey: string; nameFolded: string; ref: string | null },
): Promise<AuditTarget[]> {
  const { searchKey, nameFolded, ref } = input
  return rowsOf(
    db,
    TARGET,
    sql`(SELECT * FROM (SELECT 'code' AS entity, id AS entityId FROM code
      WHERE search_key = ${searchKey} LIMIT ${MAX_TARGETS})
    UNION SELECT * FROM (SELECT 'site', site_id FROM code
      WHERE search_key = ${searchKey} LIMIT ${MAX_TARGETS})
    UNION SELECT * FROM (SELECT 'import_run', e.import_id FROM code c
      CROSS JOIN code_status_event e ON e.code_id = c.id
      WHERE c.search_key = ${searchKey} AND e.import_id IS NOT NULL LIMIT ${MAX_TARGETS})
    UNION SELECT * FROM (SELECT 'import_run', h.import_id FROM code c
      CROSS JOIN import_change h ON h.entity = 'code' AND h.entity_id = c.id
      WHERE c.search_key = ${searchKey} LIMIT ${MAX_TARGETS})
    UNION SELECT * FROM (SELECT 'site', id FROM site
      WHERE name_folded >= ${nameFolded} AND name_folded < ${`${nameFolded}\u{10ffff}`}
        AND ${nameFolded} <> '' LIMIT ${MAX_TARGETS})
    UNION SELECT 'batch', id FROM batch WHERE ref = ${ref}
    UNION SELECT * FROM (SELECT 'label_run', r.id FROM batch b
      CROSS JOIN label_run r ON r.batch_id = b.id WHERE b.ref = ${ref} LIMIT ${MAX_TARGETS})) named`,
  )
}

/** The account of an e-mail address, as it stands in the log; null when there is none. */
export async function findActorByEmail(db: Database, email: string): Promise<string | null> {
  const row = await firstOf(db.select({ id: user.id }).from(user).where(eq(user.email, email)))
  return row === null ? null : `user:${row.id}`
}
