import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { withinBounds } from './within-bounds.ts'

export type SiteListRow = {
  readonly id: string
  readonly kind: string
  readonly kindVi: string
  readonly kindEn: string
  readonly kindZh: string
  readonly name: string
  readonly nameFolded: string
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

/** Sites one page looks at, at most: words inside a name have no index. */
export const MAX_SITES_EXAMINED = 20_000

export type SitePage = {
  readonly rows: readonly SiteListRow[]
  /** The last site looked at when looking stopped early; null when all were. */
  readonly stoppedAt: { readonly nameFolded: string; readonly id: string } | null
}

/** Sites after a place in the list, in the order of their names. */
export async function listSites(
  db: Database,
  input: {
    readonly bounds: Bounds
    readonly filter: SiteFilter
    readonly after: { readonly nameFolded: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<SitePage> {
  const rows = await db.all<
    Omit<SiteListRow, 'id'> & {
      id: string | null
      examined: number
      lastName: string | null
      lastId: string | null
    }
  >(listSitesQuery(input))
  const [first] = rows
  const found = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]))
  const stopped = first !== undefined && first.examined >= MAX_SITES_EXAMINED
  const at =
    stopped && first.lastName !== null && first.lastId !== null
      ? { nameFolded: first.lastName, id: first.lastId }
      : null
  return { rows: found, stoppedAt: at }
}

/** `examined` narrows by what has an index and walks names in order; `picked` looks for the words. */
export function listSitesQuery(input: Parameters<typeof listSites>[1]): SQL {
  const { bounds, filter, after, limit } = input
  const indexed = sql.join([withinBounds(bounds, null), ...indexedConditions(filter)], sql` AND `)
  const from =
    after === null ? sql`true` : sql`(name_folded, id) > (${after.nameFolded}, ${after.id})`
  const others = wordConditions(filter)
  const window = others.length === 0 ? limit : MAX_SITES_EXAMINED
  return sql`WITH examined AS MATERIALIZED (
      SELECT id, name_folded, organisation_id FROM site WHERE ${indexed} AND ${from}
      ORDER BY name_folded, id LIMIT ${window}),
    picked AS MATERIALIZED (
      SELECT w.id, w.name_folded FROM examined w WHERE ${sql.join([sql`true`, ...others], sql` AND `)}
      ORDER BY w.name_folded, w.id LIMIT ${limit})
    SELECT s.id, s.kind, k.name_vi AS kindVi, k.name_en AS kindEn, k.name_zh AS kindZh, s.name,
      s.name_folded AS nameFolded, o.name AS organisationName, s.commune_name AS communeName,
      s.province_name AS provinceName, s.area_ha AS areaHa, s.withdrawn_at AS withdrawnAt,
      (SELECT json_group_array(crop) FROM (SELECT crop FROM site_crop x WHERE x.site_id = s.id
        ORDER BY x.planted_area_ha DESC LIMIT 5)) AS crops,
      (SELECT json_group_array(code) FROM (SELECT code FROM code c WHERE c.site_id = s.id
        AND c.withdrawn_at IS NULL ORDER BY c.created_at DESC LIMIT 3)) AS codes,
      t.examined, t.last ->> 0 AS lastName, t.last ->> 1 AS lastId
    FROM (SELECT count(*) AS examined,
        (SELECT json_array(name_folded, id) FROM examined ORDER BY name_folded DESC, id DESC LIMIT 1)
          AS last FROM examined) t
    LEFT JOIN picked ON true
    LEFT JOIN site s ON s.id = picked.id
    LEFT JOIN organisation o ON o.id = s.organisation_id
    LEFT JOIN site_kind k ON k.id = s.kind
    ORDER BY picked.name_folded, picked.id`
}

/** How many sites fit, and whether looking stopped before all were seen. */
export async function countSites(
  db: Database,
  { bounds, filter }: { readonly bounds: Bounds; readonly filter: SiteFilter },
): Promise<{ readonly count: number; readonly stopped: boolean }> {
  const indexed = sql.join([withinBounds(bounds, null), ...indexedConditions(filter)], sql` AND `)
  const fits = sql.join([sql`true`, ...wordConditions(filter)], sql` AND `)
  const [row] = await db.all<{ seen: number; count: number }>(sql`
    SELECT count(*) AS seen, coalesce(sum(${fits}), 0) AS count
    FROM (SELECT name_folded, organisation_id FROM site WHERE ${indexed}
      LIMIT ${MAX_SITES_EXAMINED}) w`)
  const { seen, count } = row ?? { seen: 0, count: 0 }
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
