import { checked, load } from './load.ts'
import { type Row, ratioRow } from './measure.ts'
import { type Effort, unitPaths } from './scan-rows.ts'
import type { Stage } from './stage.ts'

/** At most twice the time without, or so many milliseconds more. */
const MOST_TIMES = 2
const MOST_MORE_MS = 20
/** Every state of the work passes by in so long. */
const SECONDS_AT_LEAST = 10

/** Work that the same process does beside, from its start until it is stopped. */
export type Beside<Done> = {
  readonly name: string
  readonly start: () => Promise<{ readonly stop: () => Promise<Done> }>
  /** What was done meanwhile. */
  readonly told: (done: Done) => string
}

/**
 * Scans at a tenth of the floor's rate while the same process works, against the same scans without.
 * Both 99th percentiles stand in the row.
 */
export async function scansDuring<Done>(
  stage: Stage,
  effort: Effort,
  { name, start, told }: Beside<Done>,
): Promise<Row> {
  const paths = await unitPaths(stage)
  const floorPaths = paths.map((path) => `/verify${path}`)
  const short = { origin: stage.floor.origin, paths: floorPaths, seconds: effort.seconds }
  const rate = Math.floor(checked(await load(short), 200) / 10)
  const seconds = Math.max(SECONDS_AT_LEAST, effort.seconds)
  const scans = { origin: stage.worker.origin, paths, seconds, rate }
  await p99(scans)
  const quiet: number[] = []
  for (let round = 0; round < effort.rounds; round++) quiet.push(await p99(scans))
  const work = await start()
  const rounds = []
  for (const floor of quiet) rounds.push({ value: await p99(scans), floor })
  const row = ratioRow({
    ...{ name, unit: 'ms p99', rounds, aim: MOST_TIMES, better: 'lower' },
    note: `${rate} scans/s; ${told(await work.stop())}`,
  })
  return { ...row, ok: row.ok || row.value - (row.floor ?? 0) <= MOST_MORE_MS }
}

async function p99(scans: Parameters<typeof load>[0]): Promise<number> {
  const result = await load(scans)
  checked(result, 200)
  return Math.max(1, result.p99Ms)
}
