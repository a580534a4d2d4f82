import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { number } from './fields.ts'
import { fromTheEnd, inOrder, isBehind, type ListOrder, type ListPlace } from './list-order.ts'
import { rowOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

export type SiteListRow = {
  readonly id: string
  readonly kind: string
  readonly kindVi: string
  readonly kindEn: string
  readonly kindZh: string
  readonly name: string
  /** What the list is ordered by. */
  readonly sortKey: string | number
  readonly organisationName: string
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly areaHa: number | null
  readonly withdrawnAt: number | null
  /** JSON arrays of texts. */
  readonly crops: string
  readonly codes: string
}

/** What sites are searched by; null leaves a filter out. */
export type SiteFilter = {
  /** Folded words that the name or the holder's name must hold, each of them. */
  readonly words: readonly string[] | null
  /** Beginning of a code's search key. */
  readonly searchKeyPrefix: string | null
  readonly kind: string | null
  readonly cropFolded: string | null
  /** Folded names of a commune or province, as it is or was called. */
  readonly placeNames: readonly string[] | null
  /** Sites taken back instead of those that stand. */
  readonly withdrawn: boolean
}

/** Ways in which sites are listed. */
export const SITE_ORDERS = {
  name: { key: sql`name_folded`, isNumber: false, isDescending: false },
  nameBack: { key: sql`name_folded`, isNumber: false, isDescending: true },
  area: { key: sql`coalesce(area_ha, 0)`, isNumber: true, isDescending: true },
  newest: { key: sql`created_at`, isNumber: true, isDescending: true },
} as const satisfies Record<string, ListOrder>
export type SiteOrder = keyof typeof SITE_ORDERS

/** Sites one page looks at, at most: words inside a name have no index. */
export const MAX_SITES_EXAMINED = 20_000

export type SitePage = {
  readonly rows: readonly SiteListRow[]
  /** The last site looked at when looking stopped early; null when all were. */
  readonly stoppedAt: ListPlace | null
}

/** Sites after a place in the list, by name where nothing else is asked for. */
export async function listSites(
  db: Database,
  input: {
    readonly bounds: Bounds
    readonly filter: SiteFilter
    readonly after: ListPlace | null
    readonly order?: SiteOrder
    readonly limit: number
  },
): Promise<SitePage> {
  // Claimed: what was looked at stands beside the rows, from a WITH that must come first.
  const rows = await db.all<
    Omit<SiteListRow, 'id'> & {
      id: string | null
      examined: number
      lastKey: string | number | null
      lastId: string | null
    }
  >(listSitesQuery(input))
  const [first] = rows
  const found = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]))
  const stopped = first !== undefined && first.examined >= MAX_SITES_EXAMINED
  const at =
    stopped && first.lastKey !== null && first.lastId !== null
      ? { key: first.lastKey, id: first.lastId }
      : null
  return { rows: found, stoppedAt: at }
}

/** `examined` narrows by what has an index and walks the list in order; `picked` looks for the words. */
export function listSitesQuery(input: Parameters<typeof listSites>[1]): SQL {
  const { bounds, filter, after, limit } = input
  const order = SITE_ORDERS[input.order ?? 'name']
  const indexed = sql.join([withinBounds(bounds, null), ...indexedConditions(filter)], sql` AND `)
  const others = wordConditions(filter)
  const window = others.length === 0 ? limit : MAX_SITES_EXAMINED
  return sql`WITH examined AS MATERIALIZED (
      SELECT id, name_folded, organisation_id, ${order.key} AS sort_key FROM site
      WHERE ${indexed} AND ${isBehind(order, after)}
      ORDER BY ${inOrder(order, { key: order.key, id: sql`id` })} LIMIT ${window}),
    picked AS MATERIALIZED (
      SELECT w.id, w.sort_key FROM examined w WHERE ${sql.join([sql`true`, ...others], sql` AND `)}
      ORDER BY ${inOrder(order, { key: sql`w.sort_key`, id: sql`w.id` })} LIMIT ${limit})
    SELECT s.id, s.kind, k.name_vi AS kindVi, k.name_en AS kindEn, k.name_zh AS kindZh, s.name,
      picked.sort_key AS sortKey, o.name AS organisationName, s.commune_name AS communeName,
      s.province_name AS provinceName, s.area_ha AS areaHa, s.withdrawn_at AS withdrawnAt,
      (SELECT json_group_array(crop) FROM (SELECT crop FROM site_crop x WHERE x.site_id = s.id
        ORDER BY x.planted_area_ha DESC LIMIT 5)) AS crops,
      (SELECT json_group_array(code) FROM (SELECT code FROM code c WHERE c.site_id = s.id
        AND c.withdrawn_at IS NULL ORDER BY c.created_at DESC LIMIT 3)) AS codes,
      t.examined, t.last ->> 0 AS lastKey, t.last ->> 1 AS lastId
    FROM (SELECT count(*) AS examined,
        (SELECT json_array(sort_key, id) FROM examined
          ORDER BY ${fromTheEnd(order, { key: sql`sort_key`, id: sql`id` })} LIMIT 1)
          AS last FROM examined) t
    LEFT JOIN picked ON true
    LEFT JOIN site s ON s.id = picked.id
    LEFT JOIN organisation o ON o.id = s.organisation_id
    LEFT JOIN site_kind k ON k.id = s.kind
    ORDER BY ${inOrder(order, { key: sql`picked.sort_key`, id: sql`picked.id` })}`
}

/** How many sites fit, and whether looking stopped before all were seen. */
export async function countSites(
  db: Database,
  { bounds, filter }: { readonly bounds: Bounds; readonly filter: SiteFilter },
): Promise<{ readonly count: number; readonly stopped: boolean }> {
  const indexed = sql.join([withinBounds(bounds, null), ...indexedConditions(filter)], sql` AND `)
  const fits = sql.join([sql`true`, ...wordConditions(filter)], sql` AND `)
  const { seen, count } = await rowOf(
    db,
    { seen: number(sql`count(*)`), count: number(sql`coalesce(sum(${fits}), 0)`) },
    sql`(SELECT name_folded, organisation_id FROM site WHERE ${indexed}
      LIMIT ${MAX_SITES_EXAMINED}) w`,
  )
  return { count, stopped: seen >= MAX_SITES_EXAMINED }
}

function indexedConditions(filter: SiteFilter): SQL[] {
  const { kind, cropFolded, placeNames, searchKeyPrefix, withdrawn } = filter
  const conditions = [withdrawn ? sql`withdrawn_at IS NOT NULL` : sql`withdrawn_at IS NULL`]
  if (kind !== null) conditions.push(sql`kind = ${kind}`)
  if (searchKeyPrefix !== null) {
    // Search keys are 0-9 A-Z, so the next character after all of them bounds the prefix.
    conditions.push(sql`id IN (SELECT site_id FROM code
      WHERE search_key >= ${searchKeyPrefix} AND search_key < ${`${searchKeyPrefix}[`})`)
  }
  if (cropFolded !== null) {
    // "xoai" also finds "xoai cat hoa loc": the name itself, or the name and a space.
    conditions.push(sql`id IN (SELECT site_id FROM site_crop WHERE crop_folded = ${cropFolded}
      OR (crop_folded >= ${`${cropFolded} `} AND crop_folded < ${`${cropFolded}!`}))`)
  }
  if (placeNames !== null) conditions.push(sql`id IN (${sitesAt(placeNames)})`)
  return conditions
}

/**
 * Sites of provinces and communes called so today, of communes that took in one called so, and those
 * that wait in a commune that was divided.
 */
function sitesAt(names: readonly string[]): SQL {
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(names)}))`
  return sql`SELECT s.id FROM administrative_unit u CROSS JOIN site s ON s.province_code = u.code
      WHERE u.name_folded IN ${list} AND u.level = 'province' AND u.valid_to IS NULL
    UNION SELECT s.id FROM administrative_unit u CROSS JOIN site s
      ON s.province_code = u.parent_code AND s.commune_code = u.code
      WHERE u.name_folded IN ${list} AND u.level = 'commune'
    UNION SELECT s.id FROM administrative_succession f
      CROSS JOIN administrative_unit u
        ON u.level = 'commune' AND u.code = f.new_code AND u.valid_to IS NULL
      CROSS JOIN site s ON s.province_code = u.parent_code AND s.commune_code = u.code
      WHERE f.old_name_folded IN ${list}`
}

function wordConditions({ words }: SiteFilter): SQL[] {
  return (words ?? []).map(
    (word) => sql`(instr(w.name_folded, ${word}) > 0
      OR instr((SELECT o.name_folded FROM organisation o WHERE o.id = w.organisation_id), ${word}) > 0)`,
  )
}
