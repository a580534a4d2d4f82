import { tidyText } from '../text/fold-vietnamese.ts'
import { type Decimal, decimalOfNumber, toDecimal } from './decimal.ts'

export type DecimalReading =
  | {
      readonly ok: true
      readonly value: Decimal
      /** The unit written after the number (`ha`, `kg/công`), or null. */
      readonly unit: string | null
      /**
       * `dot_thousands`: one dot before exactly three digits, read as thousands although a program
       * set to English would have meant a fraction. `dot_decimal`: a dot that can only be a decimal
       * point. A column that holds both deserves a question.
       */
      readonly notation: 'plain' | 'dot_thousands' | 'dot_decimal'
    }
  | { readonly ok: false; readonly reason: string }

/** Groups of three with dots or spaces, decimal comma: `1.234,5`, `1 234,5`. */
const VIETNAMESE_GROUPS = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?$/
/** `1,234.5` or `1,234,567`: cannot be Vietnamese, and says the same to everybody. */
const ENGLISH_GROUPS = /^[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/
const COMMA_DECIMAL = /^\d*,\d+$/
const DOT_DECIMAL = /^\d*\.\d+$/
const INTEGER = /^\d+$/
/** Sums are exact, and what is exact takes as long as it has digits. */
const MOST_DIGITS = 60
const NUMBER_AND_UNIT = /^([+-]?)([\d.,](?:[\d., ]*[\d.,])?)\s*(%|\p{L}[\p{L}\d²³/.% -]*)?$/u

/**
 * Reads a number as Vietnamese documents print it: `1.234,5`, `1 234,5`, `2,5`, and plain `1234.5`,
 * with an optional unit after it. A dot before exactly three digits separates thousands, so `1.234`
 * is 1234; a zero before it cannot (`0.500` is one half). Ranges, fractions, scientific notation and
 * words are refused. A number is taken as it is.
 */
export function parseDecimal(input: string | number): DecimalReading {
  if (typeof input === 'number') {
    const value = decimalOfNumber(input)
    return value === null
      ? refuse('Không phải là số.')
      : { ok: true, value, unit: null, notation: 'plain' }
  }
  const text = tidyText(input)
    .replaceAll('\u00ad', '')
    .replace(/[\u2212\u2013]/g, '-')
  if (text === '') return refuse('Chưa ghi số.')
  const parts = NUMBER_AND_UNIT.exec(text)
  if (parts === null) return refuse('Không đọc được số; hãy ghi dạng 1.234,5.')
  const digits = parts[2] ?? ''
  if (digits.length > MOST_DIGITS) return refuse(`Số quá dài (quá ${MOST_DIGITS} chữ số).`)
  const plain = toPlain(digits)
  const value = plain === null ? null : toDecimal((parts[1] === '-' ? '-' : '') + plain.text)
  if (plain === null || value === null) {
    return refuse('Không đọc được số; hãy ghi dạng 1.234,5.')
  }
  if (/^e[+-]?\d/i.test(parts[3] ?? '')) return refuse('Số bị rút gọn kiểu 1E+05; hãy ghi đủ số.')
  return { ok: true, value, unit: parts[3]?.trim() ?? null, notation: plain.notation }
}

function toPlain(
  digits: string,
): { text: string; notation: 'plain' | 'dot_thousands' | 'dot_decimal' } | null {
  if (INTEGER.test(digits)) return { text: digits, notation: 'plain' }
  if (VIETNAMESE_GROUPS.test(digits)) {
    const oneDot = /^\d+\.\d{3}$/.test(digits)
    return {
      text: digits.replace(/[. ]/g, '').replace(',', '.'),
      notation: oneDot ? 'dot_thousands' : 'plain',
    }
  }
  if (ENGLISH_GROUPS.test(digits)) return { text: digits.replace(/,/g, ''), notation: 'plain' }
  if (COMMA_DECIMAL.test(digits)) {
    return { text: `0${digits}`.replace(',', '.'), notation: 'plain' }
  }
  if (DOT_DECIMAL.test(digits)) return { text: `0${digits}`, notation: 'dot_decimal' }
  return null
}

function refuse(reason: string): DecimalReading {
  return { ok: false, reason }
}
