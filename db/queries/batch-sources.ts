import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import {
  batch,
  batchAllowance,
  batchCode,
  code,
  organisation,
  product,
  productCategory,
  site,
} from '../schema/index.ts'
import { sitesOfBatch } from './batch-choices.ts'
import {
  BATCH_CODE,
  BATCH_SOURCE,
  type BatchSources,
  CERTIFICATE,
  DIARY_ENTRY,
  OCOP,
  TEST,
} from './batch-source-rows.ts'
import { inputsOf } from './batches.ts'
import { codeUseVersion } from './code-use.ts'
import { text } from './fields.ts'
import { rowsOf } from './rows-of.ts'

/** Diary entries looked at for one batch; more than a season of any farm has. */
const MAX_DIARY_ROWS = 5_000

/** Everything a batch's document is made of, as it was at one moment: one atomic read. */
export async function readBatchSources(
  db: Database,
  batchId: string,
): Promise<BatchSources | null> {
  const [[row], codes, diary, certificates, ocop, tests, inputs, allowances] = await db.batch([
    db
      .select({ ...BATCH_SOURCE, version: text(batchSourcesVersion(batchId)) })
      .from(batch)
      .innerJoin(product, eq(product.id, batch.productId))
      .innerJoin(organisation, eq(organisation.id, batch.organisationId))
      .leftJoin(productCategory, eq(productCategory.id, product.categoryId))
      .where(eq(batch.id, batchId)),
    db
      .select(BATCH_CODE)
      .from(batchCode)
      .innerJoin(code, eq(code.id, batchCode.codeId))
      .innerJoin(site, eq(site.id, code.siteId))
      .innerJoin(organisation, eq(organisation.id, site.organisationId))
      .where(eq(batchCode.batchId, batchId))
      .orderBy(code.code)
      .limit(200),
    rowsOf(db, DIARY_ENTRY, diaryOf(batchId)),
    rowsOf(db, CERTIFICATE, certificatesOf(batchId)),
    rowsOf(db, OCOP, ocopOf(batchId)),
    rowsOf(db, TEST, testsOf(batchId)),
    inputsOf(db, batchId).limit(500),
    db
      .select()
      .from(batchAllowance)
      .where(eq(batchAllowance.batchId, batchId))
      .orderBy(batchAllowance.recordedAt, batchAllowance.id)
      .limit(500),
  ])
  if (row === undefined) return null
  return { batch: row, codes, diary, certificates, ocop, tests, inputs, allowances }
}

/**
 * A text that differs whenever a source of the batch's document does. Append-only rows are counted,
 * the rest is compared by value; used in a guard, it makes "read, decide, write" safe against
 * whoever writes in between.
 */
export function batchSourcesVersion(batchId: string): SQL {
  const sites = sitesOfBatch(batchId)
  return sql`(SELECT json_array(
    v.ref, v.lot, v.organisation_id, v.product_id, v.packed_on, v.expires_on, v.harvested_on,
    v.season_from, v.quantity_value, v.quantity_unit, v.markets, v.sealed_at, v.annulled_at,
    v.code_use_checked_at, ${codeUseVersion(batchId)},
    (SELECT json_group_array(code_id) FROM (SELECT code_id FROM batch_code WHERE batch_id = v.id ORDER BY code_id)),
    (SELECT json_group_array(json_array(from_batch_id, quantity_kg)) FROM (SELECT * FROM lot_edge WHERE to_batch_id = v.id ORDER BY from_batch_id)),
    (SELECT json_group_array(json_array(diary_event_id, quantity_kg)) FROM (SELECT * FROM batch_harvest WHERE batch_id = v.id ORDER BY diary_event_id)),
    (SELECT json_group_array(json_array(id, quantity_kg)) FROM (SELECT * FROM batch_purchase WHERE batch_id = v.id ORDER BY id)),
    (SELECT json_array(p.name, p.gtin, p.brand, p.category_id, p.images, p.standards, p.shelf_life, p.storage, p.warnings,
      p.net_content_value, p.net_content_unit, p.mark) FROM product p WHERE p.id = v.product_id),
    (SELECT json_array(o.name, o.kind, o.name_consent_on, o.gln, o.address, o.commune_name, o.province_name, o.hotline, o.suspended_on, o.hotline_hours, o.story, o.people, o.people_consent_on, o.province_code, o.commune_code) FROM organisation o WHERE o.id = v.organisation_id),
    (SELECT json_group_array(json_array(x.name, x.commune_name, x.province_name, x.area_ha, x.organisation_id, x.province_code, x.commune_code, x.lat, x.lng)) FROM (SELECT * FROM site WHERE id IN (${sites}) ORDER BY id) x),
    (SELECT json_group_array(json_array(id, version)) FROM (
      SELECT id, version FROM certification WHERE batch_id = v.id
      UNION ALL SELECT id, version FROM certification WHERE organisation_id = v.organisation_id
        AND batch_id IS NULL ORDER BY id)),
    (SELECT count(*) FROM diary_event WHERE batch_id = v.id),
    (SELECT count(*) FROM diary_event WHERE site_id IN (${sites})),
    (SELECT count(*) FROM diary_verification w JOIN diary_event d ON d.id = w.diary_event_id WHERE d.site_id IN (${sites})),
    (SELECT count(*) FROM diary_event d JOIN diary_photo f ON f.diary_event_id = d.id
      JOIN diary_picture m ON m.original_sha256 = f.sha256 WHERE d.site_id IN (${sites})),
    (SELECT count(*) FROM label_exception WHERE batch_id = v.id),
    (SELECT count(*) FROM code_status_event WHERE code_id IN (SELECT code_id FROM batch_code WHERE batch_id = v.id))
  ) FROM batch v WHERE v.id = ${batchId})`
}

/**
 * Entries of the batch's growing areas up to the packing day, and those that name the batch, each with
 * what it said before: whatever any version of it says belongs here brings the whole entry. What was
 * done in a growing area after the growing (a harvest, a packing) for another batch is that one's
 * story; a treatment concerns every batch of the area. What a packing house did, and with the goods
 * afterwards, belongs to the batch whose lot it names.
 */
function diaryOf(batchId: string): SQL {
  return sql`
    (
      WITH RECURSIVE concerned(id, before) AS (
        SELECT id, amends_id FROM diary_event WHERE batch_id = ${batchId}
        UNION
        SELECT e.id, e.amends_id FROM batch b
          JOIN batch_code bc ON bc.batch_id = b.id AND bc.slot = 'growing_area'
          JOIN code c ON c.id = bc.code_id
          JOIN diary_event e ON e.site_id = c.site_id
            AND e.occurred_on >= min(coalesce(b.season_from, '9999'), date(b.packed_on, '-400 days'))
            AND e.occurred_on <= b.packed_on
          JOIN diary_event_kind ek ON ek.id = e.kind
        WHERE b.id = ${batchId}
          AND (e.batch_id IS NULL OR e.batch_id = b.id OR ek.stage = 'growing')
        UNION
        SELECT e.id, e.amends_id FROM batch b
          JOIN batch_code bc ON bc.batch_id = b.id AND bc.slot = 'packing_house'
          JOIN code c ON c.id = bc.code_id
          JOIN diary_event e ON e.site_id = c.site_id
            AND e.occurred_on BETWEEN date(b.packed_on, '-62 days') AND date(b.packed_on, '+31 days')
        WHERE b.id = ${batchId} AND e.batch_id IS NULL
          AND json_extract(e.entered, '$.lot') IN (b.lot, b.ref)
      ), amended(id, before) AS (
        SELECT a.id, a.amends_id FROM concerned JOIN diary_event a ON a.amends_id = concerned.id
        UNION
        SELECT a.id, a.amends_id FROM amended JOIN diary_event a ON a.amends_id = amended.id
      ), told(id, head_id, age, before) AS (
        SELECT id, id, 0, before FROM (SELECT * FROM concerned UNION SELECT * FROM amended) latest
          WHERE NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = latest.id)
        UNION ALL
        SELECT e.id, told.head_id, told.age + 1, e.amends_id FROM told
          JOIN diary_event e ON e.id = told.before
      )
      SELECT id, head_id, age FROM told
    ) picked
      JOIN diary_event ON diary_event.id = picked.id
      JOIN diary_event_kind ON diary_event_kind.id = diary_event.kind
      JOIN site ON site.id = diary_event.site_id
      JOIN organisation ON organisation.id = site.organisation_id
      LEFT JOIN diary_verification ON diary_verification.id = (
        SELECT v.id FROM diary_verification v WHERE v.diary_event_id = diary_event.id
        ORDER BY v.verified_on DESC, v.recorded_at DESC, v.id LIMIT 1)
    ORDER BY picked.age > 0, diary_event.occurred_on DESC, diary_event.recorded_at DESC, diary_event.id
    LIMIT ${MAX_DIARY_ROWS}`
}

/** What stands, told by whomever; refused and withdrawn ones are nobody's word. */
const STANDS = sql`certification.state IN ('declared', 'confirmed')`

/** Certificates of the producer that cover the batch and its packing day, but for confirmed OCOP ratings. */
function certificatesOf(batchId: string): SQL {
  return sql`
    batch b JOIN certification ON certification.organisation_id = b.organisation_id
      AND certification.batch_id IS NULL
    WHERE b.id = ${batchId} AND ${STANDS}
      AND (certification.kind <> 'ocop' OR certification.state = 'declared')
      AND (certification.product_id IS NULL OR certification.product_id = b.product_id)
      AND (certification.site_id IS NULL OR certification.site_id IN (
        SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id WHERE bc.batch_id = b.id))
      AND (certification.issued_on IS NULL OR certification.issued_on <= b.packed_on)
      AND (certification.expires_on IS NULL OR certification.expires_on >= b.packed_on)
      AND (certification.revoked_on IS NULL OR certification.revoked_on > b.packed_on)
    ORDER BY certification.kind, certification.number, certification.id LIMIT 50`
}

/** OCOP ratings of the product that an officer vouches for, whenever they hold. */
function ocopOf(batchId: string): SQL {
  return sql`
    batch b JOIN certification ON certification.product_id = b.product_id
    WHERE b.id = ${batchId} AND certification.kind = 'ocop' AND certification.state = 'confirmed'
    ORDER BY certification.issued_on DESC, certification.id LIMIT 50`
}

/** A test that an officer took away was none. */
function testsOf(batchId: string): SQL {
  return sql`
    certification WHERE certification.batch_id = ${batchId} AND certification.kind = 'lab_test'
      AND ${STANDS} AND certification.revoked_on IS NULL
    ORDER BY certification.sampled_on DESC, certification.analyte, certification.id LIMIT 200`
}
