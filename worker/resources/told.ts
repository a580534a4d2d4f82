import type * as z from 'zod'
import type { LocalText } from '../lib/text/local-text.ts'

/**
 * A check's own words, in every language: `z.string().min(1, told(FIELD_FAULTS.missing))`. They
 * travel with the issue as `params.text`, because a message is one text only.
 */
export function told(text: LocalText): { readonly error: z.core.$ZodErrorMap } {
  return {
    error: (issue) => {
      Object.assign(issue, { params: { text } })
      return text.vi
    },
  }
}
