import type { ExceptionRow } from '../../../../db/queries/exceptions.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { LABEL_FILE_COPY as F } from '../../../copy/portal/label-files.ts'
import { EXCEPTION_NAMES, LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { targetOfBatch } from '../../../verbs/batches/load-batch.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { exceptionsOfRun } from '../../../verbs/labels/exceptions-of-run.ts'
import { isLarge } from '../../../verbs/labels/files/is-large.ts'
import { filesOfRun } from '../../../verbs/labels/files/label-file-standing.ts'
import { KEEP_DAYS } from '../../../verbs/labels/files/load-label-file.ts'
import { labelStocks, SOLD_EVERYWHERE } from '../../../verbs/labels/label-stocks.ts'
import { loadRun } from '../../../verbs/labels/load-run.ts'
import { downloadsOf } from '../../../verbs/labels/note-download.ts'
import { shapeOfRun } from '../../../verbs/labels/shape-of-run.ts'
import { batchPath } from '../batches/batch-table.ts'
import type { Portal } from '../portal-route.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { column, tableOf } from '../table-of.ts'
import { downloadTable, fileTable, largeFileTable, shopFiles } from './file-tables.ts'
import { filePath } from './files/file-path.ts'
import { runPath, serialsOf } from './run-table.ts'

/** `GET /portal/labels/{id}`. */
export async function showOneRun(portal: Portal): Promise<Response> {
  const { c, param, ctx, lang } = portal
  const { run, batch } = await loadRun(ctx, param('id'), 'batches.read')
  const exceptions = await exceptionsOfRun(ctx.db, run)
  const target = { organisationId: batch.organisationId, place: null }
  const mayPrint = mayDo(ctx.actor, 'labels.issue', target) && batch.annulledAt === null
  const mayVoid = mayDo(
    ctx.actor,
    'labels.void',
    await targetOfBatch(ctx, { batch, to: 'labels.void' }),
  )
  const stocks = mayDo(ctx.actor, 'labels.issue', target)
    ? await labelStocks(ctx, batch.organisationId)
    : SOLD_EVERYWHERE
  const path = runPath(run.id)
  const chosen = stocks.find(({ stock }) => stock.id === c.req.query('stock'))
  const labels = run.copies * (run.toSerial - run.fromSerial + 1)
  const shown = { runId: run.id, labels, lang }
  // A large file is begun where it is asked for, and has a page of its own.
  const file =
    chosen === undefined || isLarge({ format: 'pdf', labels })
      ? null
      : filePath(run.id, {
          request: { format: 'pdf', stock: chosen.stock.id, dpi: null, cutMarks: false },
        })
  const shape = mayPrint ? await shapeOfRun(ctx, { run, batch }) : null
  const large = mayPrint ? await filesOfRun(ctx, run.id) : []
  const { links, buttons } = shopFiles(shown)
  const page = await showDetailPage(portal, {
    title: `${W.run[lang]} · ${batch.lot}`,
    back: { href: batchPath(batch.ref), text: `${W.batch[lang]} ${batch.lot}` },
    done: { issued: W.issued, voided: W.voided, restored: W.restored },
    primary: file === null ? undefined : { href: file, text: W.getPdf, download: true },
    facts: [
      { label: W.serials, text: serialsOf(run, lang) },
      { label: W.profile, text: W[run.profile] },
      run.hasPin && { label: W.pin, text: W.pinOfRun },
      { label: W.printedAt, text: formatAt(run.createdAt, lang) },
      { label: W.key, text: run.kid, code: true },
    ],
    sections: [
      mayPrint && {
        id: 'files',
        title: W.files,
        text: W.filesText,
        table: fileTable(stocks, { ...shown, shape, chosen: c.req.query('stock') }),
        links: [...links, { href: `${path}/reprint`, text: W.reprint }],
        buttons,
      },
      large.length > 0 && {
        id: 'large-files',
        title: F.list,
        text: fill(F.listText[lang], { days: KEEP_DAYS }),
        table: largeFileTable(large, { stocks, lang }),
      },
      {
        id: 'downloads',
        title: W.downloads,
        text: W.downloadsText,
        table: downloadTable(await downloadsOf(ctx, run.id), { stocks, lang }),
      },
      {
        id: 'exceptions',
        title: W.exceptions,
        table: exceptionTable(exceptions, { lang, path, mayVoid }),
        links:
          mayVoid && batch.annulledAt === null
            ? [{ href: `${path}/void`, text: W.void }]
            : undefined,
      },
    ],
  })
  // Whoever has just printed waits for the file; the button stays for where it does not come.
  if (file !== null && c.req.query('done') === 'issued')
    page.headers.set('refresh', `1;url=${file}`)
  return page
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
  return tableOf(rows, {
    columns: [
      column(W.voidKind, (row) => nameOf(row.kind)),
      column(W.serials, (row) =>
        row.fromSerial === null ? '' : `${row.fromSerial} – ${row.toSerial}`,
      ),
      column(W.since, (row) => formatOn(row.effectiveOn, lang)),
      column(W.reason, (row) => row.reason ?? ''),
      column(W.restore, (row) => ({
        text: '',
        button:
          mayVoid && row.runId !== null
            ? { action: `${path}/exceptions/${row.id}/restore`, text: W.restore }
            : undefined,
      })),
    ],
    empty: W.exceptionsEmpty,
  })
}
