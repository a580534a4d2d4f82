import * as z from 'zod'
import type { LocalText } from '../lib/text/local-text.ts'

type Context = { readonly addIssue: (issue: z.core.$ZodRawIssue) => void }

/** Ends a transform with what there is to mend, in every language; `at` is a field below. */
export function addFault(context: Context, text: LocalText, at: readonly string[] = []): never {
  context.addIssue({
    code: 'custom',
    message: text.vi,
    params: { text },
    path: [...at],
    input: undefined,
  })
  return z.NEVER as never
}
