import { sql } from 'drizzle-orm'
import { recordLabelChecks } from '../../worker/verbs/label-checks/record-checks.ts'
import type { DemoFile } from '../lib/announce.ts'
import { type DemoContext, exists } from './demo-context.ts'
import { inspectorOf } from './demo-inspections.ts'

/** The same in every installation. */
const ROUND = '01970000-0000-7000-8000-00000000d401'
const CHECKED_ON = -1
const HOUR = 9
const MINUTE_MS = 60_000

/** What an inspector’s device said at a market the day before: one label of each kind. */
const SEEN = [
  { label: 'clear', authenticity: 'genuine', standing: 'clear' },
  { label: 'unit', authenticity: 'genuine', standing: 'clear' },
  { label: 'notice', authenticity: 'genuine', standing: 'notice' },
  { label: 'void', authenticity: 'genuine', standing: 'stop' },
  { label: 'forged', authenticity: 'forged', standing: null },
] as const

/** A round of checks on the spot, so that its list shows what it is for; made once. */
export async function demoChecks(
  demo: DemoContext,
  { labels }: Pick<DemoFile, 'labels'>,
): Promise<void> {
  const { db, calendar } = demo
  if (await exists(db, sql`SELECT 1 FROM label_check WHERE record_id = ${ROUND}`)) return
  const actor = await inspectorOf(demo)
  const at = calendar.at(CHECKED_ON, HOUR)
  await recordLabelChecks(
    { ...demo.then(CHECKED_ON, HOUR + 1), actor, source: 'api' },
    {
      ...{ id: ROUND, v: 1, clock: null, photos: [], madeAt: at },
      happenedOn: calendar.on(CHECKED_ON),
      body: {
        checks: SEEN.map(({ label, ...said }, n) => ({
          ...{ ...said, scanned: labels[label] ?? label, mode: 'offline' as const },
          ...{ listIssuedAt: at - 60 * MINUTE_MS, checkedAt: at + n * MINUTE_MS },
          note: 'Chợ Minh Họa, sạp 12',
        })),
      },
    },
  )
}
