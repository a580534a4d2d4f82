import {
  listLotsFrom,
  listSourceBatches,
  listUsableCodes,
  type OfferedCode,
} from '../../../db/queries/batch-choices.ts'
import { type HarvestRow, listHarvests } from '../../../db/queries/batch-goods.ts'
import { type BatchLinks, type BatchRow, readBatchLinks } from '../../../db/queries/batches.ts'
import { listProducts, type ProductListRow } from '../../../db/queries/product-list.ts'
import { toGrams } from '../../domain/lots/balance.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { harvestKgOf } from './harvest-kg.ts'
import { loadBatch } from './load-batch.ts'
import { kilogramsOf } from './mass-balance.ts'

/** What a form of a batch offers to choose from. */
export type BatchChoices = {
  readonly products: readonly ProductListRow[]
  readonly codes: readonly OfferedCode[]
  readonly sources: readonly SourceChoice[]
  readonly harvests: readonly HarvestChoice[]
  /** A lot number that is free, by today's date. */
  readonly lot: string
}

/** A batch with something left to take from it. */
export type SourceChoice = {
  readonly ref: string
  readonly lot: string
  readonly product: string
  readonly leftKg: number
}

/** A harvest with something left to take from it, or that the batch takes from already. */
export type HarvestChoice = Pick<HarvestRow, 'occurredOn' | 'siteName' | 'isUsed'> & {
  /** The entry as first written. */
  readonly entry: string
  readonly leftKg: number
}

/** Harvests older than this are of another season. */
const HARVEST_DAYS = 400
const MOST_HARVESTS = 60
const MOST_PRODUCTS = 500
const MOST_SOURCES = 60
const MOST_LOTS = 200

/** What an organisation may make a batch of: its products, the codes it may use, what is left of others. */
export async function batchChoices(
  ctx: DatedReading,
  asked: {
    readonly organisationId: string
    /** The id of the batch that is edited; null for a new one. */
    readonly batchId: string | null
  },
): Promise<BatchChoices> {
  const { organisationId, batchId } = asked
  requirePermission(ctx, 'batches.write', { organisationId, place: null })
  const { db } = ctx
  const today = vietnamDateOf(ctx.now())
  const start = today.slice(2).replaceAll('-', '')
  const [products, codes, sources, harvests, lots] = await Promise.all([
    listProducts(db, {
      ...{ bounds: null, organisationId, gtin: null, words: [], archived: false },
      ...{ after: null, limit: MOST_PRODUCTS },
    }),
    listUsableCodes(db, { organisationId, today }),
    listSourceBatches(db, { organisationId, into: batchId, limit: MOST_SOURCES }),
    listHarvests(db, {
      ...{ organisationId, today, into: batchId },
      ...{ since: addDays(today, -HARVEST_DAYS), limit: MOST_HARVESTS },
    }),
    listLotsFrom(db, { organisationId, start, limit: MOST_LOTS }),
  ])
  return {
    ...{ products, codes, lot: freeLot(start, lots) },
    sources: sources.flatMap(withSomethingLeft),
    harvests: harvestChoices(harvests),
  }
}

/** A batch with its codes and sources, and what there is to choose from for it. */
export async function openDeclaration(
  ctx: DatedReading,
  ref: string,
): Promise<{ row: BatchRow; links: BatchLinks; choices: BatchChoices }> {
  const row = await loadBatch(ctx, ref, 'batches.write')
  const { id: batchId, organisationId } = row
  const [choices, links] = await Promise.all([
    batchChoices(ctx, { organisationId, batchId }),
    readBatchLinks(ctx.db, batchId),
  ])
  return { row, links, choices }
}

type SourceRow = Awaited<ReturnType<typeof listSourceBatches>>[number]

function withSomethingLeft(row: SourceRow): SourceChoice[] {
  const { ref, lot, product, quantityValue: value, quantityUnit: unit, givenKg } = row
  const kg = kilogramsOf({ value, unit })
  // To the gram: sums of decimal fractions leave a trace.
  const leftKg = kg === null ? 0 : Math.round((kg - givenKg) * 1_000) / 1_000
  return leftKg > 0 ? [{ ref, lot, product, leftKg }] : []
}

function harvestChoices(rows: readonly HarvestRow[]): HarvestChoice[] {
  // One that is both among the latest and used already was read twice.
  const byEntry = new Map(rows.map((row) => [row.rootId, row]))
  return [...byEntry.values()].flatMap((row) => {
    const { rootId: entry, occurredOn, siteName, isUsed, takenKg } = row
    const leftKg = Math.max(0, toGrams((harvestKgOf(row) ?? 0) - takenKg))
    return leftKg > 0 || isUsed ? [{ entry, occurredOn, siteName, isUsed, leftKg }] : []
  })
}

/** `260310`, then `260310-2`, and so on. */
function freeLot(start: string, taken: readonly string[]): string {
  const lots = new Set(taken)
  for (let n = 1; n <= MOST_LOTS; n++) {
    const lot = n === 1 ? start : `${start}-${n}`
    if (!lots.has(lot)) return lot
  }
  return ''
}
