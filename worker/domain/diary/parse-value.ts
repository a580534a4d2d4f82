import { DIARY_FAULTS } from '../../copy/diary-faults.ts'
import { FIELD_FAULTS, tooLong } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { parseDecimal } from '../../lib/measure/parse-decimal.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { composeText, textFault } from '../../lib/text/sound-text.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { parseVietnameseDate } from '../../lib/time/parse-vietnamese-date.ts'
import type { EntryValue } from './entry-body.ts'
import type { EntryField, FieldType } from './entry-kinds/field.ts'
import { isUnit } from './measures/unit-table.ts'

/** A value, nothing (null), or what is wrong with it. */
export type Reading = { readonly value: EntryValue | null } | { readonly fault: LocalText }

const NOTHING: Reading = { value: null }
/** No figure of a farm has more: exact sums take as long as there are digits. */
const MOST_CHARACTERS = 40
const MOST_NAME = 200
const TIME = /^([01]?\d|2[0-3])[:hg]([0-5]\d)$/
const MOST_FIGURE = 1e12

/** Reads what was given for a field, of whatever shape; never throws. */
export function parseValue(field: EntryField, given: unknown): Reading {
  if (given === undefined || given === null || given === '') return NOTHING
  const { type } = field
  switch (type.is) {
    case 'text':
      return parseText(given, type)
    case 'choice':
      return typeof given === 'string' && Object.hasOwn(type.choices, given)
        ? { value: given }
        : { fault: FIELD_FAULTS.notAChoice }
    case 'count':
      return parseCount(given, type)
    case 'measure':
      return parseMeasure(given, type)
    case 'product':
      return parseProduct(given)
    case 'date':
      return parseDay(given)
    case 'time':
      return parseTime(given)
  }
}

/** Composed, without blanks at the ends; lines stay in a long text. */
export function parseText(
  given: unknown,
  { most, isLong = false }: { readonly most: number; readonly isLong?: boolean },
): Reading {
  if (typeof given !== 'string') return { fault: DIARY_FAULTS.brokenText }
  // Composing makes no text longer than this shorter: what is far too long is not looked at.
  if (given.length > 4 * most + 100) return { fault: tooLong(most) }
  const composed = composeText(given)
  if (textFault(composed) !== null) return { fault: DIARY_FAULTS.brokenText }
  const text = isLong ? composed.trim() : composed.replace(/\s+/g, ' ').trim()
  if (text === '') return NOTHING
  return text.length > most ? { fault: tooLong(most) } : { value: text }
}

function parseCount(given: unknown, type: Extract<FieldType, { is: 'count' }>): Reading {
  const fault = { fault: fillAll(DIARY_FAULTS.notACount, { most: type.most }) }
  const text = typeof given === 'string' ? given.trim() : given
  if (text === '') return NOTHING
  const number = typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text
  if (typeof number !== 'number' || !Number.isInteger(number)) return fault
  return number < type.least || number > type.most ? fault : { value: number }
}

function parseMeasure(given: unknown, type: Extract<FieldType, { is: 'measure' }>): Reading {
  const parts = measureParts(given)
  if (parts === null) return { fault: DIARY_FAULTS.notPositive }
  const { figure, unit } = parts
  if (figure === null) return NOTHING
  const reading = parseDecimal(figure)
  if (
    !reading.ok ||
    reading.unit !== null ||
    reading.value.startsWith('-') ||
    reading.value === '0'
  )
    return { fault: DIARY_FAULTS.notPositive }
  if (reading.value.length > MOST_CHARACTERS || Number(reading.value) > MOST_FIGURE)
    return { fault: DIARY_FAULTS.notPositive }
  if (unit === null) return { fault: DIARY_FAULTS.missingUnit }
  const known = type.units.find((each) => each === unit)
  if (known === undefined || !isUnit(unit)) {
    const shown = unit.slice(0, MOST_CHARACTERS).toWellFormed()
    return { fault: fillAll(DIARY_FAULTS.unknownUnit, { unit: shown }) }
  }
  return { value: { value: reading.value, unit: known } }
}

/** A figure and its unit, of what was sent; null where it is neither. */
function measureParts(
  given: unknown,
): { readonly figure: string | number | null; readonly unit: string | null } | null {
  if (!isRecord(given)) return null
  const { value, unit } = given
  const figure = typeof value === 'string' ? value.trim() : value
  if (figure === undefined || figure === null || figure === '') return { figure: null, unit: null }
  if (typeof figure !== 'string' && typeof figure !== 'number') return null
  if (typeof figure === 'string' && figure.length > MOST_CHARACTERS) return null
  return { figure, unit: typeof unit === 'string' && unit !== '' ? unit : null }
}

function parseProduct(given: unknown): Reading {
  const { name, id } = isRecord(given) ? given : { name: given, id: null }
  if (name === undefined || name === null) return NOTHING
  const reading = parseText(name, { most: MOST_NAME })
  if ('fault' in reading || typeof reading.value !== 'string') return reading
  const known = typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : null
  return { value: { name: reading.value, id: known } }
}

function parseDay(given: unknown): Reading {
  if (typeof given !== 'string') return { fault: FIELD_FAULTS.notADay }
  const exact = toCalendarDate(given)
  if (exact !== null) return { value: exact }
  const reading = parseVietnameseDate(given)
  return reading.ok ? { value: reading.on } : { fault: FIELD_FAULTS.notADay }
}

function parseTime(given: unknown): Reading {
  const [, hour, minute] = (typeof given === 'string' && TIME.exec(given.trim())) || []
  return hour === undefined || minute === undefined
    ? { fault: DIARY_FAULTS.notATime }
    : { value: `${hour.padStart(2, '0')}:${minute}` }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
