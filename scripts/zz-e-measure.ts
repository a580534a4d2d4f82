import { build } from 'esbuild'
import { join } from 'node:path'
import { ROOT } from './lib/paths.ts'
import { openLocalDatabase } from './lib/local-database.ts'
import { localSecrets } from './lib/secrets.ts'
import { startWorkerd } from './lib/plain-workerd.ts'
import { writeFileSync } from 'node:fs'
import { load, checked } from './bench/load.ts'
import { registerRow } from './bench/register-rows.ts'
import { loadAdministrativeUnits } from './lib/load-administrative-units.ts'
import { processorMs } from './bench/measure.ts'
import { execSync } from 'node:child_process'
const directory='/tmp/e/w'
const database = await openLocalDatabase({ dataDirectory: '/tmp/e/data' })
const ORIGIN='http://localhost:8787'
const secrets = await localSecrets({ dataDirectory: '/tmp/e', origin: ORIGIN })
writeFileSync('/tmp/e/entry.ts', `
import { createApp } from '${ROOT}/worker/app.ts'
import { createMakeDeps } from '${ROOT}/worker/deps.ts'
const app = createApp(createMakeDeps({ render: async (m:any)=>({html:m.kind,styleHash:null}) }))
export default { fetch: app.fetch }
`)
const common = { bundle: true, format: 'esm' as const, platform: 'browser' as const, conditions: ['workerd','worker','browser'], external: ['node:*','cloudflare:*'], nodePaths:[join(ROOT,'node_modules')], minify:true }
const b = await build({ ...common, entryPoints:['/tmp/e/entry.ts'], outfile:'/tmp/e/w/app.mjs', external:['node:*','cloudflare:*','crypto','buffer','stream','util','events','fs','path','zlib','http','https','os','url','async_hooks'], loader:{'.ttf':'binary'} })
await build({ ...common, entryPoints:[join(ROOT,'scripts/bench/floor.ts')], outfile:'/tmp/e/w/floor.mjs' })
const bindings = { LIBSQL_URL: database.url, GOC_ORIGIN: ORIGIN, ...secrets }
let worker, floor
try {
worker = await startWorkerd({ directory, modules:[{name:'app.mjs', path:'/tmp/e/w/app.mjs'}], bindings })
floor = await startWorkerd({ directory, modules:[{name:'floor.mjs', path:'/tmp/e/w/floor.mjs'}], bindings:{ SIZE:'100', PUBLIC_X:'x', LIBSQL_URL: database.url } })

await loadAdministrativeUnits(database.db)
const t=Date.now()
const row = await registerRow({ database, worker, floor }, { rounds: 5, seconds: 3 })
console.log(JSON.stringify(row), 'took', Date.now()-t)
} finally { await worker?.stop(); await floor?.stop(); await database.stop() }
