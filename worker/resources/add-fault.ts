import type { LocalText } from '../lib/text/local-text.ts'

type Issue = {
  readonly code: 'custom'
  readonly message: string
  readonly params: { readonly text: LocalText }
  readonly path: PropertyKey[]
}

/** What a transform or a check finds wrong, in every language; `at` is a field below. */
export function addFault(
  context: { addIssue(issue: Issue): void },
  text: LocalText,
  at: readonly PropertyKey[] = [],
): void {
  context.addIssue({ code: 'custom', message: text.vi, params: { text }, path: [...at] })
}
