import { looksLikeLabel } from '../domain/label/parse-label.ts'

const DAY_SECONDS = 86_400
const TYPED_CODE = /^\/(?:b\/|01\/[^/]+\/10\/)[^/?#]/
const VERIFY = /^\/api\/v1\/verify(?:\/bulk)?(?:[?#]|$)/

/** Any page may read the answer; it was asked for without cookies or tokens. */
export const OPEN_TO_SCRIPTS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Retry-After',
} as const

/**
 * The methods by which a script of any site may ask about a label: by its address, by the code typed
 * off it, or by its text. Null for every other path. `path` is the raw path with its query.
 */
function openMethods(path: string): 'GET, HEAD' | 'POST' | null {
  if (VERIFY.test(path)) return 'POST'
  return TYPED_CODE.test(path) || looksLikeLabel(path) ? 'GET, HEAD' : null
}

/** Lets scripts of any page read what was said of a label, refusals too. */
export function openToScripts(path: string, response: Response): Response {
  if (openMethods(path) === null) return response
  for (const [name, value] of Object.entries(OPEN_TO_SCRIPTS)) response.headers.set(name, value)
  return response
}

/**
 * The answer to a browser that asks first whether a script may ask (Fetch, CORS-preflight request),
 * as it must before it sends JSON; null for any other request. A plain OPTIONS is no preflight.
 */
export function answerPreflight(request: Request, path: string): Response | null {
  if (!request.headers.has('access-control-request-method')) return null
  const methods = openMethods(path)
  if (methods === null) return null
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'Accept, Accept-Language, Content-Type',
      'access-control-max-age': String(DAY_SECONDS),
    },
  })
}
