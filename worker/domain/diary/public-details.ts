import { DIARY_FIELDS } from '../../copy/diary.ts'
import type { EntryValue, EntryValues } from './entry-body.ts'
import { isMeasure } from './is-measure.ts'

/** Who did it, whom it was bought from, which parcel and vehicle: for inspectors, never public. */
const PRIVATE: ReadonlySet<string> = new Set([
  'operator',
  'trainer',
  'supplier',
  'buyer',
  'plot',
  'vehicle',
  'sellerAddress',
])

/** Digits as phone and identity numbers are written; dates and quantities are shorter. */
const PERSONAL_NUMBER = /(?<![\d.,/-])(?:\+?84|0)(?:[\s.-]?\d){8,11}(?![\d/])/g

/**
 * The details of a diary entry that anyone may read: only fields the catalogue has a label for, and
 * none that names a person, a parcel or a vehicle (Law 91/2025/QH15 on personal data).
 */
export function publicDetails(
  details: Readonly<Record<string, unknown>>,
): Record<string, string | number> {
  const result: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(details)) {
    if (!Object.hasOwn(DIARY_FIELDS, key) || PRIVATE.has(key)) continue
    if (typeof value === 'number' && Number.isFinite(value)) result[key] = value
    if (typeof value === 'string' && value !== '') result[key] = withoutPersonalNumbers(value)
  }
  return result
}

/** What was said in each field, likewise. */
export function publicValues(values: EntryValues): EntryValues {
  const told = Object.entries(values).flatMap(([name, value]): [string, EntryValue][] => {
    if (!Object.hasOwn(DIARY_FIELDS, name) || PRIVATE.has(name)) return []
    if (typeof value === 'string') return [[name, withoutPersonalNumbers(value)]]
    if (typeof value === 'number' || isMeasure(value)) return [[name, value]]
    return [[name, { ...value, name: withoutPersonalNumbers(value.name) }]]
  })
  return Object.fromEntries(told)
}

/** Free text with phone and identity numbers taken out. */
export function withoutPersonalNumbers(text: string): string {
  return text.replace(PERSONAL_NUMBER, '…')
}
