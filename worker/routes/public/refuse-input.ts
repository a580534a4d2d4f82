import type { z } from '@hono/zod-openapi'
import { invalidInput } from '../../verbs/guard/parse-input.ts'

/** The outcome of a validation, as the router hands it to a hook. */
export type InputResult =
  | { readonly success: true }
  | { readonly success: false; readonly error: Pick<z.ZodError, 'issues'> }

/** What the router calls with the outcome of every validation: throws `invalid_input` on a bad one. */
export function refuseInput(result: InputResult): void {
  if (result.success) return
  const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw invalidInput(errors)
}
