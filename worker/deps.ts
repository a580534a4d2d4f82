import { createHash, createHmac } from 'node:crypto'
import { nanoid } from 'nanoid'
import { connectWeb, type Database } from '../db/client.ts'
import { watchDatabase } from '../db/database-watch.ts'
import type { ScanRow } from '../db/queries/scans.ts'
import { ownHostsOf, readSettings, type Settings } from './env.ts'
import type { MakeDeps } from './http/app-env.ts'
import type { GiveWay } from './lib/steps/give-way.ts'
import type { Accounts } from './platform/accounts/accounts.ts'
import { createAccounts } from './platform/accounts/create-accounts.ts'
import { type AssetSource, fetchAsset } from './platform/assets.ts'
import { chooseFileStore } from './platform/choose-file-store.ts'
import { clientAddress } from './platform/client-address.ts'
import { isolateCache } from './platform/facts-cache.ts'
import { createGiveWay } from './platform/give-way.ts'
import { isolateLimiter } from './platform/isolate-limiter.ts'
import type { JobQueue } from './platform/job-queue.ts'
import { createJobSlot } from './platform/job-slot.ts'
import { chooseMailer } from './platform/mailer.ts'
import { isolatePageFacts } from './platform/page-facts.ts'
import type { PageRenderer } from './platform/page-renderer.ts'
import { bufferScans, type DeliverScans, deliverToDatabase } from './platform/scan-sink.ts'
import { cacheApi } from './platform/shared-cache.ts'
import { type LimitBinding, verifyLimit } from './platform/verify-limit.ts'
import { createKeyRing } from './verbs/scan/key-ring.ts'

/** Bindings that Cloudflare or Miniflare give and plain workerd may not. */
type Bindings = {
  readonly SCANS?: {
    sendBatch: (messages: Iterable<{ body: readonly ScanRow[] }>) => Promise<unknown>
  }
  readonly VERIFY_LIMIT?: LimitBinding
  readonly JOBS?: JobQueue
  readonly ASSETS?: AssetSource
}

const CACHE_BYTES = 32 * 1024 * 1024
const PAGE_FACTS_BYTES = 8 * 1024 * 1024
const LIMITED_CALLERS = 20_000

/**
 * The composition root. What lives as long as the isolate is made here once, holds values only and
 * may be lost at any time; everything with I/O is made per request.
 */
export function createMakeDeps(pages: PageRenderer): MakeDeps {
  const cache = isolateCache({ maxBytes: CACHE_BYTES, shared: cacheApi() })
  const keys = createKeyRing()
  const watch = watchDatabase()
  const pageFacts = isolatePageFacts({ maxBytes: PAGE_FACTS_BYTES })
  const isolate = isolateLimiter({ maxKeys: LIMITED_CALLERS })
  const jobSlot = createJobSlot()
  let known: { settings: Settings; ownHosts: ReadonlySet<string>; kek: Uint8Array } | null = null
  const scans = bufferScans({
    hashVisitor: (source, day) => hashVisitor(known?.settings.GOC_AUTH_SECRET ?? '', source, day),
  })

  return ({ env, executionCtx }) => {
    if (known === null) {
      const settings = readSettings(env)
      const kek = Uint8Array.from(Buffer.from(settings.GOC_KEK, 'base64url'))
      known = { settings, ownHosts: ownHostsOf(settings), kek }
    }
    const { settings, ownHosts, kek } = known
    const bindings = env as Bindings
    let database: Database | null = null
    let accounts: Accounts | null = null
    let giveWay: GiveWay | null = null
    const db = () => {
      database ??= connectWeb({
        url: settings.LIBSQL_URL,
        authToken: settings.LIBSQL_AUTH_TOKEN,
        watch,
      })
      return database
    }
    const { SCANS } = bindings
    const deliver = (): DeliverScans =>
      SCANS === undefined
        ? deliverToDatabase(db())
        : async (rows) => void (await SCANS.sendBatch(messagesOf(rows)))
    return {
      db,
      now: Date.now,
      newId: () => nanoid(),
      origin: settings.GOC_ORIGIN,
      issuerName: settings.GOC_ISSUER_NAME ?? 'Gốc',
      demo: env['GOC_DEMO'] === '1',
      ownHosts,
      labelOrigin: settings.GOC_ORIGIN.toUpperCase(),
      kek,
      cache,
      keys,
      scans: scans.sinkFor(deliver),
      pages,
      // Made when asked for: a scan needs none of them.
      get giveWay() {
        giveWay ??= createGiveWay()
        return giveWay
      },
      get accounts() {
        accounts ??= createAccounts({ db, settings })
        return accounts
      },
      get files() {
        return chooseFileStore(bindings, db)
      },
      get mailer() {
        return chooseMailer(bindings)
      },
      jobSlot,
      jobQueue: bindings.JOBS ?? null,
      pageFacts,
      get verifyLimit() {
        const limits = settings.GOC_RATE_LIMITS
        const binding = bindings.VERIFY_LIMIT
        return limits === 'off' ? null : verifyLimit({ limits, isolate, binding, now: Date.now })
      },
      clientAddress: (headers) => clientAddress(headers, settings.GOC_CLIENT_ADDRESS_HEADER),
      waitUntil: (work) => executionCtx.waitUntil(work),
      asset: (request) => fetchAsset(bindings.ASSETS, request),
    }
  }
}

/** Cloudflare Queues take at most 100 messages a call and 128 kB a message. */
const ROWS_PER_MESSAGE = 200
const MESSAGES_PER_CALL = 100

function messagesOf(rows: readonly ScanRow[]): { body: readonly ScanRow[] }[] {
  const messages = []
  for (let at = 0; at < rows.length; at += ROWS_PER_MESSAGE) {
    messages.push({ body: rows.slice(at, at + ROWS_PER_MESSAGE) })
  }
  return messages.slice(0, MESSAGES_PER_CALL)
}

let salted: { secret: string; day: number; salt: string } | null = null

/** The salt changes with the day and is nowhere stored, so visitors cannot be followed beyond it. */
function hashVisitor(secret: string, source: string, day: number): string {
  if (salted === null || salted.day !== day || salted.secret !== secret) {
    const salt = createHmac('sha256', secret).update(`scan visitor ${day}`).digest('hex')
    salted = { secret, day, salt }
  }
  // The salt comes first and has a fixed length, so a plain hash is as good here as an HMAC.
  return createHash('sha256').update(`${salted.salt}${source}`).digest('base64url').slice(0, 16)
}
