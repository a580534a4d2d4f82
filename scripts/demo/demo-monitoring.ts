import { sql } from 'drizzle-orm'
import {
  INSPECTION_PLAN,
  MONITORING_RULE,
  SEASON_WINDOW,
} from '../../worker/resources/monitoring.ts'
import { markVisitDone, moveVisit } from '../../worker/verbs/monitoring/act-on-visit.ts'
import { makePlan } from '../../worker/verbs/monitoring/make-plan.ts'
import { PLAN_RULES } from '../../worker/verbs/monitoring/plan-rules.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { type DemoContext, demoOrganisationId, exists } from './demo-context.ts'

const PROVINCE = '91'
const PLANNED_ON = -45
/** Made up, in the shape of what a province decides. */
const SEASON = { name: 'Vụ thuận (minh họa)', crop: 'Xoài', from: -60, to: 60 }
const RULE = { crop: 'Xoài', market: 'CHN', perSeason: '2', kind: 'periodic' }

/** A plan of the province for the running year: one visit done, one on the inspector's way today. */
export async function demoMonitoring(demo: DemoContext, office: string): Promise<void> {
  const { db, calendar } = demo
  if (await exists(db, sql`SELECT 1 FROM inspection_plan`)) return
  const ctx = demo.then(PLANNED_ON, 9)
  const place = { provinceCode: PROVINCE }
  const { name, crop } = SEASON
  const days = { fromOn: calendar.on(SEASON.from), toOn: calendar.on(SEASON.to) }
  await addRecord(ctx, SEASON_WINDOW, { texts: { name, crop, ...days }, columns: place })
  await addRecord(ctx, MONITORING_RULE, {
    texts: { ...RULE, fromOn: calendar.on(-400), legalBasis: 'Quy định minh họa' },
    columns: { ...place, communeCode: null },
  })
  const { id } = await addRecord(ctx, INSPECTION_PLAN, {
    texts: { year: calendar.on(0).slice(0, 4), perDay: '4', provinceCode: PROVINCE },
    rules: PLAN_RULES,
    columns: { authorityId: await demoOrganisationId(db, office) },
  })
  await makePlan({ ctx, input: { id, overload: false, expected: '1' } })
  const [done, today] = await db.all<{ id: string }>(sql`SELECT id FROM inspection_visit
    WHERE plan_id = ${id} AND number = 1 AND season_name IS NOT NULL ORDER BY planned_on, id LIMIT 2`)
  if (done !== undefined) {
    const texts = { expected: '1', doneOn: calendar.on(-20), reason: 'Biên bản minh họa số 07' }
    await markVisitDone({ ctx: demo.then(-20, 16), input: { id: done.id, texts } })
  }
  if (today !== undefined) {
    const texts = { expected: '1', plannedOn: calendar.on(0) }
    await moveVisit({ ctx: demo.then(0, 7), input: { id: today.id, texts } })
  }
}
