import { sql } from 'drizzle-orm'
import type { OutboxKind } from '../../worker/domain/outbox/outbox-item.ts'
import { recordEntry } from '../../worker/verbs/diary/record-entry.ts'
import type { DemoFile } from '../lib/announce.ts'
import { type DemoContext, exists } from './demo-context.ts'
import { demoMinutes, ensureInspections } from './demo-inspections.ts'
import { MANGO_COOP } from './demo-organisations.ts'

/** The entry that the example of a correction is of; its id is the same in every installation. */
const CORRECTED = '01970000-0000-7000-8000-00000000d301'
const CORRECTED_ON = -1

const WATERED = {
  source: 'river',
  method: 'drip',
  durationHours: { value: '2', unit: 'hour' },
} as const

/**
 * One body of each kind that the outbox takes, which the account of that role may send again and again
 * under new ids.
 */
export async function demoOutbox(
  demo: DemoContext,
  { labels }: { readonly labels: DemoFile['labels'] },
): Promise<DemoFile['outbox']> {
  const siteId = await mangoSite(demo)
  await ensureCorrected(demo, siteId)
  await ensureInspections(demo, siteId)
  const checkedAt = demo.calendar.at(0, 8)
  const examples = {
    diary_entry: {
      role: 'producer',
      // The same work again on one day is asked about, and this one says yes.
      body: { siteId, kind: 'irrigation', values: WATERED, confirm: ['same_again'] },
    },
    diary_correction: {
      role: 'producer',
      body: {
        entryId: CORRECTED,
        reason: 'Ghi nhầm thời gian tưới',
        values: { ...WATERED, durationHours: { value: '3', unit: 'hour' } },
        confirm: ['same_again'],
      },
    },
    // A second one of a day is stored too, and marked.
    inspection: { role: 'inspector', body: demoMinutes(siteId) },
    label_checks: {
      role: 'inspector',
      body: {
        checks: [
          {
            ...{ scanned: labels['clear'] ?? '', authenticity: 'genuine', standing: 'clear' },
            ...{ mode: 'offline', listIssuedAt: checkedAt - 3_600_000, checkedAt },
            note: 'Sạp minh họa 12',
          },
        ],
      },
    },
    report: {
      role: 'inspector',
      body: {
        reason: 'spoiled',
        label: labels['clear'] ?? '',
        details: 'Trái bị thối ở cuống',
        shop: 'Sạp minh họa 12',
      },
    },
  } satisfies Record<OutboxKind, { role: string; body: object }>
  return examples
}

async function mangoSite({ db }: DemoContext): Promise<string> {
  const row = await db.get<{ id: string } | undefined>(sql`
    SELECT s.id FROM site s JOIN organisation o ON o.id = s.organisation_id
    WHERE o.demo = 1 AND o.name = ${MANGO_COOP} AND s.kind = 'growing_area'
    ORDER BY s.created_at, s.id LIMIT 1`)
  if (row === undefined) throw new Error('the demo growing area of mangoes is missing')
  return row.id
}

async function ensureCorrected(demo: DemoContext, siteId: string): Promise<void> {
  if (await exists(demo.db, sql`SELECT 1 FROM diary_event WHERE id = ${CORRECTED}`)) return
  const ctx = demo.then(CORRECTED_ON, 17)
  await recordEntry({
    ctx,
    envelope: {
      ...{ id: CORRECTED, v: 1, via: 'app', clock: null },
      happenedOn: demo.calendar.on(CORRECTED_ON),
      madeAt: demo.calendar.at(CORRECTED_ON, 16),
      body: { siteId, kind: 'irrigation', values: WATERED, confirm: ['same_again'] },
    },
    photos: async () => [],
  })
}
