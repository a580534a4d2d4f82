import type * as z from 'zod'
import vi from 'zod/v4/locales/vi.js'
import { type FieldError, Problem } from '../errors.ts'

const VIETNAMESE = vi().localeError

/**
 * Reads what a caller sent by its schema; throws `invalid_input` with one Vietnamese sentence a
 * field when it does not fit.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { error: VIETNAMESE })
  if (result.success) return result.data
  throw invalidInput(
    result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  )
}

/** An `invalid_input` problem naming each field that does not fit. */
export function invalidInput(errors: readonly FieldError[]): Problem {
  const list = errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  return new Problem({
    code: 'invalid_input',
    text: {
      vi: `Dữ liệu chưa đúng. ${list.join(' ')}`,
      en: `The input is not valid. ${list.join(' ')}`,
      zh: `输入有误。${list.join(' ')}`,
    },
    errors,
  })
}
