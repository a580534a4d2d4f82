import type { LocalText } from '../../lib/text/local-text.ts'

/** What cannot be, and on which input to say so. */
export type EntryFault = { readonly path: string; readonly text: LocalText }

/** What hardly can be meant. Answered with yes (`confirm: [code]`), the entry is kept with the question on it. */
export type EntryQuestion = {
  readonly code: string
  readonly path: string
  readonly text: LocalText
}
