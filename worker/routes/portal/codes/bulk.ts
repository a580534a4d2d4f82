import type { FormView } from '../../../../site/models/portal-common.ts'
import { BULK_COPY as W } from '../../../copy/portal/bulk.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import { startJob } from '../../../jobs/start-job.ts'
import { decideMany } from '../../../verbs/codes/bulk/decide-many.ts'
import { listRuns } from '../../../verbs/codes/bulk/list-runs.ts'
import { type BulkInput, previewDecisions } from '../../../verbs/codes/bulk/preview-decisions.ts'
import { setDecisionsText } from '../../../verbs/codes/bulk/set-decisions-text.ts'
import { showPreview } from '../../../verbs/codes/bulk/show-preview.ts'
import { showRun } from '../../../verbs/codes/bulk/show-run.ts'
import { undoDecisions } from '../../../verbs/codes/bulk/undo-decisions.ts'
import { Problem } from '../../../verbs/errors.ts'
import { invalidField } from '../../../verbs/guard/parse-input.ts'
import { answerForm } from '../answer-form.ts'
import { formRoute } from '../form-route.ts'
import { freshForm } from '../form-view.ts'
import { oldTextView } from '../imports/old-text-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { previewPart, runCells, runPart } from './bulk-model.ts'
import { marketChoices, reasonChoices, statusChoices } from './choices.ts'
import { doneOf } from './done.ts'
import { textOf } from './read-grant.ts'

export const BULK_MAX_BYTES = 20 * 1024 * 1024
const PATH = '/portal/codes/bulk'

/** `/portal/codes/bulk`: keeps the list and leads to its preview. */
export const bulkForm = formRoute({
  path: PATH,
  may: 'codes.decide',
  keyless: true,
  maxBytes: BULK_MAX_BYTES,
  load: async () => null,
  values: () => ({ status: 'suspended' }),
  act: async ({ ctx, deps, form }) => {
    const input = await readInput(form)
    const { id } = await previewDecisions({ ctx, files: deps.files, input })
    return `${PATH}/${id}`
  },
  page: async ({ ctx, lang }, { form }) => {
    const runs = await listRuns(ctx)
    return {
      ...{ kind: 'portal/codes/bulk', form, markets: marketChoices(lang) },
      ...{ statuses: statusChoices(lang), reasons: reasonChoices(lang) },
      runs: runs.map((run) => runCells(run, lang)),
    }
  },
})

/** `GET /portal/codes/bulk/{id}`: the preview; once recorded, the run. */
export async function showBulk(portal: Portal): Promise<Response> {
  const run = await runOrNull(portal)
  if (run?.run.state === 'undoing') return seeOther(portal, `/portal/imports/${portal.param('id')}`)
  if (run !== null && run.run.state !== 'running') return showRunPage(portal, freshForm())
  return showPreviewPage(portal, freshForm())
}

/** `POST /portal/codes/bulk/{id}`: records what was previewed. */
export async function confirm(portal: Portal): Promise<Response> {
  const { ctx, deps, form } = portal
  const id = portal.param('id')
  return answerForm(portal, {
    act: async () => {
      const isConfirmed = textOf(form, 'confirm') === '1'
      const { recorded } = await decideMany({ ctx, files: deps.files, id, confirm: isConfirmed })
      deps.waitUntil(sendLetters(deps))
      return seeOther(portal, recorded > 0 ? `${PATH}/${id}?done=bulk` : `${PATH}/${id}`)
    },
    refused: (view, status) => showPreviewPage(portal, view, status),
  })
}

/** `POST /portal/codes/bulk/{id}/text`: its old texts are to be turned into Unicode, or left. */
export async function chooseText(portal: Portal): Promise<Response> {
  const { ctx, deps, form } = portal
  const id = portal.param('id')
  const convertText = textOf(form, 'convertText') === 'yes'
  await setDecisionsText({ ctx, files: deps.files, id, convertText })
  return seeOther(portal, `${PATH}/${encodeURIComponent(id)}`)
}

/** `POST /portal/codes/bulk/{id}/undo`: takes a run back. */
export async function undo(portal: Portal): Promise<Response> {
  const { ctx, deps, form } = portal
  const importId = portal.param('id')
  return answerForm(portal, {
    act: async () => {
      const { jobId } = await undoDecisions({ ctx, importId, reason: textOf(form, 'reason') })
      await startJob(deps, jobId)
      const { run } = await showRun(ctx, importId)
      const isDone = run.state === 'undone'
      return seeOther(portal, `${PATH}/${importId}${isDone ? '?done=undone' : ''}`)
    },
    refused: (view, status) => showRunPage(portal, view, status),
  })
}

async function runOrNull(portal: Portal) {
  try {
    return await showRun(portal.ctx, portal.param('id'))
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  }
}

async function readInput(form: FormData): Promise<BulkInput> {
  const text = (name: string) => textOf(form, name)
  const file = form.get('file')
  const list = text('list')
  const hasFile = file instanceof File && file.size > 0
  if (!hasFile && list === '') throw invalidField('list', W.listMissing)
  return {
    common: {
      ...{ market: text('market'), status: text('status'), effectiveOn: text('effectiveOn') },
      ...{ reasonCode: text('reasonCode'), reason: text('reason') },
      documentNo: text('documentNo'),
    },
    source: hasFile
      ? {
          ...{ kind: 'file', fileName: file.name },
          bytes: new Uint8Array(await file.arrayBuffer()),
        }
      : { kind: 'pasted', text: list },
  }
}

async function showPreviewPage(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, deps, lang } = portal
  const id = portal.param('id')
  const found = await showPreview({ ctx, files: deps.files, id })
  const part = previewPart(found, lang)
  const { hasTextChoice, isConverted } = found
  const path = hasTextChoice ? `${PATH}/${encodeURIComponent(id)}` : null
  const oldText = oldTextView(found.oldText, { path, lang, isConverted })
  return showPortalPage(
    portal,
    { kind: 'portal/codes/bulk-preview', id, form, oldText, ...part },
    status,
  )
}

async function showRunPage(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, lang } = portal
  const id = portal.param('id')
  const part = runPart(await showRun(ctx, id), lang)
  const done = doneOf(portal)
  return showPortalPage(portal, { kind: 'portal/codes/bulk-run', id, form, done, ...part }, status)
}
