import type { OutboxTransport, Reply } from '../../../site/app/outbox/transport.ts'
import type {
  OutboxItem,
  OutboxResult,
  WireProblem,
} from '../../../worker/domain/outbox/outbox-item.ts'

/** A server that is as its contract says, with nothing behind it. */
export type ModelServer = {
  readonly transport: OutboxTransport
  /** What is stored, in the order it was. */
  readonly stored: OutboxItem[]
  readonly photos: Set<string>
  readonly requests: string[]
  /** What it thinks of an item, or of a photo by its hash, beside what the contract says. */
  judge: (item: OutboxItem) => 'stored' | 'later' | 'refused'
  takesPhoto: (sha256: string) => boolean
  /** What becomes of the line: asked before and after each request. */
  line: (moment: 'before' | 'after', request: string) => 'up' | 'down' | 'sign_in' | 'busy'
}

export function modelServer(): ModelServer {
  const stored: OutboxItem[] = []
  const photos = new Set<string>()
  const requests: string[] = []
  const over = async <T>(request: string, answer: () => Reply<T>): Promise<Reply<T>> => {
    requests.push(request)
    const before = broken(server.line('before', request))
    if (before !== null) return before
    const reply = answer()
    return broken(server.line('after', request)) ?? reply
  }
  const server: ModelServer = {
    stored,
    photos,
    requests,
    judge: () => 'stored',
    takesPhoto: () => true,
    line: () => 'up',
    transport: {
      hasPhoto: ({ sha256 }) =>
        over(`HEAD ${sha256}`, () => ({ status: 'ok', value: photos.has(sha256) })),
      putPhoto: ({ sha256 }) =>
        over(`PUT ${sha256}`, () => {
          if (!server.takesPhoto(sha256)) return { status: 'refused', problem: problem('no_photo') }
          photos.add(sha256)
          return { status: 'ok', value: null }
        }),
      send: ({ items }) =>
        over(`POST ${items.length}`, () => ({ status: 'ok', value: items.map(resultOf) })),
    },
  }
  const resultOf = (item: OutboxItem): OutboxResult => {
    const { id } = item
    const there = stored.find((other) => other.id === id)
    if (there !== undefined) {
      const isSame = JSON.stringify(there.body) === JSON.stringify(item.body)
      return isSame
        ? { id, status: 'already' }
        : { id, status: 'refused', problem: problem('id_reused') }
    }
    const status = server.judge(item)
    if (status !== 'stored') return { id, status, problem: problem(status) }
    stored.push(item)
    return { id, status }
  }
  return server
}

function broken(
  state: ReturnType<ModelServer['line']>,
): Exclude<Reply<never>, { readonly status: 'ok' | 'refused' }> | null {
  switch (state) {
    case 'up':
      return null
    case 'down':
      return { status: 'offline' }
    case 'sign_in':
      return { status: 'sign_in', problem: null }
    case 'busy':
      return { status: 'busy', retryAfterMs: 1_000 }
  }
}

function problem(code: string): WireProblem {
  return { code, status: 409, title: 'Conflict', detail: code }
}
