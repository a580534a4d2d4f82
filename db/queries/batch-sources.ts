import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type {
  AllowanceRow,
  BatchCodeRow,
  BatchSourceRow,
  BatchSources,
  CertificateRow,
  DiaryRow,
  InputRow,
  OcopRow,
  TestRow,
} from './batch-source-rows.ts'
import { codeUseVersion } from './code-use.ts'

/** Diary entries looked at for one batch; more than a season of any farm has. */
const MAX_DIARY_ROWS = 5_000

/** Everything a batch's document is made of, as it was at one moment: one atomic read. */
export async function readBatchSources(
  db: Database,
  batchId: string,
): Promise<BatchSources | null> {
  const [batch, codes, diary, certificates, ocop, tests, inputs, allowances] = await db.batch([
    db.all<BatchSourceRow>(batchQuery(batchId)),
    db.all<BatchCodeRow>(codesQuery(batchId)),
    db.all<DiaryRow>(diaryQuery(batchId)),
    db.all<CertificateRow>(certificatesQuery(batchId)),
    db.all<OcopRow>(sql`
      SELECT o.stars, o.certificate_no AS certificateNo, o.issued_on AS issuedOn,
        o.expires_on AS expiresOn, o.revoked_on AS revokedOn
      FROM ocop_certificate o JOIN batch b ON b.product_id = o.product_id
      WHERE b.id = ${batchId} ORDER BY o.issued_on DESC, o.id LIMIT 50`),
    db.all<TestRow>(sql`
      SELECT analyte, result, result_limit AS resultLimit, laboratory, sampled_on AS sampledOn, passed
      FROM lab_test WHERE batch_id = ${batchId} ORDER BY sampled_on DESC, analyte, id LIMIT 200`),
    db.all<InputRow>(sql`
      SELECT s.ref, e.quantity_kg AS quantityKg FROM lot_edge e JOIN batch s ON s.id = e.from_batch_id
      WHERE e.to_batch_id = ${batchId} ORDER BY s.ref LIMIT 500`),
    db.all<AllowanceRow>(sql`
      SELECT kind, code_id AS codeId, recorded_at AS recordedAt, authority, reason
      FROM batch_allowance WHERE batch_id = ${batchId} ORDER BY recorded_at, id LIMIT 500`),
  ])
  const [row] = batch
  if (row === undefined) return null
  return { batch: row, codes, diary, certificates, ocop, tests, inputs, allowances }
}

/**
 * A text that differs whenever a source of the batch's document does. Append-only rows are counted,
 * the rest is compared by value; used in a guard, it makes "read, decide, write" safe against
 * whoever writes in between.
 */
export function batchSourcesVersion(batchId: string): SQL {
  const sites = sql`SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id WHERE bc.batch_id = ${batchId}`
  return sql`(SELECT json_array(
    v.ref, v.lot, v.organisation_id, v.product_id, v.packed_on, v.expires_on, v.harvested_on,
    v.season_from, v.quantity_value, v.quantity_unit, v.markets, v.sealed_at, v.annulled_at,
    v.code_use_checked_at, ${codeUseVersion(batchId)},
    (SELECT json_group_array(code_id) FROM (SELECT code_id FROM batch_code WHERE batch_id = v.id ORDER BY code_id)),
    (SELECT json_group_array(json_array(from_batch_id, quantity_kg)) FROM (SELECT * FROM lot_edge WHERE to_batch_id = v.id ORDER BY from_batch_id)),
    (SELECT json_array(p.name, p.gtin, p.brand, p.category_id, p.images, p.standards, p.shelf_life, p.storage, p.warnings) FROM product p WHERE p.id = v.product_id),
    (SELECT json_array(o.name, o.kind, o.name_consent_on, o.gln, o.address, o.commune_name, o.province_name, o.hotline, o.suspended_on) FROM organisation o WHERE o.id = v.organisation_id),
    (SELECT json_group_array(json_array(x.name, x.commune_name, x.province_name, x.area_ha, x.organisation_id)) FROM (SELECT * FROM site WHERE id IN (${sites}) ORDER BY id) x),
    (SELECT json_array(count(*), count(revoked_on)) FROM ocop_certificate WHERE product_id = v.product_id),
    (SELECT count(*) FROM certificate WHERE organisation_id = v.organisation_id),
    (SELECT count(*) FROM lab_test WHERE batch_id = v.id),
    (SELECT count(*) FROM diary_event WHERE batch_id = v.id),
    (SELECT count(*) FROM diary_event WHERE site_id IN (${sites})),
    (SELECT count(*) FROM diary_verification w JOIN diary_event d ON d.id = w.diary_event_id WHERE d.site_id IN (${sites})),
    (SELECT count(*) FROM label_exception WHERE batch_id = v.id),
    (SELECT count(*) FROM code_status_event WHERE code_id IN (SELECT code_id FROM batch_code WHERE batch_id = v.id))
  ) FROM batch v WHERE v.id = ${batchId})`
}

function batchQuery(batchId: string): SQL {
  return sql`
    SELECT b.id, b.ref, b.lot, b.organisation_id AS organisationId, b.product_id AS productId,
      b.packed_on AS packedOn, b.expires_on AS expiresOn, b.harvested_on AS harvestedOn,
      b.season_from AS seasonFrom, b.quantity_value AS quantityValue,
      b.quantity_unit AS quantityUnit, b.markets, b.sealed_at AS sealedAt,
      b.code_use_checked_at AS codeUseCheckedAt, b.annulled_at AS annulledAt, p.name AS productName, p.gtin, p.brand, k.name_vi AS categoryVi,
      p.images, p.standards, p.shelf_life AS shelfLife, p.storage, p.warnings,
      o.name AS orgName, o.kind AS orgKind, o.name_consent_on AS nameConsentOn, o.gln, o.address,
      o.commune_name AS communeName, o.province_name AS provinceName, o.hotline,
      o.suspended_on AS suspendedOn, o.demo, ${batchSourcesVersion(batchId)} AS version
    FROM batch b JOIN product p ON p.id = b.product_id JOIN organisation o ON o.id = b.organisation_id
      LEFT JOIN product_category k ON k.id = p.category_id
    WHERE b.id = ${batchId}`
}

function codesQuery(batchId: string): SQL {
  return sql`
    SELECT c.id AS codeId, c.code, bc.slot, s.id AS siteId, s.organisation_id AS holderId, s.name AS siteName, s.commune_name AS communeName,
      s.province_name AS provinceName, s.area_ha AS areaHa,
      (SELECT group_concat(crop, ', ') FROM (SELECT crop FROM site_crop WHERE site_id = s.id ORDER BY crop)) AS crops,
      o.name AS orgName, o.kind AS orgKind, o.name_consent_on AS nameConsentOn
    FROM batch_code bc JOIN code c ON c.id = bc.code_id JOIN site s ON s.id = c.site_id
      JOIN organisation o ON o.id = s.organisation_id
    WHERE bc.batch_id = ${batchId} ORDER BY c.code LIMIT 200`
}

/**
 * Unamended entries of the batch's growing areas up to the packing day, and those that name the
 * batch. What was done in a growing area after the growing (a harvest, a packing) for another batch
 * is that one's story; a treatment concerns every batch of the area.
 */
function diaryQuery(batchId: string): SQL {
  return sql`
    SELECT d.id, d.batch_id AS batchId, d.kind, k.stage, d.occurred_on AS occurredOn,
      d.recorded_at AS recordedAt, d.summary, d.details, d.photos,
      d.declared_by_role AS declaredByRole, d.declared_by_name AS declaredByName,
      v.verified_by_role AS verifiedByRole, v.verified_by_name AS verifiedByName,
      v.verified_on AS verifiedOn, o.name AS orgName, o.kind AS orgKind,
      o.name_consent_on AS nameConsentOn
    FROM (
      SELECT id FROM diary_event WHERE batch_id = ${batchId}
      UNION
      SELECT e.id FROM batch b
        JOIN batch_code bc ON bc.batch_id = b.id AND bc.slot = 'growing_area'
        JOIN code c ON c.id = bc.code_id
        JOIN diary_event e ON e.site_id = c.site_id
          AND e.occurred_on >= min(coalesce(b.season_from, '9999'), date(b.packed_on, '-400 days'))
          AND e.occurred_on <= b.packed_on
        JOIN diary_event_kind ek ON ek.id = e.kind
      WHERE b.id = ${batchId}
        AND (e.batch_id IS NULL OR e.batch_id = b.id OR ek.stage = 'growing')
    ) picked
      JOIN diary_event d ON d.id = picked.id
      JOIN diary_event_kind k ON k.id = d.kind
      JOIN site s ON s.id = d.site_id
      JOIN organisation o ON o.id = s.organisation_id
      LEFT JOIN diary_verification v ON v.id = (
        SELECT id FROM diary_verification WHERE diary_event_id = d.id
        ORDER BY verified_on DESC, recorded_at DESC, id LIMIT 1)
    WHERE d.id NOT IN (
      SELECT amends_id FROM diary_event WHERE amends_id IS NOT NULL AND site_id IN (
        SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id
          WHERE bc.batch_id = ${batchId}
        UNION SELECT site_id FROM diary_event WHERE batch_id = ${batchId}))
    ORDER BY d.occurred_on DESC, d.recorded_at DESC, d.id LIMIT ${MAX_DIARY_ROWS}`
}

function certificatesQuery(batchId: string): SQL {
  return sql`
    SELECT t.kind, t.number, t.standard, t.issued_by AS issuedBy, t.issued_on AS issuedOn,
      t.expires_on AS expiresOn
    FROM batch b JOIN certificate t ON t.organisation_id = b.organisation_id
    WHERE b.id = ${batchId}
      AND (t.product_id IS NULL OR t.product_id = b.product_id)
      AND (t.site_id IS NULL OR t.site_id IN (
        SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id WHERE bc.batch_id = b.id))
      AND (t.issued_on IS NULL OR t.issued_on <= b.packed_on)
      AND (t.expires_on IS NULL OR t.expires_on >= b.packed_on)
    ORDER BY t.kind, t.number LIMIT 50`
}
