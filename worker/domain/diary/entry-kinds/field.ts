import { DIARY_FIELDS } from '../../../copy/diary.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import type { Dimension, UnitKey } from '../measures/unit-table.ts'

/**
 * What an entry asks in one question. From it derive the form (in the app and without script), the
 * reading (`parseEntryBody`), what is kept and what the public sees.
 */
export type EntryField = {
  /** Its name in `values` and in the details of the entry; DIARY_FIELDS has its label. */
  readonly name: keyof typeof DIARY_FIELDS
  readonly label: LocalText
  readonly hint: LocalText | null
  readonly asked: Asked
  /** Offer the last value again: what is the same from one time to the next. */
  readonly remembered: boolean
  readonly type: FieldType
}

/**
 * `required`: there is no entry without it. `expected`: what an auditor looks for; left out, the entry is
 * kept and says so. `optional`: folded away in the short form.
 */
export type Asked = 'required' | 'expected' | 'optional'

export type FieldType =
  | { readonly is: 'text'; readonly most: number; readonly isLong: boolean }
  | { readonly is: 'choice'; readonly choices: Readonly<Record<string, LocalText>> }
  /** A whole number from `least`; above `usual` it is asked about, above `most` it cannot be. */
  | {
      readonly is: 'count'
      readonly least: number
      readonly most: number
      readonly usual: number
      readonly unit: 'day' | 'hour' | null
    }
  | {
      readonly is: 'measure'
      /** What may be chosen, the usual one first. */
      readonly units: readonly UnitKey[]
      /** More than this in the base unit (kg, l, ha, hour, piece) is asked about. */
      readonly usual: Readonly<Partial<Record<Dimension, number>>>
      /** Of a dose: more than this by basis (l/ha is `volume/area`, as `doseRate` gives it) is asked about. */
      readonly usualRate: Readonly<Record<string, number>>
      /** The detail that holds the metric number beside what was entered; null for a dose. */
      readonly metric: keyof typeof DIARY_FIELDS | null
    }
  /** A product by its name, and its id in the dated list or the stock where it was chosen there. */
  | { readonly is: 'product'; readonly list: ProductList }
  | { readonly is: 'date' }
  | { readonly is: 'time' }

export type ProductList = 'protection' | 'fertiliser' | 'veterinary' | 'feed' | 'seed' | 'any'

type Given = {
  readonly name: EntryField['name']
  readonly asked?: Asked
  readonly hint?: LocalText
  readonly remembered?: boolean
  /** Where the catalogue's general label would not say what is asked here. */
  readonly label?: LocalText
}

export function text(given: Given & { readonly most?: number; readonly isLong?: boolean }) {
  const { most = 200, isLong = false } = given
  return field(given, { is: 'text', most, isLong })
}

export function choice(given: Given & { readonly choices: Readonly<Record<string, LocalText>> }) {
  return field(given, { is: 'choice', choices: given.choices })
}

export function count(given: Given & { readonly most: number; readonly usual?: number }) {
  const { most, usual = most } = given
  return field(given, { is: 'count', least: 0, most, usual, unit: null })
}

/** Whole days or hours. */
export function span(
  given: Given & { readonly unit: 'day' | 'hour'; readonly most: number; readonly usual: number },
) {
  const { unit, most, usual } = given
  return field(given, { is: 'count', least: 0, most, usual, unit })
}

type Measured = Given & {
  readonly units: readonly UnitKey[]
  readonly usual?: Readonly<Partial<Record<Dimension, number>>>
  readonly usualRate?: Readonly<Record<string, number>>
  readonly metric?: keyof typeof DIARY_FIELDS
}

export function measure(given: Measured) {
  const { units, usual = {}, usualRate = {}, metric = null } = given
  return field(given, { is: 'measure', units, usual, usualRate, metric })
}

/** How much of it; kept in kilograms where it can be. */
export function amount(given: Omit<Measured, 'name' | 'metric'>) {
  return measure({ ...given, name: 'quantity', metric: 'quantityKg' })
}

/** How long it took, with the hours that are usual at most. */
export function duration(
  given: Omit<Given, 'name'> & {
    readonly units: readonly ('hour' | 'day')[]
    readonly usual: number
  },
) {
  const usual = { time: given.usual }
  return measure({ ...given, usual, name: 'durationHours', metric: 'durationHours' })
}

/** What was used; offered again, for the next time it is mostly the same. */
export function product(
  given: Omit<Given, 'name' | 'remembered'> & { readonly list: ProductList },
) {
  const type = { is: 'product', list: given.list } as const
  return field({ ...given, name: 'product', remembered: true }, type)
}

export function date(given: Given) {
  return field(given, { is: 'date' })
}

export function time(given: Given) {
  return field(given, { is: 'time' })
}

function field(given: Given, type: FieldType): EntryField {
  const { name, asked = 'optional', hint = null, remembered = false } = given
  return { name, label: given.label ?? DIARY_FIELDS[name].name, hint, asked, remembered, type }
}
