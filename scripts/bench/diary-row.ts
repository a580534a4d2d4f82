import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { type Row, ratioRow } from './measure.ts'
import { type PortalClient, postTo, signIn } from './portal-client.ts'
import type { Effort } from './scan-rows.ts'
import type { Stage } from './stage.ts'

const LONG = 5_000
const SHORT = 50
const ENTRIES_A_ROUND = 30

/**
 * A spray recorded by its form and the page that shows it, then the newest of its place, in a season of
 * 5,000 entries against one of 50: what is compared with what is on record must not grow with it.
 */
export async function diaryRow(stage: Stage, effort: Effort): Promise<Row> {
  const { db } = stage.database
  const client = { origin: stage.worker.origin, cookie: await signIn(stage), db }
  await stageSeason(db, { siteId: 'bench-season-long', entries: LONG })
  await stageSeason(db, { siteId: 'bench-season-short', entries: SHORT })
  const rounds = []
  for (let round = 0; round < effort.rounds; round++) {
    const floor = await recordMs(client, { siteId: 'bench-season-short', round })
    const value = await recordMs(client, { siteId: 'bench-season-long', round })
    rounds.push({ value, floor })
  }
  const note = 'recorded, shown and listed; floor: the same in a season of 50'
  return ratioRow({ name: 'diary-season', unit: 'ms', rounds, aim: 1.5, better: 'lower', note })
}

/** Milliseconds an entry takes, one after the other. */
async function recordMs(
  client: PortalClient,
  { siteId, round }: { readonly siteId: string; readonly round: number },
): Promise<number> {
  const startedAt = performance.now()
  for (let i = 0; i < ENTRIES_A_ROUND; i++) {
    const body = new URLSearchParams({
      happenedOn: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10),
      'values.product': `Thuốc đo ${round}-${i}`,
      'values.dose': '25',
      'values.dose.unit': 'ml/binh16',
      'values.intervalDays': '7',
      'values.operator': `Người đo ${round}-${i}`,
    })
    const path = `/portal/diary/new/plant_protection?site=${siteId}`
    await seen(client, await postTo(client, path, body))
    await seen(client, `/portal/diary?site=${siteId}`)
  }
  return (performance.now() - startedAt) / ENTRIES_A_ROUND
}

async function seen({ origin, cookie }: PortalClient, path: string): Promise<void> {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie } })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
}

/** A growing area with a season of entries, a third of them sprays, over 300 days. */
async function stageSeason(
  db: Database,
  { siteId, entries }: { readonly siteId: string; readonly entries: number },
): Promise<void> {
  await db.run(sql`
    INSERT INTO site (id, kind, organisation_id, name, name_folded, created_at)
    SELECT ${siteId}, 'growing_area', id, ${siteId}, ${siteId}, 0 FROM organisation LIMIT 1`)
  const numbers = sql`(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL
    SELECT i + 1 FROM n WHERE i < ${sql.raw(String(entries - 1))}) SELECT i FROM n)`
  await db.run(sql`
    INSERT INTO diary_event (id, site_id, kind, occurred_on, recorded_at, summary, details, photos,
      declared_by_role, declared_by_name, fingerprint, via, entered, allowed_on, household_count)
    SELECT ${siteId} || '-' || i, ${siteId},
      CASE i % 3 WHEN 0 THEN 'plant_protection' WHEN 1 THEN 'fertiliser' ELSE 'irrigation' END,
      date('now', '-' || CAST(i % 300 AS INTEGER) || ' days'), 0, 'Việc ' || CAST(i AS INTEGER),
      '{}', '[]', 'cooperative', 'HTX', ${siteId} || CAST(i AS INTEGER), 'app',
      json_object('product', json_object('name', 'Thuốc ' || CAST(i AS INTEGER), 'id', NULL),
        'dose', json_object('value', '25', 'unit', 'ml/binh16')),
      CASE i % 3 WHEN 0 THEN date('now', printf('%+d days', 7 - CAST(i % 300 AS INTEGER))) END, 0
    FROM ${numbers}`)
}
