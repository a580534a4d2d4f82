import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { SCAN_DESK_COPY as W } from '../../../copy/portal/scan-desk.ts'
import { barChart } from '../../../lib/draw/bar-chart.ts'
import { scansOfBatch, type Tally } from '../../../verbs/batches/scans-of-batch.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
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
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: fill(W.title[lang], { lot: batch.lot }),
    code: batch.ref,
    back: { href: batchPath(batch.ref), text: batch.lot },
    done: null,
    facts: [
      { label: W.scans[lang], text: number(total.scans) },
      { label: W.labels[lang], text: number(total.labels) },
      { label: W.first[lang], text: on(total.firstOn) },
      { label: W.last[lang], text: on(total.lastOn) },
    ],
    sections: [
      {
        id: 'days',
        title: W.byDay[lang],
        text: W.byDayText[lang],
        ...(busy.length === 0 ? {} : { picture: chart(byDay, W.byDay[lang]) }),
        table: {
          columns: [{ name: W.day[lang] }, { name: W.scans[lang], number: true }],
          rows: busy.map(({ key, scans }) => [
            { text: formatOn(key, lang) },
            { text: number(scans) },
          ]),
          empty: W.empty[lang],
        },
      },
      {
        id: 'regions',
        title: W.byRegion[lang],
        ...(byRegion.length === 0 ? {} : { picture: chart(byRegion, W.byRegion[lang]) }),
        table: {
          columns: [{ name: W.region[lang] }, { name: W.scans[lang], number: true }],
          rows: byRegion.map(({ key, scans }) => [
            { text: key === '' ? W.unknown[lang] : key },
            { text: number(scans) },
          ]),
          empty: W.empty[lang],
        },
      },
      {
        id: 'repeats',
        title: W.repeats[lang],
        text: W.repeatsText[lang],
        table: {
          columns: [
            { name: W.serial[lang] },
            { name: W.scans[lang], number: true },
            { name: W.first[lang] },
            { name: W.last[lang] },
          ],
          rows: labels.map(({ serial, scans, firstOn, lastOn }) => [
            { text: number(serial) },
            { text: number(scans) },
            { text: formatOn(firstOn, lang) },
            { text: formatOn(lastOn, lang) },
          ]),
          empty: W.empty[lang],
        },
      },
    ],
  })
}
