import { sql } from 'drizzle-orm'
import { knowApplication } from '../../worker/verbs/applications/application-facts.ts'
import { approvalChoices } from '../../worker/verbs/applications/approval/approval-choices.ts'
import { approveApplication } from '../../worker/verbs/applications/approve-application.ts'
import { openApplication } from '../../worker/verbs/applications/open-application.ts'
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

/** A code that was re-issued and waits abroad: what the list for the ministry is made of. */
const WAITING = {
  ...{ on: -8, code: 'VN-AGOR-9003', kind: 'reissue' },
  answers: {
    change: { changeReason: 'Đổi địa giới hành chính (minh họa)' },
    // As the list has it: the form keeps a part as a whole.
    place: {
      ...{ hamlet: 'Bình Tấn', formerDistrict: 'huyện Chợ Mới' },
      ...{ areaHa: '28,75', householdCount: '24' },
    },
    people: {
      ...{ representative: 'Nguyễn Minh Họa', position: 'Giám đốc' },
      ...{ phone: '0000 000 000', identityNo: '000000000000' },
    },
    ...COMMITTED,
  },
  upTo: 'approved',
} as const

type Given = (typeof APPLICATIONS)[number] | typeof WAITING

/** Applications as they wait on officers' and holders' pages. */
export function applicationSteps(demo: DemoContext): DemoStep[] {
  return [...APPLICATIONS, WAITING].map((each) => ({ on: each.on, run: () => apply(demo, each) }))
}

async function apply(demo: DemoContext, given: Given): Promise<void> {
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
  if (upTo === 'approved') return approve(demo, { id, on })
  const reason = 'Bổ sung bản chụp giấy xác nhận đang dùng (minh họa).'
  await takeApplicationStep({ ctx, input: { id, step: 'request_supplement', texts: { reason } } })
}

/** Approved the day after, to the market it counts in; its authority there has not answered yet. */
async function approve(
  demo: DemoContext,
  { id, on }: { readonly id: string; readonly on: number },
): Promise<void> {
  const ctx = demo.then(on + 1, 9)
  await takeApplicationStep({ ctx, input: { id, step: 'pass_documents', texts: {} } })
  const opened = await openApplication(ctx, id, 'codes.grant')
  const { markets } = await approvalChoices(ctx, opened, await knowApplication(ctx, opened))
  const codes = markets.flatMap(({ market, suggestion }) => [
    [`code.${market}`, suggestion],
    [`status.${market}`, market === 'VNM' ? 'active' : 'pending_foreign_approval'],
  ])
  const texts = {
    ...{ issuedOn: demo.calendar.on(on + 1), documentNo: '61/MH-TTBVTV' },
    ...{ reasonKind: 'administrative', ...Object.fromEntries(codes) },
  }
  await approveApplication({ ctx, input: { id, texts, confirmed: ['unusual'] } })
}
