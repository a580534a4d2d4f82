import { readFile } from 'node:fs/promises'
import { importBatches } from '../../worker/verbs/imports/import-batches.ts'
import { importCodes } from '../../worker/verbs/imports/import-codes.ts'
import { importDiary } from '../../worker/verbs/imports/import-diary.ts'
import type { ImportOutcome } from '../../worker/verbs/imports/import-report.ts'
import { fillTemplate, offsetOf } from './demo-calendar.ts'
import type { DemoContext } from './demo-context.ts'

/** Something that happens on a day of the demo data; the day is an offset. */
export type DemoStep = { readonly on: number; readonly run: () => Promise<void> }

const CODE_LISTS = [
  { name: 'ma-so-an-giang.csv', on: -410 },
  { name: 'ma-so-lao-cai.csv', on: -409 },
  { name: 'ma-so-cap-nhat.csv', on: -94 },
] as const

const DIARIES = [
  'nhat-ky-che.csv',
  'nhat-ky-que.csv',
  'nhat-ky-xoai.csv',
  'nhat-ky-lua-rau.csv',
  'nhat-ky-chuoi-dua.csv',
] as const

/** Entered long after the work, from a notebook: they show as late. */
const LATE_DIARY = { name: 'nhat-ky-ghi-bo-sung.csv', on: -30 } as const

/** A diary is handed in this many days after its first entry. */
const HAND_IN_DAYS = 3

/** The lists of codes, each read in as a file on its day. */
export function codeListSteps(demo: DemoContext): DemoStep[] {
  return CODE_LISTS.map(({ name, on }) => ({
    on,
    run: async () => {
      const input = fileOf(demo, name, await template(name))
      checkWhole(name, await importCodes({ ctx: demo.then(on), input }))
    },
  }))
}

/** The diaries, handed in every few days as the season goes, as a cooperative would. */
export async function diarySteps(demo: DemoContext): Promise<DemoStep[]> {
  const sheets = await Promise.all(DIARIES.map(template))
  const [heading = ''] = lines(sheets[0] ?? '')
  const entries = sheets
    .flatMap((sheet) => lines(sheet).slice(1))
    .map((line) => ({ line, on: offsetOf(line) ?? 0 }))
    .sort((a, b) => a.on - b.on)
  const steps: DemoStep[] = []
  while (entries.length > 0) {
    const first = entries[0]?.on ?? 0
    const until = first + HAND_IN_DAYS
    const handedIn: string[] = []
    while (entries[0] !== undefined && entries[0].on < until)
      handedIn.push(entries.shift()?.line ?? '')
    // Nothing is handed in after today.
    const on = Math.min(until, 0)
    steps.push({
      on,
      run: () => handIn(demo, { name: 'nhat-ky.csv', on, text: [heading, ...handedIn].join('\n') }),
    })
  }
  const { name, on } = LATE_DIARY
  steps.push({ on, run: async () => handIn(demo, { name, on, text: await template(name) }) })
  return steps
}

/** Lots, each declared on the day it is harvested, before the diary names it. */
export async function batchListSteps(demo: DemoContext): Promise<DemoStep[]> {
  const name = 'lo-hang.csv'
  const [heading = '', ...rows] = lines(await template(name))
  return rows.map((row) => {
    const on = offsetOf(row) ?? 0
    return {
      on,
      run: async () => {
        const input = fileOf(demo, name, `${heading}\n${row}\n`)
        checkWhole(name, await importBatches({ ctx: demo.then(on, 6), input }))
      },
    }
  })
}

/** The packing day of each lot in the sheet, as an offset. */
export async function packingDays(): Promise<Map<string, number>> {
  const [, ...rows] = lines(await template('lo-hang.csv'))
  return new Map(
    rows.map((row) => {
      const cells = row.split(';')
      return [cells[0] ?? '', offsetOf(cells[5] ?? '') ?? 0]
    }),
  )
}

async function handIn(
  demo: DemoContext,
  { name, on, text }: { name: string; on: number; text: string },
): Promise<void> {
  const ctx = demo.then(on, 17)
  checkWhole(name, await importDiary({ ctx, input: fileOf(demo, name, text) }))
}

/** Demo sheets are ours: a row that is refused is a mistake in them. */
export function checkWhole(name: string, outcome: ImportOutcome): void {
  if (!outcome.ok) throw new Error(`${name}: ${outcome.problem.message}`)
  const [issue] = outcome.report.refused
  if (issue !== undefined) throw new Error(`${name}, dòng ${issue.row}: ${issue.reason}`)
}

/** A sheet of the demo data as it is handed in, its days filled in. */
export function fileOf({ calendar }: DemoContext, name: string, text: string) {
  const bytes = new TextEncoder().encode(fillTemplate(text, calendar))
  return { bytes, fileName: name, dryRun: false }
}

export function template(name: string): Promise<string> {
  return readFile(new URL(`./data/${name}`, import.meta.url), 'utf8')
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
