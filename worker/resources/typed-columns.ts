import type { LocalText } from '../lib/text/local-text.ts'
import type { Field } from './field.ts'
import { optionalLine } from './fields.ts'

/** A column of a list: the field it fills, its heading, what else lists call it by `|`. */
type TypedColumn = readonly [name: string, heading: string, synonyms: string]

/**
 * Columns of a list whose rows are each read as a form: see `readTypedList`. Those of `required` must
 * be there; the fields of the form judge what they say.
 */
export function typedColumns(
  columns: readonly TypedColumn[],
  given: { readonly required: readonly string[]; readonly most: number },
): { readonly fields: Readonly<Record<string, Field<string | null>>> } {
  const fields = columns.map(([name, heading, synonyms]) => {
    const cell = given.required.includes(name) ? 'line' : 'typed'
    const sheet = { heading, synonyms, cell } as const
    return [name, optionalLine({ label: inAll(heading), max: given.most, sheet })]
  })
  return { fields: Object.fromEntries(fields) }
}

/** Headings stay as lists have them. */
function inAll(heading: string): LocalText {
  return { vi: heading, en: heading, zh: heading }
}
