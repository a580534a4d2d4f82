import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { LABEL_FILE_COPY as F } from '../../../copy/portal/label-files.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import type { RollDpi, Stock } from '../../../lib/print/index.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { FileRequest } from '../../../verbs/labels/files/file-request.ts'
import { isLarge } from '../../../verbs/labels/files/is-large.ts'
import type { filesOfRun } from '../../../verbs/labels/files/label-file-standing.ts'
import type { NamedStock } from '../../../verbs/labels/label-stocks.ts'
import type { Download } from '../../../verbs/labels/note-download.ts'
import { misfitOn } from '../../../verbs/labels/render-labels.ts'
import type { RunShape } from '../../../verbs/labels/shape-of-run.ts'
import { askPath, filePath } from './files/file-path.ts'
import { largeFilePath } from './files/show-large-file.ts'
import { stockName } from './stock-name.ts'

/** Why labels are not to be had on a stock, in a few words. */
const MISFITS = {
  module_too_small: W.codeTooSmall,
  text_too_long: W.noRoom,
}

type Shown = {
  readonly runId: string
  /** How many labels there are, copies counted: many are made in the background. */
  readonly labels: number
  readonly lang: Language
}

/** Every stock with its files, or why there is none; the one that was chosen first. */
export function fileTable(
  stocks: readonly NamedStock[],
  shown: Shown & { readonly chosen: string | undefined; readonly shape: RunShape | null },
) {
  const { chosen, shape, lang } = shown
  const first = stocks.toSorted(
    (a, b) => Number(b.stock.id === chosen) - Number(a.stock.id === chosen),
  )
  const file = (stock: Stock, format: 'pdf' | 'zpl', dpi: RollDpi | null = null): TableCell => {
    const text = dpi === null ? W.pdf[lang] : fill(W.zpl[lang], { dpi })
    const misfit = shape === null ? null : misfitOn(shape, { stock, format, dpi: dpi ?? 203 })
    if (misfit !== null) return { text, small: MISFITS[misfit][lang] }
    return fileCell({ text, request: { format, stock: stock.id, dpi, cutMarks: false } }, shown)
  }
  return {
    columns: [{ name: W.stock[lang] }, { name: W.pdf[lang] }, { name: 'ZPL' }, { name: 'ZPL' }],
    rows: first.map((named): TableCell[] => {
      const { stock } = named
      return [
        { text: stockName(named, lang) },
        file(stock, 'pdf'),
        ...(stock.kind === 'roll'
          ? [file(stock, 'zpl', 203), file(stock, 'zpl', 300)]
          : [{ text: '' }, { text: '' }]),
      ]
    }),
    empty: '',
  }
}

/** The files for a print shop: links where they are made at once, else buttons. */
export function shopFiles({ runId, labels, lang }: Shown) {
  const files = [
    { format: 'csv', text: W.csv[lang] },
    { format: 'svg', text: W.svg[lang] },
  ] as const
  const asked = files.map(({ format, text }) => ({
    text,
    large: isLarge({ format, labels }),
    request: { format, stock: null, dpi: null, cutMarks: false },
  }))
  return {
    links: asked
      .filter(({ large }) => !large)
      .map(({ text, request }) => ({ href: filePath(runId, { request }), text, download: true })),
    buttons: asked
      .filter(({ large }) => large)
      .map(({ text, request }) => ({ action: askPath(runId, { request }), text })),
  }
}

function fileCell(
  { text, request }: { readonly text: string; readonly request: FileRequest },
  { runId, labels }: Shown,
): TableCell {
  return isLarge({ format: request.format, labels })
    ? { text: '', button: { action: askPath(runId, { request }), text } }
    : { text, href: filePath(runId, { request }), download: true }
}

/** Large files of a run: made, being made or stopped. */
export function largeFileTable(
  files: Awaited<ReturnType<typeof filesOfRun>>,
  { stocks, lang }: { readonly stocks: readonly NamedStock[]; readonly lang: Language },
) {
  const states = {
    ready: F.isReady,
    overtaken: F.isReady,
    working: F.isWorking,
    stopped: F.isStopped,
  }
  return {
    columns: [W.printedAt, W.file, W.serials, F.state].map((name) => ({ name: name[lang] })),
    rows: files.map(({ row, standing }): TableCell[] => {
      const { runId, id, format, fromSerial: from, toSerial: to, labels } = row
      const named = stocks.find(({ stock }) => stock.id === row.stock)
      return [
        { text: formatAt(row.createdAt, lang), href: largeFilePath({ runId, id }) },
        {
          text: format.toUpperCase(),
          ...(named === undefined ? {} : { small: stockName(named, lang) }),
        },
        { text: labelsOf({ from, to, labels }, lang) },
        { text: states[standing.kind][lang] },
      ]
    }),
    empty: '',
  }
}

/** Who took labels away, in which file and how many. */
export function downloadTable(
  rows: readonly Download[],
  shown: { readonly stocks: readonly NamedStock[]; readonly lang: Language },
) {
  const { stocks, lang } = shown
  return {
    columns: [W.downloadedAt, W.downloadedBy, W.file, W.serials].map((name) => ({
      name: name[lang],
    })),
    rows: rows.map((row): TableCell[] => {
      const { fromSerial: from, toSerial: to, labels } = row
      // A size that was taken out since still goes by what it was called among machines.
      const named = stocks.find(({ stock }) => stock.id === row.stock)
      const stock = named === undefined ? row.stock : stockName(named, lang)
      return [
        { text: formatAt(row.at, lang) },
        { text: whoOf(row, lang) },
        { text: row.format.toUpperCase(), small: stock },
        { text: labelsOf({ from, to, labels }, lang) },
      ]
    }),
    empty: W.downloadsEmpty[lang],
  }
}

function whoOf({ actor, actorName }: Download, lang: Language): string {
  if (actorName !== null) return actorName
  return (actor.startsWith('token:') ? W.byProgram : W.byOperator)[lang]
}

/** Which labels a file holds, in words. */
function labelsOf(
  { from, to, labels }: { readonly from: number; readonly to: number; readonly labels: number },
  lang: Language,
): string {
  const number = (value: number) => formatNumber(value, lang)
  return to === 0
    ? fill(W.wholeBatchOf[lang], { copies: number(labels) })
    : fill(W.serialsOf[lang], { from: number(from), to: number(to), n: number(labels) })
}
