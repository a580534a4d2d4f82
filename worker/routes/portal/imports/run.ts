import type { Done, FormView } from '../../../../site/models/portal-common.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import { startJob } from '../../../jobs/start-job.ts'
import { loadStanding } from '../../../verbs/imports/import-standing.ts'
import { loadImport } from '../../../verbs/imports/load-import.ts'
import { cancelImport } from '../../../verbs/imports/portal/cancel-import.ts'
import { resumeImport } from '../../../verbs/imports/portal/start-import.ts'
import { beginUndoImport } from '../../../verbs/imports/undo/begin-undo.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { startWork } from '../start-work.ts'
import { runView } from './run-view.ts'
import { hrefOf } from './show-list.ts'

/** `GET /portal/imports/{id}`. */
export async function showImport(portal: Portal): Promise<Response> {
  const run = await loadImport(portal.ctx, portal.param('id'))
  // Decisions recorded together have a page of their own; while they are taken back, it is this one.
  if (run.kind === 'status' && run.state !== 'undoing') return seeOther(portal, hrefOf(run))
  return show(portal, freshForm())
}

/** `POST /portal/imports/{id}/resume`: an import, or the taking back of one, goes on. */
export function resume(portal: Portal): Promise<Response> {
  return startWork(portal, resumeImport(portal.ctx, portal.param('id')), pathOf(portal))
}

/** `POST /portal/imports/{id}/cancel`: an import stops after the rows it is at. */
export function cancel(portal: Portal): Promise<Response> {
  return startWork(portal, cancelImport(portal.ctx, portal.param('id')), pathOf(portal))
}

/** `POST /portal/imports/{id}/undo`: takes the whole import back. */
export async function undo(portal: Portal): Promise<Response> {
  const { ctx, deps, form } = portal
  const reason = form.get('reason')
  return answerForm(portal, {
    act: async () => {
      const input = {
        importId: portal.param('id'),
        reason: typeof reason === 'string' ? reason : '',
      }
      const { jobId } = await beginUndoImport({ ctx, input })
      await startJob(deps, jobId)
      return seeOther(portal, pathOf(portal))
    },
    refused: (view, status) => show(portal, view, status),
  })
}

function pathOf(portal: Portal): string {
  return `/portal/imports/${encodeURIComponent(portal.param('id'))}`
}

async function show(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, lang } = portal
  const run = await loadImport(ctx, portal.param('id'))
  const standing = await loadStanding(ctx, run)
  const view = runView({ run, standing, form, lang, now: ctx.now(), actor: ctx.actor })
  const done = standing.kind === 'rests' ? doneOf(portal) : null
  return showPortalPage(portal, { kind: 'portal/imports/run', ...view, done }, status)
}

function doneOf({ c, lang }: Portal): Done | null {
  return c.req.query('done') === 'stored' ? { kind: 'done', text: W.stored[lang] } : null
}
