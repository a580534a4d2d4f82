import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

/** A code with what stands around it; instants are epoch milliseconds. */
export type DossierRow = {
  readonly id: string
  readonly code: string
  readonly scheme: string
  readonly schemeName: string | null
  readonly legacyCode: string | null
  readonly issuedOn: string | null
  readonly documentNo: string | null
  readonly externalId: string | null
  readonly withdrawnAt: number | null
  readonly siteId: string
  readonly siteName: string
  readonly kind: string
  readonly labelSlot: string
  readonly communeName: string | null
  readonly provinceName: string | null
  readonly communeCode: string | null
  readonly provinceCode: string | null
  readonly organisationId: string
  readonly organisationName: string
  readonly supersedes: string | null
  /** JSON array of codes. */
  readonly supersededBy: string
  readonly batches: number
  readonly runs: number
  readonly certificates: number
}

export type DossierEvent = {
  readonly id: string
  readonly market: string
  readonly status: string
  readonly effectiveOn: string
  readonly recordedAt: number
  readonly reason: string | null
  readonly reasonCode: string | null
  readonly documentNo: string | null
  /** JSON of {vi,en,zh}. */
  readonly wording: string | null
  readonly amendsId: string | null
  readonly actor: string
  /** Name of the person who recorded it; null for a machine or the operator. */
  readonly actorName: string | null
  readonly importId: string | null
  readonly importName: string | null
}

export type DossierPaper = {
  readonly id: string
  readonly entityId: string
  readonly title: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly storeKey: string
}

export type Dossier = {
  readonly code: DossierRow
  readonly markets: readonly {
    readonly market: string
    readonly validTo: string | null
    readonly externalId: string | null
  }[]
  /** The latest, in the order recorded. */
  readonly events: readonly DossierEvent[]
  /** Those of all decisions that count, however many there are. */
  readonly counted: readonly CountedRow[]
  readonly papers: readonly DossierPaper[]
}

export type CountedRow = Pick<
  DossierEvent,
  'id' | 'market' | 'status' | 'effectiveOn' | 'recordedAt' | 'amendsId'
>

const MOST_EVENTS = 1_000
const MOST_COUNTED = 1_000

/** Everything the portal shows of a code, in one round trip; null where there is no such code. */
export async function readDossier(db: Database, codeId: string): Promise<Dossier | null> {
  const [[code], markets, latest, counted, papers] = await db.batch([
    db.all<DossierRow>(sql`
      SELECT c.id, c.code, c.scheme, (SELECT name FROM code_scheme WHERE id = c.scheme) AS schemeName,
        c.legacy_code AS legacyCode, c.issued_on AS issuedOn, c.document_no AS documentNo,
        c.external_id AS externalId, c.withdrawn_at AS withdrawnAt, s.id AS siteId,
        s.name AS siteName, s.kind, k.label_slot AS labelSlot, s.commune_name AS communeName,
        s.province_name AS provinceName, s.commune_code AS communeCode,
        s.province_code AS provinceCode, o.id AS organisationId, o.name AS organisationName,
        (SELECT code FROM code older WHERE older.id = c.supersedes_id) AS supersedes,
        (SELECT json_group_array(n.code) FROM code n WHERE n.supersedes_id = c.id) AS supersededBy,
        (SELECT count(*) FROM (SELECT 1 FROM batch_code WHERE code_id = c.id
          LIMIT ${MOST_COUNTED})) AS batches,
        (SELECT count(*) FROM (SELECT 1 FROM batch_code b JOIN label_run r ON r.batch_id = b.batch_id
          WHERE b.code_id = c.id LIMIT ${MOST_COUNTED})) AS runs,
        (SELECT count(*) FROM code_certificate WHERE code_id = c.id) AS certificates
      FROM code c JOIN site s ON s.id = c.site_id JOIN organisation o ON o.id = s.organisation_id
      JOIN site_kind k ON k.id = s.kind WHERE c.id = ${codeId}`),
    db.all<Dossier['markets'][number]>(sql`
      SELECT market, valid_to AS validTo, external_id AS externalId
      FROM code_market WHERE code_id = ${codeId} ORDER BY market LIMIT 100`),
    db.all<DossierEvent>(sql`
      SELECT e.id, e.market, e.status, e.effective_on AS effectiveOn, e.recorded_at AS recordedAt,
        e.reason, e.reason_code AS reasonCode, e.document_no AS documentNo, e.wording,
        e.amends_id AS amendsId, e.actor, u.name AS actorName, e.import_id AS importId,
        i.file_name AS importName
      FROM code_status_event e
      LEFT JOIN user u ON e.actor LIKE 'user:%' AND u.id = substr(e.actor, 6)
      LEFT JOIN import_run i ON i.id = e.import_id
      WHERE e.code_id = ${codeId} ORDER BY e.rowid DESC LIMIT ${MOST_EVENTS}`),
    db.all<CountedRow>(sql`
      SELECT id, market, status, effective_on AS effectiveOn, recorded_at AS recordedAt,
        amends_id AS amendsId
      FROM counted_decision WHERE code_id = ${codeId}`),
    db.all<DossierPaper>(sql`
      SELECT id, entity_id AS entityId, title, file_name AS fileName, media_type AS mediaType, bytes,
        store_key AS storeKey
      FROM attachment WHERE withdrawn_at IS NULL AND (
        (entity = 'code' AND entity_id = ${codeId}) OR (entity = 'code_status_event'
          AND entity_id IN (SELECT id FROM code_status_event WHERE code_id = ${codeId})))
      ORDER BY created_at DESC, id LIMIT 200`),
  ])
  return code === undefined ? null : { code, markets, events: latest.toReversed(), counted, papers }
}
