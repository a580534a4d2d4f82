import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { UseObjection } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import { batch, code, codeUseWait, organisation, product } from '../schema/index.ts'
import { json, maybe, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

const b = alias(batch, 'b')
const holder = alias(organisation, 'holder')

const WAITING = {
  ...pick(b, 'ref', 'lot', 'packedOn', 'sealedAt'),
  productName: product.name,
  organisationName: organisation.name,
  code: code.code,
  holderName: holder.name,
  /** What was told when labels were asked for; null where nobody did yet. */
  objections: maybe(json<readonly UseObjection[]>(sql`w.objections`)),
}

/**
 * A batch packed, or to be packed, under a code it has no right to, on which nobody has spoken yet.
 */
export type CodeUseWaiting = RowOf<typeof WAITING>

/** Unjudged batches, and refused ones, that one list looks at: the newest. */
const MAX_EXAMINED_BATCHES = 5_000

/**
 * Batches within the bounds of a code's site that use it without being its holder, a member's
 * organisation or authorised for the day, and those that were refused when labels were asked for; on
 * which no officer has decided since; newest first.
 */
export function listCodeUseWaiting(
  db: Database,
  input: { readonly bounds: Bounds; readonly limit: number },
): Promise<CodeUseWaiting[]> {
  return rowsOf(
    db,
    WAITING,
    sql`(${borrowing} UNION
      SELECT * FROM (SELECT batch_id, code_id FROM code_use_wait
        ORDER BY asked_at DESC LIMIT ${MAX_EXAMINED_BATCHES})) open
    CROSS JOIN batch b ON b.id = open.batch_id
      AND b.code_use_checked_at IS NULL AND b.annulled_at IS NULL
    JOIN batch_code bc ON bc.batch_id = b.id AND bc.code_id = open.code_id
    JOIN code ON code.id = bc.code_id JOIN site s ON s.id = code.site_id
    LEFT JOIN code_use_wait w ON w.batch_id = b.id AND w.code_id = code.id
    JOIN product ON product.id = b.product_id
    JOIN organisation ON organisation.id = b.organisation_id
    JOIN organisation holder ON holder.id = s.organisation_id
    WHERE ${withinBounds(input.bounds, 's')}
      AND ${isUndecided(sql`code.id`)}
    ORDER BY b.created_at DESC, b.id, code.code LIMIT ${input.limit}`,
  )
}

/** No officer has spoken since labels were last asked for; `b` is the batch and `w` its wait. */
function isUndecided(codeId: SQL): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM batch_allowance a WHERE a.batch_id = b.id
      AND a.kind = 'code_use' AND a.code_id = ${codeId}
      AND a.recorded_at >= coalesce(w.asked_at, 0))
    AND NOT EXISTS (SELECT 1 FROM label_exception e
      WHERE e.batch_id = b.id AND e.kind = 'code_use_not_authorised' AND e.withdrawn = 0
        AND NOT EXISTS (SELECT 1 FROM label_exception a
          WHERE a.batch_id = e.batch_id AND a.amends_id = e.id))`
}

/**
 * Batches that were refused, `b`, with the wait `w`, the code `c` and its site `s`: those of the
 * list that labels were asked for, found from the sites of a place.
 */
export const askedFor = sql`site s CROSS JOIN code c ON c.site_id = s.id
  CROSS JOIN code_use_wait w ON w.code_id = c.id
  CROSS JOIN batch b ON b.id = w.batch_id AND b.code_use_checked_at IS NULL
    AND b.annulled_at IS NULL AND ${isUndecided(sql`w.code_id`)}`

const coversPacking = (alias: string): SQL => {
  const day = (name: string) => sql.raw(`${alias}.${name}`)
  return sql`${day('from_on')} <= b.packed_on
    AND (${day('to_on')} IS NULL OR b.packed_on <= ${day('to_on')})`
}

const isMember = sql`EXISTS (SELECT 1 FROM organisation_membership m
  WHERE m.organisation_id = b.organisation_id AND m.member_id = s.organisation_id
    AND m.confirmed_at IS NOT NULL AND ${coversPacking('m')})`

const isContracted = sql`(EXISTS (SELECT 1 FROM site_link l JOIN site p ON p.id = l.packing_house_id
    WHERE l.growing_area_id = s.id AND p.organisation_id = b.organisation_id
      AND l.area_confirmed_at IS NOT NULL AND ${coversPacking('l')})
  OR EXISTS (SELECT 1 FROM site_link l JOIN site p ON p.id = l.growing_area_id
    WHERE l.packing_house_id = s.id AND p.organisation_id = b.organisation_id
      AND l.house_confirmed_at IS NOT NULL AND ${coversPacking('l')}))`

/** By their days alone; quantities and destinations are judged when labels are asked for. */
const borrowing = sql`SELECT b.id AS batch_id, bc.code_id
  FROM (SELECT * FROM batch WHERE code_use_checked_at IS NULL AND annulled_at IS NULL
    ORDER BY created_at DESC LIMIT ${MAX_EXAMINED_BATCHES}) b
  CROSS JOIN batch_code bc ON bc.batch_id = b.id
  JOIN code c ON c.id = bc.code_id JOIN site s ON s.id = c.site_id
  WHERE s.organisation_id <> b.organisation_id AND NOT ${isMember} AND NOT ${isContracted}`

export type WaitRow = typeof codeUseWait.$inferSelect

/** What was told of a batch and code when labels were last refused for it. */
export function readWait(
  db: Database,
  of: Pick<WaitRow, 'batchId' | 'codeId'>,
): Promise<WaitRow | null> {
  const isIt = and(eq(codeUseWait.batchId, of.batchId), eq(codeUseWait.codeId, of.codeId))
  return firstOf(db.select().from(codeUseWait).where(isIt).limit(1))
}

/** Notes what stands against a batch now; the latest word of it stands. */
export function upsertWait(db: Database, row: WaitRow): Statement {
  const { objections, askedAt } = row
  return db
    .insert(codeUseWait)
    .values(row)
    .onConflictDoUpdate({
      target: [codeUseWait.batchId, codeUseWait.codeId],
      set: { objections, askedAt },
    })
}
