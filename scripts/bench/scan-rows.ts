import type { PlainWorker } from '../lib/plain-workerd.ts'
import { cloneBatches, fullLabelPaths } from './data.ts'
import { checked, load } from './load.ts'
import { type Row, ratioRow, valueRow } from './measure.ts'
import type { Stage } from './stage.ts'

export type Effort = { readonly rounds: number; readonly seconds: number }

const UNITS = 1_000
const COLD_PER_ROUND = 1_500

/** What one run says: answers a second, and the server's processor time an answer. */
type Run = { readonly rate: number; readonly cpuUs: number }
type Pair = { readonly ours: Run; readonly floor: Run }

/** scan-units, its p99, scan-batch, forged and verify-api, measured in the same rounds. */
export async function warmRows(stage: Stage, effort: Effort): Promise<Row[]> {
  const paths = await unitPaths(stage)
  const forged = paths.map(alter)
  const bodies = paths.map((path) => JSON.stringify({ code: `http://localhost:8787${path}` }))
  await eachOnce(stage, paths)
  const pairs = {
    units: [] as Pair[],
    batch: [] as Pair[],
    forged: [] as Pair[],
    verify: [] as Pair[],
  }
  const { seconds } = effort
  const ask = { paths, seconds }
  for (let round = 0; round < effort.rounds; round++) {
    const floor = await run(
      stage.floor,
      { ...ask, paths: paths.map((path) => `/verify${path}`) },
      200,
    )
    pairs.units.push({ ours: await run(stage.worker, ask, 200), floor })
    pairs.forged.push({ ours: await run(stage.worker, { ...ask, paths: forged }, 404), floor })
    const post = {
      ...{ seconds, bodies, paths: bodies.map(() => '/api/v1/verify') },
      method: 'POST' as const,
      headers: { 'content-type': 'application/json' },
    }
    pairs.verify.push({ ours: await run(stage.worker, post, 200), floor })
    const constant = await run(stage.floor, { ...ask, paths: ['/constant'] }, 200)
    const one = { ...ask, paths: [stage.wholeBatchPath] }
    pairs.batch.push({ ours: await run(stage.worker, one, 200), floor: constant })
  }
  return [
    ...rateRows('scan-units', pairs.units, 0.75),
    await latencyRow(stage, paths, effort),
    ...rateRows('scan-batch', pairs.batch, 0.4),
    ...rateRows('forged', pairs.forged, 0.85),
    ...rateRows('verify-api', pairs.verify, 0.7),
  ]
}

/**
 * The rate against the floor's, and the processor time an answer against the floor's, which the load
 * generator and whatever else the machine does leave alone. The aim of one is that of the other.
 */
function rateRows(name: string, pairs: readonly Pair[], aim: number): Row[] {
  const rates = pairs.map(({ ours, floor }) => ({ value: ours.rate, floor: floor.rate }))
  const times = pairs.map(({ ours, floor }) => ({ value: ours.cpuUs, floor: floor.cpuUs }))
  return [
    ratioRow({ name, unit: 'requests/s', rounds: rates, aim, better: 'higher' }),
    ratioRow({
      ...{ name: `${name}-cpu`, unit: 'us an answer', rounds: times },
      ...{ aim: Number((1 / aim).toFixed(2)), better: 'lower' },
    }),
  ]
}

/** p99 at a fixed rate of half the floor, against the floor's own p99 at that rate. */
async function latencyRow(stage: Stage, paths: readonly string[], effort: Effort): Promise<Row> {
  const floorPaths = paths.map((path) => `/verify${path}`)
  const rounds = []
  for (let round = 0; round < effort.rounds; round++) {
    const { seconds } = effort
    const full = await run(stage.floor, { paths: floorPaths, seconds }, 200)
    const rate = Math.floor(full.rate / 2)
    const fixed = { seconds, rate }
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
  server: Pick<PlainWorker, 'origin' | 'pid'>,
  asked: Omit<Parameters<typeof load>[0], 'origin' | 'pid'>,
  status: number,
): Promise<Run> {
  const { origin, pid } = server
  const answered = await load({ ...asked, origin, pid })
  return { rate: checked(answered, status), cpuUs: answered.cpuUs ?? 0 }
}
