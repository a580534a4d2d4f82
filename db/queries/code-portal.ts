import { eq, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import { code, organisation, site, siteKind } from '../schema/index.ts'
import { json, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { inPages } from './in-pages.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

const HOLDER = { organisationId: organisation.id, organisationName: organisation.name }

const TARGET = {
  codeId: code.id,
  code: code.code,
  siteId: site.id,
  siteName: site.name,
  ...pick(site, 'kind', 'provinceCode', 'communeCode'),
  ...HOLDER,
  withdrawnAt: code.withdrawnAt,
}

/** Whose a code is and where it lies: what permissions and messages ask of it. */
export type CodeTarget = RowOf<typeof TARGET>

const IDS_PER_PAGE = 1_000

/** The targets of codes by their ids; order is not kept. */
export function readCodeTargets(db: Database, codeIds: readonly string[]): Promise<CodeTarget[]> {
  return readTargets(db, { by: code.id, values: codeIds })
}

/** The targets of codes by their canonical spelling; order is not kept. */
export function readTargetsOfCodes(db: Database, codes: readonly string[]): Promise<CodeTarget[]> {
  return readTargets(db, { by: code.code, values: codes })
}

function readTargets(
  db: Database,
  { by, values }: { readonly by: SQLiteColumn; readonly values: readonly string[] },
): Promise<CodeTarget[]> {
  return inPages([...new Set(values)], IDS_PER_PAGE, (page) =>
    rowsOf(
      db,
      TARGET,
      sql`json_each(${JSON.stringify(page)}) j JOIN code ON ${by} = j.value
        JOIN site ON site.id = code.site_id
        JOIN organisation ON organisation.id = site.organisation_id`,
    ),
  )
}

const GRANT_SITE = {
  ...pick(site, 'id', 'name', 'kind'),
  labelSlot: siteKind.labelSlot,
  ...pick(site, 'communeName', 'provinceName', 'provinceCode', 'communeCode'),
  ...HOLDER,
  withdrawnAt: site.withdrawnAt,
}

/** The site a code is to be granted for. */
export type GrantSite = RowOf<typeof GRANT_SITE>

export function readGrantSite(db: Database, siteId: string): Promise<GrantSite | null> {
  return firstOf(
    db
      .select(GRANT_SITE)
      .from(site)
      .innerJoin(organisation, eq(organisation.id, site.organisationId))
      .innerJoin(siteKind, eq(siteKind.id, site.kind))
      .where(eq(site.id, siteId)),
  )
}

/** An organisation and the addresses its letters go to. */
export type Recipients = {
  readonly organisationId: string
  readonly organisationName: string
  readonly addresses: readonly string[]
}

/** Members who are written to at most; one mail to a company of hundreds would be a nuisance. */
const MOST_MEMBERS = 20

const RECIPIENT = {
  ...HOLDER,
  email: organisation.email,
  members: json<readonly string[]>(sql`(SELECT json_group_array(t.email) FROM (
    SELECT u.email FROM member m JOIN user u ON u.id = m.user_id
    WHERE m.organization_id = ${organisation.id} ORDER BY m.created_at LIMIT ${MOST_MEMBERS}) t)`),
}

/** Members' addresses and the organisation's own, each once, of many organisations. */
export async function readRecipients(
  db: Database,
  organisationIds: readonly string[],
): Promise<Map<string, Recipients>> {
  const rows = await inPages([...new Set(organisationIds)], IDS_PER_PAGE, (page) =>
    rowsOf(
      db,
      RECIPIENT,
      sql`json_each(${JSON.stringify(page)}) j JOIN organisation ON organisation.id = j.value`,
    ),
  )
  return new Map(
    rows.map(({ email, members, ...holder }) => {
      const all = [...members, ...(email === null ? [] : [email])]
      const addresses = [...new Set(all.map((each) => each.toLowerCase()))]
      return [holder.organisationId, { ...holder, addresses }]
    }),
  )
}
