import { THINGS } from '../../../copy/refusals/things.ts'
import { showCode } from '../../../verbs/codes/show-code.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { paperResponse } from '../paper-response.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { checksOfCode } from './code-checks.ts'
import { codeDetailModel } from './detail-model.ts'
import { doneOf } from './done.ts'

/** `GET /portal/codes/{code}`, the code however it is typed. */
export async function showCodeDetail(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const typed = param('code')
  const shown = await showCode(ctx, typed)
  const { code } = shown.code
  if (code !== typed) return seeOther(portal, `/portal/codes/${encodeURIComponent(code)}`)
  const part = codeDetailModel(shown, lang)
  const checks = await checksOfCode(ctx, { shown, lang })
  return showPortalPage(portal, {
    ...{ kind: 'portal/codes/show', ...part, done: doneOf(portal) },
    facts: [...part.facts, ...checks.facts],
    links: [...part.links, ...checks.links],
  })
}

/** `GET /portal/codes/{code}/papers/{id}`: a paper, as a download. */
export async function sendPaper(portal: Portal): Promise<Response> {
  const { param, ctx, deps } = portal
  const shown = await showCode(ctx, param('code'))
  const paper = shown.papers.find(({ id }) => id === param('id'))
  const bytes = paper === undefined ? null : await deps.files.get(paper.storeKey)
  if (paper === undefined || bytes === null) {
    throw notFound(THINGS.paper)
  }
  return paperResponse(paper, bytes)
}
