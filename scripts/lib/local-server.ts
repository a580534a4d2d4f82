import { mkdir, readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, Response as MiniflareResponse } from 'miniflare'
import { compatibility } from './compatibility.ts'
import { endWithUs } from './end-with-us.ts'
import { keepLetters } from './keep-letters.ts'
import { keepTime } from './keep-time.ts'
import { tidyState } from './tidy-state.ts'
import { CLIENT_DIRECTORY, SERVER_DIRECTORY, workerModules } from './worker-modules.ts'

export type LocalServer = { readonly url: string; readonly stop: () => Promise<void> }

type LocalServerInput = {
  readonly port: number
  readonly bindings: Readonly<Record<string, string>>
  /** Folder for the emulated bucket and temporary files. */
  readonly stateDirectory: string
  /** Folder that letters are written to, a file each; without it they wait in the outbox. */
  readonly mailDirectory?: string
  /** Folder of the archives that maps are drawn upon. */
  readonly mapsDirectory?: string
  /** Told when the runtime ended unasked and was started again. */
  readonly onRestart?: () => void
  /** Calls a minute for the verify API from one address; unlimited when absent. */
  readonly verifyLimit?: number
}

const TYPES: Readonly<Record<string, string>> = {
  '.htm': 'text/html; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
}

/**
 * The built Worker in a real workerd, with the queue, the bucket and the cache emulated by Miniflare,
 * and a clock in the place of cron.
 */
export async function startLocalServer(input: LocalServerInput): Promise<LocalServer> {
  endWithUs()
  const temporary = await tidyState(input.stateDirectory)
  // workerd does not start with a folder that is not there.
  if (input.mapsDirectory !== undefined) await mkdir(input.mapsDirectory, { recursive: true })
  const onRestart = async () => {
    // What it gave before its runtime was started again throws wherever it is used.
    worker = await miniflare.getWorker()
    input.onRestart?.()
  }
  const options = optionsOf({ ...input, onRestart })
  const miniflare = withTemporaryFolder(temporary, () => new Miniflare(options))
  const url = await miniflare.ready
  let worker = await miniflare.getWorker()
  const clock = keepTime((cron) => worker.scheduled({ cron }))
  return {
    url: url.href.replace(/\/$/, ''),
    stop: () => {
      clock.stop()
      return miniflare.dispose()
    },
  }
}

/** In the words of Miniflare 4, which keep what it did not do by itself undone in 5. */
function optionsOf(input: LocalServerInput) {
  const { date, flags } = compatibility()
  const { mailDirectory, mapsDirectory, verifyLimit, onRestart } = input
  return convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: input.port,
    compatibilityDate: date,
    compatibilityFlags: flags,
    modulesRoot: SERVER_DIRECTORY,
    modules: workerModules().map((name) => ({
      type: name.endsWith('.wasm') ? ('CompiledWasm' as const) : ('ESModule' as const),
      path: join(SERVER_DIRECTORY, name),
    })),
    bindings: { ...input.bindings },
    serviceBindings: {
      ASSETS: (request: { url: string }) => serveFile(new URL(request.url).pathname),
      ...(mailDirectory === undefined ? {} : { MAIL: keepLetters(mailDirectory) }),
      ...(mapsDirectory === undefined
        ? {}
        : { MAPS: { disk: { path: mapsDirectory, writable: false } } }),
    },
    r2Buckets: ['MEDIA'],
    resourcePersistencePath: input.stateDirectory,
    queueProducers: { SCANS: 'goc-scans' },
    queueConsumers: { 'goc-scans': { maxBatchSize: 50, maxBatchTimeout: 1 } },
    ...(verifyLimit === undefined ? {} : { ratelimits: { VERIFY_LIMIT: limitOf(verifyLimit) } }),
    ...(onRestart === undefined ? {} : { unsafeHandleRuntimeRestart: onRestart }),
  })
}

const limitOf = (limit: number) => ({
  namespace_id: '1001',
  simple: { limit, period: 60 as const },
})

/** Miniflare's files go where the next start clears them away. */
function withTemporaryFolder<T>(folder: string, make: () => T): T {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return make()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Static files of the site; 404 for anything that is not a file under dist/client. */
async function serveFile(pathname: string): Promise<MiniflareResponse> {
  const path = join(CLIENT_DIRECTORY, normalize(decodeSafely(pathname)))
  const type = TYPES[extname(path)]
  const isFile =
    type !== undefined &&
    path.startsWith(CLIENT_DIRECTORY) &&
    (await stat(path).then(
      (s) => s.isFile(),
      () => false,
    ))
  if (!isFile) return new MiniflareResponse(null, { status: 404 })
  return new MiniflareResponse(await readFile(path), {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' },
  })
}

function decodeSafely(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return '/'
  }
}
