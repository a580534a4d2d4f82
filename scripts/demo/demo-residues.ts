import { sql } from 'drizzle-orm'
import { RESIDUE_PLAN } from '../../worker/resources/residue-plan.ts'
import { addRule } from '../../worker/verbs/market-rules/save-rule.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { recordResults } from '../../worker/verbs/residues/record-results.ts'
import { addSample } from '../../worker/verbs/residues/save-sample.ts'
import { type DemoContext, exists } from './demo-context.ts'
import type { DemoStep } from './demo-sheets.ts'

const RULED_ON = -300
const PROVINCE = { provinceCode: '91', communeCode: null }

/** Made up, in the shape of limits that importing markets publish. */
const RULE = {
  ...{ crop: 'Xoài', market: 'CHN', name: 'Difenoconazole', amount: '0,2', limitUnit: 'mg/kg' },
  source: 'Quy định minh họa',
}

/** Samples as officers take them; days are offsets. */
const SAMPLES = [
  {
    ...{ about: 'VN-AGOR-9001', cropName: 'Xoài cát Chu', sampleNo: 'MH-AG-001', on: -30 },
    results: { analyte1: 'Difenoconazole', result1: '0,05', analyte2: 'Cadmi', result2: '<0,01' },
  },
  {
    ...{ about: 'VN-AGOR-9002', cropName: 'Xoài cát Hòa Lộc', sampleNo: 'MH-AG-002', on: -24 },
    results: { analyte1: 'Difenoconazole', result1: '0,31' },
  },
] as const

/** A rule, a plan, and samples with one over the limit. */
export function residueSteps(demo: DemoContext): DemoStep[] {
  return [
    { on: RULED_ON, run: () => begin(demo) },
    ...SAMPLES.map((sample) => ({ on: sample.on, run: () => take(demo, sample) })),
    { on: 0, run: () => planOne(demo) },
  ]
}

async function begin(demo: DemoContext): Promise<void> {
  const ctx = demo.then(RULED_ON)
  if (!(await exists(demo.db, sql`SELECT 1 FROM market_rule WHERE name = ${RULE.name}`))) {
    const texts = { ...RULE, validFrom: demo.calendar.on(RULED_ON) }
    await addRule({ ctx, input: { kind: 'residue_limit', texts } })
  }
  if (await exists(demo.db, sql`SELECT 1 FROM residue_plan`)) return
  const year = demo.calendar.on(0).slice(0, 4)
  for (const [crop, samples] of [
    ['Mọi cây trồng', '60'],
    ['Xoài', '40'],
  ] as const) {
    await addRecord(ctx, RESIDUE_PLAN, { texts: { year, crop, samples }, columns: PROVINCE })
  }
}

async function take(demo: DemoContext, sample: (typeof SAMPLES)[number]): Promise<void> {
  const { on, results, ...said } = sample
  const isThere = sql`SELECT 1 FROM residue_sample WHERE sample_no = ${sample.sampleNo}`
  if (await exists(demo.db, isThere)) return
  const takenOn = demo.calendar.on(on)
  const { id } = await addSample({
    ctx: demo.then(on, 9),
    input: { texts: { ...said, takenOn, markets: 'CHN' } },
  })
  const units = { unit1: 'mg/kg', unit2: 'mg/kg' }
  const report = { laboratory: 'Phòng thử nghiệm Minh Họa', reportedOn: demo.calendar.on(on + 6) }
  await recordResults({
    ctx: demo.then(on + 6, 15),
    input: { id, texts: { ...results, ...units, ...report } },
  })
}

async function planOne(demo: DemoContext): Promise<void> {
  const about = 'VN-AGOR-9001'
  const isThere = sql`SELECT 1 FROM residue_sample WHERE state = 'planned'`
  if (await exists(demo.db, isThere)) return
  const texts = { about, cropName: 'Xoài', plannedOn: demo.calendar.on(12), markets: 'CHN' }
  await addSample({ ctx: demo.then(0, 7), input: { texts } })
}
