import type { ReportView } from '../../../../site/models/imports.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { ImportChange, ImportCounts } from '../../../verbs/imports/import-report.ts'
import type { StoredReport } from '../../../verbs/imports/stored-report.ts'
import { type ChoosePath, cutOf, refusedGroups, warningGroups } from './trouble-view.ts'

const SHOWN = 50

/** A report, as it is kept with an import, for a page. */
export function reportView(input: {
  readonly report: StoredReport
  readonly counts: ImportCounts
  readonly refusedHref: string | null
  readonly lang: Language
  /** Where choices for all rows of a kind go; left out where nothing can be chosen any more. */
  readonly choose?: ChoosePath
}): ReportView {
  const { report, counts, refusedHref, lang, choose = null } = input
  const n = (value: number) => formatNumber(value, lang)
  const of = (outcome: 'added' | 'changed') =>
    report.changes.filter((change) => change.outcome === outcome).slice(0, SHOWN)
  const [added, changed] = [of('added'), of('changed')]
  const refused = report.refused
    .slice(0, SHOWN)
    .map(({ sheet, row, column, value, reason }): TableCell[] => [
      ...[{ text: n(row), small: sheet }, { text: column }, { text: value }, { text: reason }],
    ])
  return {
    totals: (['added', 'changed', 'unchanged', 'refused'] as const).map((outcome) => ({
      label: W[outcome][lang],
      count: n(counts[outcome]),
    })),
    added: {
      rows: added.map(({ sheet, row, text }) => [{ text: n(row), small: sheet }, { text }]),
      cut: cutOf(added.length, counts.added, lang),
    },
    changed: {
      rows: changed.flatMap((change) => fieldRows(change, n)),
      cut: cutOf(changed.length, counts.changed, lang),
    },
    refused: { rows: refused, cut: cutOf(refused.length, report.refusedTotal, lang) },
    refusedGroups: refusedGroups(report, { lang, choose }),
    warningGroups: warningGroups(report, { lang, choose }),
    sums: report.totals,
    refusedHref: counts.refused > 0 ? refusedHref : null,
  }
}

/** Each field a row changes, as it was and as it becomes; what was told in words alone stays so. */
function fieldRows(change: ImportChange, n: (value: number) => string): TableCell[][] {
  const { sheet, row, text, subject = '', fields = [] } = change
  const where = {
    text: subject === '' ? n(row) : subject,
    small: `${sheet}, ${n(row)}`,
    code: true,
  }
  if (fields.length === 0) return [[where, { text }, { text: '' }, { text: '' }]]
  return fields.map(({ name, before, after }) => [
    ...[where, { text: name }, { text: before }, { text: after }],
  ])
}

/** The counts of an import in one line; those of runs from before there were counts are not known. */
export function countsLine(counts: Partial<ImportCounts>, lang: Language): string {
  const { added = 0, changed = 0, unchanged = 0, refused = 0 } = counts
  const n = (value: number) => formatNumber(value, lang)
  return fill(W.countsLine[lang], {
    ...{ added: n(added), changed: n(changed), unchanged: n(unchanged), refused: n(refused) },
  })
}
