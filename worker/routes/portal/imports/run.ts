import type { Done, FormView } from '../../../../site/models/portal-common.ts'
import { IMPORTS_WORDS as W } from '../../../domain/words/portal/imports-words.ts'
import { runImportJob, runUndoJob } from '../../../jobs/run-import-job.ts'
import { loadImport } from '../../../verbs/imports/load-import.ts'
import { resumeImport } from '../../../verbs/imports/portal/start-import.ts'
import { beginUndoImport } from '../../../verbs/imports/undo/undo-import.ts'
import { freshForm, refusedForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { runView } from './run-view.ts'
import { hrefOf } from './show-list.ts'

/** Changes that are taken back before the answer; more of them go on after it. */
const CHANGES_AT_ONCE = 3_000

/** `GET /portal/imports/{id}`. */
export async function showImport(portal: Portal): Promise<Response> {
  const run = await loadImport(portal.ctx, idOf(portal))
  if (run.kind === 'status') return seeOther(portal, hrefOf(run))
  return show(portal, freshForm())
}

/** `POST /portal/imports/{id}/resume`: an import, or the taking back of one, goes on. */
export async function resume(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const id = idOf(portal)
  const run = await loadImport(ctx, id)
  if (run.state === 'undoing') deps.waitUntil(runUndoJob({ deps, ctx, id }))
  else {
    await resumeImport({ ctx, files: deps.files, id })
    deps.waitUntil(runImportJob({ deps, ctx, id }))
  }
  return seeOther(portal, `/portal/imports/${encodeURIComponent(id)}?done=started`)
}

/** `POST /portal/imports/{id}/undo`: takes the whole import back. */
export async function undo(portal: Portal): Promise<Response> {
  const { ctx, deps, form, lang } = portal
  const id = idOf(portal)
  const reason = form.get('reason')
  try {
    const input = { importId: id, reason: typeof reason === 'string' ? reason : '' }
    const { changes } = await beginUndoImport({ ctx, input })
    const work = () => runUndoJob({ deps, ctx, id })
    if (changes <= CHANGES_AT_ONCE) await work()
    else deps.waitUntil(work())
    const path = `/portal/imports/${encodeURIComponent(id)}`
    return seeOther(portal, changes <= CHANGES_AT_ONCE ? path : `${path}?done=undoing`)
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    return show(portal, view, status)
  }
}

function idOf({ c }: Portal): string {
  return c.req.param('id') ?? ''
}

async function show(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, lang } = portal
  const run = await loadImport(ctx, idOf(portal))
  const view = runView({ run, form, lang, now: ctx.now(), actor: ctx.actor })
  return showPortalPage(
    portal,
    { kind: 'portal/imports/run', ...view, done: doneOf(portal) },
    status,
  )
}

const DONE = { started: W.started, stored: W.stored, undoing: W.undoStarted } as const

function doneOf({ c, lang }: Portal): Done | null {
  const key = c.req.query('done') ?? ''
  if (!Object.hasOwn(DONE, key)) return null
  return { kind: 'done', text: DONE[key as keyof typeof DONE][lang] }
}
