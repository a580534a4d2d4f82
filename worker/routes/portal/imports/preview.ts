import type { ImportPreviewModel } from '../../../../site/models/imports.ts'
import type { FormView } from '../../../../site/models/portal-common.ts'
import { asSentence } from '../../../copy/as-sentence.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber } from '../../../copy/format.ts'
import { CHOICE_COPY as C } from '../../../copy/portal/import-kinds.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import { startJob } from '../../../jobs/start-job.ts'
import { once } from '../../../lib/steps/once.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { cancelPreview } from '../../../verbs/imports/portal/cancel-import.ts'
import { type ChoiceAbout, chooseForKind } from '../../../verbs/imports/portal/choose-for-kind.ts'
import { mendCells } from '../../../verbs/imports/portal/mend-cells.ts'
import { readAgain } from '../../../verbs/imports/portal/read-again.ts'
import { refusedOfUpload } from '../../../verbs/imports/portal/refused-of-upload.ts'
import { setTextConversion } from '../../../verbs/imports/portal/set-text-conversion.ts'
import { type ShownUpload, showUpload } from '../../../verbs/imports/portal/show-upload.ts'
import { startImport } from '../../../verbs/imports/portal/start-import.ts'
import { undoMend } from '../../../verbs/imports/portal/undo-mend.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { startWork } from '../start-work.ts'
import { workView } from '../work-view.ts'
import { mendedView, mendView, type TypedMend, typedMends } from './mend-view.ts'
import { listFormPage, provinceChoices } from './new.ts'
import { oldTextView } from './old-text-view.ts'
import { reportView } from './report-view.ts'
import { sendFile } from './send-file.ts'
import type { ChoosePath } from './trouble-view.ts'

/** `GET /portal/imports/uploads/{id}`. */
export function showPreview(portal: Portal): Promise<Response> {
  return show(portal, freshForm())
}

/** `POST /portal/imports/uploads/{id}`: has the list read in. */
export async function confirmUpload(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const id = portal.param('id')
  return answerForm(portal, {
    act: async () => {
      const jobId = await startImport(ctx, id)
      const path = `/portal/imports/${encodeURIComponent(id)}`
      // Confirmed twice: the first one has it read in.
      if (jobId === null) return seeOther(portal, path)
      await startJob(deps, jobId)
      return seeOther(portal, `${path}?done=stored`)
    },
    refused: (view, status) => show(portal, view, status),
  })
}

/** `POST /portal/imports/uploads/{id}/again`: the list is read anew. */
export function readUploadAgain(portal: Portal): Promise<Response> {
  return reread(portal, readAgain(portal.ctx, portal.param('id')))
}

/** `POST /portal/imports/uploads/{id}/text`: its old texts are to be turned into Unicode, or left. */
export function chooseText(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const input = { id: portal.param('id'), convertText: form.get('convertText') === 'yes' }
  return reread(portal, setTextConversion(ctx, input))
}

/** `POST /portal/imports/uploads/{id}/choice`: one choice for all rows of a kind. */
export function chooseKind(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  return answerForm(portal, {
    act: async () => {
      const text = (name: string) => String(form.get(name) ?? '')
      const keys = form.getAll('key').map(String)
      const values = form.getAll('each').map(String)
      const each = keys.flatMap((key, i): [string, string][] =>
        (values[i] ?? '') === '' ? [] : [[key, values[i] ?? '']],
      )
      // Anything else is refused by the verb, by name.
      const about = text('about') as ChoiceAbout
      const chosen = { id: portal.param('id'), about, all: text('all'), each }
      return reread(portal, chooseForKind(ctx, chosen))
    },
    refused: (view, status) => show(portal, view, status),
  })
}

/** `POST /portal/imports/uploads/{id}/mend`: refused cells are written anew. */
export function mendUpload(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  return answerForm(portal, {
    act: async () => {
      // An untouched cell stays as it is, whatever was mended since the page was shown.
      const cells = typedMends(form).flatMap(({ was, text, ...at }) =>
        text === was ? [] : [{ ...at, text }],
      )
      return reread(portal, mendCells(ctx, { id: portal.param('id'), cells }))
    },
    refused: (view, status) => show(portal, view, status),
  })
}

/** `POST /portal/imports/uploads/{id}/unmend`: a cell is read as the file has it again. */
export function unmendUpload(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  return answerForm(portal, {
    act: async () => {
      const at = { sheet: String(form.get('sheet') ?? ''), cell: String(form.get('cell') ?? '') }
      return reread(portal, undoMend(ctx, { id: portal.param('id'), ...at }))
    },
    refused: (view, status) => show(portal, view, status),
  })
}

/** `POST /portal/imports/uploads/{id}/cancel`: the reading of the list stops. */
export function cancelReading(portal: Portal): Promise<Response> {
  return reread(portal, cancelPreview(portal.ctx, portal.param('id')))
}

/** `GET /portal/imports/uploads/{id}/refused`: the refused rows, to be mended. */
export async function sendRefused(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const { fileName, csv } = await refusedOfUpload({
    ctx,
    files: deps.files,
    id: portal.param('id'),
  })
  return sendFile({ fileName, mediaType: 'text/csv; charset=utf-8', chunks: once(csv) })
}

function reread(portal: Portal, jobId: Promise<string>): Promise<Response> {
  return startWork(portal, jobId, pathOf(portal))
}

function pathOf(portal: Portal): string {
  return `/portal/imports/uploads/${encodeURIComponent(portal.param('id'))}`
}

async function show(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, lang } = portal
  const id = portal.param('id')
  const shown = await showUpload(ctx, id)
  const { upload, kind, options, preview, same } = shown
  if (preview?.ok === false && (preview.oldText ?? null) === null) {
    // It is no list: the form again, with what was said beside the file.
    const [market = ''] = options.markets
    const values = { kind, province: options.province ?? '', market }
    const view = { values, errors: { file: preview.message }, problem: null }
    return showPortalPage(portal, await listFormPage(portal, view), 400)
  }
  const choose =
    upload.usedAt !== null || kind !== 'codes'
      ? null
      : { action: `${pathOf(portal)}/choice`, provinces: await provinceChoices(portal) }
  const at = same === null ? '' : formatAt(same.createdAt, lang)
  return showPortalPage(
    portal,
    {
      kind: 'portal/imports/preview',
      ...{ id, form, fileName: upload.fileName },
      ...readingPart(shown, { path: pathOf(portal), lang, now: ctx.now(), choose }),
      ...mendPart(shown, { path: pathOf(portal), lang, typed: typedMends(portal.form) }),
      chosen: chosenPart(options, { path: pathOf(portal), lang }),
      same:
        same === null
          ? null
          : { text: fill(W.same[lang], { at }), href: `/portal/imports/${same.id}` },
      runHref: upload.usedAt === null ? null : `/portal/imports/${encodeURIComponent(id)}`,
    },
    status,
  )
}

/** Cells that were mended, and those that can be. */
function mendPart(
  { upload, preview }: ShownUpload,
  given: {
    readonly path: string
    readonly lang: Language
    readonly typed: readonly TypedMend[]
  },
): Pick<ImportPreviewModel, 'mend' | 'mended'> {
  if (preview?.ok !== true) return { mend: null, mended: null }
  const { path, lang } = given
  const { toMend = [], report } = preview
  const { mended = [], refusedTotal: refused } = report
  const undoAction = upload.usedAt === null ? `${path}/unmend` : null
  return {
    mend: mendView(toMend, { ...given, mended, refused }),
    mended: mendedView(mended, { lang, undoAction }),
  }
}

/** That choices count that were made on this page. */
function chosenPart(
  { answers, siteKind, holderKind }: ShownUpload['options'],
  { path, lang }: { readonly path: string; readonly lang: Language },
): ImportPreviewModel['chosen'] {
  if (answers === undefined && siteKind === undefined && holderKind === undefined) return null
  return { text: C.chosen[lang], action: `${path}/choice`, button: C.undo[lang] }
}

type ReadingPart = Pick<
  ImportPreviewModel,
  'report' | 'readAt' | 'toStore' | 'work' | 'stopped' | 'again' | 'oldText'
>

/** What there is of the reading: what it found, that it goes on, or why it does not. */
function readingPart(
  { job, preview, options }: ShownUpload,
  given: {
    readonly path: string
    readonly lang: Language
    readonly now: number
    readonly choose: ChoosePath
  },
): ReadingPart {
  const { path, lang, now, choose } = given
  const again = { action: `${path}/again`, button: W.readAgain[lang] }
  const isConverted = options.convertText ?? false
  const oldText = oldTextView(preview?.oldText ?? null, { path, lang, isConverted })
  const nothing = { report: null, readAt: null, toStore: null, work: null, stopped: null, oldText }
  if (preview?.ok === false) return { ...nothing, stopped: preview.message, again }
  if (preview?.ok === true) {
    const { counts, report } = preview
    const toStore = counts.added + counts.changed
    return {
      ...{ ...nothing, again },
      report: reportView({ report, counts, lang, refusedHref: `${path}/refused`, choose }),
      readAt: fill(W.readAt[lang], { at: formatAt(job?.finishedAt ?? now, lang) }),
      toStore: toStore === 0 ? null : formatNumber(toStore, lang),
    }
  }
  if (job?.state === 'open') {
    const cancel = { action: `${path}/cancel`, button: W.stopReading[lang] }
    const work = workView({ job, text: W.reading[lang], lang, now, cancel })
    return { ...nothing, work, again: null }
  }
  const text =
    job?.problem != null
      ? fill(W.readingFailed[lang], { problem: asSentence(job.problem[lang], lang) })
      : (job === null ? W.notRead : W.readingStopped)[lang]
  return { ...nothing, stopped: text, again }
}
