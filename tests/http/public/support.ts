import { connectWeb, type Database } from '../../../db/client.ts'
import { createApp } from '../../../worker/app.ts'
import type { Deps } from '../../../worker/http/app-env.ts'
import { neverGiveWay } from '../../../worker/lib/steps/give-way.ts'
import { isolateCache } from '../../../worker/platform/facts-cache.ts'
import type { Scan } from '../../../worker/platform/scan-sink.ts'
import { createKeyRing } from '../../../worker/verbs/scan/key-ring.ts'
import { NOW, TEST_KEK } from '../../support/factories.ts'
import { outside } from '../../support/outside.ts'

export type PublicApp = {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  readonly askJson: (path: string, init?: RequestInit) => Promise<{ status: number; body: Json }>
  readonly verify: (body: unknown, init?: RequestInit) => Promise<Response>
  /** Sets the clock forward. */
  readonly wait: (ms: number) => void
  /** From now on the database refuses connections. */
  readonly breakDatabase: () => void
  /** Every call that needed a database client. */
  readonly databaseCalls: () => number
  readonly scans: readonly Scan[]
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as they come
export type Json = any

/** The whole application over one database, with a clock that stands still and pages that are only named. */
export function publicApp(db: Database, given: Partial<Deps> = {}): PublicApp {
  let now = NOW
  let database = db
  let calls = 0
  const scans: Scan[] = []
  const deps: Deps = {
    db: () => {
      calls += 1
      return database
    },
    now: () => now,
    newId: () => crypto.randomUUID(),
    giveWay: neverGiveWay,
    origin: 'https://tem.example.vn',
    issuerName: 'Sở thử <nghiệm>',
    demo: false,
    ownHosts: new Set(['tem.example.vn', 'localhost:8787']),
    labelOrigin: 'HTTPS://TEM.EXAMPLE.VN',
    kek: TEST_KEK,
    cache: isolateCache({ maxBytes: 4_000_000, shared: null }),
    keys: createKeyRing(),
    scans: { record: (scan) => void scans.push(scan) },
    pages: { render: async (model) => ({ html: model.kind, styleHash: null }) },
    waitUntil: (work) => void work.catch(() => undefined),
    asset: async () => null,
    ...outside(),
    ...given,
  }
  const app = createApp(() => deps)
  const ask = async (path: string, init?: RequestInit) =>
    app.fetch(new Request(`https://tem.example.vn${path}`, init), {}, { waitUntil: deps.waitUntil })
  return {
    ask,
    askJson: async (path, init) => {
      const response = await ask(path, init)
      return { status: response.status, body: await response.json() }
    },
    verify: (body, init) =>
      ask('/api/v1/verify', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
      }),
    wait: (ms) => {
      now += ms
    },
    breakDatabase: () => {
      database = connectWeb({ url: 'http://127.0.0.1:9', authToken: undefined })
    },
    databaseCalls: () => calls,
    scans,
  }
}
