import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatQuantity } from '../../../copy/format.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { layeredGraph } from '../../../lib/draw/layered-graph.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { type Trace, traceBatch } from '../../../verbs/batches/trace-batch.ts'
import type { Portal } from '../portal-route.ts'
import { type Section, showDetailPage } from '../show-detail-page.ts'
import { batchPath, stateOf } from './batch-table.ts'

/** More boxes than this tell less than the table beside them. */
const MOST_DRAWN = 60

/** `GET /portal/batches/{ref}/trace`: the whole way of a batch, as pictures and as lists. */
export async function showTrace(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { batch, up, down } = await traceBatch(ctx, param('ref'))
  return showDetailPage(portal, {
    title: fill(W.traceTitle[lang], { lot: batch.lot }),
    code: batch.ref,
    back: { href: batchPath(batch.ref), text: batch.lot },
    notes: up.complete && down.complete ? undefined : [{ kind: 'warning', text: W.traceCut }],
    sections: [
      section(up, { id: 'made', title: W.made[lang], empty: W.madeEmpty[lang], way: 'up', lang }),
      section(down, {
        ...{ id: 'became', title: W.became[lang], empty: W.becameEmpty[lang] },
        ...{ way: 'down' as const, lang },
      }),
    ],
  })
}

type Shown = {
  readonly id: string
  readonly title: string
  readonly empty: string
  readonly way: 'up' | 'down'
  readonly lang: Language
}

function section(trace: Trace, shown: Shown): Section {
  const { id, title, empty, lang } = shown
  const { batches } = trace
  const others = batches.filter(({ steps }) => steps > 0)
  const isDrawn = others.length > 0 && batches.length <= MOST_DRAWN
  return {
    ...{ id, title },
    picture: isDrawn ? pictureOf(trace, shown) : undefined,
    table: {
      columns: [
        { name: W.lot },
        { name: W.steps, number: true },
        { name: W.product },
        { name: W.quantity },
        { name: W.state },
      ],
      rows: others.map((row) => [
        { text: row.lot, href: batchPath(row.ref), code: true },
        { text: formatNumber(row.steps, lang) },
        { text: row.product, small: row.organisation },
        { text: formatQuantity({ value: row.quantityValue, unit: row.quantityUnit }, lang) },
        { text: stateOf(row, lang) },
      ]),
      empty,
    },
  }
}

/** What came first stands above what was made of it. */
function pictureOf({ batches, edges }: Trace, { title, way, lang }: Shown): string {
  const deepest = Math.max(...batches.map(({ steps }) => steps))
  const rows = Array.from({ length: deepest + 1 }, (_, at) =>
    batches
      .filter(({ steps }) => steps === (way === 'up' ? deepest - at : at))
      .map((row) => ({
        id: row.id,
        title: row.lot,
        small: `${row.product} · ${formatQuantity({ value: row.quantityValue, unit: row.quantityUnit }, lang)}`,
        href: batchPath(row.ref),
        isFocus: row.steps === 0,
      })),
  )
  return layeredGraph({ rows, edges, describedBy: title })
}
