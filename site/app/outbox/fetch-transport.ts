import type { OutboxResult, WireProblem } from '../../../worker/domain/outbox/outbox-item.ts'
import type { OutboxTransport, PhotoName, Reply, ServerTime } from './transport.ts'

const OUTBOX = '/api/v1/outbox'
/** By which the server tells that the queue is of whoever is signed in. */
const ACCOUNT_HEADER = 'goc-account'
const SERVER_NOW_HEADER = 'goc-server-now'
/** A photo over a village's network takes a while; a dead line must not take for ever. */
const PATIENCE_MS = 120_000

/** The line to the server by `fetch`. */
export function fetchTransport(given: {
  readonly language: () => string
  readonly now: () => number
  readonly onServerTime: (time: ServerTime) => void
}): OutboxTransport {
  const ask = (path: string, account: string, init: RequestInit) =>
    askServer(given, { path, account, init })
  return {
    hasPhoto: async (photo) => {
      const answer = await ask(pathOf(photo), photo.accountId, { method: 'HEAD' })
      if (answer === null) return { status: 'offline' }
      if (answer.ok) return isOfPhoto(answer, photo) ? ok(true) : { status: 'offline' }
      // Asked by HEAD there is no body to read: the type of our own problems has to do.
      if (answer.status === 404) return isOurs(answer) ? ok(false) : { status: 'offline' }
      return failed(answer)
    },
    putPhoto: async (photo) => {
      const answer = await ask(pathOf(photo), photo.accountId, {
        method: 'PUT',
        headers: { 'content-type': photo.mediaType },
        body: photo.bytes,
      })
      if (answer === null) return { status: 'offline' }
      if (answer.ok) return isOfPhoto(answer, photo) ? ok(null) : { status: 'offline' }
      return failed(answer)
    },
    send: async ({ accountId, items }) => {
      const answer = await ask(OUTBOX, accountId, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ items }),
      })
      if (answer === null) return { status: 'offline' }
      if (!answer.ok) return failed(answer)
      const results = resultsOf(await bodyOf(answer))
      const isWhole =
        results?.length === items.length && items.every(({ id }, i) => results[i]?.id === id)
      return results !== null && isWhole ? ok(results) : { status: 'offline' }
    },
  }
}

/** Null where no answer came. */
async function askServer(
  given: Parameters<typeof fetchTransport>[0],
  {
    path,
    account,
    init,
  }: { readonly path: string; readonly account: string; readonly init: RequestInit },
): Promise<Response | null> {
  const sentAt = given.now()
  const headers = new Headers(init.headers)
  headers.set(ACCOUNT_HEADER, account)
  headers.set('accept', 'application/json')
  headers.set('accept-language', given.language())
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const answer = await fetch(path, { ...init, headers, signal, redirect: 'error' })
    const serverAt = Number(answer.headers.get(SERVER_NOW_HEADER) ?? Number.NaN)
    if (Number.isFinite(serverAt)) given.onServerTime({ serverAt, sentAt, receivedAt: given.now() })
    return answer
  } catch {
    return null
  }
}

/** What an answer that is none of success comes to. */
async function failed<T>(answer: Response): Promise<Reply<T>> {
  const problem = problemOf(await bodyOf(answer))
  const { status } = answer
  if (status === 401) return { status: 'sign_in', problem }
  if (problem?.code === 'other_account') return { status: 'sign_in', problem }
  if (status === 429 || status >= 500) return { status: 'busy', retryAfterMs: retryAfter(answer) }
  // Not our words: a proxy or a hotel's page stands between.
  return problem === null ? { status: 'offline' } : { status: 'refused', problem }
}

function retryAfter(answer: Response): number | null {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null
}

/** Half of an answer is none. */
async function bodyOf(answer: Response): Promise<unknown> {
  return answer.json().catch(() => null)
}

function resultsOf(body: unknown): readonly OutboxResult[] | null {
  if (typeof body !== 'object' || body === null || !('results' in body)) return null
  const { results } = body
  return Array.isArray(results) && results.every(isResult) ? results : null
}

const STATUSES: ReadonlySet<unknown> = new Set(['stored', 'already', 'later', 'refused'])

function isResult(value: unknown): value is OutboxResult {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false
  return 'id' in value && typeof value.id === 'string' && STATUSES.has(value.status)
}

function problemOf(body: unknown): WireProblem | null {
  return isProblem(body) ? body : null
}

function isProblem(value: unknown): value is WireProblem {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false
  return typeof value.code === 'string' && 'detail' in value && typeof value.detail === 'string'
}

/** The tag of the photo's own bytes: an answer of somebody in between is not taken for the server's. */
function isOfPhoto(answer: Response, { sha256 }: PhotoName): boolean {
  return answer.headers.get('etag')?.replace(/^W\//, '') === `"${sha256}"`
}

function isOurs(answer: Response): boolean {
  return answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false
}

function pathOf({ sha256 }: PhotoName): string {
  return `${OUTBOX}/photos/${sha256}`
}

function ok<T>(value: T): Reply<T> {
  return { status: 'ok', value }
}
