import { createHmac, hash } from 'node:crypto'
import { connectWeb, type Database } from '../db/client.ts'
import { type DatabaseWatch, watchDatabase } from '../db/database-watch.ts'
import type { ScanRow } from '../db/queries/scans.ts'
import { ownHostsOf, readSettings, type Settings } from './env.ts'
import type { Accounts } from './http/accounts/accounts.ts'
import type { Deps, MakeDeps } from './http/app-env.ts'
import type * as LateDeps from './late-deps.ts'
import { newId } from './lib/ids/new-id.ts'
import type { GiveWay } from './lib/steps/give-way.ts'
import { type AssetSource, fetchAsset } from './platform/assets.ts'
import { clientAddress } from './platform/client-address.ts'
import { isolateCache } from './platform/facts-cache.ts'
import { createGiveWay } from './platform/give-way.ts'
import { type IsolateLimiter, isolateLimiter } from './platform/isolate-limiter.ts'
import type { JobQueue } from './platform/job-queue.ts'
import { createJobSlot } from './platform/job-slot.ts'
import { isolatePageFacts } from './platform/page-facts.ts'
import type { PageRenderer } from './platform/page-renderer.ts'
import type { PictureMaker } from './platform/pictures/picture-maker.ts'
import { bufferScans, type DeliverScans } from './platform/scan-sink.ts'
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

/** What lives as long as the isolate. */
type Isolate = Pick<Deps, 'cache' | 'keys' | 'pageFacts' | 'jobSlot' | 'pages'> & {
  readonly watch: DatabaseWatch
  readonly limiter: IsolateLimiter
  readonly scans: ReturnType<typeof bufferScans>
}

/** What the settings say, read once. */
type Known = Pick<Deps, 'ownHosts' | 'kek' | 'labelOrigin' | 'demo' | 'clientAddress'> & {
  readonly settings: Settings
}

type Made = {
  readonly isolate: Isolate
  readonly known: Known
  /** Null for a request that was answered without preparing. */
  readonly late: typeof LateDeps | null
  readonly bindings: Bindings
  readonly executionCtx: Parameters<MakeDeps>[0]['executionCtx']
}

export type PreparedMakeDeps = MakeDeps & { readonly prepare: () => Promise<void> }

const CACHE_BYTES = 32 * 1024 * 1024
const PAGE_FACTS_BYTES = 8 * 1024 * 1024
const LIMITED_CALLERS = 20_000

/**
 * The composition root. What lives as long as the isolate is made here once, holds values only and
 * may be lost at any time; everything with I/O is made per request.
 */
export function createMakeDeps(pages: PageRenderer): PreparedMakeDeps {
  let known: Known | null = null
  const isolate: Isolate = {
    pages,
    cache: isolateCache({ maxBytes: CACHE_BYTES, shared: cacheApi() }),
    keys: createKeyRing(),
    watch: watchDatabase(),
    pageFacts: isolatePageFacts({ maxBytes: PAGE_FACTS_BYTES }),
    limiter: isolateLimiter({ maxKeys: LIMITED_CALLERS }),
    jobSlot: createJobSlot(),
    scans: bufferScans({
      hashVisitor: (source, day) => hashVisitor(known?.settings.GOC_AUTH_SECRET ?? '', source, day),
    }),
  }

  let late: typeof LateDeps | null = null
  const makeDeps = ({ env, executionCtx }: Parameters<MakeDeps>[0]): Deps => {
    known ??= knownOf(env)
    return new RequestDeps({ isolate, known, late, bindings: env as Bindings, executionCtx })
  }
  const prepare = async (): Promise<void> => {
    late ??= await import('./late-deps.ts')
  }
  return Object.assign(makeDeps, { prepare })
}

function knownOf(env: Record<string, unknown>): Known {
  const settings = readSettings(env)
  return {
    settings,
    ownHosts: ownHostsOf(settings),
    kek: Uint8Array.from(Buffer.from(settings.GOC_KEK, 'base64url')),
    labelOrigin: settings.GOC_ORIGIN.toUpperCase(),
    demo: env['GOC_DEMO'] === '1',
    clientAddress: (headers) => clientAddress(headers, settings.GOC_CLIENT_ADDRESS_HEADER),
  }
}

/**
 * The dependencies of one request. A class, because most of it is made when asked for and never is: an
 * object literal with getters is put together name by name, which costs a scan as much as its parsing.
 */
class RequestDeps implements Deps {
  readonly #made: Made
  #database: Database | null = null
  #accounts: Accounts | null = null
  #giveWay: GiveWay | null = null

  constructor(made: Made) {
    this.#made = made
  }

  // Functions that are handed on without their object.
  readonly db = (): Database => {
    const { isolate, known } = this.#made
    this.#database ??= connectWeb({
      url: known.settings.LIBSQL_URL,
      authToken: known.settings.LIBSQL_AUTH_TOKEN,
      watch: isolate.watch,
    })
    return this.#database
  }
  readonly waitUntil = (work: Promise<unknown>): void => this.#made.executionCtx.waitUntil(work)

  get now() {
    return Date.now
  }
  get newId() {
    return newId
  }
  get origin() {
    return this.#made.known.settings.GOC_ORIGIN
  }
  get issuerName() {
    return this.#made.known.settings.GOC_ISSUER_NAME ?? 'Gốc'
  }
  get issuerHotline() {
    return this.#made.known.settings.GOC_ISSUER_HOTLINE ?? null
  }
  get demo() {
    return this.#made.known.demo
  }
  get ownHosts() {
    return this.#made.known.ownHosts
  }
  get labelOrigin() {
    return this.#made.known.labelOrigin
  }
  get kek() {
    return this.#made.known.kek
  }
  get cache() {
    return this.#made.isolate.cache
  }
  get keys() {
    return this.#made.isolate.keys
  }
  get pages() {
    return this.#made.isolate.pages
  }
  get jobSlot() {
    return this.#made.isolate.jobSlot
  }
  get pageFacts() {
    return this.#made.isolate.pageFacts
  }
  get jobQueue() {
    return this.#made.bindings.JOBS ?? null
  }
  get clientAddress() {
    return this.#made.known.clientAddress
  }
  get scans() {
    return this.#made.isolate.scans.sinkFor(this.#deliver)
  }
  get giveWay() {
    this.#giveWay ??= createGiveWay()
    return this.#giveWay
  }
  get accounts() {
    this.#accounts ??= this.#late.createAccounts({
      db: this.db,
      settings: this.#made.known.settings,
    })
    return this.#accounts
  }
  get files() {
    return this.#late.chooseFileStore(this.#made.bindings, this.db)
  }
  get archives() {
    return this.#late.chooseArchiveStore(this.#made.bindings)
  }
  get pictures() {
    return PICTURES
  }
  get mailer() {
    return this.#late.chooseMailer(this.#made.bindings)
  }
  get verifyLimit() {
    const { bindings, known, isolate } = this.#made
    const limits = known.settings.GOC_RATE_LIMITS
    if (limits === 'off') return null
    const binding = bindings.VERIFY_LIMIT
    return verifyLimit({ limits, isolate: isolate.limiter, binding, now: Date.now })
  }
  get asset() {
    return (request: Request) => fetchAsset(this.#made.bindings.ASSETS, request)
  }

  get #late() {
    const { late } = this.#made
    if (late === null) throw new Error('asked for what was not prepared')
    return late
  }

  readonly #deliver = (): DeliverScans => {
    const { SCANS } = this.#made.bindings
    return SCANS === undefined
      ? async (rows) => {
          // Behind the answer, and with the tables of all the platform.
          const { storeScans } = await import('./verbs/scan/store-scans.ts')
          return storeScans(this.db(), rows, Date.now())
        }
      : async (rows) => void (await SCANS.sendBatch(messagesOf(rows)))
  }
}

/** The codecs are imported with the first photo there is work on. */
const PICTURES: PictureMaker = {
  shrink: async (picture) => {
    const { WORKER_PICTURES } = await import('./platform/pictures/worker-pictures.ts')
    return WORKER_PICTURES.shrink(picture)
  },
  decode: async (picture) => {
    const { WORKER_PICTURES } = await import('./platform/pictures/worker-pictures.ts')
    return WORKER_PICTURES.decode(picture)
  },
  codes: async (pixels) => {
    const { readCodes } = await import('./platform/pictures/worker-codes.ts')
    return readCodes(pixels)
  },
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
  return hash('sha256', `${salted.salt}${source}`, 'base64url').slice(0, 16)
}
