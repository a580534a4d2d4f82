import { sql } from 'drizzle-orm'
import { readFirstMembership } from '../../db/queries/accounts-sessions.ts'
import { personOf } from '../../worker/verbs/accounts/person-of.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { parseInput } from '../../worker/verbs/guard/parse-input.ts'
import {
  type InspectionBody,
  inspectionBodySchema,
} from '../../worker/verbs/inspections/inspection-body-schema.ts'
import { recordInspection } from '../../worker/verbs/inspections/record-inspection.ts'
import { startMinutes } from '../../worker/verbs/minutes/start-minutes.ts'
import { type DemoContext, exists } from './demo-context.ts'

/** Drawn by nobody: two strokes, as a hand leaves them. */
const SIGNED = [
  [120, 240, 190, 130, 240, 250, 310, 120, 380, 240, 470, 170, 560, 210],
  [600, 180, 660, 220, 740, 160, 820, 200],
]

const ANSWERS = {
  ...{ area_ha: 12.5, household_count: 18, variety: 'Cát Hòa Lộc', tree_age: 9 },
  ...{ growth_stage: 'fruiting', packaging_collected: 'yes', diary_exists: 'yes' },
  ...{ diary_complete: 'yes', pest_method: ['ipm', 'manual'], pest_records: 'yes' },
  ...{ gap_applied: 'yes', weeds_cleared: 'yes', isolated: 'yes', sample_taken: 'no' },
}

/** Minutes of a growing area that anybody who inspects there may send. */
export function demoMinutes(siteId: string, given: Partial<InspectionBody> = {}) {
  return {
    ...{ formVersionId: 'default-growing-area-1', siteId, kind: 'periodic', outcome: 'passed' },
    ...{ answers: ANSWERS, findings: [] as InspectionBody['findings'] },
    inspector: { name: 'Lê Minh Họa', position: 'Kiểm tra viên', signature: SIGNED },
    holder: { name: 'Nguyễn Minh Họa', position: 'Giám đốc', signature: SIGNED },
    ...given,
  }
}

const EARLIER = '01970000-0000-7000-8000-00000000d401'
const LATER = '01970000-0000-7000-8000-00000000d402'

/** Two inspections of a growing area: all well, then something to put right that waits. */
export async function ensureInspections(demo: DemoContext, siteId: string): Promise<void> {
  if (await exists(demo.db, sql`SELECT 1 FROM inspection WHERE id = ${LATER}`)) return
  await record(demo, { id: EARLIER, offset: -75, body: demoMinutes(siteId) })
  const body = demoMinutes(siteId, {
    outcome: 'passed_with_actions',
    conclusion: 'Vùng trồng duy trì điều kiện; khắc phục trước vụ thu hoạch.',
    answers: { ...ANSWERS, weeds_cleared: 'no', packaging_collected: 'no' },
    findings: [
      {
        ...{ question: 'weeds_cleared', severity: 'minor', text: 'Cỏ và quả rụng chưa dọn ở lô 3' },
        ...{ action: 'Dọn cỏ, thu quả rụng', dueOn: demo.calendar.on(12) },
      },
      {
        ...{ question: 'packaging_collected', severity: 'minor', text: 'Vỏ thuốc còn ở bờ vườn' },
        ...{ action: 'Thu gom vào bể chứa', dueOn: demo.calendar.on(5) },
      },
    ],
  })
  await record(demo, { id: LATER, offset: -9, body })
  // Begun at a desk and left, to be taken up again.
  const ctx = { ...demo.then(-1, 15), actor: await inspectorOf(demo) }
  await startMinutes({ ctx, input: { texts: { siteId, kind: 'unannounced' } } })
}

async function record(
  demo: DemoContext,
  { id, offset, body }: { readonly id: string; readonly offset: number; readonly body: object },
): Promise<void> {
  const ctx = { ...demo.then(offset, 10), actor: await inspectorOf(demo) }
  const madeAt = demo.calendar.at(offset, 10)
  await recordInspection(ctx, {
    ...{ id, v: 1, happenedOn: demo.calendar.on(offset), madeAt, photos: [] },
    clock: { offsetMs: 0, measuredAt: madeAt },
    body: parseInput(inspectionBodySchema, body),
  })
}

/** The inspector of the demo accounts, who must be there. */
export async function inspectorOf({ db }: DemoContext): Promise<VerbContext['actor']> {
  const user = await db.get<{ id: string } | undefined>(
    sql`SELECT id FROM user WHERE email = 'inspector@minh-hoa.example'`,
  )
  const membership = user === undefined ? null : await readFirstMembership(db, user.id)
  const person = membership === null ? null : personOf(membership)
  if (person === null) throw new Error('the demo inspector is missing')
  return person
}
