import type * as z from 'zod'
import type { Language, LocalText } from '../lib/text/local-text.ts'

/** One question of a form. */
export type FieldInput = {
  /** Follows the field's name where one field is asked with several questions: `Vi`, `En`, `Zh`. */
  readonly suffix: string
  readonly label: LocalText
  readonly hint?: LocalText
  readonly type?: 'text' | 'select' | 'date' | 'tel' | 'email' | 'textarea' | 'checks' | 'radios'
  readonly required?: boolean
  readonly maxlength?: number
  readonly inputmode?: 'decimal' | 'numeric'
  /** In a face that tells 0 from O. */
  readonly code?: boolean
  /** What may be chosen, by value. */
  readonly choices?: Readonly<Record<string, LocalText>>
  /** What the field says before anybody answered. */
  readonly initial?: string
  /** Fields of one name stand side by side where there is room. */
  readonly row?: string
}

/** Where what a field holds may be seen by anyone. */
type PublicPlace = 'code' | 'openData'

/**
 * A field of something people keep, described once: how it is asked, read, written back, shown,
 * audited, listed and published. `T` is the value its column holds.
 */
export type Field<T> = {
  readonly label: LocalText
  readonly inputs: readonly FieldInput[]
  /** The texts of its inputs, each read by a schema, by input name. */
  readonly shape: (name: string) => Readonly<Record<string, z.ZodType>>
  /** The value from what the shape gave. */
  readonly collect: (name: string, read: Readonly<Record<string, unknown>>) => T
  /** What a form shows of a value, by suffix. */
  readonly texts: (value: T) => Readonly<Record<string, string>>
  /** A value in words; empty for none. */
  readonly show: (value: T, lang: Language) => string
  /** How programs send it, where that is no text. */
  readonly json?: z.ZodType
  /** Settled when the thing is made: a form that changes it does not ask. */
  readonly fixed: boolean
  /** `hidden`: the log says that it changed, never to what (telephone numbers, addresses). */
  readonly audit: 'shown' | 'hidden'
  /** Which part of a form asks it. */
  readonly group: string
  /** Column of a list of many, as people keep in spreadsheets; null where lists do not have it. */
  readonly sheet: SheetColumn | null
  readonly public: readonly PublicPlace[]
}

/** A field as a column of a list read in and written out. */
export type SheetColumn = {
  readonly heading: string
  /** What else lists call it, by `|`. */
  readonly synonyms: string
  /**
   * How its cells are read: a line that must be there, a text or nothing, a figure or nothing; `typed`
   * as somebody would type it, to be read by the fields of a form.
   */
  readonly cell: 'line' | 'text' | 'area' | 'count' | 'phone' | 'typed'
}
