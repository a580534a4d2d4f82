import { type SQL, sql } from 'drizzle-orm'
import type {
  CodeContract,
  CodeUseFacts,
  Membership,
  UsedCode,
} from '../../worker/domain/code-use/judge-code-use.ts'
import type { Database } from '../client.ts'

/** Batches that one batch is made of, at most; past it the oldest are as if they were not there. */
const MAX_LINEAGE = 1_000
const MAX_ROWS = 5_000

type BatchRow = {
  readonly id: string
  readonly organisationId: string
  readonly packedOn: string | null
  readonly annulledAt: number | null
  readonly codeUseCheckedAt: number | null
}

/** All that tells whether a batch may use its codes: it and what it is made of, in one round trip. */
export async function readCodeUseFacts(db: Database, batchId: string): Promise<CodeUseFacts> {
  const [batches, codes, edges, memberships, contracts] = await db.batch([
    db.all<BatchRow>(sql`${lineage(batchId)}
      SELECT b.id, b.organisation_id AS organisationId, b.packed_on AS packedOn,
        b.annulled_at AS annulledAt, b.code_use_checked_at AS codeUseCheckedAt
      FROM up JOIN batch b ON b.id = up.id`),
    db.all<UsedCode & { batchId: string }>(sql`${lineage(batchId)}
      SELECT bc.batch_id AS batchId, c.id AS codeId, c.code, c.site_id AS siteId,
        s.organisation_id AS holderId
      FROM up JOIN batch_code bc ON bc.batch_id = up.id JOIN code c ON c.id = bc.code_id
        JOIN site s ON s.id = c.site_id LIMIT ${MAX_ROWS}`),
    db.all<{ fromId: string; toId: string }>(sql`${lineage(batchId)}
      SELECT e.from_batch_id AS fromId, e.to_batch_id AS toId
      FROM up JOIN lot_edge e ON e.to_batch_id = up.id LIMIT ${MAX_ROWS}`),
    db.all<Membership>(sql`${lineage(batchId)}
      SELECT m.organisation_id AS organisationId, m.member_id AS memberId, m.from_on AS fromOn,
        m.to_on AS toOn
      FROM organisation_membership m WHERE m.confirmed_at IS NOT NULL
        AND m.organisation_id IN (SELECT b.organisation_id FROM up JOIN batch b ON b.id = up.id)
      LIMIT ${MAX_ROWS}`),
    db.all<CodeContract>(sql`${lineage(batchId)},
      used(site_id) AS (SELECT c.site_id FROM up JOIN batch_code bc ON bc.batch_id = up.id
        JOIN code c ON c.id = bc.code_id)
      SELECT l.growing_area_id AS siteId, h.organisation_id AS organisationId, l.from_on AS fromOn,
        l.to_on AS toOn
      FROM used JOIN site_link l ON l.growing_area_id = used.site_id
        JOIN site h ON h.id = l.packing_house_id
      WHERE l.area_confirmed_at IS NOT NULL
      UNION
      SELECT l.packing_house_id, a.organisation_id, l.from_on, l.to_on
      FROM used JOIN site_link l ON l.packing_house_id = used.site_id
        JOIN site a ON a.id = l.growing_area_id
      WHERE l.house_confirmed_at IS NOT NULL LIMIT ${MAX_ROWS}`),
  ])
  return {
    batches: batches.map(({ annulledAt, codeUseCheckedAt, ...batch }) => ({
      ...batch,
      annulled: annulledAt !== null,
      checked: codeUseCheckedAt !== null,
      codes: codes.filter((code) => code.batchId === batch.id),
      sourceIds: edges.filter(({ toId }) => toId === batch.id).map(({ fromId }) => fromId),
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
