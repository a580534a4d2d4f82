import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { RegisterDecision } from '../../worker/domain/scan-register/scan-register.ts'
import type { SiteKind } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import { batch, code, organisation, product, site } from '../schema/index.ts'
import { among } from './among.ts'
import { flag, json, maybe, number, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { MAY_BE_NAMED } from './register-entry-rules.ts'
import { rowsOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

const BATCH = {
  /** Where the holder stands in the list of holders. */
  at: number(sql`holder.key`),
  ...pick(batch, 'id', 'ref', 'lot', 'packedOn', 'expiresOn', 'createdAt'),
  product: product.name,
  producer: maybe(text(sql`CASE WHEN ${MAY_BE_NAMED} THEN o.name END`)),
  codes: json<readonly (readonly [slot: SiteKind, code: string])[]>(sql`(
    SELECT json_group_array(json_array(under.slot, under.code)) FROM (
      SELECT bc.slot, c.code FROM batch_code bc JOIN code c ON c.id = bc.code_id
      WHERE bc.batch_id = ${batch.id} ORDER BY c.code) under)`),
}

const CODE = {
  id: code.id,
  code: code.code,
  kind: site.kind,
  decisions: maybe(json<readonly RegisterDecision[]>(sql`r.entry -> '$.decisions'`)),
  /** Taken out of the register. */
  isGone: flag(sql`r.code_id IS NULL`),
}

export type RegisterBatchRow = RowOf<typeof BATCH>
export type RegisterCodeRow = RowOf<typeof CODE>

/**
 * Organisations within bounds, or that hold a place there, in the order of their ids, so that the same
 * ones are the same list.
 */
export async function listHolders(
  db: Database,
  { bounds, limit }: { readonly bounds: Bounds; readonly limit: number },
): Promise<string[]> {
  const rows = await rowsOf(
    db,
    { id: organisation.id },
    sql`${organisation} WHERE ${organisation.id} IN (
        SELECT o.id FROM organisation o WHERE ${withinBounds(bounds, 'o')}
        UNION SELECT s.organisation_id FROM site s WHERE ${withinBounds(bounds, 's')})
      ORDER BY ${organisation.id} LIMIT ${limit}`,
  )
  return rows.map(({ id }) => id)
}

export type BatchPosition = Pick<RegisterBatchRow, 'at' | 'createdAt' | 'id'>

/** Batches with labels of these holders, a page at a time: a walk of the index of each one’s newest. */
export function listRegisterBatches(
  db: Database,
  asked: {
    readonly holderIds: readonly string[]
    readonly createdFrom: number
    readonly after: BatchPosition | null
    readonly limit: number
  },
) {
  const { holderIds, createdFrom, after, limit } = asked
  const further =
    after === null
      ? sql`true`
      : sql`(holder.key > ${after.at} OR (holder.key = ${after.at}
          AND (${batch.createdAt}, ${batch.id}) > (${after.createdAt}, ${after.id})))`
  return rowsOf(
    db,
    BATCH,
    sql`${holders(holderIds)} CROSS JOIN batch ON batch.organisation_id = holder.value
        AND batch.created_at >= ${createdFrom}
      ${NAMES} WHERE ${HAS_LABELS} AND ${further}
      ORDER BY holder.key, batch.created_at, batch.id LIMIT ${limit}`,
  )
}

/**
 * Batches of these holders whose document was written since, or is marked to be: whatever a register
 * tells of a batch is a source of its document. Walks what changed since, of everybody.
 */
export function listChangedBatches(
  db: Database,
  asked: { readonly holderIds: readonly string[]; readonly since: number; readonly limit: number },
) {
  const { holderIds, since, limit } = asked
  return rowsOf(
    db,
    BATCH,
    sql`(SELECT batch_id FROM batch_document WHERE updated_at >= ${since}
        UNION ALL SELECT batch_id FROM batch_document WHERE updated_at = 0) changed
      CROSS JOIN batch ON batch.id = changed.batch_id
      CROSS JOIN ${holders(holderIds)} ON holder.value = batch.organisation_id
      ${NAMES} WHERE ${HAS_LABELS} LIMIT ${limit}`,
  )
}

/** REFs of batches of these holders that were annulled since: that is put down as an exception. */
export async function listAnnulledRefs(
  db: Database,
  asked: { readonly holderIds: readonly string[]; readonly since: number; readonly limit: number },
): Promise<string[]> {
  const { holderIds, since, limit } = asked
  const rows = await rowsOf(
    db,
    { ref: batch.ref },
    sql`(SELECT DISTINCT batch_id FROM label_exception WHERE recorded_at >= ${since}) marked
      CROSS JOIN batch ON batch.id = marked.batch_id
      WHERE batch.annulled_at IS NOT NULL AND batch.organisation_id IN ${among(holderIds)}
      LIMIT ${limit}`,
  )
  return rows.map(({ ref }) => ref)
}

/** Codes of places within bounds, in the order of their ids. */
export function listRegisterCodes(
  db: Database,
  asked: { readonly bounds: Bounds; readonly afterId: string; readonly limit: number },
) {
  const { bounds, afterId, limit } = asked
  return rowsOf(
    db,
    CODE,
    sql`site CROSS JOIN code ON code.site_id = site.id JOIN register_entry r ON r.code_id = code.id
      WHERE ${withinBounds(bounds, 'site')} AND code.id > ${afterId}
      ORDER BY code.id LIMIT ${limit}`,
  )
}

/** Codes by what they are called, wherever they lie. */
export function listCodesNamed(db: Database, names: readonly string[]) {
  return rowsOf(
    db,
    CODE,
    sql`${among(names)} named CROSS JOIN code ON code.code = named.value
      JOIN site ON site.id = code.site_id JOIN register_entry r ON r.code_id = code.id
      LIMIT ${names.length}`,
  )
}

/** Codes whose entries changed since: of places within bounds, or that batches of these holders bear. */
export function listChangedCodes(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly holderIds: readonly string[]
    readonly since: number
    readonly limit: number
  },
) {
  const { bounds, holderIds, since, limit } = asked
  return rowsOf(
    db,
    CODE,
    sql`register_change h CROSS JOIN code ON code.id = h.code_id
      JOIN site ON site.id = code.site_id LEFT JOIN register_entry r ON r.code_id = code.id
      WHERE h.changed_at >= ${since} AND (${withinBounds(bounds, 'site')} OR EXISTS (
        SELECT 1 FROM batch_code bc JOIN batch b ON b.id = bc.batch_id
        WHERE bc.code_id = code.id AND b.organisation_id IN ${among(holderIds)}))
      LIMIT ${limit}`,
  )
}

const HAS_LABELS = sql`batch.sealed_at IS NOT NULL AND batch.annulled_at IS NULL`

const NAMES = sql`JOIN organisation o ON o.id = batch.organisation_id
  JOIN product ON product.id = batch.product_id`

function holders(ids: readonly string[]): SQL {
  return sql`json_each(${JSON.stringify(ids)}) holder`
}
