import type { ExecutionContext } from 'hono'
import type { Database } from '../../db/client.ts'
import type { GiveWay } from '../lib/steps/give-way.ts'
import type { Language } from '../lib/text/local-text.ts'
import type { ArchiveStore } from '../platform/archive-store.ts'
import type { FactsCache } from '../platform/facts-cache.ts'
import type { FileStore } from '../platform/file-store.ts'
import type { JobQueue } from '../platform/job-queue.ts'
import type { JobSlot } from '../platform/job-slot.ts'
import type { Mailer } from '../platform/mailer.ts'
import type { PageFacts } from '../platform/page-facts.ts'
import type { PageRenderer } from '../platform/page-renderer.ts'
import type { PictureMaker } from '../platform/pictures/picture-maker.ts'
import type { ScanSink } from '../platform/scan-sink.ts'
import type { VerifyLimit } from '../platform/verify-limit.ts'
import type { KeyRing } from '../verbs/scan/key-ring.ts'
import type { Accounts } from './accounts/accounts.ts'

/** What a request needs from outside, made by the composition root or by a test. */
export type Deps = {
  /** A client for this request; made on first use, because most scans need none. */
  readonly db: () => Database
  readonly now: () => number
  readonly newId: () => string
  readonly giveWay: GiveWay
  /** `https://host[:port]` as people see it. */
  readonly origin: string
  /** Who runs this installation, as named on its pages. */
  readonly issuerName: string
  /** Its telephone, where it has published one. */
  readonly issuerHotline?: string | null
  /** Synthetic data stand in this database, and every page says so. */
  readonly demo: boolean
  /** Hosts, lower case with port, whose labels are ours. */
  readonly ownHosts: ReadonlySet<string>
  /** `HTTPS://HOST` of labels, upper case. */
  readonly labelOrigin: string
  readonly kek: Uint8Array
  readonly cache: FactsCache
  readonly keys: KeyRing
  readonly scans: ScanSink
  readonly pages: PageRenderer
  /** Who is signed in. */
  readonly accounts: Accounts
  /** Papers, boundaries and lists handed in. */
  readonly files: FileStore
  /** What maps are drawn upon; null where nothing can be kept. */
  readonly archives: ArchiveStore | null
  /** For work in the background. */
  readonly pictures: PictureMaker
  readonly mailer: Mailer
  /** Room in this isolate for a job. */
  readonly jobSlot: JobSlot
  /** Wakes a runner in another process; null where jobs run behind answers and by the timer. */
  readonly jobQueue: JobQueue | null
  /** What pages of the portal read, while nothing has changed. */
  readonly pageFacts: PageFacts
  /** Null where nothing is limited. */
  readonly verifyLimit: VerifyLimit | null
  /** The caller's address, where the proxy in front is configured to tell it. */
  readonly clientAddress: (headers: Headers) => string | null
  readonly waitUntil: (work: Promise<unknown>) => void
  /** A static file of the site, or null where there is none. */
  readonly asset: (request: Request) => Promise<Response | null>
}

export type AppEnv = {
  Bindings: Record<string, unknown>
  Variables: { deps: Deps; requestId: string; language: Language }
}

export type MakeDeps = {
  (input: { env: Record<string, unknown>; executionCtx: Pick<ExecutionContext, 'waitUntil'> }): Deps
  /** Loads what labels do without; to be called before a request that may need more. */
  readonly prepare?: () => Promise<void>
}
