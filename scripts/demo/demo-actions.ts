import { sql } from 'drizzle-orm'
import { findDiaryEntries } from '../../db/queries/diary-imports.ts'
import { noteConfirmation, readConfirmation } from '../../db/queries/label-confirmations.ts'
import { createBatch } from '../../worker/verbs/batches/create-batch.ts'
import { recallBatch } from '../../worker/verbs/batches/recall-batch.ts'
import { updateBatch } from '../../worker/verbs/batches/update-batch.ts'
import { addCertification } from '../../worker/verbs/certifications/save-certification.ts'
import { findRegisterCode } from '../../worker/verbs/codes/find-register-code.ts'
import { recordCodeStatus } from '../../worker/verbs/codes/record-code-status.ts'
import { verifyDiaryEntry } from '../../worker/verbs/diary/verify-diary-entry.ts'
import { issueLabels } from '../../worker/verbs/labels/issue-labels.ts'
import { voidLabels } from '../../worker/verbs/labels/void-labels.ts'
import { type DemoContext, demoBatch, demoBatches, exists } from './demo-context.ts'
import { DEMO_AUTHORITY } from './demo-products.ts'
import type { DemoStep } from './demo-sheets.ts'
import {
  CONFIRMATIONS,
  DECISIONS,
  DEMO_RUNS,
  LAB_TESTS,
  RECALL,
  RICE_LOT,
  SEASONS,
  VERIFICATIONS,
  VOIDED_LOT,
} from './demo-story.ts'

/** The packing days of the lots that are read in from a sheet, and of the one made here. */
export async function actionSteps(
  demo: DemoContext,
  packed: ReadonlyMap<string, number>,
): Promise<DemoStep[]> {
  const packedOn = (lot: string) => packed.get(lot) ?? RICE_LOT.packed
  return [
    { on: RICE_LOT.packed, run: () => makeRiceLot(demo) },
    ...DEMO_RUNS.map((run) => ({
      on: packedOn(run.lot),
      run: () => issue(demo, run, packedOn(run.lot)),
    })),
    ...CONFIRMATIONS.map((confirmed) => ({
      on: packedOn(confirmed.lot) + 1,
      run: () => confirm(demo, confirmed, packedOn(confirmed.lot)),
    })),
    { on: packedOn(VOIDED_LOT) + 1, run: () => voidRun(demo, packedOn(VOIDED_LOT) + 1) },
    ...DECISIONS.map((decision) => ({
      on: decision.recorded,
      run: async () => {
        const { from, recorded, wording, ...fields } = decision
        const effectiveOn = demo.calendar.on(from)
        const input = { ...fields, effectiveOn, ...(wording === null ? {} : { wording }) }
        await recordCodeStatus({ ctx: demo.then(recorded, 15), input })
      },
    })),
    ...VERIFICATIONS.map((check) => ({ on: check.checked + 4, run: () => verify(demo, check) })),
    ...LAB_TESTS.map((test) => ({
      on: Math.min(test.sampled + 5, 0),
      run: () => addTest(demo, test),
    })),
    { on: RECALL.on, run: () => recall(demo) },
  ]
}

async function makeRiceLot(demo: DemoContext): Promise<void> {
  const { db, calendar } = demo
  const batches = await demoBatches(db)
  if (batches.has(RICE_LOT.lot)) return
  const product = await db.get<{ id: string }>(sql`
    SELECT p.id FROM product p JOIN organisation o ON o.id = p.organisation_id
    WHERE o.demo = 1 AND p.name = ${RICE_LOT.product}`)
  const sources = RICE_LOT.sources.map(({ lot, quantityKg }) => ({
    ref: batches.get(lot)?.ref ?? '',
    quantityKg,
  }))
  const input = {
    productId: product.id,
    lot: RICE_LOT.lot,
    packedOn: calendar.on(RICE_LOT.packed),
    expiresOn: calendar.on(RICE_LOT.expires),
    seasonFrom: calendar.on(RICE_LOT.season),
    quantity: { value: RICE_LOT.quantityKg, unit: 'kg' },
    markets: ['VNM'],
    growingAreas: [...RICE_LOT.growingAreas],
    sources,
  }
  await createBatch({ ctx: demo.then(RICE_LOT.packed, 7), input })
}

async function issue(
  demo: DemoContext,
  run: (typeof DEMO_RUNS)[number],
  on: number,
): Promise<void> {
  const batch = await demoBatch(demo.db, run.lot)
  const { profile, units, lot, pin = false } = run
  const isIssued = sql`SELECT 1 FROM label_run WHERE batch_id = ${batch.id} AND profile = ${profile}`
  if (await exists(demo.db, isIssued)) return
  const season = SEASONS[lot]
  if (!batch.sealed && season !== undefined) {
    const changes = { seasonFrom: demo.calendar.on(season) }
    await updateBatch({ ctx: demo.then(on, 13), input: { ref: batch.ref, changes } })
  }
  const amount = units === null ? ({ wholeBatch: true, copies: 200 } as const) : { count: units }
  await issueLabels({ ctx: demo.then(on, 14), input: { ref: batch.ref, profile, pin, ...amount } })
}

/** As `confirmLabel` keeps it once a PIN was right. */
async function confirm(
  demo: DemoContext,
  { lot, place, after }: (typeof CONFIRMATIONS)[number],
  packed: number,
): Promise<void> {
  const run = await demo.db.get<{ unitSpace: string; serial: number } | undefined>(sql`
    SELECT r.unit_space AS unitSpace, r.from_serial + ${place} AS serial
    FROM label_run r JOIN batch b ON b.id = r.batch_id
      JOIN organisation o ON o.id = b.organisation_id
    WHERE o.demo = 1 AND b.lot = ${lot} AND r.has_pin = 1 LIMIT 1`)
  if (run === undefined || (await readConfirmation(demo.db, run)) !== null) return
  for (const days of after) {
    const now = demo.then(packed + days, 18).now()
    await noteConfirmation(demo.db, run, { now, sameWithinMs: 0 })
  }
}

async function voidRun(demo: DemoContext, on: number): Promise<void> {
  const run = await demo.db.get<{ id: string }>(sql`
    SELECT r.id FROM label_run r JOIN batch b ON b.id = r.batch_id
      JOIN organisation o ON o.id = b.organisation_id
    WHERE o.demo = 1 AND b.lot = ${VOIDED_LOT}`)
  if (await exists(demo.db, sql`SELECT 1 FROM label_exception WHERE run_id = ${run.id}`)) return
  const input = { runId: run.id, kind: 'void', reason: 'In lệch khổ, tem không dán được' } as const
  await voidLabels({ ctx: demo.then(on, 9), input })
}

async function recall(demo: DemoContext): Promise<void> {
  const batch = await demoBatch(demo.db, RECALL.lot)
  if (await exists(demo.db, sql`SELECT 1 FROM label_exception WHERE batch_id = ${batch.id}`)) return
  const { reason, documentNo, wording } = RECALL
  await recallBatch({
    ctx: demo.then(RECALL.on, 10),
    input: { ref: batch.ref, reason, documentNo, wording },
  })
}

async function verify(
  demo: DemoContext,
  { code, done, checked }: (typeof VERIFICATIONS)[number],
): Promise<void> {
  const { siteId } = (await findRegisterCode(demo.db, code)).code
  const occurredOn = demo.calendar.on(done)
  for (const entry of await findDiaryEntries(demo.db, { siteId, occurredOn })) {
    if (entry.isVerified) continue
    const input = {
      diaryEventId: entry.id,
      verifiedBy: { role: 'officer', name: DEMO_AUTHORITY },
      verifiedOn: demo.calendar.on(checked),
    }
    await verifyDiaryEntry({ ctx: demo.then(Math.min(checked + 4, 0), 18), input })
  }
}

async function addTest(demo: DemoContext, test: (typeof LAB_TESTS)[number]): Promise<void> {
  const { lot, sampled, analyte, result, unit, resultLimit } = test
  const batch = await demoBatch(demo.db, lot)
  const isKnown = sql`SELECT 1 FROM certification WHERE batch_id = ${batch.id} AND analyte = ${analyte}`
  if (await exists(demo.db, isKnown)) return
  const { organisationId } = batch
  const texts = {
    organisationId,
    batchId: batch.id,
    analyte,
    result,
    unit,
    resultLimit,
    verdict: resultLimit === null ? null : 'passed',
    issuedBy: 'Phòng thử nghiệm Minh Họa',
    sampledOn: demo.calendar.on(sampled),
  }
  await addCertification({
    ctx: demo.then(Math.min(sampled + 5, 0), 19),
    input: { kind: 'lab_test', texts, authority: DEMO_AUTHORITY },
  })
}
