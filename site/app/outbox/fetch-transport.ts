import {
  OUTBOX_STATUSES,
  type OutboxItem,
  type OutboxResult,
  type WireProblem,
} from '../../../worker/domain/outbox/outbox-item.ts'
import type { OutboxTransport, Reply, ServerTime } from './transport.ts'

/** A record is small; a photo of a few hundred kilobytes may take minutes where there is hardly a line. */
const PATIENCE_MS = { ask: 30_000, records: 60_000, photo: 300_000 } as const

/**
 * The line to the server, by `fetch`. Only an answer that is surely ours says what became of what was
 * sent: half of one, a login page of some Wi-Fi or a redirect is no answer at all.
 */
export function fetchTransport(given: {
  /** Of the browser unless given. */
  readonly fetch?: typeof fetch
  readonly now: () => number
  /** The language in which refusals are told. */
  readonly language: () => string
  /** What each answer says of the server's clock. */
  readonly onServerTime: (time: ServerTime) => void
}): OutboxTransport {
  const ask = async (accountId: string, asked: Asked): Promise<Response | null> => {
    const { path, method, body, mediaType, patienceMs } = asked
    const sentAt = given.now()
    try {
      const response = await (given.fetch ?? fetch)(path, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          accept: 'application/json',
          'accept-language': given.language(),
          'goc-account': accountId,
          ...(mediaType === undefined ? {} : { 'content-type': mediaType }),
        },
        ...(body === undefined ? {} : { body }),
      })
      const serverAt = serverTimeOf(response)
      if (serverAt !== null) given.onServerTime({ serverAt, sentAt, receivedAt: given.now() })
      return response
    } catch {
      return null
    }
  }
  return {
    hasPhoto: async ({ accountId, sha256 }) => {
      const path = photoPath(sha256)
      const response = await ask(accountId, { path, method: 'HEAD', patienceMs: PATIENCE_MS.ask })
      if (response === null) return OFFLINE
      if (response.status === 200) {
        return response.headers.get('goc-photo') === sha256
          ? { status: 'ok', value: true }
          : OFFLINE
      }
      // Ours says so as a problem; whoever stands in between says it in another way.
      const isOurs = isProblem(response)
      if (response.status === 404 && isOurs) return { status: 'ok', value: false }
      return notOk(response)
    },
    putPhoto: async ({ accountId, sha256, bytes, mediaType }) => {
      const path = photoPath(sha256)
      const response = await ask(accountId, {
        ...{ path, method: 'PUT', body: bytes, mediaType, patienceMs: PATIENCE_MS.photo },
      })
      if (response === null) return OFFLINE
      const isKept = response.status === 200 || response.status === 201
      if (isKept && response.headers.get('goc-photo') === sha256)
        return { status: 'ok', value: null }
      return notOk(response)
    },
    send: async ({ accountId, items }) => {
      const response = await ask(accountId, {
        path: '/api/v1/outbox',
        method: 'POST',
        body: JSON.stringify({ items }),
        mediaType: 'application/json',
        patienceMs: PATIENCE_MS.records,
      })
      if (response === null) return OFFLINE
      if (response.status !== 200) return notOk(response)
      const results = resultsOf(await jsonOf(response), items)
      return results === null ? OFFLINE : { status: 'ok', value: results }
    },
  }
}

type Asked = {
  readonly path: string
  readonly method: 'HEAD' | 'PUT' | 'POST'
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly mediaType?: string
  readonly patienceMs: number
}

const OFFLINE = { status: 'offline' } as const

const photoPath = (sha256: string) => `/api/v1/outbox/photos/${sha256}`

/** Refusals that the same request would meet again. */
const REFUSING: ReadonlySet<number> = new Set([400, 413, 415, 422])

async function notOk(response: Response): Promise<Exclude<Reply<never>, { status: 'ok' }>> {
  const { status, headers } = response
  if (status === 429 || status >= 500) {
    return { status: 'busy', retryAfterMs: secondsOf(headers.get('retry-after')) }
  }
  const problem = isProblem(response) ? problemOf(await jsonOf(response)) : null
  if (status === 401) return { status: 'sign_in', problem }
  if (problem === null) return OFFLINE
  if (problem.code === 'other_account' || status === 403) return { status: 'sign_in', problem }
  // Changed on the way: another try may arrive as it was sent.
  if (problem.code === 'hash_mismatch') return OFFLINE
  return REFUSING.has(status) ? { status: 'refused', problem } : OFFLINE
}

function resultsOf(answer: unknown, items: readonly OutboxItem[]): readonly OutboxResult[] | null {
  if (!isPlain(answer) || !Array.isArray(answer['results'])) return null
  const results: unknown[] = answer['results']
  if (results.length !== items.length) return null
  const read = results.map((result, i): OutboxResult | null => {
    const id = items[i]?.id
    if (!isPlain(result) || id === undefined || result['id'] !== id) return null
    const problem = problemOf(result['problem'])
    // A word of a newer server is taken for "not yet": nothing is given up for it.
    const status = OUTBOX_STATUSES.find((each) => each === result['status']) ?? 'later'
    return { id, status, ...(problem === null ? {} : { problem }) }
  })
  return read.includes(null) ? null : read.flatMap((each) => each ?? [])
}

function problemOf(value: unknown): WireProblem | null {
  if (!isPlain(value) || typeof value['code'] !== 'string') return null
  const { code, status, title, detail, errors, questions } = value
  return {
    code,
    status: typeof status === 'number' ? status : 0,
    title: String(title ?? ''),
    detail: String(detail ?? ''),
    // As the server wrote them; shown, never acted on.
    ...(Array.isArray(errors) ? { errors } : {}),
    ...(Array.isArray(questions) ? { questions } : {}),
  }
}

function isProblem(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/problem+json') === true
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

function serverTimeOf({ headers }: Response): number | null {
  const now = Number(headers.get('goc-server-now') ?? Number.NaN)
  return Number.isFinite(now) ? now : null
}

function secondsOf(text: string | null): number | null {
  const seconds = Number(text ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) * 1_000 : null
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
