import { readScansOfBatch } from '../../../db/queries/scan-desk.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { loadBatch } from './load-batch.ts'

/** As far back as single scans are kept. */
const DAYS = 90

/** How often something was scanned. */
export type Tally = { readonly key: string; readonly scans: number }

/** How labels of a batch were scanned, for those who may read it; regions are never public. */
export async function scansOfBatch(ctx: DatedReading, ref: string) {
  const batch = await loadBatch(ctx, ref, 'batches.read')
  const { total, labels, cells } = await readScansOfBatch(ctx.db, batch.id)
  const today = vietnamDateOf(ctx.now())
  const days = Array.from({ length: DAYS }, (_, at) => addDays(today, at + 1 - DAYS))
  const scansOn = tally(cells.map(({ on, scans }) => ({ key: on, scans })))
  return {
    ...{ batch, total, labels },
    /** Each of the days, the oldest first. */
    byDay: days.map((key): Tally => ({ key, scans: scansOn.get(key) ?? 0 })),
    byRegion: [...tally(cells.map(({ region, scans }) => ({ key: region, scans })))]
      .map(([key, scans]): Tally => ({ key, scans }))
      .toSorted((a, b) => b.scans - a.scans || compareRegions(a.key, b.key)),
  }
}

function tally(rows: readonly Tally[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { key, scans } of rows) sums.set(key, (sums.get(key) ?? 0) + scans)
  return sums
}

/** By name, those that nobody knows last. */
function compareRegions(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1
  return a.localeCompare(b, 'vi')
}
