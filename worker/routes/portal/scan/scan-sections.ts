import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../../copy/format.ts'
import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import { EXCEPTION_NAMES } from '../../../copy/portal/labels.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { Inspected, InspectedBatch } from '../../../verbs/inspection/inspect-label.ts'
import { runColumns, runPath } from '../labels/run-table.ts'
import type { SaidSection, SaidSections } from '../show-detail-page.ts'
import { column, tableOf } from '../table-of.ts'

const MOST = 30

/** The labels of a batch: printed, taken away, marked, scanned. */
export function scanSections({ around }: Inspected, lang: Language): SaidSections {
  if (around === null) return []
  const { runs } = around
  return [
    {
      id: 'labels',
      title: W.labels,
      table: tableOf(runs.slice(0, MOST), { columns: runColumns(lang), empty: W.noDownloads }),
    },
    exceptionSection(around, lang),
    downloadSection(around, lang),
    scanSection(around, lang),
  ]
}

function exceptionSection({ exceptions }: InspectedBatch, lang: Language): SaidSection {
  const names: Readonly<Record<string, LocalText>> = EXCEPTION_NAMES
  return {
    id: 'exceptions',
    title: W.exceptions,
    table: {
      columns: [W.kind, W.serials, W.day].map((name) => ({ name })),
      rows: exceptions.slice(0, MOST).map((row) => {
        const { kind, runId, fromSerial, toSerial, effectiveOn, reason, authority } = row
        const serials = runId === null ? W.whole[lang] : `${fromSerial ?? ''}–${toSerial ?? ''}`
        return [
          { text: names[kind] ?? kind, small: reason },
          { text: serials, href: runId === null ? undefined : runPath(runId) },
          { text: formatOn(effectiveOn, lang), small: authority },
        ]
      }),
      empty: W.noExceptions,
    },
  }
}

function downloadSection({ downloads }: InspectedBatch, lang: Language): SaidSection {
  return {
    id: 'downloads',
    title: W.downloads,
    table: tableOf(downloads, {
      columns: [
        column(W.day, ({ at, actorName }) => ({ text: formatAt(at, lang), small: actorName })),
        column(W.kind, ({ format }) => format.toUpperCase()),
        column(W.serials, ({ fromSerial, toSerial, runId }) => ({
          text: `${fromSerial}–${toSerial}`,
          href: runPath(runId),
        })),
      ],
      empty: W.noDownloads,
    }),
  }
}

function scanSection({ scans }: InspectedBatch, lang: Language): SaidSection {
  const { total, cells, confirmed } = scans
  const number = (value: number) => formatNumber(value, lang)
  const opened = { labels: number(total.labels), scans: number(total.scans) }
  const pins = { labels: number(confirmed.labels), repeated: number(confirmed.repeated) }
  return {
    id: 'scans',
    title: W.scans,
    text: [
      fill(W.scansTotal[lang], opened),
      ...(confirmed.labels === 0 ? [] : [fill(W.pinsOfBatch[lang], pins)]),
    ].join(' '),
    table: tableOf(cells.slice(0, MOST), {
      columns: [
        column(W.day, ({ on }) => formatOn(on, lang)),
        column(W.region, ({ region }) => (region === '' ? W.unknownRegion : region)),
        column(W.times, ({ scans: times }) => number(times), 'number'),
      ],
      empty: W.noScans,
    }),
  }
}
