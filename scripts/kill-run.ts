/**
 * `npm run kill-run [-- --kills N] [--json FILE]`: issues labels through the built Worker while both
 * it and its libSQL server are killed (SIGKILL) at random moments, then asks again under every key
 * that got no answer. Ends with the counts; fails where a key made no run, two runs or two answers.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runKills } from './kill-run/run-kills.ts'
import { ensureBuilt } from './lib/build.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, json: { type: 'string' } },
})

await ensureBuilt()
const counts = await runKills({
  kills: Number(values.kills),
  onKill: (line) => void process.stderr.write(`${line}\n`),
})
console.log(JSON.stringify(counts, null, 2))
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(counts, null, 2)}\n`)
process.exit(counts.faults.length === 0 ? 0 : 1)
