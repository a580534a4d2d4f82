import { type FontWeight, oneLine, widthEm } from '../font.ts'
import type { ReportBlock, ReportColumn } from './blocks.ts'
import { INSIDE_WIDTH, PAGE, pageCanvas } from './page-canvas.ts'
import { wrapCell } from './wrap-cell.ts'

const LINE_EM = 1.4
const BASELINE_EM = 1.08
const BODY_PT = 8
const PAD = 3
/** No figure of the face is wider. */
const FIGURE_EM = 0.7
/** Of one cell: more would not fit on a page with its heading. */
const MOST_LINES = 30
const FACT_LABEL_WIDTH = 190
const SIGNATURE_HEIGHT = 92

/** One page drawn: its operators. */
type Drawn = string

type Column = ReportColumn & { readonly x: number; readonly width: number }

/**
 * Lays blocks out on pages, one after the other, and gives each page when it is full. Tables repeat
 * their heading, and no row is torn apart.
 */
export async function* layPages(input: {
  readonly blocks: AsyncIterable<ReportBlock>
  /** What stands at the foot of a page, from 1. */
  readonly foot: (page: number) => string
}): AsyncGenerator<Drawn> {
  const flow = createFlow(input.foot)
  for await (const block of input.blocks) yield* lay(flow, block)
  yield flow.finish()
}

type Flow = ReturnType<typeof createFlow>

function createFlow(foot: (page: number) => string) {
  const canvas = pageCanvas()
  let y: number = PAGE.top
  let page = 1
  const finish = (): Drawn => {
    const at = { x: PAGE.side, y: PAGE.height - PAGE.bottom / 2, pt: 7.5 }
    canvas.text({ ...at, text: oneLine(foot(page)), weight: 'regular' })
    return canvas.take()
  }
  return {
    canvas,
    y: () => y,
    isFresh: () => y === PAGE.top,
    down: (by: number) => {
      y += by
    },
    /** A full page, where what comes does not fit on it any more. */
    turnUnless: (height: number): Drawn[] => {
      if (y + height <= PAGE.height - PAGE.bottom || y === PAGE.top) return []
      const full = finish()
      page += 1
      y = PAGE.top
      return [full]
    },
    finish,
  }
}

async function* lay(flow: Flow, block: ReportBlock): AsyncGenerator<Drawn> {
  switch (block.is) {
    case 'title':
      yield* layLines(flow, { text: block.above, pt: 10, weight: 'regular', after: 4 })
      yield* layLines(flow, { text: block.text, pt: 20, weight: 'semibold', after: 12 })
      return
    case 'heading':
      // With room for the first rows beneath it.
      yield* flow.turnUnless(90)
      flow.down(flow.isFresh() ? 0 : 12)
      yield* layLines(flow, { text: block.text, pt: 12, weight: 'semibold', after: 4 })
      return
    case 'note':
      yield* layLines(flow, { text: block.text, pt: BODY_PT, weight: 'regular', after: 4 })
      return
    case 'facts':
      for (const { label, text } of block.facts) yield* layFact(flow, label, text)
      return
    case 'table':
      yield* layTable(flow, block)
      return
    case 'signatures':
      yield* laySignatures(flow, block.of)
      return
    case 'page':
      yield* flow.turnUnless(PAGE.height)
  }
}

type Lines = {
  readonly text: string
  readonly pt: number
  readonly weight: FontWeight
  readonly after: number
}

function* layLines(flow: Flow, { text, pt, weight, after }: Lines): Generator<Drawn> {
  for (const line of linesOf(text, { pt, weight, width: INSIDE_WIDTH })) {
    yield* flow.turnUnless(pt * LINE_EM)
    const y = flow.y() + pt * BASELINE_EM
    flow.canvas.text({ text: line, x: PAGE.side, y, pt, weight })
    flow.down(pt * LINE_EM)
  }
  flow.down(after)
}

function* layFact(flow: Flow, label: string, text: string): Generator<Drawn> {
  const pt = 9.5
  const labels = linesOf(label, { pt, weight: 'regular', width: FACT_LABEL_WIDTH - PAD })
  const width = INSIDE_WIDTH - FACT_LABEL_WIDTH
  const values = linesOf(text, { pt, weight: 'semibold', width })
  const height = Math.max(labels.length, values.length) * pt * LINE_EM + PAD
  yield* flow.turnUnless(height)
  drawLines(flow, labels, { x: PAGE.side, pt, weight: 'regular' })
  drawLines(flow, values, { x: PAGE.side + FACT_LABEL_WIDTH, pt, weight: 'semibold' })
  flow.down(height)
}

async function* layTable(
  flow: Flow,
  table: Extract<ReportBlock, { is: 'table' }>,
): AsyncGenerator<Drawn> {
  const columns = placed(table.columns)
  const head = table.columns.map(({ heading }) => heading)
  yield* layRow(flow, { columns, cells: head, isHead: true })
  for await (const rows of table.rows) {
    for (const cells of rows) {
      const full = [...layRow(flow, { columns, cells, isHead: false, again: head })]
      yield* full
    }
  }
  flow.down(PAD)
}

type Row = {
  readonly columns: readonly Column[]
  readonly cells: readonly string[]
  readonly isHead: boolean
  /** The heading, repeated where the row begins a page. */
  readonly again?: readonly string[]
}

function* layRow(flow: Flow, { columns, cells, isHead, again }: Row): Generator<Drawn> {
  const weight = isHead ? 'semibold' : 'regular'
  const texts = columns.map(({ width }, at) =>
    linesOf(cells[at] ?? '', { pt: BODY_PT, weight, width: width - 2 * PAD }),
  )
  const count = Math.max(1, ...texts.map((lines) => lines.length))
  const height = count * BODY_PT * LINE_EM + 2 * PAD
  const turned = flow.turnUnless(height)
  yield* turned
  if (turned.length > 0 && again !== undefined) {
    yield* layRow(flow, { columns, cells: again, isHead: true })
  }
  const y = flow.y()
  if (isHead) flow.canvas.fill({ x: PAGE.side, y, width: INSIDE_WIDTH, height })
  flow.down(PAD)
  columns.forEach(({ x, width, isFigure }, at) => {
    const right = isFigure === true ? x + width - PAD : null
    drawLines(flow, texts[at] ?? [], { x: x + PAD, pt: BODY_PT, weight, right })
  })
  flow.down(height - PAD)
  flow.canvas.rule({ x: PAGE.side, y: y + height, width: INSIDE_WIDTH })
}

function* laySignatures(
  flow: Flow,
  of: Extract<ReportBlock, { is: 'signatures' }>['of'],
): Generator<Drawn> {
  yield* flow.turnUnless(SIGNATURE_HEIGHT)
  flow.down(14)
  const width = INSIDE_WIDTH / Math.max(1, of.length)
  of.forEach(({ label, text }, at) => {
    const x = PAGE.side + at * width
    const y = flow.y()
    const pt = 9.5
    flow.canvas.text({ text: oneLine(label), x, y: y + pt, pt, weight: 'semibold' })
    flow.canvas.text({ text: oneLine(text), x, y: y + 24, pt: 8, weight: 'regular' })
    flow.canvas.rule({ x, y: y + 74, width: width - 24 })
  })
  flow.down(SIGNATURE_HEIGHT)
}

function drawLines(
  flow: Flow,
  lines: readonly string[],
  at: {
    readonly x: number
    readonly pt: number
    readonly weight: FontWeight
    /** The edge that figures end at. */
    readonly right?: number | null
  },
): void {
  const { x, pt, weight, right = null } = at
  lines.forEach((text, line) => {
    const y = flow.y() + line * pt * LINE_EM + pt * BASELINE_EM
    const from = right === null ? x : right - widthEm(text, weight) * pt
    flow.canvas.text({ text, x: from, y, pt, weight })
  })
}

function linesOf(
  text: string,
  {
    pt,
    weight,
    width,
  }: { readonly pt: number; readonly weight: FontWeight; readonly width: number },
): string[] {
  return wrapCell(text, { weight, limitEm: width / pt, maxLines: MOST_LINES })
}

function fixedWidth({ characters = 0 }: ReportColumn): number {
  return characters === 0 ? 0 : characters * FIGURE_EM * BODY_PT + 2 * PAD
}

function placed(columns: readonly ReportColumn[]): Column[] {
  const fixed = columns.reduce((sum, column) => sum + fixedWidth(column), 0)
  const shares = columns.reduce(
    (sum, { share, characters }) => sum + (characters === undefined ? share : 0),
    0,
  )
  let x: number = PAGE.side
  return columns.map((column) => {
    const { characters, share } = column
    const part = ((INSIDE_WIDTH - fixed) * share) / Math.max(shares, share)
    const width = characters === undefined ? part : fixedWidth(column)
    const at = { ...column, x, width }
    x += width
    return at
  })
}
