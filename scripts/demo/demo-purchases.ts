import { sql } from 'drizzle-orm'
import { lastMonthOf, periodKey } from '../../worker/domain/purchases/periods.ts'
import { PURCHASE_PLAN } from '../../worker/resources/purchase.ts'
import { addReport } from '../../worker/verbs/purchases/save-report.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { type DemoContext, demoOrganisationId, exists } from './demo-context.ts'
import { MANGO_COOP, PACKER } from './demo-organisations.ts'
import type { DemoStep } from './demo-sheets.ts'

const AREA = '91-PUC-XOAI01-990001-CHN'
/** Whatever is asked about invented figures is meant. */
const CONFIRMED = ['not_active', 'no_authorisation', 'sold_more', 'over_quota']

/** Months before this one: what the packing house bought through the code, and sold abroad. */
const REPORTS = [
  { back: 2, bought: '2.800', sold: '2.600' },
  { back: 1, bought: '3.450', sold: '3.300' },
] as const

/** Two reports of a packing house, and what the holder of the code planned to sell to it. */
export function purchaseSteps(demo: DemoContext): DemoStep[] {
  return [{ on: 0, run: () => report(demo) }]
}

async function report(demo: DemoContext): Promise<void> {
  if (await exists(demo.db, sql`SELECT 1 FROM purchase_report`)) return
  const organisationId = await demoOrganisationId(demo.db, PACKER)
  const today = demo.calendar.on(0)
  for (const { back, bought, sold } of REPORTS) {
    let period = lastMonthOf(today)
    for (let left = back; left > 1; left--) period = lastMonthOf(period.fromOn)
    const texts = { code1: AREA, boughtKg1: bought, soldKg1: sold, destination1: 'CHN' }
    const input = { organisationId, period: periodKey(period), texts, confirmed: CONFIRMED }
    await addReport({ ctx: demo.then(0, 6), input })
  }
  await plan(demo, lastMonthOf(today).fromOn.slice(0, 7))
}

async function plan(demo: DemoContext, month: string): Promise<void> {
  const organisationId = await demoOrganisationId(demo.db, MANGO_COOP)
  const [season] = await demo.db.all<{ id: string }>(sql`SELECT e.id FROM season e
    JOIN code k ON k.site_id = e.site_id WHERE k.code = ${AREA}
      AND e.organisation_id = ${organisationId} ORDER BY e.starts_on DESC LIMIT 1`)
  if (season === undefined) return
  await addRecord(demo.then(0, 6), PURCHASE_PLAN, {
    texts: { seasonId: season.id, month, buyer: PACKER, quantityKg: '4000' },
    columns: { organisationId },
  })
}
