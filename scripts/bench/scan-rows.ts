import { cloneBatches, fullLabelPaths } from './data.ts'
import { checked, load } from './load.ts'
import { type Row, ratioRow, valueRow } from './measure.ts'
import type { Stage } from './stage.ts'

export type Effort = { readonly rounds: number; readonly seconds: number }

const UNITS = 1_000
const COLD_PER_ROUND = 1_500

/** scan-units, its p99, scan-batch, forged and verify-api, measured in the same rounds. */
export async function warmRows(stage: Stage, effort: Effort): Promise<Row[]> {
  const paths = await unitPaths(stage)
  const forged = paths.map(alter)
  const bodies = paths.map((path) => JSON.stringify({ code: `http://localhost:8787${path}` }))
  await eachOnce(stage, paths)
  const units = []
  const batch = []
  const refused = []
  const verify = []
  for (let round = 0; round < effort.rounds; round++) {
    const floorPaths = paths.map((path) => `/verify${path}`)
    const verifyFloor = await run(stage.floor.origin, floorPaths, effort, 200)
    units.push({ value: await run(stage.worker.origin, paths, effort, 200), floor: verifyFloor })
    refused.push({ value: await run(stage.worker.origin, forged, effort, 404), floor: verifyFloor })
    const { seconds } = effort
    const headers = { 'content-type': 'application/json' }
    const post = {
      paths: bodies.map(() => '/api/v1/verify'),
      bodies,
      method: 'POST' as const,
      headers,
    }
    const answered = await load({ origin: stage.worker.origin, seconds, ...post })
    verify.push({ value: checked(answered, 200), floor: verifyFloor })
    const constant = await run(stage.floor.origin, ['/constant'], effort, 200)
    const one = [stage.wholeBatchPath]
    batch.push({ value: await run(stage.worker.origin, one, effort, 200), floor: constant })
  }
  const unit = 'requests/s'
  const common = { unit, better: 'higher' as const }
  return [
    ratioRow({ name: 'scan-units', rounds: units, aim: 0.75, ...common }),
    await latencyRow(stage, paths, effort),
    ratioRow({ name: 'scan-batch', rounds: batch, aim: 0.4, ...common }),
    ratioRow({ name: 'forged', rounds: refused, aim: 0.85, ...common }),
    ratioRow({ name: 'verify-api', rounds: verify, aim: 0.7, ...common }),
  ]
}

/** p99 at a fixed rate of half the floor, against the floor's own p99 at that rate. */
async function latencyRow(stage: Stage, paths: readonly string[], effort: Effort): Promise<Row> {
  const floorPaths = paths.map((path) => `/verify${path}`)
  const rounds = []
  for (let round = 0; round < effort.rounds; round++) {
    const full = await run(stage.floor.origin, floorPaths, effort, 200)
    const rate = Math.floor(full / 2)
    const fixed = { seconds: effort.seconds, rate }
    const floor = await load({ origin: stage.floor.origin, paths: floorPaths, ...fixed })
    const ours = await load({ origin: stage.worker.origin, paths, ...fixed })
    rounds.push({ value: Math.max(1, ours.p99Ms), floor: Math.max(1, floor.p99Ms) })
  }
  return ratioRow({ name: 'scan-units-p99', unit: 'ms', rounds, aim: 3, better: 'lower' })
}

/** Batches nobody has asked for before, each once, against one indexed read of as large a row. */
export async function coldRow(stage: Stage, effort: Effort): Promise<Row> {
  const rounds = []
  for (let round = 0; round < effort.rounds; round++) {
    const refs = await cloneBatches(stage.database.db, { ref: stage.ref, count: COLD_PER_ROUND })
    const { kid, privateKey, codes, firstSerial: serial } = stage
    const paths = await fullLabelPaths({ kid, privateKey, codes, refs, serial })
    const once = { seconds: 60, amount: COLD_PER_ROUND }
    const reads = refs.map((ref) => `/read/${ref}`)
    const floor = checked(await load({ origin: stage.floor.origin, paths: reads, ...once }), 200)
    const value = checked(await load({ origin: stage.worker.origin, paths, ...once }), 200)
    rounds.push({ value, floor })
  }
  return ratioRow({ name: 'scan-cold', unit: 'requests/s', rounds, aim: 0.5, better: 'higher' })
}

/** The public page as it travels: gzip -9 with its CSS, no script. */
export async function pageRow(stage: Stage): Promise<Row> {
  const { gzipSync } = await import('node:zlib')
  const [path = ''] = await unitPaths(stage)
  const response = await fetch(`${stage.worker.origin}${path}`)
  const html = await response.text()
  const scripts = (html.match(/<script\b/g) ?? []).length
  const kib = gzipSync(html, { level: 9 }).length / 1024
  const row = valueRow({ name: 'page', unit: 'KiB gzip', values: [kib], aim: 14, better: 'lower' })
  return { ...row, ok: row.ok && scripts === 0, note: `${scripts} scripts` }
}

/** Labels of single units of one batch. */
export async function unitPaths(stage: Stage): Promise<string[]> {
  const { kid, privateKey, codes, ref, firstSerial } = stage
  const paths: string[] = []
  for (let serial = firstSerial; serial < firstSerial + UNITS; serial++) {
    paths.push(...(await fullLabelPaths({ kid, privateKey, codes, refs: [ref], serial })))
  }
  return paths
}

/** The same label with one character of its signature changed; the padding bits stay zero. */
function alter(path: string): string {
  const at = 20
  return `${path.slice(0, at)}${path[at] === '0' ? '1' : '0'}${path.slice(at + 1)}`
}

async function eachOnce(stage: Stage, paths: readonly string[]): Promise<void> {
  checked(
    await load({ origin: stage.worker.origin, paths, seconds: 60, amount: paths.length }),
    200,
  )
}

async function run(
  origin: string,
  paths: readonly string[],
  { seconds }: Effort,
  status: number,
): Promise<number> {
  return checked(await load({ origin, paths, seconds }), status)
}
