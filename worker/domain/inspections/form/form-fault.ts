import type { LocalText } from '../../../lib/text/local-text.ts'

/** What to mend in the file of a form: the sheet, the row as the spreadsheet numbers it, the heading. */
export type FormFault = {
  readonly sheet: string
  readonly row: number | null
  readonly column: string | null
  readonly text: LocalText
}

/** Faults told at once; whoever has more mends these first. */
export const MOST_FAULTS = 50
