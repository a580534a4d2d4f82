import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Row } from './measure.ts'
import { signIn } from './portal-client.ts'
import type { Effort } from './scan-rows.ts'
import { scansDuring } from './scans-during.ts'
import type { Stage } from './stage.ts'

const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url))

/** Scans beside lists of 15 MB, from upload to the last row stored, and boundaries of 5 MB, a second after one another. */
export function scanDuringImportRow(stage: Stage, effort: Effort): Promise<Row> {
  return scansDuring(stage, effort, {
    name: 'scan-during-import',
    start: () => startReading(stage),
    told: ({ lists, boundaries }) =>
      `read meanwhile: ${lists} lists of 15 MB, ${boundaries} boundaries of 5 MB`,
  })
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
