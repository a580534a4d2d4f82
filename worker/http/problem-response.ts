import type { Language } from '../lib/text/local-text.ts'
import type { Problem } from '../verbs/errors.ts'
import { SECURITY_HEADERS } from './headers.ts'

/** Short names of the HTTP statuses a problem can have; `type` is about:blank, so they are its titles. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

type Told = {
  readonly problem: Problem
  readonly language: Language
  readonly instance: string
  readonly requestId: string
}

/** An RFC 9457 problem as an answer of its own. */
export function problemResponse(told: Told): Response {
  const { problem, language } = told
  return new Response(JSON.stringify(problemBody(told)), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...SECURITY_HEADERS,
      ...problem.headers,
    },
  })
}

/** `{type,title,status,detail,instance,code,requestId,errors?,questions?,existing?}` (RFC 9457). */
export function problemBody({ problem, language, instance, requestId }: Told) {
  return {
    type: 'about:blank',
    title: TITLES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.text[language],
    instance,
    code: problem.code,
    requestId,
    ...(problem.errors.length === 0
      ? {}
      : { errors: problem.errors.map(({ path, text }) => ({ path, message: text[language] })) }),
    ...(problem.questions.length === 0
      ? {}
      : {
          questions: problem.questions.map(({ code, text, figures }) => ({
            code,
            text: text[language],
            ...(figures === undefined ? {} : { figures }),
          })),
        }),
    ...(problem.existing === null ? {} : { existing: problem.existing }),
  }
}
