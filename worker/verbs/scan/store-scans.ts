import { LRUCache } from 'lru-cache'
import type { Database } from '../../../db/client.ts'
import { type CountedLabel, markSuspected, type Visit } from '../../../db/queries/label-visits.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { insertScans, SCANS_PER_BATCH, type ScanRow } from '../../../db/queries/scans.ts'
import { countedVisitors, decideCopySuspected } from '../../domain/copies/decide-copy-suspected.ts'
import { copyParameters } from '../../domain/copies/parameters.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { daysOf } from './counted-days.ts'

/** Visitors this isolate has stored already: most scans are of them, and need no look at the database. */
const stored = new LRUCache<string, true>({ max: 20_000 })

/**
 * Stores scans with their counts, and decides on the labels that somebody opened who had not been
 * counted: where more people open one than a package has, its summary says so from then on. At most
 * one further write for all of them.
 */
export async function storeScans(
  db: Database,
  rows: readonly ScanRow[],
  now: number,
): Promise<void> {
  for (let at = 0; at < rows.length; at += SCANS_PER_BATCH) {
    const page = rows.slice(at, at + SCANS_PER_BATCH)
    const visits = newVisits(page)
    const counted = await insertScans(db, page, [...visits.values()])
    const today = vietnamDateOf(now)
    const suspects = counted.flatMap((label) => suspicionOf(label, today) ?? [])
    if (suspects.length > 0 && !(await mark(db, suspects, now))) continue
    for (const key of visits.keys()) stored.set(key, true)
  }
}

/**
 * False where it could not be written: the scans are stored, and must not be once more, so it is left
 * to whichever of these visitors comes next.
 */
async function mark(
  db: Database,
  suspects: Parameters<typeof markSuspected>[1],
  now: number,
): Promise<boolean> {
  try {
    // No change(): it follows from what was counted, whoever scanned.
    await runBatch(db, [markSuspected(db, suspects, now)])
    return true
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    console.error(JSON.stringify({ level: 'error', code: 'copies_not_marked', name }))
    return false
  }
}

/** Each visitor of a unit's label and day once; those of whole batches are many by nature. */
function newVisits(rows: readonly ScanRow[]): Map<string, Visit> {
  const visits = new Map<string, Visit>()
  for (const { ref, unitSpace, serial, scannedAt, region, visit } of rows) {
    if (visit === undefined || serial === 0) continue
    const day = vietnamDateOf(scannedAt)
    const key = `${unitSpace} ${serial} ${day} ${visit.visitor}`
    if (stored.has(key) || visits.has(key)) continue
    visits.set(key, { ref, unitSpace, serial, day, ...visit, region: region ?? '' })
  }
  return visits
}

function suspicionOf(label: CountedLabel, today: string) {
  const { ref, unitSpace, serial, suspectedAt, decision, dismissedVisitors } = label
  if (suspectedAt !== null && decision !== 'dismissed') return null
  const days = daysOf(label.cells)
  const visitors = countedVisitors(days)
  // An inspector looked into it: the same again is no news.
  if (dismissedVisitors !== null && visitors < 2 * dismissedVisitors) return null
  const suspected = decideCopySuspected(days, copyParameters(label.category), today)
  return suspected ? { ref, unitSpace, serial, visitors } : null
}
