import type { z } from '@hono/zod-openapi'
import { invalidInput } from '../../verbs/guard/parse-input.ts'

type Result =
  | { readonly success: true }
  | { readonly success: false; readonly error: Pick<z.ZodError, 'issues'> }

/** What the router calls with the outcome of every validation: throws `invalid_input` on a bad one. */
export function refuseInput(result: Result): void {
  if (result.success) return
  const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw invalidInput(errors)
}
