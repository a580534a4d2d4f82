import { z } from '@hono/zod-openapi'
import { LANGUAGES } from '../../lib/text/local-text.ts'

/** Rows of a page unless asked otherwise, and at most. */
export const PAGE_ROWS = { usual: 50, most: 100 } as const

/** A text of a query; an empty parameter is one that was left out. */
export const textField = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .optional()
    .transform((value) => (value === undefined || value === '' ? null : value))

/** A schema of a query that an empty parameter fits too, as one that was left out. */
export const orEmpty = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => null), schema]).optional()

export const cursorField = textField(400).openapi({
  description: 'Where the list goes on: the `nextCursor` of the page before.',
  maxLength: 400,
})

export const limitField = orEmpty(z.coerce.number().int().min(1).max(PAGE_ROWS.most)).openapi({
  type: 'integer',
  minimum: 1,
  maximum: PAGE_ROWS.most,
  default: PAGE_ROWS.usual,
})

/** An instant with its offset, as epoch milliseconds. */
export const sinceField = orEmpty(
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
).openapi({
  type: 'string',
  format: 'date-time',
  description:
    'Only what was recorded, changed or taken back from then on. Ask the next time with `nextSince` of the answer.',
})

export const langField = z
  .string()
  .optional()
  .openapi({
    type: 'string',
    enum: [...LANGUAGES],
    description: 'The language of sentences, before `Accept-Language`; any other is not heeded.',
  })

/**
 * The query of an operation: what it does not know is refused by name, for whoever mistypes a filter
 * would take the whole list for what they asked for.
 */
export function knownQuery<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ ...shape, lang: langField })
}
