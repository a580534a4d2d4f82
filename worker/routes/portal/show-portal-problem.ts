import { answerError, logFailure } from '../../http/error-answer.ts'
import { preferredFormat } from '../../http/negotiate.ts'
import { toProblem } from '../../http/to-problem.ts'
import type { Visit } from './portal-route.ts'
import { showPortalPage } from './show-portal-page.ts'
import { withHeadersOf } from './with-headers-of.ts'

/** What went wrong, inside the portal's own shell: the way back and the navigation stay. */
export async function showPortalProblem(visit: Visit, error: unknown): Promise<Response> {
  const { c, deps, lang } = visit
  const { requestId } = c.var
  const problem = toProblem(error)
  const asJson = preferredFormat(c.req.header('accept') ?? null) === 'json'
  if (asJson) return answerError({ deps, request: c.req.raw, error: problem, requestId })
  if (problem.status >= 500) logFailure(requestId, problem.code, error)
  const page = await showPortalPage(
    visit,
    {
      kind: 'portal/problem',
      code: problem.code,
      text: problem.text[lang],
      requestId: problem.status >= 500 ? requestId : null,
    },
    problem.status,
  )
  return withHeadersOf(page, problem)
}
