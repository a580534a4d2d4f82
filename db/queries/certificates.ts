import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { codeCertificate } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

/** A code as a scanned certificate is judged by; the last three are JSON arrays of arrays. */
export type CertificateFactsRow = {
  readonly code: string
  /** growing_area or packing_house */
  readonly slot: string
  readonly withdrawnAt: number | null
  readonly markets: string
  readonly events: string
  readonly issues: string
}

const MAX_KEYS = 1_000
const MAX_MARKETS = 200

/** All that a scan of a certificate needs, in one statement: the code, its decisions, its issues. */
export async function readCertificateFacts(
  db: Database,
  code: string,
): Promise<CertificateFactsRow | null> {
  const [row] = await db.all<CertificateFactsRow>(sql`
    SELECT c.code, k.label_slot AS slot, c.withdrawn_at AS withdrawnAt,
      (SELECT json_group_array(m.market) FROM (SELECT market FROM code_market
        WHERE code_id = c.id LIMIT ${MAX_MARKETS}) m) AS markets,
      (SELECT json_group_array(json_array(e.id, e.market, e.status, e.effective_on, e.recorded_at,
          e.reason, e.document_no, e.wording, e.amends_id))
        FROM counted_decision e WHERE e.code_id = c.id) AS events,
      (SELECT json_group_array(json_array(i.kid, i.first_at, i.revoked_from, i.revoked_at))
        FROM (SELECT x.kid, min(x.issued_at) AS first_at, y.revoked_from, y.revoked_at
          FROM code_certificate x JOIN signing_key y ON y.kid = x.kid
          WHERE x.code_id = c.id GROUP BY x.kid LIMIT ${MAX_KEYS}) i) AS issues
    FROM code c JOIN site s ON s.id = c.site_id JOIN site_kind k ON k.id = s.kind
    WHERE c.code = ${code}`)
  return row ?? null
}

/** A code with whose it is and where it lies; null when there is none spelled exactly so. */
export type CertifiedCode = {
  readonly id: string
  readonly code: string
  readonly siteId: string
  readonly organisationId: string
  readonly organisationName: string
  readonly hotline: string | null
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly kind: string
  readonly issuedOn: string | null
  readonly documentNo: string | null
  readonly withdrawnAt: number | null
}

export async function readCertifiedCode(db: Database, code: string): Promise<CertifiedCode | null> {
  const [row] = await db.all<CertifiedCode>(sql`
    SELECT c.id, c.code, c.site_id AS siteId, s.organisation_id AS organisationId,
      o.name AS organisationName, o.hotline, s.province_code AS provinceCode,
      s.commune_code AS communeCode, s.kind, c.issued_on AS issuedOn,
      c.document_no AS documentNo, c.withdrawn_at AS withdrawnAt
    FROM code c JOIN site s ON s.id = c.site_id JOIN organisation o ON o.id = s.organisation_id
    WHERE c.code = ${code}`)
  return row ?? null
}

export type CertificateRow = typeof codeCertificate.$inferSelect

export function insertCertificate(db: Database, row: CertificateRow): Statement {
  return db.insert(codeCertificate).values(row)
}

/** Issues of a code, newest first, with who issued them by name where they are people with an account. */
export function listCertificates(
  db: Database,
  input: { codeId: string; limit: number },
): Promise<(CertificateRow & { actorName: string | null; keyStatus: string })[]> {
  return db.all(sql`
    SELECT x.id, x.code_id AS codeId, x.kid, x.issued_at AS issuedAt, x.actor,
      (SELECT u.name FROM user u WHERE x.actor LIKE 'user:%' AND u.id = substr(x.actor, 6))
        AS actorName,
      (SELECT y.status FROM signing_key y WHERE y.kid = x.kid) AS keyStatus
    FROM code_certificate x WHERE x.code_id = ${input.codeId}
    ORDER BY x.issued_at DESC, x.id DESC LIMIT ${input.limit}`)
}

/** One issue of a code, by its id. */
export async function readCertificate(
  db: Database,
  input: { codeId: string; id: string },
): Promise<CertificateRow | null> {
  const [row] = await db.all<CertificateRow>(sql`
    SELECT id, code_id AS codeId, kid, issued_at AS issuedAt, actor FROM code_certificate
    WHERE id = ${input.id} AND code_id = ${input.codeId}`)
  return row ?? null
}

/** Names of the households of a growing area in the order of its list, after `after`. */
export function listHouseholdNames(
  db: Database,
  input: { siteId: string; limit: number },
): Promise<{ position: number; name: string; plot: string | null }[]> {
  return db.all(sql`
    SELECT position, name, plot FROM site_household WHERE site_id = ${input.siteId}
    ORDER BY position LIMIT ${input.limit}`)
}
