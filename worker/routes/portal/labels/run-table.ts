import type { RunRow } from '../../../../db/queries/runs.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { pathIn } from '../path-in.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'

type Run = Pick<
  RunRow,
  'id' | 'profile' | 'kid' | 'fromSerial' | 'toSerial' | 'copies' | 'createdAt'
>

/** The columns of a table of runs. */
export function runColumns(lang: Language): readonly ColumnOf<Run>[] {
  return [
    column(W.printedAt, (row) => ({ text: formatAt(row.createdAt, lang), href: runPath(row.id) })),
    column(W.serials, (run) => serialsOf(run, lang)),
    column(W.profile, ({ profile }) => W[profile]),
  ]
}

/** Which labels a run holds, in words. */
export function serialsOf(run: Run, lang: Language): string {
  const { fromSerial, toSerial, copies } = run
  if (toSerial === 0) return fill(W.wholeBatchOf[lang], { copies: formatNumber(copies, lang) })
  return fill(W.serialsOf[lang], {
    from: formatNumber(fromSerial, lang),
    to: formatNumber(toSerial, lang),
    n: formatNumber(toSerial - fromSerial + 1, lang),
  })
}

/** The page of a run in the portal. */
export const runPath = pathIn('/portal/labels')
