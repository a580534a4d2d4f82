import { sql } from 'drizzle-orm'
import { listedInText } from '../../worker/domain/foreign-notices/listed-codes.ts'
import { matchListed } from '../../worker/verbs/foreign-notices/match-listed.ts'
import { matchQuestion, recordNotice } from '../../worker/verbs/foreign-notices/record-notice.ts'
import { type DemoContext, exists } from './demo-context.ts'
import type { DemoStep } from './demo-sheets.ts'

/** A made-up notice of an importing country: two codes, one of them misspelt, and one nobody knows. */
const NOTICE = {
  number: 'MH-2026/118',
  market: 'CHN',
  issuer: 'Cơ quan kiểm dịch nước nhập khẩu (minh họa)',
  subjectKind: 'pest',
  subject: 'Rệp sáp (tình huống minh họa)',
  termDays: '30',
  list: 'VN-AGOR-9002\nVN-AG0R-9003\nVN-AGOR-9999',
  received: -6,
} as const

/** A notice that waits for its codes to be settled and given to somebody. */
export function noticeSteps(demo: DemoContext): DemoStep[] {
  return [{ on: NOTICE.received, run: () => record(demo) }]
}

async function record(demo: DemoContext): Promise<void> {
  const { list, received, ...said } = NOTICE
  const isThere = sql`SELECT 1 FROM foreign_notice WHERE number = ${said.number}`
  if (await exists(demo.db, isThere)) return
  const ctx = demo.then(received, 9)
  const listed = listedInText(list)
  const { code } = matchQuestion(await matchListed(ctx, listed))
  const texts = { ...said, receivedOn: demo.calendar.on(received), dueOn: '', summary: '' }
  await recordNotice({ ctx, input: { texts, listed, confirmed: [code] } })
}
