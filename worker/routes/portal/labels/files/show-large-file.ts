import type { LabelFileRow } from '../../../../../db/queries/label-files.ts'

import type { DetailModel, Note } from '../../../../../site/models/records.ts'
import { asSentence } from '../../../../copy/as-sentence.ts'
import { fill } from '../../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../../copy/format.ts'
import { LABEL_FILE_COPY as W } from '../../../../copy/portal/label-files.ts'
import { LABELS_COPY as L } from '../../../../copy/portal/labels.ts'
import type { Language } from '../../../../lib/text/local-text.ts'
import {
  type FileStanding,
  standingOfFile,
} from '../../../../verbs/labels/files/label-file-standing.ts'
import { KEEP_DAYS, loadLabelFile } from '../../../../verbs/labels/files/load-label-file.ts'
import { labelStocks } from '../../../../verbs/labels/label-stocks.ts'
import { doneOf } from '../../done-of.ts'
import type { Portal } from '../../portal-route.ts'
import { showPortalPage } from '../../show-portal-page.ts'
import { workView } from '../../work-view.ts'
import { runPath } from '../run-table.ts'
import { stockName } from '../stock-name.ts'
import { askPath } from './file-path.ts'

const DAY_MS = 86_400_000

/** The page of a large file. */
export function largeFilePath({ runId, id }: { readonly runId: string; readonly id: string }) {
  return `${runPath(runId)}/files/${encodeURIComponent(id)}`
}

/** `GET /portal/labels/{id}/files/{file}`: how far it is; its download once it is done. */
export async function showLargeFile(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const asked = { runId: param('id'), id: param('file') }
  const { row, batch } = await loadLabelFile(ctx, asked)
  const [standing, stocks] = await Promise.all([
    standingOfFile(ctx, row),
    labelStocks(ctx, batch.organisationId),
  ])
  const path = largeFilePath(asked)
  const named = stocks.find(({ stock }) => stock.id === row.stock)
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: fill(W.title[lang], { lot: batch.lot }),
    back: { href: runPath(row.runId), text: `${L.run[lang]} · ${batch.lot}` },
    done: standing.kind === 'working' ? doneOf(portal, { issued: W.issued }) : null,
    ...actionsOf(standing, { row, path, lang, now: ctx.now() }),
    facts: [
      {
        label: L.file[lang],
        text: [
          row.format.toUpperCase(),
          ...(named === undefined ? [] : [stockName(named, lang)]),
        ].join(' · '),
      },
      { label: W.labels[lang], text: formatNumber(row.labels, lang) },
      ...(row.finishedAt === null
        ? []
        : [
            { label: W.size[lang], text: megabytes(row, lang) },
            {
              label: W.keptUntil[lang],
              text: formatAt(row.createdAt + KEEP_DAYS * DAY_MS, lang),
            },
          ]),
    ],
    sections: [],
  })
}

function megabytes({ bytes }: LabelFileRow, lang: Language): string {
  return fill(W.megabytes[lang], { n: formatNumber(Math.ceil(bytes / 100_000) / 10, lang) })
}

type Shown = {
  readonly row: LabelFileRow
  readonly path: string
  readonly lang: Language
  readonly now: number
}

/** What is said of a file and done with it, by how it stands. */
function actionsOf(
  standing: FileStanding,
  shown: Shown,
): Pick<DetailModel, 'notes' | 'primary' | 'buttons' | 'work'> {
  const { row, path, lang } = shown
  switch (standing.kind) {
    case 'working':
      return { work: workOf(standing.job, shown) }
    case 'ready':
      return {
        notes: [{ kind: 'note', text: W.ready[lang] }],
        primary: { href: `${path}/download`, text: W.download[lang], download: true },
      }
    case 'overtaken':
      return {
        notes: [{ kind: 'warning', text: W.overtaken[lang] }],
        buttons: [{ action: againPath(row), text: W.again[lang] }],
      }
    case 'stopped': {
      const again = standing.job === null
      return {
        notes: [stoppedNote(standing.job, shown)],
        buttons: [
          {
            action: again ? againPath(row) : `${path}/resume`,
            text: (again ? W.again : W.resume)[lang],
          },
        ],
      }
    }
  }
}

/** Where the very same is asked for once more. */
function againPath(row: LabelFileRow): string {
  return askPath(row.runId, { request: row, range: { from: row.fromSerial, to: row.toSerial } })
}

type Job = Extract<FileStanding, { readonly kind: 'working' }>['job']

function workOf(job: Job, { path, lang, now }: Shown) {
  const { done, total } = job
  const counted = { done: formatNumber(done, lang), total: formatNumber(total ?? 0, lang) }
  const cancel = { action: `${path}/cancel`, button: W.cancel[lang] }
  return workView({ ...{ job, lang, now, cancel }, text: fill(W.making[lang], counted) })
}

function stoppedNote(job: Job | null, { lang }: Shown): Note {
  if (job === null) return { kind: 'warning', text: W.lost[lang] }
  const counted = {
    done: formatNumber(job.done, lang),
    total: formatNumber(job.total ?? 0, lang),
  }
  if (job.problem === null) return { kind: 'note', text: fill(W.cancelled[lang], counted) }
  const problem = asSentence(job.problem[lang], lang)
  return { kind: 'error', text: fill(W.failed[lang], { ...counted, problem }) }
}
