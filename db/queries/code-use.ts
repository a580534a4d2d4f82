import { isNotNull, type SQL, sql } from 'drizzle-orm'
import type { CodeUseFacts } from '../../worker/domain/code-use/judge-code-use.ts'
import type { Database } from '../client.ts'
import {
  batch,
  batchCode,
  code,
  codeUse,
  lotEdge,
  organisationMembership,
  site,
} from '../schema/index.ts'
import { sitesOfBatch } from './batch-choices.ts'
import { flag, json, maybe, number, text } from './fields.ts'
import { insertAny } from './insert-rows.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

/** Batches that one batch is made of, at most; past it the oldest are as if they were not there. */
const MAX_LINEAGE = 1_000
const MAX_ROWS = 5_000

const BATCH = {
  ...pick(batch, 'id', 'organisationId', 'packedOn'),
  declaredAt: batch.createdAt,
  annulled: flag(isNotNull(batch.annulledAt)),
  checked: flag(isNotNull(batch.codeUseCheckedAt)),
}

const CODE = {
  batchId: batchCode.batchId,
  codeId: code.id,
  ...pick(code, 'code', 'siteId'),
  holderId: site.organisationId,
}

const EDGE = { fromId: lotEdge.fromBatchId, toId: lotEdge.toBatchId }

const { organisationId, memberId, fromOn, toOn } = organisationMembership
const MEMBER = { organisationId, memberId, fromOn, toOn }

const AUTHORISATION = {
  id: text(sql`given.id`),
  siteId: text(sql`given.site_id`),
  organisationId: text(sql`given.organisation_id`),
  fromOn: text(sql`given.from_on`),
  toOn: maybe(text(sql`given.to_on`)),
  markets: json<readonly string[]>(sql`given.markets`),
  quantityKg: maybe(number(sql`given.quantity_kg`)),
  usedKg: number(usedKgOf(sql`given.id`, sql`given.site_id`)),
  revokedAt: maybe(
    number(sql`(SELECT min(e.recorded_at) FROM authorisation_event e
      WHERE e.link_id = given.id AND e.kind = 'revoked')`),
  ),
}

/** Kilograms packed under an authorisation at a site, in batches that stand. */
export function usedKgOf(linkId: SQL, siteId: SQL): SQL {
  return sql`(SELECT coalesce(sum(u.quantity_kg), 0.0) FROM code_use u
    WHERE u.link_id = ${linkId} AND u.site_id = ${siteId} AND u.annulled_at IS NULL AND u.is_counted = 1)`
}

/** All that tells whether a batch may use its codes: it and what it is made of, in one round trip. */
export async function readCodeUseFacts(db: Database, batchId: string): Promise<CodeUseFacts> {
  const up = sql`(${lineage(batchId)} SELECT id FROM up) up`
  const [batches, codes, edges, memberships, authorisations] = await db.batch([
    rowsOf(db, BATCH, sql`${up} JOIN batch ON batch.id = up.id`),
    rowsOf(
      db,
      CODE,
      sql`${up} JOIN batch_code ON batch_code.batch_id = up.id
        JOIN code ON code.id = batch_code.code_id JOIN site ON site.id = code.site_id
        LIMIT ${MAX_ROWS}`,
    ),
    rowsOf(db, EDGE, sql`${up} JOIN lot_edge ON lot_edge.to_batch_id = up.id LIMIT ${MAX_ROWS}`),
    rowsOf(
      db,
      MEMBER,
      sql`organisation_membership WHERE confirmed_at IS NOT NULL AND organisation_id IN (
        SELECT b.organisation_id FROM ${up} JOIN batch b ON b.id = up.id) LIMIT ${MAX_ROWS}`,
    ),
    rowsOf(db, AUTHORISATION, authorisationsOf(batchId)),
  ])
  return {
    batches: batches.map((row) => ({
      ...row,
      codes: codes.filter((each) => each.batchId === row.id),
      sourceIds: edges.filter(({ toId }) => toId === row.id).map(({ fromId }) => fromId),
    })),
    memberships,
    authorisations,
  }
}

/**
 * What both sides of a contract let each other use: the packing house the codes of the growing area,
 * within its quantity and markets, and the other way round.
 */
function authorisationsOf(batchId: string): SQL {
  return sql`(${lineage(batchId)},
    used(site_id) AS (SELECT c.site_id FROM up JOIN batch_code bc ON bc.batch_id = up.id
      JOIN code c ON c.id = bc.code_id)
    SELECT l.id AS id, l.growing_area_id AS site_id, h.organisation_id AS organisation_id,
      l.from_on AS from_on, l.to_on AS to_on, l.markets AS markets, l.quantity_kg AS quantity_kg
    FROM used JOIN site_link l ON l.growing_area_id = used.site_id
      JOIN site h ON h.id = l.packing_house_id
    WHERE l.area_confirmed_at IS NOT NULL
    UNION
    SELECT l.id, l.packing_house_id, a.organisation_id, l.from_on, l.to_on, '[]', NULL
    FROM used JOIN site_link l ON l.packing_house_id = used.site_id
      JOIN site a ON a.id = l.growing_area_id
    WHERE l.house_confirmed_at IS NOT NULL
    ORDER BY from_on, id LIMIT ${MAX_ROWS}) given`
}

/** The batch and all that went into it. */
function lineage(batchId: string): SQL {
  return sql`WITH RECURSIVE up(id) AS (SELECT ${batchId}
    UNION SELECT e.from_batch_id FROM lot_edge e JOIN up ON e.to_batch_id = up.id
    LIMIT ${MAX_LINEAGE})`
}

/**
 * A text that differs whenever something that entitles a batch to its codes does: contracts of its
 * sites, members of its organisation, what its sources came to, what officers allowed.
 */
export function codeUseVersion(batchId: string): SQL {
  const sites = sitesOfBatch(batchId)
  return sql`(SELECT json_array(
    (SELECT json_group_array(json_array(l.id, l.from_on, l.to_on, l.house_confirmed_at, l.area_confirmed_at,
        l.markets, l.quantity_kg, (SELECT count(*) FROM authorisation_event e WHERE e.link_id = l.id)))
      FROM (SELECT * FROM site_link WHERE growing_area_id IN (${sites})
        UNION SELECT * FROM site_link WHERE packing_house_id IN (${sites}) ORDER BY id) l),
    (SELECT json_group_array(json_array(m.id, m.to_on, m.confirmed_at)) FROM (
      SELECT * FROM organisation_membership
      WHERE organisation_id = (SELECT organisation_id FROM batch WHERE id = ${batchId}) ORDER BY id) m),
    (SELECT json_group_array(json_array(f.id, f.annulled_at, f.code_use_checked_at)) FROM (
      SELECT s.* FROM lot_edge e JOIN batch s ON s.id = e.from_batch_id
      WHERE e.to_batch_id = ${batchId} ORDER BY s.id) f),
    (SELECT count(*) FROM batch_allowance WHERE batch_id = ${batchId}),
    ${countedVersion(batchId, sites)}))`
}

/**
 * What was packed so far under the sites of a batch that is not sealed yet, as far as its
 * authorisations and quotas are counted by it: of two batches at once only one takes what is left.
 */
function countedVersion(batchId: string, sites: SQL): SQL {
  return sql`(SELECT iif(b.sealed_at IS NOT NULL, NULL, json_array(
    (SELECT json_group_array(json_array(u.site_id, u.n, u.kg)) FROM (
      SELECT site_id, count(*) AS n, sum(quantity_kg) AS kg FROM code_use
      WHERE site_id IN (${sites}) AND annulled_at IS NULL AND is_counted = 1
        AND packed_on BETWEEN strftime('%Y-01-01', b.packed_on, '-1 year') AND strftime('%Y-12-31', b.packed_on)
      GROUP BY site_id ORDER BY site_id) u),
    (SELECT json_group_array(json_array(l.id, ${usedKgOf(sql`l.id`, sql`l.growing_area_id`)}))
      FROM (SELECT * FROM site_link WHERE growing_area_id IN (${sites}) AND quantity_kg IS NOT NULL
        ORDER BY id) l),
    (SELECT json_group_array(json_array(k.site_id, k.crop_folded, k.planted_area_ha)) FROM (
      SELECT * FROM site_crop WHERE site_id IN (${sites}) ORDER BY site_id, crop_folded) k)))
    FROM batch b WHERE b.id = ${batchId})`
}

export type CodeUseRow = typeof codeUse.$inferSelect

/** Writes what is packed under the codes of a batch that is being sealed. */
export function insertCodeUses(db: Database, rows: readonly CodeUseRow[]): Statement[] {
  return insertAny(db, codeUse, rows)
}
