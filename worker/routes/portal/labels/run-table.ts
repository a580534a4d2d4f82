import type { RunRow } from '../../../../db/queries/runs.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import type { Language } from '../../../lib/text/local-text.ts'

type Run = Pick<
  RunRow,
  'id' | 'profile' | 'kid' | 'fromSerial' | 'toSerial' | 'copies' | 'createdAt'
>

/** Runs of one batch as a table. */
export function runTable(runs: readonly Run[], lang: Language) {
  const columns = [W.printedAt, W.serials, W.profile].map((name) => ({ name: name[lang] }))
  return { columns, rows: runs.map((run) => runCells(run, lang)) }
}

export function runCells(run: Run, lang: Language): TableCell[] {
  return [
    { text: formatAt(run.createdAt, lang), href: runPath(run.id) },
    { text: serialsOf(run, lang) },
    { text: W[run.profile][lang] },
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
export function runPath(id: string): string {
  return `/portal/labels/${encodeURIComponent(id)}`
}
