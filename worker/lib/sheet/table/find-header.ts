import { cellText } from '../cell-text.ts'
import { type Cell, columnLetters } from '../workbook.ts'
import { readHeading } from './heading.ts'
import { matchHeadings } from './match-headings.ts'
import type { SpreadRow } from './spread-merges.ts'
import type { TableSpec } from './table-spec.ts'

export interface FoundColumn {
  readonly id: string
  /** From 0. */
  readonly index: number
  readonly letters: string
  /** The heading as printed. */
  readonly heading: string
  /** What the heading gives in brackets, as the unit of its figures. */
  readonly unit: string | null
  /** True when the heading only begins with a known one. */
  readonly loose: boolean
}

export interface UnknownColumn {
  readonly letters: string
  readonly heading: string
}

export interface FoundHeader {
  readonly firstRow: number
  /** Index, in the rows given, of the first row after the heading. */
  readonly bodyIndex: number
  readonly columns: readonly FoundColumn[]
  readonly unknown: readonly UnknownColumn[]
  /** Columns recognised a second time; the first is used. */
  readonly repeated: readonly UnknownColumn[]
}

/** Title blocks of official lists rarely pass twenty rows. */
const SEARCH_ROWS = 60
/** Row counters, known and of no interest. */
const COUNTERS = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no', 'thu tu', '#'])

/**
 * Finds the heading of a table among the first rows: the row, or two rows under merged headings, in
 * which most of the wanted columns are recognised. Null when no row has two of them.
 */
export function findHeader(rows: readonly SpreadRow[], spec: TableSpec): FoundHeader | null {
  let best: { header: FoundHeader; score: number } | null = null
  const last = Math.min(rows.length, SEARCH_ROWS)
  for (let index = 0; index < last; index += 1) {
    for (const height of [1, 2]) {
      const header = readHeader(rows, index, height, spec)
      const score = header === null ? 0 : scoreOf(header, spec) - misfit(rows, index, height)
      if (header !== null && score > (best?.score ?? 0)) best = { header, score }
    }
  }
  if (best === null) return null
  return best.header.columns.length >= Math.min(2, spec.columns.length) ? best.header : null
}

/**
 * Breaks ties: a second row belongs to the heading when merges reach down into it; without them, one
 * row is the likelier reading, or a title would join the heading under it.
 */
function misfit(rows: readonly SpreadRow[], index: number, height: number): number {
  const reaches = (row: SpreadRow | undefined): boolean => (row?.fromAbove.length ?? 0) > 0
  if (height === 2) return reaches(rows[index + 1]) ? 0 : 1
  return reaches(rows[index]) ? 2 : 0
}

function scoreOf(header: FoundHeader, spec: TableSpec): number {
  const required = new Set(spec.columns.filter((each) => each.required).map((each) => each.id))
  // Exact headings outweigh loose ones, so a long title never passes for a heading.
  return header.columns.reduce(
    (score, column) => score + (required.has(column.id) ? 100 : 10) - (column.loose ? 5 : 0),
    0,
  )
}

function readHeader(
  rows: readonly SpreadRow[],
  index: number,
  height: number,
  spec: TableSpec,
): FoundHeader | null {
  const upper = rows[index]
  const lower = height === 2 ? rows[index + 1] : undefined
  if (upper === undefined || (height === 2 && lower?.row !== upper.row + 1)) return null
  const printed = lower === undefined ? singleRow(upper) : twoRows(upper, lower)
  const matches = matchHeadings(printed, spec)
  const columns: FoundColumn[] = []
  const unknown: UnknownColumn[] = []
  const repeated: UnknownColumn[] = []
  printed.forEach((labels, column) => {
    const heading = labels[0] ?? ''
    const letters = columnLetters(column)
    const match = matches.get(column)
    if (match !== undefined && !match.repeated) {
      const unit = labels.map((label) => readHeading(label).unit).find((each) => each !== null)
      columns.push({
        id: match.id,
        index: column,
        letters,
        heading,
        unit: unit ?? null,
        loose: match.loose,
      })
    } else if (match !== undefined) repeated.push({ letters, heading })
    else if (heading !== '' && !COUNTERS.has(readHeading(heading).key)) {
      unknown.push({ letters, heading })
    }
  })
  return { firstRow: upper.row, bodyIndex: index + height, columns, unknown, repeated }
}

/** Longer than any heading; what stands above a table may be a whole page. */
const LONGEST_LABEL = 300

function labelOf(cell: Cell | undefined): string {
  const short = typeof cell === 'string' ? cell.slice(0, 4 * LONGEST_LABEL) : cell
  return cellText(short).slice(0, LONGEST_LABEL)
}

function singleRow(row: SpreadRow): readonly (readonly string[])[] {
  return row.cells.map((cell) => [labelOf(cell)])
}

/**
 * Labels of a heading of two rows, most telling first: `group child`, `child`, `group`. A group
 * written once over several columns counts for all of them, merged or not.
 */
function twoRows(upper: SpreadRow, lower: SpreadRow): readonly (readonly string[])[] {
  const width = Math.max(upper.cells.length, lower.cells.length)
  let group = ''
  return Array.from({ length: width }, (_, column) => {
    const above = labelOf(upper.cells[column])
    const below = labelOf(lower.cells[column])
    if (above !== '') group = above
    const parent = above === '' && below === '' ? '' : group
    if (below === '' || below === parent) return above === '' && below === '' ? [''] : [parent]
    return parent === '' ? [below] : [`${parent} ${below}`, below]
  })
}
