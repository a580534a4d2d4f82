import { desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batchHarvest, batchPurchase, diaryEvent, site } from '../schema/index.ts'
import { among } from './among.ts'
import { usableSites } from './batch-choices.ts'
import { flag, number, type RowOf, text } from './fields.ts'
import { insertAny } from './insert-rows.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

/** A harvest of the diary as it stands, with what batches took of it. */
export type HarvestRow = RowOf<ReturnType<typeof harvestFields>>

/** For whom harvests are looked up: what `into` itself takes is not counted as taken. */
export type HarvestsFor = {
  readonly organisationId: string
  /** Calendar date in Viet Nam. */
  readonly today: string
  /** The id of the batch they would go into; null for a new one. */
  readonly into: string | null
}

function harvestFields({ organisationId, today, into }: HarvestsFor) {
  return {
    /** The row that was asked for; any version of the entry. */
    askedId: text(sql`versions.asked_id`),
    /** The entry as first written, under which batches keep it. */
    rootId: text(sql`versions.root_id`),
    /** The row that nothing amends. */
    headId: diaryEvent.id,
    ...pick(diaryEvent, 'siteId', 'kind', 'occurredOn', 'details', 'retracts'),
    siteName: site.name,
    isUsable: flag(sql`${site.id} IN (${usableSites({ organisationId, today })})`),
    /** True where `into` takes from it already. */
    isUsed: flag(sql`EXISTS (SELECT 1 FROM batch_harvest h
      WHERE h.batch_id = ${into} AND h.diary_event_id = versions.root_id)`),
    takenKg: number(sql`(SELECT coalesce(sum(h.quantity_kg), 0.0) FROM batch_harvest h
      JOIN batch b ON b.id = h.batch_id
      WHERE h.diary_event_id = versions.root_id AND b.annulled_at IS NULL
        AND h.batch_id IS NOT ${into})`),
  }
}

/** Harvests by the id of any of their versions. */
export function findHarvests(
  db: Database,
  ids: readonly string[],
  whom: HarvestsFor,
): Promise<HarvestRow[]> {
  return rowsOf(db, harvestFields(whom), standing(among(ids)))
}

/**
 * The latest harvests of sites an organisation may pack from, since a day, and those that `into` takes
 * from already.
 */
export function listHarvests(
  db: Database,
  asked: HarvestsFor & { readonly since: string; readonly limit: number },
): Promise<HarvestRow[]> {
  const { into, since, limit } = asked
  const latest = sql`SELECT e.id FROM diary_event e
    WHERE e.site_id IN (${usableSites(asked)}) AND e.kind = 'harvest' AND e.occurred_on >= ${since}
      AND e.retracts = 0 AND NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = e.id)
    ORDER BY e.occurred_on DESC, e.id LIMIT ${limit}`
  const used = sql`SELECT diary_event_id FROM batch_harvest WHERE batch_id = ${into}`
  const source = standing(sql`(SELECT id AS value FROM (${latest}) UNION ${used})`)
  return rowsOf(db, harvestFields(asked), sql`${source} ORDER BY diary_event.occurred_on DESC`)
}

/** Entries of some ids, each joined to its first version and to the one that stands. */
function standing(ids: SQL): SQL {
  return sql`
    (
      WITH RECURSIVE back(asked_id, id, before) AS (
        SELECT e.id, e.id, e.amends_id FROM ${ids} asked JOIN diary_event e ON e.id = asked.value
        UNION ALL
        SELECT back.asked_id, e.id, e.amends_id FROM back JOIN diary_event e ON e.id = back.before
      ), forth(asked_id, root_id, id) AS (
        SELECT asked_id, id, id FROM back WHERE before IS NULL
        UNION ALL
        SELECT forth.asked_id, forth.root_id, a.id FROM forth
          JOIN diary_event a ON a.amends_id = forth.id
      )
      SELECT asked_id, root_id, id AS head_id FROM forth
        WHERE NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = forth.id)
    ) versions
      JOIN diary_event ON diary_event.id = versions.head_id
      JOIN site ON site.id = diary_event.site_id`
}

const HARVEST = pick(batchHarvest, 'diaryEventId', 'quantityKg')
const PURCHASE = pick(batchPurchase, 'id', 'seller', 'quantityKg', 'boughtOn', 'paperNo')

export type BatchHarvestRow = RowOf<typeof HARVEST>
export type BatchPurchaseRow = RowOf<typeof PURCHASE>

/** What of harvests a batch is made of. */
export function harvestsOf(db: Database, batchId: string) {
  return db
    .select(HARVEST)
    .from(batchHarvest)
    .where(eq(batchHarvest.batchId, batchId))
    .orderBy(batchHarvest.diaryEventId)
    .limit(MOST_OF_A_BATCH)
}

/** What was bought in for a batch, the latest first. */
export function purchasesOf(db: Database, batchId: string) {
  return db
    .select(PURCHASE)
    .from(batchPurchase)
    .where(eq(batchPurchase.batchId, batchId))
    .orderBy(desc(batchPurchase.boughtOn), batchPurchase.id)
    .limit(MOST_OF_A_BATCH)
}

const MOST_OF_A_BATCH = 500

/** Takes away what a batch is made of beside other batches. */
export function deleteGoods(db: Database, batchId: string): Statement[] {
  return [
    db.delete(batchHarvest).where(eq(batchHarvest.batchId, batchId)),
    db.delete(batchPurchase).where(eq(batchPurchase.batchId, batchId)),
  ]
}

/** Stores what a batch is made of beside other batches. */
export function insertGoods(
  db: Database,
  goods: {
    readonly harvests: readonly (typeof batchHarvest.$inferInsert)[]
    readonly purchases: readonly (typeof batchPurchase.$inferInsert)[]
  },
): Statement[] {
  const { harvests, purchases } = goods
  return [...insertAny(db, batchHarvest, harvests), ...insertAny(db, batchPurchase, purchases)]
}

/** Holds while what batches that count took of a harvest stays within what it may give. */
export function harvestGivesNoMoreThan(given: { rootId: string; atMostKg: number }): SQL {
  return sql`((SELECT coalesce(sum(h.quantity_kg), 0.0) FROM batch_harvest h
    JOIN batch b ON b.id = h.batch_id
    WHERE h.diary_event_id = ${given.rootId} AND b.annulled_at IS NULL) <= ${given.atMostKg})`
}

/** All that a batch is made of, in kilograms; `batchId` is the column or value that names it. */
export function inputKgOf(batchId: SQLWrapper): SQL {
  return sql`(
    (SELECT coalesce(sum(i.quantity_kg), 0.0) FROM lot_edge i WHERE i.to_batch_id = ${batchId})
    + (SELECT coalesce(sum(i.quantity_kg), 0.0) FROM batch_harvest i WHERE i.batch_id = ${batchId})
    + (SELECT coalesce(sum(i.quantity_kg), 0.0) FROM batch_purchase i WHERE i.batch_id = ${batchId}))`
}
