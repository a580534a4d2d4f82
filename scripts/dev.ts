/**
 * `npm run dev`: the site and the Worker with hot reload on Astro's own server, against the same
 * local libSQL server and data as `npm start`.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { sealOldSecrets } from '../worker/verbs/accounts/seal-old-secrets.ts'
import { ensureDemo } from './demo/ensure-demo.ts'
import { loadAdministrativeUnits } from './lib/load-administrative-units.ts'
import { openLocalDatabase } from './lib/local-database.ts'
import { localOrigin } from './lib/origin.ts'
import { dataDirectory, ROOT } from './lib/paths.ts'
import { localSecrets } from './lib/secrets.ts'

const data = dataDirectory()
const { origin, port } = localOrigin(4321)

const database = await openLocalDatabase({ dataDirectory: data })
const secrets = await localSecrets({ dataDirectory: data, origin })
const kek = Uint8Array.from(Buffer.from(secrets.GOC_KEK, 'base64url'))
await sealOldSecrets({ db: database.db, kek, newId: () => nanoid() })
await loadAdministrativeUnits(database.db)
const step = (text: string) => console.error(text)
await ensureDemo({ database, secrets, origin, dataDirectory: data, onStep: step })

const settings = {
  ...{ LIBSQL_URL: database.url, GOC_ORIGIN: origin, GOC_DEMO: '1', GOC_RATE_LIMITS: 'off' },
  ...secrets,
}
// The adapter reads local settings from .dev.vars beside wrangler.toml; git ignores it.
const lines = Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
writeFileSync(join(ROOT, '.dev.vars'), `${lines.join('\n')}\n`, { mode: 0o600 })

const astro = spawn('npx', ['astro', 'dev', '--root', 'site', '--port', String(port)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
})
const stop = () => astro.kill('SIGTERM')
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
astro.on('close', async (code) => {
  await database.stop()
  process.exit(code ?? 0)
})
