import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { Group } from './file-worker.ts'
import type { Measured } from './measure-file.ts'

/** A Worker has 128 MB for everything, the file itself among it. */
const MOST_HEAP_MB = 90

/** Bounds whose names a person is told. */
const EXPECTED: Record<Group, Readonly<Record<string, string>>> = {
  outlines: {
    'blanks after a number': 'bad_number',
    tuples: 'too_many_vertices',
    'tags never closed': 'too_many_parts',
    'empty tags': 'too_many_elements',
    attributes: 'too_many_elements',
    holes: 'too_many_rings',
    'lists in lists': 'no_polygon',
    'lists of nothing': 'too_many_members',
    'digits in a line': 'line_too_long',
    lines: 'too_many_vertices',
  },
  'text lists': {
    'line feeds': 'too_many_rows',
    quotes: 'cell_too_long',
    'a quote never closed': 'open_quote',
    commas: 'too_many_cells',
    'one huge cell': 'cell_too_long',
    rows: 'too_many_rows',
    'as many columns as are read': 'too_many_cells',
    zeros: 'not_a_sheet',
  },
  records: { 'codes, each cell wrong': 'ok', 'totals after every row': 'ok' },
  workbooks: {
    'rows of one number': 'too_many_rows',
    'a cell far to the right in each row': 'too_many_cells',
    'one endless cell in pieces': 'cell_too_long',
    'shared strings': 'too_much_text',
    styles: 'zip_bomb',
    'tags in tags': 'zip_bomb',
    'one endless comment': 'zip_bomb',
    sheets: 'too_many_sheets',
  },
  photos: {
    'JPEG: empty tables': 'broken',
    'JPEG: comments': 'broken',
    'JPEG: Exif of nothing': 'broken',
    'JPEG: scans': 'broken',
    'JPEG: fill bytes': 'broken',
    'JPEG: one endless scan': 'broken',
    'PNG: empty chunks': 'broken',
    'PNG: notes': 'broken',
    'WebP: empty chunks': 'broken',
    'WebP: pictures in a row': 'broken',
  },
}

test.each(Object.keys(EXPECTED) as Group[])(
  '%s made to hold up their reader take time in proportion, and bounded memory',
  { timeout: 60_000 },
  async (group) => {
    const measured = await measure(group)
    expect(measured.filter((each) => each.runsAway)).toEqual([])
    const outcomes = Object.fromEntries(measured.map(({ name, outcome }) => [name, outcome]))
    expect(outcomes).toMatchObject(EXPECTED[group])
  },
)

async function measure(group: Group): Promise<Measured[]> {
  const measured: Measured[] = []
  let begun = ''
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), {
    workerData: group,
    execArgv: ['--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, maxYoungGenerationSizeMb: 16 },
  })
  worker.on('message', (news: { begun?: string; measured?: Measured }) => {
    begun = news.begun ?? begun
    if (news.measured !== undefined) measured.push(news.measured)
  })
  await new Promise<void>((resolve, reject) => {
    worker.on('error', (error) => reject(new Error(`${begun}: ${error.message}`)))
    worker.on('exit', () => resolve())
  })
  if (process.env['GROWTH_TABLE'] !== undefined)
    console.table(
      measured.map(({ name, outcome, took }) => ({ name, outcome, took: took.join(' ') })),
    )
  return measured
}
