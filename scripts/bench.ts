/**
 * `npm run bench [-- --json FILE] [--rounds N] [--seconds S] [--only NAME]`: what Gốc costs against
 * floors taken in the same run, on the built Worker in plain workerd. Several rounds, medians of their
 * ratios. `--only` measures what has NAME in its name.
 */

import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { diaryRow } from './bench/diary-row.ts'
import { scanDuringImportRow } from './bench/import-row.ts'
import { csvRows, pdfRows } from './bench/issue-rows.ts'
import type { Row } from './bench/measure.ts'
import { outboxRow } from './bench/outbox-row.ts'
import { registerRow } from './bench/register-rows.ts'
import { coldRow, pageRow, warmRows } from './bench/scan-rows.ts'
import { siteRow } from './bench/site-row.ts'
import { openStage } from './bench/stage.ts'
import { codecSizeRow, coldStartRow, memoryRow, sizeRow } from './bench/start-rows.ts'
import { traceRow } from './bench/trace-row.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
})
const effort = { rounds: Number(values.rounds), seconds: Number(values.seconds) }

const only = values.only ?? ''

const stage = await openStage()
const rows: Row[] = []
try {
  await say('scan-units, scan-batch, forged, verify-api', () => warmRows(stage, effort))
  await say('worker-size', async () => sizeRow())
  await say('codec-size', async () => codecSizeRow())
  await say('cold-start', () => coldStartRow(stage, effort))
  await say('scan-cold', () => coldRow(stage, effort))
  await say('page', () => pageRow(stage))
  await say('register-search', () => registerRow(stage, effort))
  await say('site-page', () => siteRow(stage, effort))
  await say('trace', () => traceRow(stage, effort))
  await say('diary-season', () => diaryRow(stage, effort))
  await say('outbox', () => outboxRow(stage, effort))
  await say('scan-during-import', () => scanDuringImportRow(stage, effort))
  await say('memory', () => memoryRow(stage, effort))
  await say('issue-csv', () => csvRows())
  await say('sheet-pdf', () => pdfRows(effort))
} finally {
  await stage.stop()
}
print(rows)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)

async function say(what: string, work: () => Promise<Row | readonly Row[]>): Promise<void> {
  if (!what.includes(only)) return
  process.stderr.write(`${what} …\n`)
  rows.push(...[await work()].flat())
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
