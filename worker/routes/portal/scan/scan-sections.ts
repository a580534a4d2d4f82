import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../../copy/format.ts'
import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import { EXCEPTION_NAMES } from '../../../copy/portal/labels.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { Inspected, InspectedBatch } from '../../../verbs/inspection/inspect-label.ts'
import { runColumns, runPath } from '../labels/run-table.ts'
import type { Section, Sections } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

const MOST = 30

/** The labels of a batch: printed, taken away, marked, scanned. */
export function scanSections({ around }: Inspected, lang: Language): Sections {
  if (around === null) return []
  const { runs } = around
  return [
    tableSection('labels', runs.slice(0, MOST), {
      title: W.labels,
      columns: runColumns(lang),
      empty: W.noDownloads,
    }),
    exceptionSection(around, lang),
    downloadSection(around, lang),
    scanSection(around, lang),
  ]
}

function exceptionSection({ exceptions }: InspectedBatch, lang: Language): Section {
  const names: Readonly<Record<string, LocalText>> = EXCEPTION_NAMES
  return tableSection('exceptions', exceptions.slice(0, MOST), {
    title: W.exceptions,
    columns: [
      column(W.kind, ({ kind, reason }) => ({ text: names[kind] ?? kind, small: reason })),
      column(W.serials, ({ runId, fromSerial, toSerial }) =>
        runId === null
          ? W.whole
          : { text: `${fromSerial ?? ''}–${toSerial ?? ''}`, href: runPath(runId) },
      ),
      column(W.day, (row) => ({ text: formatOn(row.effectiveOn, lang), small: row.authority })),
    ],
    empty: W.noExceptions,
  })
}

function downloadSection({ downloads }: InspectedBatch, lang: Language): Section {
  return tableSection('downloads', downloads, {
    title: W.downloads,
    columns: [
      column(W.day, ({ at, actorName }) => ({ text: formatAt(at, lang), small: actorName })),
      column(W.kind, ({ format }) => format.toUpperCase()),
      column(W.serials, ({ fromSerial, toSerial, runId }) => ({
        text: `${fromSerial}–${toSerial}`,
        href: runPath(runId),
      })),
    ],
    empty: W.noDownloads,
  })
}

function scanSection({ scans }: InspectedBatch, lang: Language): Section {
  const { total, cells, confirmed } = scans
  const number = (value: number) => formatNumber(value, lang)
  const opened = { labels: number(total.labels), scans: number(total.scans) }
  const pins = { labels: number(confirmed.labels), repeated: number(confirmed.repeated) }
  return tableSection('scans', cells.slice(0, MOST), {
    title: W.scans,
    text: [
      fill(W.scansTotal[lang], opened),
      ...(confirmed.labels === 0 ? [] : [fill(W.pinsOfBatch[lang], pins)]),
    ].join(' '),
    columns: [
      column(W.day, ({ on }) => formatOn(on, lang)),
      column(W.region, ({ region }) => (region === '' ? W.unknownRegion : region)),
      column(W.times, ({ scans: times }) => number(times), 'number'),
    ],
    empty: W.noScans,
  })
}
