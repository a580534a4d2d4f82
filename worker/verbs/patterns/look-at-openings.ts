import {
  type OpenedBatch,
  readCursor,
  readOpenedBatches,
  readProvinceNames,
} from '../../../db/queries/pattern-sources.ts'
import { bareRegion, isHomeRegion, openedElsewhere } from '../../domain/patterns/detectors.ts'
import { DOMESTIC } from '../../lib/markets.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { VerbContext } from '../context.ts'
import { type Look, moveCursor, storeLooks } from './store-looks.ts'

const DAY_MS = 86_400_000
/**
 * How long after it was sealed the labels of a batch are looked at: on the shelf, and when most are
 * sold.
 */
const AGES_DAYS = [10, 40] as const
const BATCHES_AT_ONCE = 1_000

/** Batches whose labels have been out for some days, each looked at as often as there are ages. */
export async function lookAtOpenings(ctx: VerbContext): Promise<number> {
  const { db } = ctx
  const names = await readProvinceNames(db)
  const provinces = new Set(names.map(bareRegion))
  let found = 0
  for (const age of AGES_DAYS) {
    const cursor = `openings_${age}`
    const before = await readCursor(db, cursor)
    const to = ctx.now() - age * DAY_MS
    // The first time nothing long past is looked at.
    const from = before === 0 ? to - DAY_MS : before
    if (to <= from) continue
    const batches = await readOpenedBatches(db, { from, to, limit: BATCHES_AT_ONCE })
    found += await storeLooks(
      ctx,
      'opened_elsewhere',
      batches.map((batch) => lookOf(batch, provinces)),
    )
    const last = batches.length < BATCHES_AT_ONCE ? to : (batches.at(-1)?.sealedAt ?? to)
    await moveCursor(ctx, cursor, last)
  }
  return found
}

function lookOf(batch: OpenedBatch, provinces: ReadonlySet<string>): Look {
  const { batchId, ref, lot, markets, siteId, provinceCode, communeCode } = batch
  const opens = batch.opens.flatMap(({ region, visitors }) => {
    const isHome = isHomeRegion(foldVietnamese(region), provinces)
    return isHome === null ? [] : [{ isHome, visitors }]
  })
  const detected = openedElsewhere({
    isForHome: markets.includes(DOMESTIC),
    isForExport: markets.some((market) => market !== DOMESTIC),
    opens,
  })
  return {
    ...{ subjectId: batchId, shown: `${lot} · ${ref}`, siteId, batchId },
    ...{ provinceCode, communeCode, detected },
  }
}
