import type { Steps } from '../../steps/steps.ts'
import type { SheetLimits } from '../limits.ts'
import { atMost, SheetProblemError } from '../problem.ts'
import type { Cell, MergeRange, SheetRow } from '../workbook.ts'
import { columnOfReference, parseRange, rowOfReference } from './cell-reference.ts'
import { cellValue, type ValueContext } from './cell-value.ts'
import { type Package, parsePart } from './package-parts.ts'
import type { XmlHandlers } from './parse-xml.ts'
import { checkLength, keepText, type TextBudget } from './text-budget.ts'

export interface WorksheetPart {
  readonly rows: readonly SheetRow[]
  readonly merges: readonly MergeRange[]
  /** Rows the person had hidden or filtered out when saving; they are read like the others. */
  readonly hiddenRows: number
  /** True when cells stood beyond the last column that is read. */
  readonly cutColumns: boolean
  /** Cells with a format and nothing in them, where they are far more than the list; else 0. */
  readonly emptyCells: number
}

/** What is still allowed over the whole workbook. */
export interface SheetBudget {
  rows: number
  cells: number
  readonly text: TextBudget
}

/** Reads a worksheet in one pass; rows without content are dropped. */
export function* readWorksheetPart(
  pack: Package,
  part: string,
  context: ValueContext,
  budget: SheetBudget,
): Steps<WorksheetPart> {
  const state = newState(context, pack.limits, budget)
  try {
    yield* parsePart(pack, part, handlersFor(state))
  } catch (error) {
    throw isMostlyEmpty(state) ? withEmptyHint(error) : error
  }
  return {
    rows: state.rows,
    merges: state.merges,
    hiddenRows: state.hiddenRows,
    cutColumns: state.cutColumns,
    emptyCells: isMostlyEmpty(state) ? state.emptyCells : 0,
  }
}

/** Cells with a format and nothing in them, from which on they are told of. */
const MANY_EMPTY = 50_000

function isMostlyEmpty({ emptyCells, rows }: State): boolean {
  return emptyCells >= MANY_EMPTY && emptyCells > 20 * rows.length
}

/** Too large only because somebody coloured columns down to the last row. */
function withEmptyHint(error: unknown): unknown {
  if (!(error instanceof SheetProblemError) || error.problem.code !== 'zip_bomb') return error
  return new SheetProblemError('zip_bomb', error.message, EMPTY_HINT)
}

export const EMPTY_HINT =
  'Trang có rất nhiều ô trống chỉ có định dạng, kéo dài tới cuối trang. Hãy xóa các hàng, cột trống phía dưới và bên phải bảng rồi lưu lại.'

function newState(context: ValueContext, limits: SheetLimits, budget: SheetBudget) {
  return {
    context,
    limits,
    budget,
    rows: [] as SheetRow[],
    merges: [] as MergeRange[],
    hiddenRows: 0,
    cutColumns: false,
    emptyCells: 0,
    row: 0,
    /** The row says its own number, which its cells may not contradict. */
    isNumbered: false,
    rowHidden: false,
    cells: [] as Cell[],
    filled: false,
    column: -1,
    type: 'n',
    style: 0,
    raw: '',
    hasValue: false,
    hasFormula: false,
    inValue: false,
    inInline: false,
    hasInline: false,
    inPhonetic: false,
  }
}

type State = ReturnType<typeof newState>

function handlersFor(state: State): XmlHandlers {
  return {
    open: (name, attributes) => {
      if (name === 'c') openCell(state, attributes)
      else if (name === 'v') {
        if (state.hasValue)
          throw new SheetProblemError('broken_xml', `two values, row ${state.row}`)
        // A text that stands in the cell itself is not told twice.
        state.inValue = !state.hasInline
        state.hasValue = true
      } else if (name === 'row') openRow(state, attributes)
      else if (name === 'f') state.hasFormula = true
      else if (name === 'is') {
        if (state.hasInline)
          throw new SheetProblemError('broken_xml', `two texts, row ${state.row}`)
        state.inInline = true
        state.hasInline = true
        state.raw = ''
      } else if (name === 'rPh') state.inPhonetic = true
      else if (name === 't' && state.inInline) state.inValue = !state.inPhonetic
      else if (name === 'mergeCell') addMerge(state, attributes.ref ?? '')
    },
    text: (text) => {
      if (!state.inValue) return
      checkLength(state.raw.length + text.length, state.limits)
      state.raw += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') state.inValue = false
      else if (name === 'c') closeCell(state)
      else if (name === 'row') closeRow(state)
      else if (name === 'is') state.inInline = false
      else if (name === 'rPh') state.inPhonetic = false
    },
  }
}

function openRow(state: State, attributes: Readonly<Record<string, string>>): void {
  const row = attributes.r === undefined ? state.row + 1 : Number(attributes.r)
  if (!Number.isInteger(row) || row <= state.row || row > 1_048_576) {
    throw new SheetProblemError('broken_xml', `row ${attributes.r} after ${state.row}`)
  }
  state.row = row
  state.isNumbered = attributes.r !== undefined
  state.rowHidden = attributes.hidden === '1' || attributes.hidden === 'true'
  state.cells = []
  state.filled = false
  state.column = -1
}

function closeRow(state: State): void {
  if (!state.filled) return
  const { budget, limits } = state
  budget.rows -= 1
  budget.cells -= state.cells.length
  if (budget.rows < 0) {
    throw new SheetProblemError('too_many_rows', `row ${state.row}`, atMost(limits.maxRows, 'dòng'))
  }
  if (budget.cells < 0) {
    throw new SheetProblemError('too_many_cells', `row ${state.row}`, atMost(limits.maxCells, 'ô'))
  }
  if (state.rowHidden) state.hiddenRows += 1
  state.rows.push({ row: state.row, cells: state.cells })
}

function openCell(state: State, attributes: Readonly<Record<string, string>>): void {
  const { r, s, t } = attributes
  state.column = r === undefined ? state.column + 1 : columnOfReference(r)
  if (state.column < 0) throw new SheetProblemError('broken_xml', `cell ${r}`)
  if (r !== undefined && state.isNumbered && rowOfReference(r) !== state.row) {
    throw new SheetProblemError('broken_xml', `cell ${r} in row ${state.row}`)
  }
  state.type = t ?? 'n'
  state.style = s === undefined ? 0 : Number(s)
  state.raw = ''
  state.hasValue = false
  state.hasFormula = false
  state.hasInline = false
}

function closeCell(state: State): void {
  const value = readCell(state)
  if (value === null) {
    state.emptyCells += 1
    return
  }
  if (state.column >= state.limits.maxColumns) {
    state.cutColumns = true
    return
  }
  if ((state.cells[state.column] ?? null) !== null) {
    throw new SheetProblemError('broken_xml', `cell ${state.column} of row ${state.row} twice`)
  }
  while (state.cells.length < state.column) state.cells.push(null)
  state.cells[state.column] = value
  state.filled = true
}

function readCell(state: State): Cell {
  const inline = state.type === 'inlineStr'
  const value =
    state.hasValue || inline ? cellValue(state.type, state.style, state.raw, state.context) : null
  if (typeof value === 'string' && state.type !== 's') {
    keepText(state.budget.text, value.length, state.limits)
  }
  // A stored result of nothing is one, as of a formula filled down below a list.
  const empty = state.hasValue && state.raw.trim() === '' ? '' : null
  if (state.hasFormula) return { kind: 'formula', cached: value ?? empty }
  return value === '' ? null : value
}

function addMerge(state: State, reference: string): void {
  const range = parseRange(reference)
  if (range === null) return
  if (state.merges.length >= state.limits.maxMerges) {
    const most = atMost(state.limits.maxMerges, 'ô gộp')
    throw new SheetProblemError('zip_bomb', 'merged ranges', most)
  }
  state.merges.push(range)
}
