import { isNotNull, type SQL, sql } from 'drizzle-orm'
import type { CodeUseFacts } from '../../worker/domain/code-use/judge-code-use.ts'
import type { Database } from '../client.ts'
import { batch, batchCode, code, lotEdge, organisationMembership, site } from '../schema/index.ts'
import { flag, maybe, text } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

/** Batches that one batch is made of, at most; past it the oldest are as if they were not there. */
const MAX_LINEAGE = 1_000
const MAX_ROWS = 5_000

const BATCH = {
  ...pick(batch, 'id', 'organisationId', 'packedOn'),
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

const CONTRACT = {
  siteId: text(sql`contract.site_id`),
  organisationId: text(sql`contract.organisation_id`),
  fromOn: text(sql`contract.from_on`),
  toOn: maybe(text(sql`contract.to_on`)),
}

/** All that tells whether a batch may use its codes: it and what it is made of, in one round trip. */
export async function readCodeUseFacts(db: Database, batchId: string): Promise<CodeUseFacts> {
  const up = sql`(${lineage(batchId)} SELECT id FROM up) up`
  const [batches, codes, edges, memberships, contracts] = await db.batch([
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
    rowsOf(
      db,
      CONTRACT,
      sql`(${lineage(batchId)},
        used(site_id) AS (SELECT c.site_id FROM up JOIN batch_code bc ON bc.batch_id = up.id
          JOIN code c ON c.id = bc.code_id)
        SELECT l.growing_area_id AS site_id, h.organisation_id, l.from_on, l.to_on
        FROM used JOIN site_link l ON l.growing_area_id = used.site_id
          JOIN site h ON h.id = l.packing_house_id
        WHERE l.area_confirmed_at IS NOT NULL
        UNION
        SELECT l.packing_house_id, a.organisation_id, l.from_on, l.to_on
        FROM used JOIN site_link l ON l.packing_house_id = used.site_id
          JOIN site a ON a.id = l.growing_area_id
        WHERE l.house_confirmed_at IS NOT NULL LIMIT ${MAX_ROWS}) contract`,
    ),
  ])
  return {
    batches: batches.map((row) => ({
      ...row,
      codes: codes.filter((each) => each.batchId === row.id),
      sourceIds: edges.filter(({ toId }) => toId === row.id).map(({ fromId }) => fromId),
    })),
    memberships,
    contracts,
  }
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
  const sites = sql`SELECT c.site_id FROM batch_code bc JOIN code c ON c.id = bc.code_id
    WHERE bc.batch_id = ${batchId}`
  return sql`(SELECT json_array(
    (SELECT json_group_array(json_array(l.id, l.from_on, l.to_on, l.house_confirmed_at, l.area_confirmed_at))
      FROM (SELECT * FROM site_link WHERE growing_area_id IN (${sites})
        UNION SELECT * FROM site_link WHERE packing_house_id IN (${sites}) ORDER BY id) l),
    (SELECT json_group_array(json_array(m.id, m.to_on, m.confirmed_at)) FROM (
      SELECT * FROM organisation_membership
      WHERE organisation_id = (SELECT organisation_id FROM batch WHERE id = ${batchId}) ORDER BY id) m),
    (SELECT json_group_array(json_array(f.id, f.annulled_at, f.code_use_checked_at)) FROM (
      SELECT s.* FROM lot_edge e JOIN batch s ON s.id = e.from_batch_id
      WHERE e.to_batch_id = ${batchId} ORDER BY s.id) f),
    (SELECT count(*) FROM batch_allowance WHERE batch_id = ${batchId})))`
}
