import type { ReportView, RowGroup } from '../../../../site/models/imports.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { ImportCounts } from '../../../verbs/imports/import-report.ts'
import type { StoredReport } from '../../../verbs/imports/stored-report.ts'

const SHOWN = 50

/** A report, as it is kept with an import, for a page. */
export function reportView(input: {
  readonly report: StoredReport
  readonly counts: ImportCounts
  readonly refusedHref: string | null
  readonly lang: Language
}): ReportView {
  const { report, counts, refusedHref, lang } = input
  const n = (value: number) => formatNumber(value, lang)
  const changes = (outcome: 'added' | 'changed') =>
    report.changes
      .filter((change) => change.outcome === outcome)
      .map(({ sheet, row, text }): TableCell[] => [{ text: n(row), small: sheet }, { text }])
  const refused = report.refused.map(({ sheet, row, column, value, reason }): TableCell[] => [
    ...[{ text: n(row), small: sheet }, { text: column }, { text: value }, { text: reason }],
  ])
  return {
    totals: (['added', 'changed', 'unchanged', 'refused'] as const).map((outcome) => ({
      label: W[outcome][lang],
      count: n(counts[outcome]),
    })),
    added: groupOf(changes('added'), counts.added, lang),
    changed: groupOf(changes('changed'), counts.changed, lang),
    refused: groupOf(refused, report.refusedTotal, lang),
    warnings: report.warnings.slice(0, SHOWN),
    warningsCut: cutOf(Math.min(SHOWN, report.warnings.length), report.warningsTotal, lang),
    sums: report.totals,
    refusedHref: counts.refused > 0 ? refusedHref : null,
  }
}

/** The counts of an import in one line; those of runs from before there were counts are not known. */
export function countsLine(counts: Partial<ImportCounts>, lang: Language): string {
  const { added = 0, changed = 0, unchanged = 0, refused = 0 } = counts
  const n = (value: number) => formatNumber(value, lang)
  return fill(W.countsLine[lang], {
    ...{ added: n(added), changed: n(changed), unchanged: n(unchanged), refused: n(refused) },
  })
}

function groupOf(rows: readonly TableCell[][], total: number, lang: Language): RowGroup {
  const shown = rows.slice(0, SHOWN)
  return { rows: shown, cut: cutOf(shown.length, total, lang) }
}

export function cutOf(shown: number, total: number, lang: Language): string | null {
  if (shown >= total) return null
  const values = { shown: formatNumber(shown, lang), total: formatNumber(total, lang) }
  return fill(W.firstOf[lang], values)
}
