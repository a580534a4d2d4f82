import { sql } from 'drizzle-orm'
import { createBatch } from '../../worker/verbs/batches/create-batch.ts'
import { Problem } from '../../worker/verbs/errors.ts'
import { issueLabels } from '../../worker/verbs/labels/issue-labels.ts'
import { lookForPatterns } from '../../worker/verbs/patterns/look-for-patterns.ts'
import { type DemoContext, demoBatches, demoOrganisationId, exists } from './demo-context.ts'
import { PACKED_MANGO, PACKER } from './demo-organisations.ts'
import type { DemoStep } from './demo-sheets.ts'

const AREA = '91-PUC-XOAI01-990001-CHN'
const HOUSE = 'VN-AGPH-9001'

/** What a packing house packed under a growing area's code: within what it may, and past it. */
const LOTS = [
  { lot: 'DG-01', quantityKg: 4_200, on: -2 },
  { lot: 'DG-02', quantityKg: 58_000, on: -1 },
] as const

/**
 * Uses of a code by its authorised packing house, a batch that waits for an officer, and what the
 * daily look finds.
 */
export function codeUseSteps(demo: DemoContext): DemoStep[] {
  return [
    ...LOTS.map((lot) => ({ on: lot.on, run: () => pack(demo, lot) })),
    { on: 0, run: () => look(demo) },
  ]
}

async function pack(
  demo: DemoContext,
  { lot, quantityKg, on }: (typeof LOTS)[number],
): Promise<void> {
  const { db, calendar } = demo
  if ((await demoBatches(db)).has(lot)) return
  const organisationId = await demoOrganisationId(db, PACKER)
  const product = await db.get<{ id: string }>(sql`SELECT id FROM product
    WHERE organisation_id = ${organisationId} AND name = ${PACKED_MANGO}`)
  const { ref } = await createBatch({
    ctx: demo.then(on, 8),
    input: {
      ...{ productId: product.id, lot, markets: ['CHN'] },
      ...{ growingAreas: [AREA], packingHouse: HOUSE },
      packedOn: calendar.on(on),
      expiresOn: calendar.on(on + 14),
      harvestedOn: [calendar.on(on - 1)],
      quantity: { value: quantityKg, unit: 'kg' },
    },
  })
  try {
    const confirm = ['more_than_harvested']
    await issueLabels({ ctx: demo.then(on, 9), input: { ref, count: 100, confirm } })
  } catch (error) {
    // The second one asks for more than the contract has left: it waits for an officer.
    if (!(error instanceof Problem) || error.code !== 'standing_stop') throw error
  }
}

async function look(demo: DemoContext): Promise<void> {
  if (await exists(demo.db, sql`SELECT 1 FROM pattern_cursor`)) return
  await lookForPatterns(demo.then(0, 2))
}
