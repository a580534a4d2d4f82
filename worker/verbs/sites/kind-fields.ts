import * as z from 'zod'
import type { LocalText } from '../../lib/text/local-text.ts'
import { countText, decimalText, optionalLine } from './text-fields.ts'

/** What a kind of place asks for beside the common facts; configuration, so a new kind needs no code. */
export type KindField = {
  readonly id: string
  readonly type: 'text' | 'number' | 'integer'
  readonly unit: string | null
  readonly name: LocalText
}

export type Details = Readonly<Record<string, string | number>>

/** The fields of a kind as its row holds them; none where the row holds none. */
export function kindFieldsOf(json: string | null): readonly KindField[] {
  return json === null ? [] : (JSON.parse(json) as readonly KindField[])
}

/** The values kept for a place, by field. */
export function detailsOf(json: string | null): Details {
  return json === null ? {} : (JSON.parse(json) as Details)
}

/** A form's answers to the kind's fields: texts in, what is kept out; blank ones are left out. */
export function detailsField(fields: readonly KindField[]) {
  const shape = Object.fromEntries(fields.map((field) => [field.id, valueField(field).optional()]))
  return z.object(shape).transform((values): Details => {
    const given = Object.entries(values).filter(
      (entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined,
    )
    return Object.fromEntries(given)
  })
}

function valueField(field: KindField): z.ZodType<string | number | null, string> {
  switch (field.type) {
    case 'number':
      return decimalText
    case 'integer':
      return countText
    case 'text':
      return optionalLine(300)
  }
}
