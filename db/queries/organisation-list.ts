import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import type { OrganisationRow } from './organisations.ts'
import { withinBounds } from './within-bounds.ts'

export type OrganisationListRow = Pick<
  OrganisationRow,
  'id' | 'name' | 'nameFolded' | 'kind' | 'communeName' | 'provinceName' | 'suspendedOn'
>

export type OrganisationPage = {
  readonly rows: readonly OrganisationListRow[]
  /** The last row looked at when looking stopped early; null when all were. */
  readonly stoppedAt: { readonly nameFolded: string; readonly id: string } | null
}

/** Names one page looks at, at most: words within a name have no index of their own. */
export const MAX_EXAMINED_ORGANISATIONS = 20_000

type Asked = {
  bounds: Bounds
  /** Folded words, each to be found somewhere in the name. */
  words: readonly string[]
  kind: string | null
  after: { nameFolded: string; id: string }
  limit: number
}

/** Organisations after `after` in the order of folded names, at most `limit` of them. */
export async function listOrganisations(db: Database, asked: Asked): Promise<OrganisationPage> {
  type Row = OrganisationListRow & {
    examined: number
    lastName: string | null
    lastId: string | null
  }
  const rows = await db.all<Row>(listOrganisationsQuery(asked))
  const first = rows[0]
  const stopped = first !== undefined && first.examined >= MAX_EXAMINED_ORGANISATIONS
  return {
    rows: rows.filter((row) => row.id !== null),
    stoppedAt:
      stopped && first.lastName !== null && first.lastId !== null
        ? { nameFolded: first.lastName, id: first.lastId }
        : null,
  }
}

export function listOrganisationsQuery({ bounds, words, kind, after, limit }: Asked): SQL {
  const conditions = [sql`true`, inBounds(bounds)]
  for (const word of words) conditions.push(sql`instr(o.name_folded, ${word}) > 0`)
  if (kind !== null) conditions.push(sql`o.kind = ${kind}`)
  const where = sql.join(conditions, sql` AND `)
  const wants = words.length > 0 || kind !== null || bounds !== null
  return sql`WITH examined AS MATERIALIZED (
      SELECT id, name, name_folded, kind, commune_name, province_name, commune_code, province_code,
        suspended_on
      FROM organisation WHERE name_folded >= ${after.nameFolded}
        AND (name_folded > ${after.nameFolded} OR id > ${after.id})
      ORDER BY name_folded, id LIMIT ${wants ? MAX_EXAMINED_ORGANISATIONS : limit}),
    picked AS (SELECT * FROM examined o WHERE ${where} ORDER BY name_folded, id LIMIT ${limit})
    SELECT p.id, p.name, p.name_folded AS nameFolded, p.kind, p.commune_name AS communeName,
      p.province_name AS provinceName, p.suspended_on AS suspendedOn, t.examined,
      t.lastName, t.lastId
    FROM (SELECT count(*) AS examined,
        (SELECT name_folded FROM examined ORDER BY name_folded DESC, id DESC LIMIT 1) AS lastName,
        (SELECT id FROM examined ORDER BY name_folded DESC, id DESC LIMIT 1) AS lastId
      FROM examined) t
    LEFT JOIN picked p ON true ORDER BY p.name_folded, p.id`
}

export type OrganisationCounts = {
  readonly sites: number
  readonly codes: number
  readonly members: number
  /** 1 when it lies, or has a site, within the bounds. */
  readonly within: number
}

/** Counting stops here. */
export const MAX_HANGING = 1_000

/** What hangs on an organisation, and whether it is within bounds; in one statement. */
export async function countOrganisation(
  db: Database,
  input: { id: string; bounds: Bounds },
): Promise<OrganisationCounts> {
  const { id, bounds } = input
  const [row] = await db.all<OrganisationCounts>(sql`SELECT
    (SELECT count(*) FROM (SELECT 1 FROM site s
      WHERE s.organisation_id = ${id} AND s.withdrawn_at IS NULL LIMIT ${MAX_HANGING})) AS sites,
    (SELECT count(*) FROM (SELECT 1 FROM site s JOIN code c ON c.site_id = s.id
      WHERE s.organisation_id = ${id} AND c.withdrawn_at IS NULL LIMIT ${MAX_HANGING})) AS codes,
    (SELECT count(*) FROM (SELECT 1 FROM member m
      WHERE m.organization_id = ${id} LIMIT ${MAX_HANGING})) AS members,
    EXISTS (SELECT 1 FROM organisation o WHERE o.id = ${id} AND ${inBounds(bounds)}) AS within`)
  return row ?? { sites: 0, codes: 0, members: 0, within: 0 }
}

/** Of `organisation o`: its own place, or that of one of its sites. */
function inBounds(bounds: Bounds): SQL {
  if (bounds === null) return sql`true`
  if (bounds.kind === 'organisation') return sql`o.id = ${bounds.organisationId}`
  return sql`(${withinBounds(bounds, 'o')} OR EXISTS (SELECT 1 FROM site s
    WHERE s.organisation_id = o.id AND s.withdrawn_at IS NULL AND ${withinBounds(bounds, 's')}))`
}
