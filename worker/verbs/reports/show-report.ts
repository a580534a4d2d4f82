import { readPlaceNames } from '../../../db/queries/accounts-places.ts'
import {
  type AnswerRow,
  type ListedReport,
  listAnswers,
  listJoinedReports,
  type ReportRow,
} from '../../../db/queries/reports.ts'
import type { Reading } from '../context.ts'
import { type OpenedReport, openReport } from './open-report.ts'

export type { AnswerRow, ListedReport, ReportRow }

/** A report with all that hangs on it. */
export type ShownReport = OpenedReport & {
  /** Where the goods were met. */
  readonly toldProvince: string | null
  readonly answers: readonly AnswerRow[]
  /** Reports of the same, without how their senders are reached. */
  readonly others: readonly Omit<ReportRow, 'contact'>[]
}

/** A report for who may read it, with what was answered and those joined to it. */
export async function showReport(ctx: Reading, id: string): Promise<ShownReport> {
  const opened = await openReport(ctx, id, 'reports.read')
  const told = { provinceCode: opened.report.toldProvinceCode, communeCode: null }
  const [{ provinceName }, answers, others] = await Promise.all([
    readPlaceNames(ctx.db, told),
    listAnswers(ctx.db, id),
    listJoinedReports(ctx.db, id),
  ])
  return { ...opened, toldProvince: provinceName, answers, others }
}
