import { formatAt, formatNumber } from '../../../copy/format.ts'
import { RECALL_COPY as W } from '../../../copy/portal/recall.ts'
import { type ReportBlock, renderReport } from '../../../lib/print/index.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { showRecall } from '../../../verbs/recalls/show-recall.ts'
import type { Portal } from '../portal-route.ts'
import { recalledCells, recalledColumns } from './batch-columns.ts'
import { factsOf } from './show-one.ts'

/** It goes to an authority, and the face of labels has Latin letters alone. */
const LANG = 'vi'

const FACT = [1, 2]
const BATCH = [2, 3, 1, 1]
const RECEIVER = [4, 2, 1, 2, 1, 1]

/** `GET /portal/recalls/{id}/report.pdf`: what was recalled, who was reached and what came back, as of now. */
export async function sendReport({ c, ctx }: Portal): Promise<Response> {
  const shown = await showRecall(ctx, c.req.param('id') ?? '')
  const kg = (value: number | null) => (value === null ? '' : formatNumber(value, LANG))
  const blocks: ReportBlock[] = [
    { kind: 'title', text: W.reportTitle[LANG] },
    { kind: 'text', text: formatAt(ctx.now(), LANG) },
    ...factsOf(shown, LANG).map(({ label, text }) => row([label, text ?? ''], FACT)),
    { kind: 'heading', text: W.batchesRecalled[LANG] },
    head(
      recalledColumns(LANG).map(({ name }) => name),
      BATCH,
    ),
    ...shown.batches.map((batch) =>
      row(
        recalledCells(batch, LANG).map(({ text }) => text),
        BATCH,
      ),
    ),
    { kind: 'heading', text: W.receiversReached[LANG] },
    head(
      [W.buyer, W.lotColumn, W.quantityKg, W.answeredAt, W.found, W.returned].map(
        (name) => name[LANG],
      ),
      RECEIVER,
    ),
    ...shown.receivers.map(({ receiver, sale, lot }) =>
      row(
        [
          sale.buyer,
          lot,
          kg(sale.quantityKg),
          receiver.confirmedAt === null ? W.notYet[LANG] : formatAt(receiver.confirmedAt, LANG),
          kg(receiver.foundKg),
          kg(receiver.returnedKg),
        ],
        RECEIVER,
      ),
    ),
    ...(shown.receivers.length === 0
      ? [{ kind: 'text' as const, text: W.receiversEmpty[LANG] }]
      : []),
  ]
  const bytes = await renderReport({ title: W.reportTitle[LANG], blocks })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="thu-hoi-${vietnamDateOf(shown.recall.startedAt)}.pdf"`,
      'cache-control': 'private, no-store',
    },
  })
}

function row(cells: readonly string[], shares: readonly number[]): ReportBlock {
  return { kind: 'row', cells, shares }
}

function head(cells: readonly string[], shares: readonly number[]): ReportBlock {
  return { kind: 'head', cells, shares }
}
