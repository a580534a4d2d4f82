import { FIELD_FAULTS, tooLong } from '../copy/field-faults.ts'
import { normaliseText } from '../lib/text/normalise-text.ts'
import { addFault } from './add-fault.ts'
import type { Field } from './field.ts'
import { type Given, simple, z } from './fields.ts'
import { readLines } from './read-text.ts'

/** A text of several lines that must be there; its paragraphs stay. */
export function prose(given: Given & { max: number }): Field<string> {
  return simple<string>(given, {
    schema: proseSchema(given.max, null),
    input: { type: 'textarea', required: true, maxlength: given.max },
    text: (value) => value,
  })
}

/** A text of several lines, or nothing. */
export function optionalProse(given: Given & { max: number }): Field<string | null> {
  return simple<string | null>(given, {
    schema: proseSchema<string | null>(given.max, () => null),
    input: { type: 'textarea', maxlength: given.max },
    text: (value) => value ?? '',
  })
}

/** Several lines as somebody typed them, or nothing; more than one blank line is one. */
export function optionalLines(given: Given & { max: number }): Field<string | null> {
  return simple<string | null>(given, {
    schema: readLines(given),
    input: { type: 'textarea', maxlength: given.max },
    text: (value) => value ?? '',
  })
}

function proseSchema<T extends string | null>(max: number, blank: (() => T) | null) {
  return z
    .string()
    .nullish()
    .transform((given, context): T | string => {
      const text = normaliseText(given ?? '', 'NFC')
        .replace(/\r\n?/g, '\n')
        .trim()
      if (text === '' && blank !== null) return blank()
      if (text !== '' && text.length <= max) return text
      addFault(context, text === '' ? FIELD_FAULTS.missing : tooLong(max))
      return z.NEVER
    })
}
