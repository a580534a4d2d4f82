import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checked, load } from './load.ts'
import { type Row, ratioRow } from './measure.ts'
import { signIn } from './portal-client.ts'
import { type Effort, unitPaths } from './scan-rows.ts'
import type { Stage } from './stage.ts'

const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url))
/** At most twice the time without, or so many milliseconds more. */
const MOST_TIMES = 2
const MOST_MORE_MS = 20
/** Every state of a list passes by in so long: read, looked at, stored. */
const SECONDS_AT_LEAST = 10

/**
 * Scans at a tenth of the floor's rate while the same process reads lists of 15 MB, from upload to the
 * last row stored, and boundaries of 5 MB, a second after one another; against the same scans without. Both
 * 99th percentiles stand in the row.
 */
export async function scanDuringImportRow(stage: Stage, effort: Effort): Promise<Row> {
  const paths = await unitPaths(stage)
  const floorPaths = paths.map((path) => `/verify${path}`)
  const short = { origin: stage.floor.origin, paths: floorPaths, seconds: effort.seconds }
  const full = checked(await load(short), 200)
  const rate = Math.floor(full / 10)
  const seconds = Math.max(SECONDS_AT_LEAST, effort.seconds)
  const scans = { origin: stage.worker.origin, paths, seconds, rate }
  await p99(scans)
  const quiet: number[] = []
  for (let round = 0; round < effort.rounds; round++) quiet.push(await p99(scans))
  const reading = await startReading(stage)
  const rounds = []
  for (const floor of quiet) rounds.push({ value: await p99(scans), floor })
  const { lists, boundaries } = await reading.stop()
  const row = ratioRow({
    ...{ name: 'scan-during-import', unit: 'ms p99', rounds, aim: MOST_TIMES, better: 'lower' },
    note: `${rate} scans/s; read meanwhile: ${lists} lists of 15 MB, ${boundaries} boundaries of 5 MB`,
  })
  return { ...row, ok: row.ok || row.value - (row.floor ?? 0) <= MOST_MORE_MS }
}

async function p99(scans: Parameters<typeof load>[0]): Promise<number> {
  const result = await load(scans)
  checked(result, 200)
  return Math.max(1, result.p99Ms)
}

type Read = { readonly lists: number; readonly boundaries: number }

/** Starts the reading in a process of its own; it goes on until it is stopped. */
async function startReading(stage: Stage): Promise<{ readonly stop: () => Promise<Read> }> {
  const { origin } = stage.worker
  const args = [CHILD, origin, await signIn(stage), stage.database.url]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  let trouble = ''
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk))
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.startsWith('ready')) resolve()
    })
    void exited.then(() => reject(new Error(`nothing was read:\n${trouble}`)))
  })
  return {
    stop: async () => {
      child.stdin.end()
      if ((await exited) !== 0) throw new Error(`the reading ended badly:\n${trouble}`)
      return JSON.parse(said.slice('ready'.length)) as Read
    },
  }
}
