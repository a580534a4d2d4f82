import type { ExceptionRow } from '../../../../db/queries/exceptions.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { EXCEPTION_NAMES, LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { exceptionsOfRun } from '../../../verbs/labels/exceptions-of-run.ts'
import { labelStocks, type NamedStock } from '../../../verbs/labels/label-stocks.ts'
import { loadRun } from '../../../verbs/labels/load-run.ts'
import { batchPath } from '../batches/batch-table.ts'
import { doneOf } from '../done-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { runPath, serialsOf } from './run-table.ts'
import { stockName } from './stock-name.ts'

/** `GET /portal/labels/{id}`. */
export async function showOneRun(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const { run, batch } = await loadRun(ctx, c.req.param('id') ?? '', 'batches.read')
  const exceptions = await exceptionsOfRun(ctx.db, run)
  const target = { organisationId: batch.organisationId, place: null }
  const mayPrint = mayDo(ctx.actor, 'labels.issue', target) && batch.annulledAt === null
  const mayVoid = mayDo(ctx.actor, 'labels.void', target)
  const stocks = mayPrint ? await labelStocks(ctx, batch.organisationId) : []
  const path = runPath(run.id)
  const chosen = stocks.find(({ stock }) => stock.id === c.req.query('stock'))
  const file = chosen === undefined ? null : fileOf(path, { stock: chosen.stock.id, format: 'pdf' })
  const page = await showPortalPage(portal, {
    kind: 'portal/detail',
    title: `${W.run[lang]} · ${batch.lot}`,
    back: { href: batchPath(batch.ref), text: `${W.batch[lang]} ${batch.lot}` },
    done: doneOf(portal, { issued: W.issued, voided: W.voided, restored: W.restored }),
    ...(file === null ? {} : { primary: { href: file, text: W.getPdf[lang], download: true } }),
    facts: [
      { label: W.serials[lang], text: serialsOf(run, lang) },
      { label: W.profile[lang], text: W[run.profile][lang] },
      { label: W.printedAt[lang], text: formatAt(run.createdAt, lang) },
      { label: W.key[lang], text: run.kid, code: true },
    ],
    sections: [
      ...(mayPrint
        ? [
            {
              id: 'files',
              title: W.files[lang],
              text: W.filesText[lang],
              table: fileTable(stocks, { path, chosen: c.req.query('stock'), lang }),
              links: [
                { href: `${path}/file?format=csv`, text: W.csv[lang], download: true },
                { href: `${path}/file?format=svg`, text: W.svg[lang], download: true },
              ],
            },
          ]
        : []),
      {
        id: 'exceptions',
        title: W.exceptions[lang],
        table: exceptionTable(exceptions, { lang, path, mayVoid }),
        ...(mayVoid && batch.annulledAt === null
          ? { links: [{ href: `${path}/void`, text: W.void[lang] }] }
          : {}),
      },
    ],
  })
  // Whoever has just printed waits for the file; the button stays for where it does not come.
  if (file !== null && c.req.query('done') === 'issued')
    page.headers.set('refresh', `1;url=${file}`)
  return page
}

type File = { readonly stock: string; readonly format: 'pdf' | 'zpl'; readonly dpi?: string }

function fileOf(path: string, file: File): string {
  return `${path}/file?${new URLSearchParams(file)}`
}

/** Every stock with its files; the one that was chosen first. */
function fileTable(
  stocks: readonly NamedStock[],
  shown: { readonly path: string; readonly chosen: string | undefined; readonly lang: Language },
) {
  const { path, chosen, lang } = shown
  const first = stocks.toSorted(
    (a, b) => Number(b.stock.id === chosen) - Number(a.stock.id === chosen),
  )
  const download = (text: string, file: File): TableCell => ({
    ...{ text, href: fileOf(path, file), download: true },
  })
  const zpl = (stock: string, dpi: string) =>
    download(fill(W.zpl[lang], { dpi }), { stock, format: 'zpl', dpi })
  return {
    columns: [W.stock, W.file, W.file, W.file].map((name) => ({ name: name[lang] })),
    rows: first.map((named): TableCell[] => {
      const { id, kind } = named.stock
      return [
        { text: stockName(named, lang) },
        download(W.pdf[lang], { stock: id, format: 'pdf' }),
        ...(kind === 'roll' ? [zpl(id, '203'), zpl(id, '300')] : [{ text: '' }, { text: '' }]),
      ]
    }),
    empty: '',
  }
}

function exceptionTable(
  rows: readonly ExceptionRow[],
  shown: { readonly lang: Language; readonly path: string; readonly mayVoid: boolean },
) {
  const { lang, path, mayVoid } = shown
  const nameOf = (kind: string) =>
    Object.hasOwn(EXCEPTION_NAMES, kind)
      ? EXCEPTION_NAMES[kind as keyof typeof EXCEPTION_NAMES][lang]
      : kind
  return {
    columns: [W.voidKind, W.serials, W.since, W.reason, W.restore].map((name) => ({
      name: name[lang],
    })),
    rows: rows.map((row) => [
      { text: nameOf(row.kind) },
      { text: row.fromSerial === null ? '' : `${row.fromSerial} – ${row.toSerial}` },
      { text: formatOn(row.effectiveOn, lang) },
      { text: row.reason ?? '' },
      {
        text: '',
        ...(mayVoid && row.runId !== null
          ? { button: { action: `${path}/exceptions/${row.id}/restore`, text: W.restore[lang] } }
          : {}),
      },
    ]),
    empty: W.exceptionsEmpty[lang],
  }
}
