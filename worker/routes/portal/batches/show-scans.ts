import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { SCAN_DESK_COPY as W } from '../../../copy/portal/scan-desk.ts'
import { barChart } from '../../../lib/draw/bar-chart.ts'
import { scansOfBatch, type Tally } from '../../../verbs/batches/scans-of-batch.ts'
import type { Portal } from '../portal-route.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { batchPath } from './batch-table.ts'

/** `GET /portal/batches/{ref}/scans`. */
export async function showScans(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { batch, total, labels, byDay, byRegion } = await scansOfBatch(ctx, param('ref'))
  const on = (day: string | null) => (day === null ? null : formatOn(day, lang))
  const number = (value: number) => formatNumber(value, lang)
  const chart = (tallies: readonly Tally[], describedBy: string) =>
    barChart({ bars: tallies.map(({ key, scans }) => ({ label: key, value: scans })), describedBy })
  const busy = byDay.filter(({ scans }) => scans > 0).toReversed()
  return showDetailPage(portal, {
    title: fill(W.title[lang], { lot: batch.lot }),
    code: batch.ref,
    back: { href: batchPath(batch.ref), text: batch.lot },
    facts: [
      { label: W.scans, text: number(total.scans) },
      { label: W.labels, text: number(total.labels) },
      { label: W.first, text: on(total.firstOn) },
      { label: W.last, text: on(total.lastOn) },
    ],
    sections: [
      tableSection('days', busy, {
        title: W.byDay,
        text: W.byDayText,
        picture: busy.length === 0 ? undefined : chart(byDay, W.byDay[lang]),
        columns: [
          column(W.day, ({ key }) => formatOn(key, lang)),
          column(W.scans, ({ scans }) => number(scans), 'number'),
        ],
        empty: W.empty,
      }),
      tableSection('regions', byRegion, {
        title: W.byRegion,
        picture: byRegion.length === 0 ? undefined : chart(byRegion, W.byRegion[lang]),
        columns: [
          column(W.region, ({ key }) => (key === '' ? W.unknown : key)),
          column(W.scans, ({ scans }) => number(scans), 'number'),
        ],
        empty: W.empty,
      }),
      tableSection('repeats', labels, {
        title: W.repeats,
        text: W.repeatsText,
        columns: [
          column(W.serial, ({ serial }) => number(serial)),
          column(W.scans, ({ scans }) => number(scans), 'number'),
          column(W.first, ({ firstOn }) => formatOn(firstOn, lang)),
          column(W.last, ({ lastOn }) => formatOn(lastOn, lang)),
        ],
        empty: W.empty,
      }),
    ],
  })
}
