import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { CertificateIssue } from '../../worker/domain/standing/certificate-standing.ts'
import type { StatusEvent } from '../../worker/domain/standing/types.ts'
import type { GeoJsonGeometry } from '../../worker/lib/geo/boundary.ts'
import type { Database } from '../client.ts'
import {
  code,
  codeCertificate,
  organisation,
  signingKey,
  site,
  siteHousehold,
  siteKind,
} from '../schema/index.ts'
import { among } from './among.ts'
import { json, maybe, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { insertOf } from './row-statements.ts'
import { statusEventJson } from './status-event-json.ts'

const MAX_KEYS = 1_000
const MAX_MARKETS = 200

const FACTS = {
  code: code.code,
  slot: siteKind.labelSlot,
  withdrawnAt: code.withdrawnAt,
  markets: json<readonly string[]>(sql`(SELECT json_group_array(m.market)
    FROM (SELECT market FROM code_market WHERE code_id = ${code.id} LIMIT ${MAX_MARKETS}) m)`),
  events: json<readonly StatusEvent[]>(sql`(SELECT json_group_array(${statusEventJson('e')})
    FROM counted_decision e WHERE e.code_id = ${code.id})`),
  issues: json<readonly CertificateIssue[]>(sql`(
    SELECT json_group_array(json_object('kid', i.kid, 'issuedAt', i.first_at,
      'keyRevokedFrom', i.revoked_from, 'keyRevokedAt', i.revoked_at))
    FROM (SELECT x.kid, min(x.issued_at) AS first_at, y.revoked_from, y.revoked_at
      FROM code_certificate x JOIN signing_key y ON y.kid = x.kid
      WHERE x.code_id = ${code.id} GROUP BY x.kid LIMIT ${MAX_KEYS}) i)`),
}

/** A code as a scanned certificate is judged by. */
export type CertificateFactsRow = RowOf<typeof FACTS>

/** All that a scan of a certificate needs, in one statement: the code, its decisions, its issues. */
export function readCertificateFacts(
  db: Database,
  spelled: string,
): Promise<CertificateFactsRow | null> {
  return firstOf(
    db
      .select(FACTS)
      .from(code)
      .innerJoin(site, eq(site.id, code.siteId))
      .innerJoin(siteKind, eq(siteKind.id, site.kind))
      .where(eq(code.code, spelled)),
  )
}

const CERTIFIED = {
  ...pick(code, 'id', 'code', 'siteId'),
  organisationId: site.organisationId,
  organisationName: organisation.name,
  hotline: organisation.hotline,
  ...pick(site, 'provinceCode', 'communeCode', 'kind'),
  ...pick(code, 'issuedOn', 'documentNo', 'withdrawnAt'),
}

/** A code with whose it is and where it lies. */
export type CertifiedCode = RowOf<typeof CERTIFIED>

/** Null when there is none spelled exactly so. */
export function readCertifiedCode(db: Database, spelled: string): Promise<CertifiedCode | null> {
  return firstOf(
    db
      .select(CERTIFIED)
      .from(code)
      .innerJoin(site, eq(site.id, code.siteId))
      .innerJoin(organisation, eq(organisation.id, site.organisationId))
      .where(eq(code.code, spelled)),
  )
}

export type CertificateRow = typeof codeCertificate.$inferSelect

export const insertCertificate = insertOf(codeCertificate)

/** Issues of a code, newest first, with who issued them by name where they are people with an account. */
export function listCertificates(
  db: Database,
  input: { readonly codeId: string; readonly limit: number },
) {
  return db
    .select({
      ...getTableColumns(codeCertificate),
      actorName: personName(codeCertificate.actor),
      keyStatus: signingKey.status,
    })
    .from(codeCertificate)
    .innerJoin(signingKey, eq(signingKey.kid, codeCertificate.kid))
    .where(eq(codeCertificate.codeId, input.codeId))
    .orderBy(desc(codeCertificate.issuedAt), desc(codeCertificate.id))
    .limit(input.limit)
}

/** One issue of a code, by its id. */
export function readCertificate(
  db: Database,
  input: { readonly codeId: string; readonly id: string },
): Promise<CertificateRow | null> {
  const isIt = and(eq(codeCertificate.id, input.id), eq(codeCertificate.codeId, input.codeId))
  return firstOf(db.select().from(codeCertificate).where(isIt))
}

/** The newest issue of each code whose key may still sign, by code id. */
export async function readPrintableCertificates(
  db: Database,
  codeIds: readonly string[],
): Promise<Map<string, string>> {
  const last = sql`(SELECT x.id FROM code_certificate x JOIN signing_key k ON k.kid = x.kid
    WHERE x.code_id = ${code.id} AND k.status <> 'revoked'
    ORDER BY x.issued_at DESC, x.id DESC LIMIT 1)`
  const rows = await db
    .select({ codeId: code.id, id: maybe(text(last)) })
    .from(code)
    .where(sql`${code.id} IN ${among(codeIds)}`)
  return new Map(rows.flatMap(({ codeId, id }) => (id === null ? [] : [[codeId, id] as const])))
}

const FORM = {
  siteName: site.name,
  ...pick(site, 'hamlet', 'formerDistrict'),
  boundary: maybe(
    json<GeoJsonGeometry>(sql`(SELECT b.geojson FROM site_boundary b WHERE b.site_id = ${site.id}
      ORDER BY b.recorded_at DESC, b.rowid DESC LIMIT 1)`),
  ),
}

/** What of a place stands on its certificate and is not public. */
export type CertificateFormRow = RowOf<typeof FORM>

export function readCertificateForm(
  db: Database,
  siteId: string,
): Promise<CertificateFormRow | null> {
  return firstOf(db.select(FORM).from(site).where(eq(site.id, siteId)))
}

/** The how-manieth certificate of its code an issue is; none is ever taken away. */
export async function readCertificateOrdinal(db: Database, issue: CertificateRow): Promise<number> {
  const { codeId, issuedAt, id } = issue
  const upTo = sql`(${codeCertificate.issuedAt}, ${codeCertificate.id}) <= (${issuedAt}, ${id})`
  return await db.$count(codeCertificate, and(eq(codeCertificate.codeId, codeId), upTo))
}

/** Names of the households of a growing area in the order of its list. */
export function listHouseholdNames(
  db: Database,
  input: { readonly siteId: string; readonly limit: number },
): Promise<{ position: number; name: string; plot: string | null }[]> {
  const { position, name, plot, siteId } = siteHousehold
  return db
    .select({ position, name, plot })
    .from(siteHousehold)
    .where(eq(siteId, input.siteId))
    .orderBy(position)
    .limit(input.limit)
}
