import { foldVietnamese } from '../text/fold-vietnamese.ts'
import { trimEndOf } from '../text/trim-end.ts'
import { type CalendarDate, calendarDateOf } from './calendar-date.ts'
import { readExcelSerial } from './excel-serial.ts'
import { dateOfUtcText } from './utc-text.ts'

export type DateReading =
  | {
      readonly ok: true
      readonly on: CalendarDate
      /** `HH:MM` when a time was written, else null. */
      readonly time: string | null
      /** `serial` when the day was counted from a spreadsheet serial number. */
      readonly from: 'text' | 'serial'
    }
  | { readonly ok: false; readonly reason: string }

export interface DateOptions {
  /** The workbook counts days from 1904. */
  readonly date1904?: boolean
}

/** Years a record of farm produce can carry; the year 2026 read as a serial is 1905, so refused. */
const FIRST_YEAR = 1950
const LAST_YEAR = 2100
/** Two-digit years below this are 20yy, the others 19yy (trees planted in 98). */
const PIVOT = 70
/** Characters of a date with its time, in words and with blanks to spare. */
const LONGEST = 200

/** True for a day, or a month, in the years that a record can carry; days are counted on from others. */
export function isOfRecords(day: string): boolean {
  const year = Number(day.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

const DAY_FIRST = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})$/
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const IN_COPY = /^(?:ngay )?(\d{1,2}) thang (\d{1,2}),? (?:nam )?(\d{4})$/
const TIME = /(?:^|[ t])(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d+)?)?|h(\d{2})?)(?: ?(sa|ch|am|pm))?z?$/
const TIME_FIRST = /^(\d{1,2})(?::(\d{2})(?::\d{2})?|h(\d{2})?)(?: ?(sa|ch|am|pm))?,? (?:ngay )?/

/**
 * Reads a date as people in Viet Nam write it: `05/03/2026`, `5/3/26`, `05-03-2026`, `05.03.2026`,
 * `2026-03-05`, `ngày 5 tháng 3 năm 2026`, with or without a time of day, or a spreadsheet serial
 * number (number, or text of five digits). The day always comes before the month: `03/25/2026` is
 * refused, never turned round. Refuses days that do not exist and years outside 1950 to 2100.
 */
export function parseVietnameseDate(
  input: string | number,
  options: DateOptions = {},
): DateReading {
  if (typeof input === 'number') return readSerial(input, options)
  if (input.length > LONGEST) return refuse(`Ngày ghi quá dài (quá ${LONGEST} ký tự).`)
  const folded = foldVietnamese(input).replace(/[‐-―−]/g, '-')
  if (folded === '') return refuse('Chưa ghi ngày.')
  const utc = dateOfUtcText(folded)
  if (utc !== null) return build(...partsOf(utc.on), utc.time)
  if (/^\d{5}(?:\.\d+)?$/.test(folded)) return readSerial(Number(folded), options)
  const { dateText, time } = splitTime(folded)
  const words = IN_COPY.exec(dateText) ?? DAY_FIRST.exec(dateText.replace(/^ngay /, ''))
  if (words !== null) return build(words[3], words[2], words[1], time)
  const iso = YEAR_FIRST.exec(dateText)
  if (iso !== null) return build(iso[1], iso[2], iso[3], time)
  if (/^\d{1,2}[/.-]\d{4}$/.test(dateText)) return refuse('Mới có tháng và năm, thiếu ngày.')
  return refuse('Không đọc được ngày; hãy ghi ngày/tháng/năm, ví dụ 05/03/2026.')
}

function readSerial(serial: number, options: DateOptions): DateReading {
  const reading = readExcelSerial(serial, options.date1904 ?? false)
  if (reading === null) return refuse('Số này không phải là một ngày.')
  const year = Number(reading.on.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse('Số này không phải là một ngày.')
  return { ok: true, on: reading.on, time: reading.time, from: 'serial' }
}

/** Year, month and day. */
function partsOf(on: CalendarDate): [string, string, string] {
  return [on.slice(0, 4), on.slice(5, 7), on.slice(8, 10)]
}

function build(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
  time: string | null | 'bad',
): DateReading {
  if (time === 'bad') return refuse('Giờ ghi kèm ngày không có thật.')
  const written = Number(yearText)
  const year = yearText?.length === 2 ? written + (written < PIVOT ? 2000 : 1900) : written
  const month = Number(monthText)
  const day = Number(dayText)
  if (month > 12 && day <= 12) {
    return refuse(`Không có tháng ${month}; ngày phải ghi trước tháng.`)
  }
  const on = calendarDateOf(year, month, day)
  if (on === null) return refuse(`Không có ngày ${day}/${month}/${year}.`)
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse(`Năm ${year} ngoài khoảng hợp lý.`)
  return { ok: true, on, time, from: 'text' }
}

/** Takes a time of day off either end: `05/03/2026 08:30`, `8h30 ngày 05/03/2026`. */
function splitTime(text: string): { dateText: string; time: string | null | 'bad' } {
  const found = TIME.exec(text) ?? TIME_FIRST.exec(text)
  if (found === null) return { dateText: text, time: null }
  const dateText = trimEndOf(text.replace(found[0], ''), ', ')
  return { dateText, time: readTime(found[1], found[2] ?? found[3] ?? '0', found[4]) }
}

function readTime(
  hourText: string | undefined,
  minuteText: string,
  half: string | undefined,
): string | 'bad' {
  const written = Number(hourText)
  const minute = Number(minuteText)
  const afternoon = half === 'ch' || half === 'pm'
  const hour = half === undefined ? written : (written % 12) + (afternoon ? 12 : 0)
  if (hour > 23 || minute > 59 || (half !== undefined && written > 12)) return 'bad'
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function refuse(reason: string): DateReading {
  return { ok: false, reason }
}
