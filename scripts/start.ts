/**
 * `npm start`: everything needed to use Gốc on this machine: a libSQL server on a file under
 * .data/, migrations, demo data on the first run, the built Worker. Ctrl-C ends all of it.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureDemo } from './demo/ensure-demo.ts'
import { announce } from './lib/announce.ts'
import { ensureBuilt } from './lib/build.ts'
import { loadAdministrativeUnits } from './lib/load-administrative-units.ts'
import { openLocalDatabase } from './lib/local-database.ts'
import { startLocalServer } from './lib/local-server.ts'
import { isLoopback } from './lib/loopback.ts'
import { dataDirectory } from './lib/paths.ts'
import { localSecrets } from './lib/secrets.ts'

const { values } = parseArgs({
  options: { reset: { type: 'boolean' }, 'no-demo': { type: 'boolean' } },
})

const data = dataDirectory()
const port = Number(process.env['PORT'] ?? 8787)
const origin = (process.env['GOC_ORIGIN'] ?? `http://localhost:${port}`).replace(/\/+$/, '')

const stops: (() => Promise<void>)[] = []
let stopping = false

async function stopAll(exitCode: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const stop of stops.reverse()) await stop().catch(() => undefined)
  process.exit(exitCode)
}

async function main(): Promise<void> {
  if (values.reset) await rm(data, { recursive: true, force: true })
  const withDemo = !values['no-demo'] && isLoopback(origin)
  step('Đang dựng chương trình (build)…')
  await ensureBuilt()
  step('Đang mở cơ sở dữ liệu…')
  const database = await openLocalDatabase({ dataDirectory: data })
  stops.push(database.stop)
  const secrets = await localSecrets({ dataDirectory: data, origin })
  await loadAdministrativeUnits(database.db)
  const demo = withDemo
    ? await ensureDemo({ database, secrets, origin, dataDirectory: data, onStep: step })
    : null
  const server = await startLocalServer({
    port,
    stateDirectory: join(data, 'state'),
    bindings: {
      LIBSQL_URL: database.url,
      ...(process.env['LIBSQL_AUTH_TOKEN'] === undefined
        ? {}
        : { LIBSQL_AUTH_TOKEN: process.env['LIBSQL_AUTH_TOKEN'] }),
      GOC_ORIGIN: origin,
      GOC_ALIASES: process.env['GOC_ALIASES'] ?? '',
      GOC_KEK: secrets.GOC_KEK,
      GOC_AUTH_SECRET: secrets.GOC_AUTH_SECRET,
      ...(demo === null ? {} : { GOC_DEMO: '1' }),
    },
  })
  stops.push(server.stop)
  const state = join(data, 'server.json')
  await writeFile(state, JSON.stringify({ libsqlUrl: database.url, origin, pid: process.pid }))
  stops.push(() => rm(state, { force: true }))
  await announce({ origin, demo })
}

function step(text: string): void {
  process.stderr.write(`${text}\n`)
}

process.on('SIGINT', () => void stopAll(0))
process.on('SIGTERM', () => void stopAll(0))
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  void stopAll(1)
})
