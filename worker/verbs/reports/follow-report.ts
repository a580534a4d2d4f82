import {
  type AnswerRow,
  listAnswers,
  type ReportRow,
  readReport,
  readReportByReceipt,
} from '../../../db/queries/reports.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { hashSecret } from '../accounts/link-secret.ts'
import type { Lookup } from '../context.ts'
import { notFound } from '../guard/refusals.ts'

/** What the sender of a report may read of it. */
export type FollowedReport = {
  readonly sentAt: number
  readonly reason: ReportRow['reason']
  readonly state: ReportRow['state']
  readonly outcome: ReportRow['outcome']
  readonly product: string | null
  readonly hasPhoto: boolean
  /** Whose officers answer it. */
  readonly place: { readonly provinceCode: string | null; readonly communeCode: string | null }
  readonly answers: readonly Pick<AnswerRow, 'text' | 'answeredAt' | 'authority'>[]
}

const RECEIPT = /^[\w-]{22}$/

/** A report by its receipt: one that was joined to another stands as that one does. */
export async function followReport(ctx: Lookup, receipt: string): Promise<FollowedReport> {
  const own = RECEIPT.test(receipt)
    ? await readReportByReceipt(ctx.db, await hashSecret(receipt))
    : null
  if (own === null) throw notFound(THINGS.report)
  const first = await readReport(ctx.db, own.joinedTo ?? own.id)
  if (first === null) throw notFound(THINGS.report)
  const { state, outcome, provinceCode, communeCode } = first.report
  return {
    ...{ sentAt: own.createdAt, reason: own.reason, hasPhoto: own.photoKey !== null },
    ...{ state, outcome, product: first.product, place: { provinceCode, communeCode } },
    answers: await listAnswers(ctx.db, first.report.id),
  }
}
