import { formatAt } from '../../../copy/format.ts'
import { REPORTS_COPY as W } from '../../../copy/portal/reports.ts'
import { REPORT_REASON_NAMES } from '../../../copy/report.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { ListedReport } from '../../../verbs/reports/show-report.ts'
import { pathIn } from '../path-in.ts'

export const REPORTS_PATH = '/portal/reports'

/** The page of one report. */
export const reportPath = pathIn(REPORTS_PATH)

/** What a report is about, in a few words. */
export function reportAbout({ product, lot }: ListedReport, lang: Language): string {
  return product === null ? W.unknownGoods[lang] : `${product} · ${lot ?? ''}`
}

/** A report in one line, as a list to choose from shows it. */
export function reportLine(listed: ListedReport, lang: Language): string {
  const { report } = listed
  const reason = REPORT_REASON_NAMES[report.reason][lang]
  return `${formatAt(report.createdAt, lang)} · ${reason} · ${reportAbout(listed, lang)}`
}
