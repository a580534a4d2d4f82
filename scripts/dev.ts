/**
 * `npm run dev`: the site and the Worker with hot reload on Astro's own server, against the same
 * local libSQL server and data as `npm start`.
 */
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDemo } from './demo/ensure-demo.ts'
import { endWithUs } from './lib/end-with-us.ts'
import { holdData } from './lib/hold-data.ts'
import { loadAdministrativeUnits } from './lib/load-administrative-units.ts'
import { openInstallation } from './lib/open-installation.ts'
import { localOrigin } from './lib/origin.ts'
import { dataDirectory, ROOT } from './lib/paths.ts'
import { announceServer } from './lib/running-server.ts'

const data = dataDirectory()
const step = (text: string) => console.error(text)

async function main(): Promise<void> {
  const { origin, port } = localOrigin(4321)
  endWithUs()
  const holder = { kind: 'server', name: 'npm run dev', origin } as const
  const lock = await holdData({ directory: data, holder, word: step })
  const keep = { word: step, onGivenUp: step }
  const { database, secrets } = await openInstallation({
    directory: data,
    origin,
    word: step,
    keep,
  })
  await loadAdministrativeUnits(database.db)
  await ensureDemo({ database, secrets, origin, dataDirectory: data, onStep: step })
  writeSettings({
    LIBSQL_URL: database.url,
    GOC_ORIGIN: origin,
    GOC_DEMO: '1',
    GOC_RATE_LIMITS: 'off',
    ...secrets,
  })
  const withdraw = await announceServer(data, { libsqlUrl: database.url, origin })
  const astro = spawn('npx', ['astro', 'dev', '--root', 'site', '--port', String(port)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  const stop = () => astro.kill('SIGTERM')
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  astro.on('close', async (code) => {
    await withdraw()
    await database.stop()
    await lock.release()
    process.exit(code ?? 0)
  })
}

/** The adapter reads local settings from .dev.vars beside wrangler.toml; git ignores it. */
function writeSettings(settings: Readonly<Record<string, string>>): void {
  const path = join(ROOT, '.dev.vars')
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  // A file that stands there keeps its permissions when it is written over.
  rmSync(path, { force: true })
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 })
}

main().catch((error: unknown) => {
  step(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
