import { HTTPException } from 'hono/http-exception'
import { isDatabaseUnavailable, isIllFormedText } from '../../db/errors.ts'
import { PROBLEM_SENTENCES } from '../copy/refusals/problems.ts'
import { REQUEST_REFUSALS } from '../copy/refusals/requests.ts'
import { Problem } from '../verbs/errors.ts'

/** Any thrown thing as a problem. What was not expected says nothing but that it happened. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isIllFormedText(error)) return illFormedText(error)
  if (isDatabaseUnavailable(error)) return unavailable(error)
  if (error instanceof HTTPException) return problemOf(codeOf(error.status), error)
  return problemOf('internal', error)
}

/** Text that no field's own check caught: what was asked cannot be done, however often. */
export function illFormedText(cause?: unknown): Problem {
  return new Problem({
    code: 'invalid_input',
    text: REQUEST_REFUSALS.illFormedText,
    cause,
  })
}

/** The database does not answer and nothing kept can answer for it. */
export function unavailable(cause?: unknown): Problem {
  return new Problem({
    code: 'unavailable',
    text: PROBLEM_SENTENCES.unavailable,
    headers: { 'retry-after': '10' },
    cause,
  })
}

/** A problem with the standing words of its code. */
export function problemOf(code: keyof typeof PROBLEM_SENTENCES, cause?: unknown): Problem {
  return new Problem({ code, text: PROBLEM_SENTENCES[code], cause })
}

function codeOf(status: number): keyof typeof PROBLEM_SENTENCES {
  switch (status) {
    case 401:
      return 'unauthenticated'
    case 403:
      return 'forbidden'
    case 404:
      return 'not_found'
    case 405:
      return 'method_not_allowed'
    case 413:
      return 'payload_too_large'
    case 415:
      return 'unsupported_media_type'
    case 429:
      return 'too_many_requests'
    default:
      return status >= 500 ? 'internal' : 'invalid_input'
  }
}
