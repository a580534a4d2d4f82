import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { Miniflare, Response as MiniflareResponse } from 'miniflare'
import { compatibility } from './compatibility.ts'
import { endWithUs } from './end-with-us.ts'
import { keepLetters } from './keep-letters.ts'
import { keepTime } from './keep-time.ts'
import { CLIENT_DIRECTORY, SERVER_DIRECTORY, workerModules } from './worker-modules.ts'

export type LocalServer = { readonly url: string; readonly stop: () => Promise<void> }

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
}

/**
 * The built Worker in a real workerd, with the queue, the bucket and the cache emulated by Miniflare,
 * and a clock in the place of cron.
 */
export async function startLocalServer(input: {
  port: number
  bindings: Readonly<Record<string, string>>
  /** Folder for the emulated bucket. */
  stateDirectory: string
  /** Folder that letters are written to, a file each; without it they wait in the outbox. */
  mailDirectory?: string
  /** Told when the runtime ended unasked and was started again. */
  onRestart?: () => void
  /** Calls a minute for the verify API from one address; unlimited when absent. */
  verifyLimit?: number
}): Promise<LocalServer> {
  const { date, flags } = compatibility()
  endWithUs()
  const miniflare = await withTemporaryFolder(
    join(input.stateDirectory, 'tmp'),
    () =>
      new Miniflare({
        host: '127.0.0.1',
        port: input.port,
        compatibilityDate: date,
        compatibilityFlags: flags,
        modulesRoot: SERVER_DIRECTORY,
        modules: workerModules().map((name) => ({
          type: 'ESModule' as const,
          path: join(SERVER_DIRECTORY, name),
        })),
        bindings: { ...input.bindings },
        serviceBindings: {
          ASSETS: (request: { url: string }) => serveFile(new URL(request.url).pathname),
          ...(input.mailDirectory === undefined ? {} : { MAIL: keepLetters(input.mailDirectory) }),
        },
        r2Buckets: ['MEDIA'],
        r2Persist: join(input.stateDirectory, 'media'),
        queueProducers: { SCANS: 'goc-scans' },
        queueConsumers: { 'goc-scans': { maxBatchSize: 50, maxBatchTimeout: 1 } },
        ...(input.verifyLimit === undefined
          ? {}
          : {
              ratelimits: {
                VERIFY_LIMIT: {
                  namespace_id: '1001',
                  simple: { limit: input.verifyLimit, period: 60 },
                },
              },
            }),
        ...(input.onRestart === undefined ? {} : { unsafeHandleRuntimeRestart: input.onRestart }),
      }),
  )
  const url = await miniflare.ready
  const worker = await miniflare.getWorker()
  const clock = keepTime((cron) => worker.scheduled({ cron }))
  return {
    url: url.href.replace(/\/$/, ''),
    stop: () => {
      clock.stop()
      return miniflare.dispose()
    },
  }
}

/** Miniflare's files go where the next start clears away what one that was killed left. */
async function withTemporaryFolder<T>(folder: string, make: () => T): Promise<T> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
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
