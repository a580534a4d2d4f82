import { readFileSync } from 'node:fs'
import { openLocalDatabase } from '../lib/local-database.ts'
import { loadAdministrativeUnits } from '../lib/load-administrative-units.ts'
import { localSecrets } from '../lib/secrets.ts'
import { ensureDemo } from './ensure-demo.ts'
import { isolateCache } from '../../worker/platform/facts-cache.ts'
import { createKeyRing } from '../../worker/verbs/scan/key-ring.ts'
import { resolveText } from '../../worker/verbs/scan/resolve-text.ts'
import { toVerdict } from '../../worker/verbs/scan/verdict.ts'
const dataDirectory = '/tmp/goc-demo'; const origin='http://localhost:8787'
const database = await openLocalDatabase({ dataDirectory })
try {
const secrets = await localSecrets({ dataDirectory, origin })
await loadAdministrativeUnits(database.db)
let t=performance.now()
const f = await ensureDemo({ database, secrets, origin, dataDirectory, onStep: console.log })
console.log('ms', Math.round(performance.now()-t)); t=performance.now()
await ensureDemo({ database, secrets, origin, dataDirectory, onStep: console.log }); console.log('again ms', Math.round(performance.now()-t))
const deps = { db: () => database.db, now: Date.now, cache: isolateCache({ maxBytes: 1e7, shared: null }), keys: createKeyRing(), waitUntil: () => undefined, ownHosts: new Set(['localhost:8787']) }
for (const [n,u] of Object.entries(f.labels)) { const v = toVerdict(await resolveText(deps,u)); console.log(n, u.length, v.authenticity, v.standing, v.markets.map(m=>m.market+':'+m.standing).join(), v.reasons.map(r=>r.code).join(), v.batch?.diary.length, v.batch?.tests.length) }
} finally { await database.stop() }
