import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { flag, number } from './fields.ts'
import { fromTheEnd, inOrder, isBehind, type ListOrder, type ListPlace } from './list-order.ts'
import type { OrganisationRow } from './organisations.ts'
import { rowOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

export type OrganisationListRow = Pick<
  OrganisationRow,
  'id' | 'name' | 'kind' | 'communeName' | 'provinceName' | 'suspendedOn'
> & {
  /** What the list is ordered by. */
  readonly sortKey: string | number
}

/** Ways in which organisations are listed. */
export const ORGANISATION_ORDERS = {
  name: { key: sql`name_folded`, isNumber: false, isDescending: false },
  nameBack: { key: sql`name_folded`, isNumber: false, isDescending: true },
  newest: { key: sql`created_at`, isNumber: true, isDescending: true },
} as const satisfies Record<string, ListOrder>
export type OrganisationOrder = keyof typeof ORGANISATION_ORDERS

export type OrganisationPage = {
  readonly rows: readonly OrganisationListRow[]
  /** The last row looked at when looking stopped early; null when all were. */
  readonly stoppedAt: ListPlace | null
}

/** Names one page looks at, at most: words within a name have no index of their own. */
export const MAX_EXAMINED_ORGANISATIONS = 20_000

type Asked = {
  bounds: Bounds
  /** Folded words, each to be found somewhere in the name. */
  words: readonly string[]
  kind: string | null
  after: ListPlace | null
  /** By name where left out. */
  order?: OrganisationOrder
  limit: number
}

/** Organisations after `after` in their order, at most `limit` of them. */
export async function listOrganisations(db: Database, asked: Asked): Promise<OrganisationPage> {
  type Row = OrganisationListRow & {
    examined: number
    lastKey: string | number | null
    lastId: string | null
  }
  // Claimed: what was looked at stands beside the rows, from a WITH that must come first.
  const rows = await db.all<Row>(listOrganisationsQuery(asked))
  const first = rows[0]
  const stopped = first !== undefined && first.examined >= MAX_EXAMINED_ORGANISATIONS
  return {
    rows: rows.filter((row) => row.id !== null),
    stoppedAt:
      stopped && first.lastKey !== null && first.lastId !== null
        ? { key: first.lastKey, id: first.lastId }
        : null,
  }
}

export function listOrganisationsQuery({
  bounds,
  words,
  kind,
  after,
  limit,
  ...asked
}: Asked): SQL {
  const order = ORGANISATION_ORDERS[asked.order ?? 'name']
  const where = conditionsOf({ bounds, words, kind })
  const own = { key: sql`sort_key`, id: sql`id` }
  const wants = words.length > 0 || kind !== null || bounds !== null
  return sql`WITH examined AS MATERIALIZED (
      SELECT id, name, name_folded, kind, commune_name, province_name, commune_code, province_code,
        suspended_on, ${order.key} AS sort_key
      FROM organisation WHERE ${isBehind(order, after)}
      ORDER BY ${inOrder(order, { key: order.key, id: sql`id` })} LIMIT ${wants ? MAX_EXAMINED_ORGANISATIONS : limit}),
    picked AS (SELECT * FROM examined o WHERE ${where}
      ORDER BY ${inOrder(order, own)} LIMIT ${limit})
    SELECT p.id, p.name, p.sort_key AS sortKey, p.kind, p.commune_name AS communeName,
      p.province_name AS provinceName, p.suspended_on AS suspendedOn, t.examined,
      t.last ->> 0 AS lastKey, t.last ->> 1 AS lastId
    FROM (SELECT count(*) AS examined,
        (SELECT json_array(sort_key, id) FROM examined
          ORDER BY ${fromTheEnd(order, own)} LIMIT 1) AS last
      FROM examined) t
    LEFT JOIN picked p ON true
    ORDER BY ${inOrder(order, { key: sql`p.sort_key`, id: sql`p.id` })}`
}

/** How many organisations fit, and whether looking stopped before all were seen. */
export async function countOrganisations(
  db: Database,
  asked: Pick<Asked, 'bounds' | 'words' | 'kind'>,
): Promise<{ readonly count: number; readonly stopped: boolean }> {
  const { seen, count } = await rowOf(
    db,
    { seen: number(sql`count(*)`), count: number(sql`coalesce(sum(${conditionsOf(asked)}), 0)`) },
    sql`(SELECT id, name_folded, kind, commune_code, province_code FROM organisation
      LIMIT ${MAX_EXAMINED_ORGANISATIONS}) o`,
  )
  return { count, stopped: seen >= MAX_EXAMINED_ORGANISATIONS }
}

/** Of `o`. */
function conditionsOf({ bounds, words, kind }: Pick<Asked, 'bounds' | 'words' | 'kind'>): SQL {
  const conditions = [sql`true`, inBounds(bounds)]
  for (const word of words) conditions.push(sql`instr(o.name_folded, ${word}) > 0`)
  if (kind !== null) conditions.push(sql`o.kind = ${kind}`)
  return sql.join(conditions, sql` AND `)
}

export type OrganisationCounts = {
  readonly sites: number
  readonly codes: number
  readonly members: number
  /** True when it lies, or has a site, within the bounds. */
  readonly within: boolean
}

/** Counting stops here. */
export const MAX_HANGING = 1_000

/** What hangs on an organisation, and whether it is within bounds; in one statement. */
export function countOrganisation(
  db: Database,
  input: { id: string; bounds: Bounds },
): Promise<OrganisationCounts> {
  const { id, bounds } = input
  const upTo = (hanging: SQL) =>
    number(sql`(SELECT count(*) FROM (SELECT 1 FROM ${hanging} LIMIT ${MAX_HANGING}))`)
  return rowOf(db, {
    sites: upTo(sql`site s WHERE s.organisation_id = ${id} AND s.withdrawn_at IS NULL`),
    codes: upTo(sql`site s JOIN code c ON c.site_id = s.id
      WHERE s.organisation_id = ${id} AND c.withdrawn_at IS NULL`),
    members: upTo(sql`member m WHERE m.organization_id = ${id}`),
    within: flag(
      sql`EXISTS (SELECT 1 FROM organisation o WHERE o.id = ${id} AND ${inBounds(bounds)})`,
    ),
  })
}

/** Of `organisation o`: its own place, or that of one of its sites. */
function inBounds(bounds: Bounds): SQL {
  if (bounds === null) return sql`true`
  if (bounds.kind === 'organisation') return sql`o.id = ${bounds.organisationId}`
  return sql`(${withinBounds(bounds, 'o')} OR EXISTS (SELECT 1 FROM site s
    WHERE s.organisation_id = o.id AND s.withdrawn_at IS NULL AND ${withinBounds(bounds, 's')}))`
}
