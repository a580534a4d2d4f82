import { toCalendarDate } from '../../time/calendar-date.ts'
import { readExcelSerial, timeOfSerial } from '../../time/excel-serial.ts'
import { dateOfUtcText } from '../../time/utc-text.ts'
import { SheetProblemError } from '../problem.ts'
import type { PlainCell } from '../workbook.ts'
import type { FormatKind } from './number-formats.ts'
import { cleanText } from './shared-strings.ts'

export interface ValueContext {
  readonly strings: readonly string[]
  readonly formats: readonly FormatKind[]
  readonly date1904: boolean
}

/**
 * The value of a `c` element from its type, style and raw text (ECMA-376 part 1, 18.18.11).
 * A number in a date format is a date; where the serial is no day, it stays a number.
 */
export function cellValue(
  type: string,
  style: number,
  raw: string,
  context: ValueContext,
): PlainCell {
  if (type === 's') return sharedString(raw.trim(), context.strings)
  if (type === 'str' || type === 'inlineStr') return cleanText(raw)
  if (type === 'b') return raw.trim() === '' ? null : ['1', 'true'].includes(raw.trim())
  if (type === 'e') return { kind: 'error', text: raw.trim() }
  if (type === 'd') return isoCell(raw.trim())
  if (raw.trim() === '') return null
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  const format = context.formats[style] ?? 'number'
  if (format === 'number') return value
  const serial = format === 'date' ? readExcelSerial(value, context.date1904) : null
  if (serial !== null) return { kind: 'date', on: serial.on, time: serial.time }
  return format === 'time' && value >= 0 && value < 1 ? timeOfSerial(value) : value
}

/** An empty index is an empty cell; one that no string has betrays a damaged file. */
function sharedString(index: string, strings: readonly string[]): string | null {
  if (index === '') return null
  const text = /^\d{1,9}$/.test(index) ? strings[Number(index)] : undefined
  if (text === undefined) throw new SheetProblemError('broken_xml', `no shared string ${index}`)
  return text
}

function isoCell(text: string): PlainCell {
  const instant = dateOfUtcText(text)
  if (instant !== null) return { kind: 'date', ...instant }
  const on = toCalendarDate(text.slice(0, 10))
  if (on === null) return text
  const time = /^T(\d{2}:\d{2})/.exec(text.slice(10))?.[1]
  return { kind: 'date', on, time: time === undefined || time === '00:00' ? null : time }
}
