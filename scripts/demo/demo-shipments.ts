import { sql } from 'drizzle-orm'
import { OWN_SAMPLE_PLAN } from '../../worker/resources/own-sample-plan.ts'
import { createBatch } from '../../worker/verbs/batches/create-batch.ts'
import { addRule } from '../../worker/verbs/market-rules/save-rule.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { type DemoContext, demoBatches, demoOrganisationId, exists } from './demo-context.ts'
import { PACKED_MANGO, PACKER } from './demo-organisations.ts'
import type { DemoStep } from './demo-sheets.ts'

const RULED_ON = -200
const SCOPE = { crop: 'Xoài', market: 'NZL', source: 'Quy định minh họa', checkBefore: 'shipment' }

/** Made up, in the shape of what importing markets ask: one that holds goods back, and one that is doubtful. */
const RULES = [
  { ...SCOPE, name: 'Xử lý hơi nước nóng', checkProof: 'record', checkDays: '5' },
  { ...SCOPE, name: 'Cadmi', checkProof: 'lab_test', checkDays: '60', isDoubtful: 'yes' },
]

const LOT = 'XK-NZ-01'
const PLANNED_CODE = 'VN-AGOR-9001'

/** Checks before shipment with a batch that waits for one, and a holder's own sampling plan. */
export function shipmentSteps(demo: DemoContext): DemoStep[] {
  return [
    { on: RULED_ON, run: () => rule(demo) },
    { on: -1, run: () => declare(demo) },
    { on: 0, run: () => planSamples(demo) },
  ]
}

async function rule(demo: DemoContext): Promise<void> {
  const there = sql`SELECT 1 FROM market_rule WHERE kind = 'required_check' AND market = 'NZL'`
  if (await exists(demo.db, there)) return
  const validFrom = demo.calendar.on(RULED_ON)
  for (const texts of RULES) {
    const input = { kind: 'required_check' as const, texts: { ...texts, validFrom } }
    await addRule({ ctx: demo.then(RULED_ON), input })
  }
}

async function declare(demo: DemoContext): Promise<void> {
  const { db, calendar } = demo
  if ((await demoBatches(db)).has(LOT)) return
  const organisationId = await demoOrganisationId(db, PACKER)
  const product = await db.get<{ id: string }>(sql`SELECT id FROM product
    WHERE organisation_id = ${organisationId} AND name = ${PACKED_MANGO}`)
  await createBatch({
    ctx: demo.then(-1, 10),
    input: {
      ...{ productId: product.id, lot: LOT, markets: ['NZL'] },
      packedOn: calendar.on(-1),
      harvestedOn: [calendar.on(-2)],
      quantity: { value: 800, unit: 'kg' },
    },
  })
}

async function planSamples(demo: DemoContext): Promise<void> {
  const { db, calendar } = demo
  if (await exists(db, sql`SELECT 1 FROM own_sample_plan`)) return
  const code = await db.get<{ id: string; siteId: string; organisationId: string } | undefined>(
    sql`SELECT c.id, c.site_id AS siteId, s.organisation_id AS organisationId
      FROM code c JOIN site s ON s.id = c.site_id WHERE c.code = ${PLANNED_CODE}`,
  )
  if (code === undefined) return
  const { id: codeId, siteId, organisationId } = code
  const texts = { codeId, cropName: 'Xoài', samples: '3', laboratory: 'Phòng thử nghiệm Minh Họa' }
  await addRecord(demo.then(0, 7), OWN_SAMPLE_PLAN, {
    texts: { ...texts, dueOn: calendar.on(10) },
    columns: { siteId, organisationId, fromOn: calendar.on(-180), toOn: calendar.on(10) },
  })
}
