import { formatAt, formatNumber } from '../../../copy/format.ts'
import { RECALL_COPY as W } from '../../../copy/portal/recall.ts'
import { collectBytes } from '../../../lib/print/bytes.ts'
import { type ReportBlock, renderReport } from '../../../lib/print/index.ts'
import { once } from '../../../lib/steps/once.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { showRecall } from '../../../verbs/recalls/show-recall.ts'
import type { Portal } from '../portal-route.ts'
import { recalledCells, recalledColumns } from './batch-columns.ts'
import { factsOf } from './show-one.ts'

type Shown = Awaited<ReturnType<typeof showRecall>>

/** It goes to an authority, and the face of labels has Latin letters alone. */
const LANG = 'vi'

const BATCH = [2, 3, 1, 1]
const RECEIVER = [4, 2, 1, 2, 1, 1]
/** From which column on there are figures. */
const FIRST_FIGURE = 2

/** `GET /portal/recalls/{id}/report.pdf`: what was recalled, who was reached and what came back, as of now. */
export async function sendReport({ param, ctx }: Portal): Promise<Response> {
  const shown = await showRecall(ctx, param('id'))
  const title = W.reportTitle[LANG]
  const foot = (page: number) => `${title} · ${page}`
  const blocks = blocksOf(shown, ctx.now())
  const report = await collectBytes(renderReport({ title, language: 'vi-VN', blocks, foot }))
  return new Response(new Uint8Array(report), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="thu-hoi-${vietnamDateOf(shown.recall.startedAt)}.pdf"`,
      'cache-control': 'private, no-store',
    },
  })
}

async function* blocksOf(shown: Shown, now: number): AsyncGenerator<ReportBlock> {
  yield { is: 'title', text: W.reportTitle[LANG], above: formatAt(now, LANG) }
  const facts = factsOf(shown, LANG)
  yield { is: 'facts', facts: facts.map(({ label, text }) => ({ label, text: text ?? '' })) }
  yield { is: 'heading', text: W.batchesRecalled[LANG] }
  yield table(
    recalledColumns(LANG).map(({ name }) => name),
    BATCH,
    shown.batches.map((batch) => recalledCells(batch, LANG).map(({ text }) => text)),
  )
  yield { is: 'heading', text: W.receiversReached[LANG] }
  if (shown.receivers.length === 0) {
    yield { is: 'note', text: W.receiversEmpty[LANG] }
    return
  }
  const names = [W.buyer, W.lotColumn, W.quantityKg, W.answeredAt, W.found, W.returned]
  yield table(
    names.map((name) => name[LANG]),
    RECEIVER,
    shown.receivers.map(({ receiver, sale, lot }) => [
      sale.buyer,
      lot,
      kg(sale.quantityKg),
      receiver.confirmedAt === null ? W.notYet[LANG] : formatAt(receiver.confirmedAt, LANG),
      kg(receiver.foundKg),
      kg(receiver.returnedKg),
    ]),
  )
}

function kg(value: number | null): string {
  return value === null ? '' : formatNumber(value, LANG)
}

function table(
  headings: readonly string[],
  shares: readonly number[],
  rows: readonly (readonly string[])[],
): ReportBlock {
  return {
    is: 'table',
    columns: headings.map((heading, at) => ({
      heading,
      share: shares[at] ?? 1,
      isFigure: at >= FIRST_FIGURE && heading !== W.answeredAt[LANG],
    })),
    rows: once(rows),
  }
}
