import type { SheetLimits } from '../limits.ts'
import { atMost, SheetProblemError } from '../problem.ts'

/** What is kept so far over the whole workbook. */
export interface TextBudget {
  length: number
}

/** What a text costs beside its characters, so that many short ones are not free. */
const PER_TEXT = 24

/** Counts a text that is kept. */
export function keepText(kept: TextBudget, length: number, limits: SheetLimits): void {
  kept.length += length + PER_TEXT
  if (kept.length > limits.maxTextLength) {
    throw new SheetProblemError(
      'too_much_text',
      String(kept.length),
      atMost(limits.maxTextLength, 'ký tự'),
    )
  }
}

/** Refuses a text longer than a cell can hold, before it is put together. */
export function checkLength(length: number, limits: SheetLimits): void {
  if (length > limits.maxCellLength) {
    throw new SheetProblemError(
      'cell_too_long',
      String(length),
      atMost(limits.maxCellLength, 'ký tự một ô'),
    )
  }
}
