import * as z from 'zod'
import type { LocalText } from '../lib/text/local-text.ts'

type Issue = {
  readonly code: 'custom'
  readonly message: string
  readonly params: { readonly text: LocalText }
  readonly path: PropertyKey[]
}

/** Ends a transform with what there is to mend, in every language; `at` is a field below. */
export function addFault(
  context: { addIssue(issue: Issue): void },
  text: LocalText,
  at: readonly PropertyKey[] = [],
): never {
  context.addIssue({ code: 'custom', message: text.vi, params: { text }, path: [...at] })
  return z.NEVER
}
