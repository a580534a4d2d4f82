/**
 * `npm run bench [-- --json FILE] [--rounds N] [--seconds S]`: what Gốc costs against floors taken
 * in the same run, on the built Worker in plain workerd. Several rounds, medians of their ratios.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { csvRows, pdfRows } from './bench/issue-rows.ts'
import type { Row } from './bench/measure.ts'
import { registerRow } from './bench/register-rows.ts'
import { coldRow, pageRow, warmRows } from './bench/scan-rows.ts'
import { siteRow } from './bench/site-row.ts'
import { openStage } from './bench/stage.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
  },
})
const effort = { rounds: Number(values.rounds), seconds: Number(values.seconds) }

const stage = await openStage()
const rows: Row[] = []
try {
  rows.push(
    ...(await say('scan-units, scan-batch, forged, verify-api', () => warmRows(stage, effort))),
  )
  rows.push(await say('scan-cold', () => coldRow(stage, effort)))
  rows.push(await say('page', () => pageRow(stage)))
  rows.push(await say('register-search', () => registerRow(stage, effort)))
  rows.push(await say('site-page', () => siteRow(stage, effort)))
  rows.push(...(await say('issue-csv', () => csvRows())))
  rows.push(...(await say('sheet-pdf', () => pdfRows(effort))))
} finally {
  await stage.stop()
}
print(rows)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)

async function say<T>(what: string, work: () => Promise<T>): Promise<T> {
  process.stderr.write(`${what} …\n`)
  return work()
}

function print(table: readonly Row[]): void {
  const cpu = cpus()
  console.log(`\n${cpu.length} x ${cpu[0]?.model.trim() ?? 'processor'}; Node ${process.version}`)
  console.log(['name', 'value', 'unit', 'floor', 'ratio', 'spread', 'aim', 'ok'].join('\t'))
  for (const row of table) {
    const aim = `${row.better === 'higher' ? '>=' : '<='} ${row.aim}`
    const spread = row.spread.join('..')
    const cells = [row.name, row.value, row.unit, row.floor ?? '-', row.ratio ?? '-', spread, aim]
    console.log([...cells, row.ok ? 'ok' : 'MISSED', row.note ?? ''].join('\t'))
  }
}
