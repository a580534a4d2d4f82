import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { NamedStock } from '../../../verbs/labels/label-stocks.ts'
import type { Download } from '../../../verbs/labels/note-download.ts'
import { stockName } from './stock-name.ts'

/** Every stock with its files; the one that was chosen first. */
export function fileTable(
  stocks: readonly NamedStock[],
  shown: { readonly path: string; readonly chosen: string | undefined; readonly lang: Language },
) {
  const { path, chosen, lang } = shown
  const at = (stock: string, format: string, dpi = '') =>
    `${path}/file?${new URLSearchParams({ stock, format, ...(dpi === '' ? {} : { dpi }) })}`
  const first = stocks.toSorted(
    (a, b) => Number(b.stock.id === chosen) - Number(a.stock.id === chosen),
  )
  const zpl = (id: string, dpi: string): TableCell => ({
    text: fill(W.zpl[lang], { dpi }),
    href: at(id, 'zpl', dpi),
    download: true,
  })
  return {
    columns: [{ name: W.stock[lang] }, { name: W.pdf[lang] }, { name: 'ZPL' }, { name: 'ZPL' }],
    rows: first.map((named): TableCell[] => {
      const { id, kind } = named.stock
      return [
        { text: stockName(named, lang) },
        { text: W.pdf[lang], href: at(id, 'pdf'), download: true },
        ...(kind === 'roll' ? [zpl(id, '203'), zpl(id, '300')] : [{ text: '' }, { text: '' }]),
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
  const number = (value: number) => formatNumber(value, lang)
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
        {
          text:
            to === 0
              ? fill(W.wholeBatchOf[lang], { copies: number(labels) })
              : fill(W.serialsOf[lang], { from: number(from), to: number(to), n: number(labels) }),
        },
      ]
    }),
    empty: W.downloadsEmpty[lang],
  }
}

function whoOf({ actor, actorName }: Download, lang: Language): string {
  if (actorName !== null) return actorName
  return (actor.startsWith('token:') ? W.byProgram : W.byOperator)[lang]
}
