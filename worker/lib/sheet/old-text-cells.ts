import type { Steps } from '../steps/steps.ts'
import {
  isSurelyNewText,
  isVietnameseText,
  mayBeOldText,
  OLD_TEXT_KINDS,
  OLD_TEXT_NAMES,
  type OldTextKind,
  type OldTextReading,
  type OldTextVerdict,
  readOldText,
} from '../text/old-text/old-text.ts'
import { mendText } from '../text/sound-text.ts'
import type { OldTextFinding, OldTextSample } from './old-text.ts'
import { type Cell, columnLetters, type Sheet, type Workbook } from './workbook.ts'

const MOST_SAMPLES = 3
const SAMPLE_LENGTH = 80
const MOST_SEEN = 5_000
/** Words that are Vietnamese only when converted, for a workbook to be called old. */
const LEAST_COPY: Readonly<Record<OldTextKind, number>> = { doubly_encoded: 1, vni: 2, tcvn3: 2 }

/**
 * Tells whether cells are written in TCVN3, VNI or doubly encoded, by what the words of the whole
 * workbook say: the kind under which most of them become Vietnamese. Null where none does.
 */
export function* findOldText(workbook: Workbook): Steps<OldTextFinding | null> {
  const words = { doubly_encoded: 0, vni: 0, tcvn3: 0 }
  // Lists say the same again and again, and once is evidence enough.
  const seen = new Set<string>()
  for (const sheet of workbook.sheets) {
    for (const { cells } of sheet.rows) {
      yield
      for (const cell of cells) {
        const text = textIn(cell)
        if (!mayBeOldText(text) || seen.has(text)) continue
        if (seen.size >= MOST_SEEN) seen.clear()
        seen.add(text)
        if (isVietnameseText(text)) continue
        for (const kind of OLD_TEXT_KINDS) words[kind] += readOldText(text, kind).words
      }
    }
  }
  const kind = OLD_TEXT_KINDS.reduce((best, each) => (words[each] > words[best] ? each : best))
  if (words[kind] < LEAST_COPY[kind]) return null
  return (yield* convertOldText(workbook, kind)).finding
}

/**
 * The workbook with its old cells in Unicode. A text that is Vietnamese either way goes with the
 * clear ones of its column: `Nãi` is `Nói` among old texts, and itself among others.
 */
export function* convertOldText(
  workbook: Workbook,
  kind: OldTextKind,
): Steps<{ readonly workbook: Workbook; readonly finding: OldTextFinding }> {
  const samples: OldTextSample[] = []
  const read = remembering(kind)
  let count = 0
  const sheets: Sheet[] = []
  for (const sheet of workbook.sheets) {
    const oldColumns = yield* columnsOfOldText(sheet, read)
    const rows: Sheet['rows'][number][] = []
    for (const row of sheet.rows) {
      yield
      let cells: Cell[] | null = null
      for (const [column, cell] of row.cells.entries()) {
        const before = textIn(cell)
        if (!mayBeOldText(before)) continue
        const { verdict, text } = read(before)
        if (verdict !== 'old' && (verdict !== 'either' || !oldColumns.has(column))) continue
        cells ??= [...row.cells]
        cells[column] = withText(cell, text)
        count += 1
        if (samples.length >= MOST_SAMPLES) continue
        const at = `${columnLetters(column)}${row.row}`
        samples.push({ sheet: sheet.name, cell: at, before: short(before), after: short(text) })
      }
      rows.push(cells === null ? row : { ...row, cells })
    }
    sheets.push({ ...sheet, rows })
  }
  return { workbook: { ...workbook, sheets }, finding: { kind, cells: count, samples } }
}

/**
 * Columns with clear old texts, no fewer than the others (a heading may be in Unicode, for it was
 * written later); where a column has no clear text, its whole sheet tells.
 */
function* columnsOfOldText(
  sheet: Sheet,
  read: (text: string) => OldTextReading,
): Steps<ReadonlySet<number>> {
  const columns = new Map<number, { old: number; new: number }>()
  const ofSheet = { old: 0, new: 0 }
  for (const { cells } of sheet.rows) {
    yield
    for (const [column, cell] of cells.entries()) {
      const text = textIn(cell)
      if (text === '') continue
      const votes = columns.get(column) ?? { old: 0, new: 0 }
      columns.set(column, votes)
      const verdict = verdictOn(text, read)
      if (verdict !== 'old' && verdict !== 'new') continue
      votes[verdict] += 1
      ofSheet[verdict] += 1
    }
  }
  const isOld = (votes: { readonly old: number; readonly new: number }) =>
    votes.old + votes.new === 0 ? ofSheet.old > ofSheet.new : votes.old >= Math.max(1, votes.new)
  return new Set([...columns].filter(([, votes]) => isOld(votes)).map(([column]) => column))
}

function verdictOn(text: string, read: (text: string) => OldTextReading): OldTextVerdict {
  if (isSurelyNewText(text)) return 'new'
  return mayBeOldText(text) ? read(text).verdict : 'neither'
}

/** Reads each text once, as long as lists repeat themselves. */
function remembering(kind: OldTextKind): (text: string) => OldTextReading {
  const known = new Map<string, OldTextReading>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= MOST_SEEN) known.clear()
    const reading = readOldText(text, kind)
    known.set(text, reading)
    return reading
  }
}

/** What a person is told of old texts that were found, or were converted. */
export function oldTextSentence(finding: OldTextFinding, isConverted: boolean): string {
  const name = OLD_TEXT_NAMES[finding.kind]
  const shown = finding.samples
    .map(({ cell, before, after }) => `ô ${cell} “${before}” → “${after}”`)
    .join('; ')
  return isConverted
    ? `Đã chuyển ${finding.cells} ô chữ ${name} sang Unicode: ${shown}. Hãy xem lại các ô này.`
    : `Có ${finding.cells} ô chữ ${name}, đọc ra bị sai. Nếu chuyển sang Unicode sẽ thành: ${shown}. Chưa chuyển ô nào; nếu đúng, hãy chọn chuyển rồi đọc lại.`
}

function textIn(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (cell === null || typeof cell !== 'object' || cell.kind !== 'formula') return ''
  return typeof cell.cached === 'string' ? cell.cached : ''
}

function withText(cell: Cell, text: string): Cell {
  return typeof cell === 'object' && cell?.kind === 'formula' ? { ...cell, cached: text } : text
}

function short(text: string): string {
  const sound = mendText(text).trim()
  return sound.length <= SAMPLE_LENGTH ? sound : `${sound.slice(0, SAMPLE_LENGTH).toWellFormed()}…`
}
