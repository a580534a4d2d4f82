import type { LocalText } from '../../lib/text/local-text.ts'

/** What cannot be, and on which input to say so. */
export type EntryFault = { readonly path: string; readonly text: LocalText }

/** What hardly can be meant. Answered with yes (`confirm: [code]`), the entry is kept with the question on it. */
export type EntryQuestion = {
  readonly code: string
  readonly path: string
  readonly text: LocalText
}

/** What stands on an entry beside what it says: a question answered with yes, or something noticed. */
export type EntryFinding = {
  readonly code: string
  readonly text: LocalText
  /** True where somebody was asked and said that it is so. */
  readonly isConfirmed: boolean
}
