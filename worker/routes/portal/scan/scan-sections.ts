import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../../copy/format.ts'
import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import { EXCEPTION_NAMES } from '../../../copy/portal/labels.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { Inspected, InspectedBatch } from '../../../verbs/inspection/inspect-label.ts'
import { runPath, runTable } from '../labels/run-table.ts'

const MOST = 30

/** The labels of a batch: printed, taken away, marked, scanned. */
export function scanSections({ around }: Inspected, lang: Language): DetailSection[] {
  if (around === null) return []
  const { runs } = around
  return [
    {
      id: 'labels',
      title: W.labels[lang],
      table: { ...runTable(runs.slice(0, MOST), lang), empty: W.noDownloads[lang] },
    },
    exceptionSection(around, lang),
    downloadSection(around, lang),
    scanSection(around, lang),
  ]
}

function exceptionSection({ exceptions }: InspectedBatch, lang: Language): DetailSection {
  const names: Readonly<Record<string, LocalText>> = EXCEPTION_NAMES
  return {
    id: 'exceptions',
    title: W.exceptions[lang],
    table: {
      columns: [W.kind, W.serials, W.day].map((name) => ({ name: name[lang] })),
      rows: exceptions.slice(0, MOST).map((row) => {
        const { kind, runId, fromSerial, toSerial, effectiveOn, reason, authority } = row
        const serials = runId === null ? W.whole[lang] : `${fromSerial ?? ''}–${toSerial ?? ''}`
        return [
          { text: names[kind]?.[lang] ?? kind, small: reason },
          { text: serials, ...(runId === null ? {} : { href: runPath(runId) }) },
          { text: formatOn(effectiveOn, lang), small: authority },
        ]
      }),
      empty: W.noExceptions[lang],
    },
  }
}

function downloadSection({ downloads }: InspectedBatch, lang: Language): DetailSection {
  return {
    id: 'downloads',
    title: W.downloads[lang],
    table: {
      columns: [W.day, W.kind, W.serials].map((name) => ({ name: name[lang] })),
      rows: downloads.map(({ at, actorName, format, fromSerial, toSerial, runId }) => [
        { text: formatAt(at, lang), small: actorName },
        { text: format.toUpperCase() },
        { text: `${fromSerial}–${toSerial}`, href: runPath(runId) },
      ]),
      empty: W.noDownloads[lang],
    },
  }
}

function scanSection({ scans }: InspectedBatch, lang: Language): DetailSection {
  const { total, cells, confirmed } = scans
  const number = (value: number) => formatNumber(value, lang)
  const opened = { labels: number(total.labels), scans: number(total.scans) }
  const pins = { labels: number(confirmed.labels), repeated: number(confirmed.repeated) }
  return {
    id: 'scans',
    title: W.scans[lang],
    text: [
      fill(W.scansTotal[lang], opened),
      ...(confirmed.labels === 0 ? [] : [fill(W.pinsOfBatch[lang], pins)]),
    ].join(' '),
    table: {
      columns: [
        { name: W.day[lang] },
        { name: W.region[lang] },
        { name: W.times[lang], number: true },
      ],
      rows: cells
        .slice(0, MOST)
        .map(({ on, region, scans: times }) => [
          { text: formatOn(on, lang) },
          { text: region === '' ? W.unknownRegion[lang] : region },
          { text: number(times) },
        ]),
      empty: W.noScans[lang],
    },
  }
}
