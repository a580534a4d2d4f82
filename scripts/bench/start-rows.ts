import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { PreparedWorker } from '../lib/plain-workerd.ts'
import { SERVER_DIRECTORY, workerModules } from '../lib/worker-modules.ts'
import { AGENT, checked, load } from './load.ts'
import { type Row, ratioRow, residentMb, valueRow } from './measure.ts'
import { unitPaths } from './scan-rows.ts'
import type { Stage } from './stage.ts'

const MOST_CODECS_KIB = 700

/** What Cloudflare's smallest plan takes of one Worker, codecs apart: 3 MB of gzip. */
const SMALLEST_PLAN_KIB = 3_000_000 / 1_024 - MOST_CODECS_KIB

/**
 * What is deployed, as it travels: all modules of text, gzip -9. What a first scan evaluates of them
 * is told by `cold-start`.
 */
export function sizeRow(): Row {
  const aim = Math.floor(SMALLEST_PLAN_KIB)
  return deployedRow({ name: 'worker-size', ending: '.mjs', aim, what: 'modules' })
}

/** Codecs and the reader of codes beside them: compiled with the first picture there is work on. */
export function codecSizeRow(): Row {
  return deployedRow({ name: 'codec-size', ending: '.wasm', aim: MOST_CODECS_KIB, what: 'codecs' })
}

function deployedRow(given: { name: string; ending: string; aim: number; what: string }): Row {
  const { name, ending, aim, what } = given
  const files = workerModules()
    .filter((module) => module.endsWith(ending))
    .map((module) => readFileSync(join(SERVER_DIRECTORY, module)))
  const all = Buffer.concat(files)
  const kib = gzipSync(all, { level: 9 }).length / 1024
  const row = valueRow({ name, unit: 'KiB gzip', values: [kib], aim, better: 'lower' })
  return { ...row, note: `${Math.round(all.length / 1024)} KiB of ${what}` }
}

/** What a Worker has. */
const WORKER_HEAP_MB = 128

/**
 * What a process holds after answering scans and pages as fast as it can, its heap limited to that of
 * a Worker: one that needed more would be ended and answer no more. The rest is the runtime's own.
 */
export async function memoryRow(stage: Stage, { seconds }: { seconds: number }): Promise<Row> {
  const worker = await (await stage.startAnew.worker(WORKER_HEAP_MB)).start()
  const paths = [...(await unitPaths(stage)), '/', '/codes', '/notices', '/suspensions']
  checked(await load({ origin: worker.origin, paths, seconds: 3 * seconds }), 200)
  const megabytes = residentMb(worker.pid)
  await worker.stop()
  const row = valueRow({
    ...{ name: 'memory', unit: 'MB resident', values: [megabytes], aim: 500 },
    better: 'lower',
  })
  return { ...row, note: `heap at most ${WORKER_HEAP_MB} MB` }
}

/** From starting a process to its first scan, against a bare handler's first answer. */
export async function coldStartRow(
  stage: Stage,
  { rounds: count }: { rounds: number },
): Promise<Row> {
  const rounds = []
  for (let round = 0; round < count; round++) {
    const floor = await firstAnswerMs(stage.startAnew.floor, '/constant')
    const value = await firstAnswerMs(() => stage.startAnew.worker(), stage.wholeBatchPath)
    rounds.push({ value, floor })
  }
  return ratioRow({ name: 'cold-start', unit: 'ms', rounds, aim: 3, better: 'lower' })
}

async function firstAnswerMs(
  prepare: () => Promise<PreparedWorker>,
  path: string,
): Promise<number> {
  // What a deployment makes once is not part of a start.
  const prepared = await prepare()
  const startedAt = performance.now()
  const worker = await prepared.start()
  const answer = await fetch(worker.origin + path, { headers: { 'user-agent': AGENT } })
  await answer.arrayBuffer()
  const ms = performance.now() - startedAt
  await worker.stop()
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  return ms
}
