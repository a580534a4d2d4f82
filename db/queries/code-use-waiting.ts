import { type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { batch, code, organisation, product } from '../schema/index.ts'
import type { RowOf } from './fields.ts'
import { rowsOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

const b = alias(batch, 'b')
const holder = alias(organisation, 'holder')

const WAITING = {
  ref: b.ref,
  lot: b.lot,
  packedOn: b.packedOn,
  sealedAt: b.sealedAt,
  productName: product.name,
  organisationName: organisation.name,
  code: code.code,
  holderName: holder.name,
}

/** A batch packed, or to be packed, under a code of another holder, on which nobody has spoken yet. */
export type CodeUseWaiting = RowOf<typeof WAITING>

/** Unjudged batches one list looks at: the newest. */
const MAX_EXAMINED_BATCHES = 5_000

/**
 * Batches within the bounds of a code's site that use it without being its holder, a member's
 * organisation or a party to a confirmed contract, and on which no officer has decided; newest first.
 */
export function listCodeUseWaiting(
  db: Database,
  input: { readonly bounds: Bounds; readonly limit: number },
): Promise<CodeUseWaiting[]> {
  return rowsOf(
    db,
    WAITING,
    sql`(SELECT * FROM batch WHERE code_use_checked_at IS NULL AND annulled_at IS NULL
      ORDER BY created_at DESC LIMIT ${MAX_EXAMINED_BATCHES}) b
    JOIN batch_code bc ON bc.batch_id = b.id
    JOIN code ON code.id = bc.code_id JOIN site s ON s.id = code.site_id
    JOIN product ON product.id = b.product_id
    JOIN organisation ON organisation.id = b.organisation_id
    JOIN organisation holder ON holder.id = s.organisation_id
    WHERE s.organisation_id <> b.organisation_id AND ${withinBounds(input.bounds, 's')}
      AND NOT ${isMember} AND NOT ${isContracted}
      AND NOT EXISTS (SELECT 1 FROM batch_allowance w
        WHERE w.batch_id = b.id AND w.kind = 'code_use' AND w.code_id = code.id)
      AND NOT EXISTS (SELECT 1 FROM label_exception e
        WHERE e.batch_id = b.id AND e.kind = 'code_use_not_authorised' AND e.withdrawn = 0
          AND NOT EXISTS (SELECT 1 FROM label_exception a
            WHERE a.batch_id = e.batch_id AND a.amends_id = e.id))
    ORDER BY b.created_at DESC, b.id, code.code LIMIT ${input.limit}`,
  )
}

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
