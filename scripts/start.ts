/**
 * `npm start`: everything needed to use Gốc on this machine: a libSQL server on a file under
 * .data/, migrations, demo data on the first run, the built Worker. Ctrl-C ends all of it.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sealAudit } from '../worker/verbs/audit/seal-audit.ts'
import { DEMO_AUTHORITY } from './demo/demo-products.ts'
import { ensureDemo } from './demo/ensure-demo.ts'
import { announce } from './lib/announce.ts'
import { ensureBuilt } from './lib/build.ts'
import { emptyDataFolder } from './lib/empty-data-folder.ts'
import { endWithUs } from './lib/end-with-us.ts'
import { isPortFree } from './lib/free-port.ts'
import { holdData } from './lib/hold-data.ts'
import { databaseSaid } from './lib/line-of-error.ts'
import { loadAdministrativeUnits } from './lib/load-administrative-units.ts'
import { startLocalServer } from './lib/local-server.ts'
import { isLoopback } from './lib/loopback.ts'
import { openInstallation } from './lib/open-installation.ts'
import { localOrigin } from './lib/origin.ts'
import { dataDirectory, mapsDirectory } from './lib/paths.ts'
import { announceServer } from './lib/running-server.ts'
import { watchServer } from './lib/watch-server.ts'

/** Synthetic data, and who answers for them: no such line exists. */
const DEMO_BINDINGS = {
  GOC_DEMO: '1',
  GOC_ISSUER_NAME: DEMO_AUTHORITY,
  GOC_ISSUER_HOTLINE: '1900 0000',
}

const { values } = parseArgs({
  options: { reset: { type: 'boolean' }, 'no-demo': { type: 'boolean' } },
})

const data = dataDirectory()

const stops: (() => Promise<void>)[] = []
let stopping = false

async function stopAll(exitCode: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const stop of stops.reverse()) await stop().catch(() => undefined)
  process.exit(exitCode)
}

async function main(): Promise<void> {
  const { origin, port } = localOrigin()
  const holder = { kind: 'server', name: 'npm start', origin } as const
  const lock = await holdData({ directory: data, holder, word: step })
  stops.push(lock.release)
  await refuseIfTaken(port)
  if (values.reset) await emptyDataFolder(data)
  const withDemo = !values['no-demo'] && isLoopback(origin)
  step('Đang dựng chương trình (build)…')
  await ensureBuilt()
  step('Đang mở cơ sở dữ liệu…')
  const keep = { word: step, onGivenUp: giveUp }
  const { database, secrets } = await openInstallation({
    directory: data,
    origin,
    word: step,
    keep,
  })
  stops.push(database.stop)
  await loadAdministrativeUnits(database.db)
  const demo = withDemo
    ? await ensureDemo({ database, secrets, origin, dataDirectory: data, onStep: step })
    : null
  // Rows from before there were seals, and those of a demonstration just made.
  await sealAudit(database.db)
  const server = await startLocalServer({
    port,
    stateDirectory: join(data, 'state'),
    mailDirectory: join(data, 'mail'),
    mapsDirectory: mapsDirectory(),
    onRestart: () => step('Chương trình (workerd) dừng ngoài ý muốn và đã chạy lại.'),
    bindings: {
      LIBSQL_URL: database.url,
      ...(process.env['LIBSQL_AUTH_TOKEN'] === undefined
        ? {}
        : { LIBSQL_AUTH_TOKEN: process.env['LIBSQL_AUTH_TOKEN'] }),
      GOC_ORIGIN: origin,
      GOC_ALIASES: process.env['GOC_ALIASES'] ?? '',
      GOC_KEK: secrets.GOC_KEK,
      GOC_AUTH_SECRET: secrets.GOC_AUTH_SECRET,
      // One's own machine: whoever mistypes a password here need not wait.
      GOC_RATE_LIMITS: process.env['GOC_RATE_LIMITS'] ?? 'off',
      GOC_CLIENT_ADDRESS_HEADER: process.env['GOC_CLIENT_ADDRESS_HEADER'] ?? '',
      ...(demo === null ? {} : DEMO_BINDINGS),
      ...issuerOfEnvironment(),
    },
  })
  stops.push(server.stop)
  listenForTheEnd()
  stops.push(watchServer({ url: server.url, onGone: giveUp }))
  stops.push(await announceServer(data, { libsqlUrl: database.url, origin }))
  step(`Thư gửi đi được ghi vào ${join(data, 'mail')}.`)
  await announce({ origin, demo })
}

/** Who runs this installation, where the environment says so. */
function issuerOfEnvironment(): Record<string, string> {
  const given = ['GOC_ISSUER_NAME', 'GOC_ISSUER_HOTLINE'].map((name) => [name, process.env[name]])
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ''))
}

/** Said before anything is opened: a second server on the same data would be worse than none. */
async function refuseIfTaken(port: number): Promise<void> {
  if (await isPortFree(port)) return
  throw new Error(
    `Cổng ${port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc chọn cổng khác: PORT=8788 npm start`,
  )
}

/** What ended cannot be brought back: better nothing at all than half of it, and a line that says so. */
function giveUp(line: string): void {
  step(`${line} Đã dừng tất cả; dữ liệu còn nguyên trong ${data}. Chạy lại bằng npm start.`)
  void stopAll(1)
}

function step(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Miniflare puts in handlers of its own, which would end this process before the others are ended. */
function listenForTheEnd(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => void stopAll(0))
  }
}

/** npm ended by a signal does not pass it on through its shell: without a parent there is nobody to serve. */
function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void stopAll(0)
  }, 500).unref()
}

endWithUs()
listenForTheEnd()
endWithParent()
main().catch((error: unknown) => {
  process.stderr.write(
    `${databaseSaid(error) ?? (error instanceof Error ? error.message : String(error))}\n`,
  )
  void stopAll(1)
})
