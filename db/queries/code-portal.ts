import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { inPages } from './in-pages.ts'

/** Whose a code is and where it lies: what permissions and messages ask of it. */
export type CodeTarget = {
  readonly codeId: string
  readonly code: string
  readonly siteId: string
  readonly siteName: string
  readonly kind: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly organisationId: string
  readonly organisationName: string
  readonly withdrawnAt: number | null
}

const IDS_PER_PAGE = 1_000

/** The targets of codes by their ids; order is not kept. */
export function readCodeTargets(db: Database, codeIds: readonly string[]): Promise<CodeTarget[]> {
  return readTargets(db, { by: sql.raw('id'), values: codeIds })
}

/** The targets of codes by their canonical spelling; order is not kept. */
export function readTargetsOfCodes(db: Database, codes: readonly string[]): Promise<CodeTarget[]> {
  return readTargets(db, { by: sql.raw('code'), values: codes })
}

function readTargets(
  db: Database,
  { by, values }: { readonly by: SQL; readonly values: readonly string[] },
): Promise<CodeTarget[]> {
  return inPages([...new Set(values)], IDS_PER_PAGE, (page) =>
    db.all<CodeTarget>(sql`
      SELECT c.id AS codeId, c.code, s.id AS siteId, s.name AS siteName, s.kind,
        s.province_code AS provinceCode, s.commune_code AS communeCode,
        o.id AS organisationId, o.name AS organisationName, c.withdrawn_at AS withdrawnAt
      FROM json_each(${JSON.stringify(page)}) j JOIN code c ON c.${by} = j.value
      JOIN site s ON s.id = c.site_id JOIN organisation o ON o.id = s.organisation_id`),
  )
}

/** The site a code is to be granted for. */
export type GrantSite = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly labelSlot: string
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly organisationId: string
  readonly organisationName: string
  readonly withdrawnAt: number | null
}

export async function readGrantSite(db: Database, siteId: string): Promise<GrantSite | null> {
  const [row] = await db.all<GrantSite>(sql`
    SELECT s.id, s.name, s.kind, k.label_slot AS labelSlot, s.commune_name AS communeName,
      s.province_name AS provinceName, s.province_code AS provinceCode,
      s.commune_code AS communeCode, s.organisation_id AS organisationId,
      o.name AS organisationName, s.withdrawn_at AS withdrawnAt
    FROM site s JOIN organisation o ON o.id = s.organisation_id JOIN site_kind k ON k.id = s.kind
    WHERE s.id = ${siteId}`)
  return row ?? null
}

/** An organisation and the addresses its letters go to. */
export type Recipients = {
  readonly organisationId: string
  readonly organisationName: string
  readonly addresses: readonly string[]
}

/** Members who are written to at most; one mail to a company of hundreds would be a nuisance. */
const MOST_MEMBERS = 20

/** Members' addresses and the organisation's own, each once, of many organisations. */
export async function readRecipients(
  db: Database,
  organisationIds: readonly string[],
): Promise<Map<string, Recipients>> {
  type Row = { id: string; name: string; email: string | null; members: string }
  const rows = await inPages([...new Set(organisationIds)], IDS_PER_PAGE, (page) =>
    db.all<Row>(sql`
      SELECT o.id, o.name, o.email, (SELECT json_group_array(t.email) FROM (
          SELECT u.email FROM member m JOIN user u ON u.id = m.user_id
          WHERE m.organization_id = o.id ORDER BY m.created_at LIMIT ${MOST_MEMBERS}) t) AS members
      FROM json_each(${JSON.stringify(page)}) j JOIN organisation o ON o.id = j.value`),
  )
  return new Map(
    rows.map(({ id, name, email, members }) => {
      const all = [...(JSON.parse(members) as string[]), ...(email === null ? [] : [email])]
      const addresses = [...new Set(all.map((each) => each.toLowerCase()))]
      return [id, { organisationId: id, organisationName: name, addresses }]
    }),
  )
}
