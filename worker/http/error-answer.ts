import type { ProblemStatus, TypedCode } from '../../site/page-models.ts'
import type { Deps } from './app-env.ts'
import { faultForLog } from './fault-for-log.ts'
import { contentSecurityPolicy, SECURITY_HEADERS } from './headers.ts'
import { issuerOf } from './issuer-of.ts'
import { preferredLanguage, queryParameter, wantsProblemPage } from './negotiate.ts'
import { problemResponse } from './problem-response.ts'
import { toProblem } from './to-problem.ts'

/**
 * The one place where a failure becomes an answer: a page for people, a problem for machines, and
 * a line in the log that names the request. Messages of unexpected errors stay in neither.
 */
export async function answerError(input: {
  deps: Deps | null
  request: Request
  error: unknown
  requestId: string
  typedRef?: string | null
  typedCode?: TypedCode | null
}): Promise<Response> {
  const { deps, request, error, requestId } = input
  const problem = toProblem(error)
  if (problem.status >= 500) logFailure(requestId, problem.code, error)
  const url = request.url
  const language = preferredLanguage(
    queryParameter(url, 'lang'),
    request.headers.get('accept-language'),
  )
  const instance = pathOf(url)
  const wantsPage =
    request.method !== 'POST' && wantsProblemPage(instance, request.headers.get('accept'))
  const asJson = () => problemResponse({ problem, language, instance, requestId })
  if (deps === null || !wantsPage) return asJson()
  try {
    const page = await deps.pages.render({
      kind: 'problem',
      lang: language,
      demo: deps.demo,
      issuer: issuerOf(deps),
      status: pageStatus(problem.status),
      requestId: problem.status >= 500 ? requestId : null,
      retryAfterSeconds: Number(problem.headers['retry-after'] ?? 0) || null,
      typedRef: input.typedRef ?? null,
      typedCode: input.typedCode ?? null,
    })
    return new Response(request.method === 'HEAD' ? null : page.html, {
      status: problem.status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'content-security-policy': contentSecurityPolicy(page.styleHash),
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        vary: 'Accept, Accept-Language',
        ...SECURITY_HEADERS,
        ...problem.headers,
      },
    })
  } catch (renderError) {
    logFailure(requestId, 'page_not_rendered', renderError)
    return asJson()
  }
}

function pageStatus(status: number): ProblemStatus {
  if (status === 404 || status === 429 || status === 503 || status === 500) return status
  return status > 500 ? 500 : 400
}

/** The path alone: a query may hold what its sender did not mean to have logged or echoed. */
function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/, 1)[0] ?? '/'
}

export function logFailure(requestId: string, code: string, error: unknown): void {
  console.error(JSON.stringify({ level: 'error', requestId, code, ...faultForLog(error) }))
}
