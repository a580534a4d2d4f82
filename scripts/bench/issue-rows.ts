import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Row, ratioRow, valueRow } from './measure.ts'
import type { Effort } from './scan-rows.ts'

const run = promisify(execFile)
const CHILD = fileURLToPath(new URL('./issue-child.ts', import.meta.url))
/** As `npm run goc` runs: labels die young, so a small nursery is enough for a million of them. */
const SMALL_HEAP = ['--max-semi-space-size=2', '--optimize-for-size']
const CSV_LABELS = 1_000_000
const CSV_ROUNDS = 3
const PDF_LABELS = 10_000

type Figures = {
  readonly value: number
  readonly floor: number
  readonly peakMb: number
  readonly bytesPerLabel: number
}

/** A million labels as CSV against raw signatures, and the memory it takes. */
export async function csvRows(): Promise<Row[]> {
  const rounds: Figures[] = []
  for (let round = 0; round < CSV_ROUNDS; round++) rounds.push(await child('csv', CSV_LABELS))
  const peaks = rounds.map(({ peakMb }) => peakMb)
  return [
    ratioRow({ name: 'issue-csv', unit: 'labels/s', rounds, aim: 0.7, better: 'higher' }),
    valueRow({
      name: 'issue-csv-memory',
      unit: 'MB peak',
      values: peaks,
      aim: 150,
      better: 'lower',
    }),
  ]
}

/** Ten thousand labels as a PDF sheet, signing included, against their QR symbols alone. */
export async function pdfRows(effort: Effort): Promise<Row[]> {
  const rounds: Figures[] = []
  for (let round = 0; round < effort.rounds; round++) rounds.push(await child('pdf', PDF_LABELS))
  const sizes = rounds.map(({ bytesPerLabel }) => bytesPerLabel)
  return [
    ratioRow({ name: 'sheet-pdf', unit: 'ms', rounds, aim: 2, better: 'lower' }),
    valueRow({
      name: 'sheet-pdf-size',
      unit: 'bytes/label',
      values: sizes,
      aim: 400,
      better: 'lower',
    }),
  ]
}

async function child(what: 'csv' | 'pdf', count: number): Promise<Figures> {
  const { stdout } = await run(process.execPath, [...SMALL_HEAP, CHILD, what, String(count)])
  return JSON.parse(stdout) as Figures
}
