import { setTimeout as pause } from 'node:timers/promises'
import { checked, load } from './load.ts'
import { type Row, ratioRow } from './measure.ts'
import { ended, type PortalClient, postTo, signIn } from './portal-client.ts'
import { type Effort, unitPaths } from './scan-rows.ts'
import type { Stage } from './stage.ts'

const LABELS = 10_000
/** At most twice the time without, or so many milliseconds more. */
const MOST_TIMES = 2
const MOST_MORE_MS = 20
const SECONDS_AT_LEAST = 10

/**
 * Scans at a tenth of the floor's rate while the same process makes one file of 10,000 labels after
 * another, against the same scans without. Both 99th percentiles stand in the row.
 */
export async function scanDuringLabelsRow(stage: Stage, effort: Effort): Promise<Row> {
  const paths = await unitPaths(stage)
  const floorPaths = paths.map((path) => `/verify${path}`)
  const short = { origin: stage.floor.origin, paths: floorPaths, seconds: effort.seconds }
  const rate = Math.floor(checked(await load(short), 200) / 10)
  const seconds = Math.max(SECONDS_AT_LEAST, effort.seconds)
  const scans = { origin: stage.worker.origin, paths, seconds, rate }
  await p99(scans)
  const quiet: number[] = []
  for (let round = 0; round < effort.rounds; round++) quiet.push(await p99(scans))
  const making = startMaking(stage, await signIn(stage))
  const rounds = []
  for (const floor of quiet) rounds.push({ value: await p99(scans), floor })
  const { files, ms } = await making.stop()
  const row = ratioRow({
    ...{ name: 'scan-during-labels', unit: 'ms p99', rounds, aim: MOST_TIMES, better: 'lower' },
    note: `${rate} scans/s; made meanwhile: ${files} files of ${LABELS} labels, ${ms} ms each`,
  })
  return { ...row, ok: row.ok || row.value - (row.floor ?? 0) <= MOST_MORE_MS }
}

async function p99(scans: Parameters<typeof load>[0]): Promise<number> {
  const result = await load(scans)
  checked(result, 200)
  return Math.max(1, result.p99Ms)
}

/** Asks for one file after the other, each of other labels, until it is stopped. */
function startMaking({ worker, database, runId, firstSerial }: Stage, cookie: string) {
  const client: PortalClient = { origin: worker.origin, cookie, db: database.db }
  let isStopped = false
  const work = async () => {
    const started = performance.now()
    let files = 0
    while (!isStopped) {
      const from = firstSerial + files * LABELS
      const range = { from: String(from), to: String(from + LABELS - 1) }
      const query = new URLSearchParams({ format: 'pdf', stock: 'a4-24', ...range })
      const asked = `/portal/labels/${runId}/files?${query}`
      const page = await postTo(client, asked, new URLSearchParams())
      const subjectId = page.split('/').at(-1) ?? ''
      const made = { subjectId, kind: 'labels.file', isStopped: () => isStopped }
      if (!(await ended(client, made))) break
      files += 1
      await pause(0)
    }
    return { files, ms: Math.round((performance.now() - started) / Math.max(1, files)) }
  }
  const done = work()
  // Whatever went wrong is met when it is stopped.
  done.catch(() => undefined)
  return {
    stop: () => {
      isStopped = true
      return done
    },
  }
}
