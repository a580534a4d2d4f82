import autocannon from 'autocannon'
import { processorMs } from './measure.ts'

export type Load = {
  readonly requestsPerSecond: number
  readonly p99Ms: number
  /** Processor time the server spent an answer, microseconds; null where it was not asked. */
  readonly cpuUs: number | null
  /** Answers by status code. */
  readonly statuses: Readonly<Record<string, number>>
}

/** Drives an origin with rotating paths. `rate` fixes the requests a second, to look at latency. */
export async function load(input: {
  origin: string
  paths: readonly string[]
  seconds: number
  connections?: number
  rate?: number
  headers?: Readonly<Record<string, string>>
  method?: 'GET' | 'POST'
  bodies?: readonly string[]
  /** Stops after this many answers, for paths that may be asked only once. */
  amount?: number
  /** The server's process. */
  pid?: number
}): Promise<Load> {
  const { paths, bodies } = input
  const connections = input.connections ?? 32
  const counts: Record<string, number> = {}
  const cpuBefore = input.pid === undefined ? 0 : processorMs(input.pid)
  let next = 0
  let firstAt = 0
  let lastAt = 0
  const result = await autocannon({
    url: input.origin,
    connections,
    ...(input.amount === undefined ? { duration: input.seconds } : { amount: input.amount }),
    ...(input.rate === undefined ? {} : { overallRate: input.rate }),
    headers: { 'user-agent': AGENT, ...input.headers },
    requests: [
      {
        method: input.method ?? 'GET',
        setupRequest: (request) => {
          if (next === 0) firstAt = performance.now()
          const at = next++ % paths.length
          const body = bodies?.[at]
          return { ...request, path: paths[at] ?? '/', ...(body === undefined ? {} : { body }) }
        },
      },
    ],
    setupClient: (client) => {
      client.on('response', (status) => {
        lastAt = performance.now()
        counts[status] = (counts[status] ?? 0) + 1
      })
    },
  })
  // The generator rounds its own duration to whole seconds; answers are timed here.
  const answers = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    requestsPerSecond: answers / Math.max(0.001, (lastAt - firstAt) / 1000),
    p99Ms: result.latency.p99,
    cpuUs: input.pid === undefined ? null : ((processorMs(input.pid) - cpuBefore) * 1000) / answers,
    statuses: counts,
  }
}

/** A figure counts only when every answer was the right one. */
export function checked(result: Load, status: number): number {
  const wrong = Object.keys(result.statuses).filter((code) => code !== String(status))
  if (wrong.length > 0) throw new Error(`expected ${status}, also got ${wrong.join(', ')}`)
  return result.requestsPerSecond
}

/** Requests are a person's, so that scans are counted while they are measured. */
export const AGENT =
  'Mozilla/5.0 (Linux; Android 14; SM-A057F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36'
