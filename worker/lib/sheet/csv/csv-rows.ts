/** One row as it is cut; quoted line breaks do not end it. */
export interface CsvRow {
  /** At most as many as were asked for. */
  readonly fields: readonly string[]
  /** Fields there were, also those that were not kept. */
  readonly width: number
  /** What is wrong with the row: a quote that is never closed, a field too long, fields too many. */
  readonly fault: 'open_quote' | 'too_long' | 'too_wide' | null
}

export interface CsvInput {
  readonly text: string
  readonly delimiter: string
  readonly maxFields: number
  readonly maxFieldLength: number
}

/** As many as a spreadsheet has columns. */
export const MOST_FIELDS = 16_384
const QUOTE = 34
const LF = 10
const CR = 13

/**
 * The rows of a CSV (RFC 4180), one after the other, each character looked at once. Rows end with CR,
 * LF or both. A quote inside a field that does not begin with one is a sign like any other. Ends with
 * the first row that has a fault: what follows it is not to be trusted.
 */
export function* csvRows(input: CsvInput): Generator<CsvRow, void, undefined> {
  const { text, maxFields } = input
  let at = 0
  let widest = 0
  while (at < text.length) {
    const fields: string[] = []
    let width = 0
    for (;;) {
      const field = text.charCodeAt(at) === QUOTE ? quotedField(input, at) : plainField(input, at)
      const held = swallowsRows(field.value, { delimiter: input.delimiter, widest })
      const fault = width >= MOST_FIELDS ? 'too_wide' : held ? 'open_quote' : field.fault
      if (fault !== null) {
        yield { fields, width, fault }
        return
      }
      if (width < maxFields) fields.push(field.value)
      width += 1
      at = field.end
      if (text[at] !== input.delimiter) break
      at += 1
    }
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at += 1
    at += 1
    widest = Math.max(widest, width)
    yield { fields, width, fault: null }
  }
}

interface Field {
  readonly value: string
  /** Where the delimiter, the line break or the end of the text stands. */
  readonly end: number
  readonly fault: CsvRow['fault']
}

function plainField({ text, delimiter, maxFieldLength }: CsvInput, start: number): Field {
  const end = endOfPlain(text, delimiter, start)
  const fault = end - start > maxFieldLength ? 'too_long' : null
  return { value: fault === null ? text.slice(start, end) : '', end, fault }
}

function endOfPlain(text: string, delimiter: string, start: number): number {
  const stop = delimiter.charCodeAt(0)
  let end = start
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === stop || code === LF || code === CR) break
    end += 1
  }
  return end
}

/**
 * True for a text that holds as many delimiters as the rows would that its line breaks part: a quote
 * was left open in one row and another closes it further down.
 */
function swallowsRows(
  value: string,
  { delimiter, widest }: { readonly delimiter: string; readonly widest: number },
): boolean {
  if (widest < LEAST_WIDTH || !/[\r\n]/.test(value)) return false
  const breaks = value.match(/\r\n|[\r\n]/g)?.length ?? 0
  return value.split(delimiter).length - 1 >= breaks * (widest - 1)
}

/** Below it an address over two lines may hold as many. */
const LEAST_WIDTH = 3

/** From its opening quote; two quotes within stand for one. */
function quotedField(input: CsvInput, start: number): Field {
  const { text, delimiter, maxFieldLength } = input
  // Twice as many characters, for each of them may be a quote written twice.
  const longest = 2 * maxFieldLength
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE && close - start <= longest) {
    close = text.indexOf('"', close + 2)
  }
  if (close < 0) return { value: '', end: text.length, fault: 'open_quote' }
  const value = close - start > longest ? '' : text.slice(start + 1, close).replaceAll('""', '"')
  if (close - start > longest || value.length > maxFieldLength) {
    return { value: '', end: close, fault: 'too_long' }
  }
  const end = endOfPlain(text, delimiter, close + 1)
  const rest = text.slice(close + 1, end)
  if (rest.trim() === '') return { value, end, fault: null }
  // `"Chuối` in one row and `"Xoài"` in another: all rows between them would be lost in one field.
  if (/[\r\n]/.test(value)) return { value: '', end, fault: 'open_quote' }
  const whole = value + rest
  return { value: whole, end, fault: whole.length > maxFieldLength ? 'too_long' : null }
}
