/**
 * `npm start`: everything needed to use Gốc on this machine: a libSQL server on a file under
 * .data/, migrations, demo data on the first run, the built Worker. Ctrl-C ends all of it.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nanoid } from 'nanoid'
import { sealOldSecrets } from '../worker/verbs/accounts/seal-old-secrets.ts'
import { sealAudit } from '../worker/verbs/audit/seal-audit.ts'
import { ensureDemo } from './demo/ensure-demo.ts'
import { announce } from './lib/announce.ts'
import { ensureBuilt } from './lib/build.ts'
import { isPortFree } from './lib/free-port.ts'
import { loadAdministrativeUnits } from './lib/load-administrative-units.ts'
import { openLocalDatabase } from './lib/local-database.ts'
import { startLocalServer } from './lib/local-server.ts'
import { isLoopback } from './lib/loopback.ts'
import { localOrigin } from './lib/origin.ts'
import { dataDirectory } from './lib/paths.ts'
import { localSecrets } from './lib/secrets.ts'

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
  await refuseIfTaken(port)
  if (values.reset) await rm(data, { recursive: true, force: true })
  const withDemo = !values['no-demo'] && isLoopback(origin)
  step('Đang dựng chương trình (build)…')
  await ensureBuilt()
  step('Đang mở cơ sở dữ liệu…')
  const database = await openLocalDatabase({ dataDirectory: data })
  stops.push(database.stop)
  const secrets = await localSecrets({ dataDirectory: data, origin })
  const kek = Uint8Array.from(Buffer.from(secrets.GOC_KEK, 'base64url'))
  await sealOldSecrets({ db: database.db, kek, newId: () => nanoid() })
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
      ...(demo === null ? {} : { GOC_DEMO: '1' }),
    },
  })
  stops.push(server.stop)
  listenForTheEnd()
  const state = join(data, 'server.json')
  await writeFile(state, JSON.stringify({ libsqlUrl: database.url, origin, pid: process.pid }))
  stops.push(() => rm(state, { force: true }))
  step(`Thư gửi đi được ghi vào ${join(data, 'mail')}.`)
  await announce({ origin, demo })
}

/** Said before anything is opened: a second server on the same data would be worse than none. */
async function refuseIfTaken(port: number): Promise<void> {
  if (await isPortFree(port)) return
  throw new Error(
    `Cổng ${port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc chọn cổng khác: PORT=8788 npm start`,
  )
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

listenForTheEnd()
endWithParent()
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  void stopAll(1)
})
