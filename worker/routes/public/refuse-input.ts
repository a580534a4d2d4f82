import type { z } from '@hono/zod-openapi'
import { invalidIssues } from '../../verbs/guard/parse-input.ts'

type Result =
  | { readonly success: true }
  | { readonly success: false; readonly error: Pick<z.ZodError, 'issues'>; readonly data?: unknown }

/** What the router calls with the outcome of every validation: throws `invalid_input` on a bad one. */
export function refuseInput(result: Result): void {
  if (!result.success) throw invalidIssues(result.error.issues, result.data)
}
