import { sql } from 'drizzle-orm'
import { saveAnswers } from '../../worker/verbs/applications/save-answers.ts'
import { startApplication } from '../../worker/verbs/applications/start-application.ts'
import { takeApplicationStep } from '../../worker/verbs/applications/take-step.ts'
import { type DemoContext, exists } from './demo-context.ts'
import type { DemoStep } from './demo-sheets.ts'
import { siteOf } from './demo-sites.ts'

const COMMITTED = { commitment: { committed: 'yes' } }

/** Applications typed in for their holders: one that is late, one that waits for a supplement, one begun. */
const APPLICATIONS = [
  {
    ...{ on: -24, code: 'VN-AGOR-9001', kind: 'change_area' },
    answers: {
      change: { changeReason: 'Mở rộng thêm 1,5 ha liền kề (minh họa)' },
      place: { areaHa: '44', householdCount: '38' },
      ...COMMITTED,
    },
    upTo: 'submitted',
  },
  {
    ...{ on: -4, code: 'VN-AGOR-9002', kind: 'renewal' },
    answers: {
      people: {
        ...{ representative: 'Nguyễn Minh Họa', position: 'Giám đốc' },
        ...{ phone: '0000 000 000', identityNo: '000000000000' },
      },
      growing: {
        ...{ harvestsPerYear: '1', expectedYieldT: '20', procedure: 'Theo VietGAP (minh họa)' },
        pestPlan: 'Bẫy ruồi đục quả, kiểm tra 7 ngày một lần (minh họa)',
      },
      ...COMMITTED,
    },
    upTo: 'supplement',
  },
  {
    ...{ on: -2, code: 'VN-LCOR-9011', kind: 'change_households' },
    answers: { change: { changeReason: 'Ba hộ mới vào (minh họa)' } },
    upTo: 'draft',
  },
] as const

/** Applications as they wait on officers' and holders' pages. */
export function applicationSteps(demo: DemoContext): DemoStep[] {
  return APPLICATIONS.map((each) => ({ on: each.on, run: () => apply(demo, each) }))
}

async function apply(demo: DemoContext, given: (typeof APPLICATIONS)[number]): Promise<void> {
  const { on, code, kind, answers, upTo } = given
  const siteId = await siteOf(demo, code)
  if (await exists(demo.db, sql`SELECT 1 FROM application WHERE site_id = ${siteId}`)) return
  const ctx = demo.then(on, 10)
  const { id } = await startApplication({ ctx, input: { siteId, kind, code } })
  for (const [part, texts] of Object.entries(answers)) {
    await saveAnswers({ ctx, input: { id, part, texts } })
  }
  if (upTo === 'draft') return
  await takeApplicationStep({ ctx, input: { id, step: 'submit', texts: {} } })
  if (upTo === 'submitted') return
  const reason = 'Bổ sung bản chụp giấy xác nhận đang dùng (minh họa).'
  await takeApplicationStep({ ctx, input: { id, step: 'request_supplement', texts: { reason } } })
}
