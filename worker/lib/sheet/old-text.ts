import type { OldTextKind } from '../text/old-text/old-text.ts'

/** Cells of a workbook that are written in an old encoding, and how they would read in Unicode. */
export interface OldTextFinding {
  readonly kind: OldTextKind
  /** Cells that are, or were, written so. */
  readonly cells: number
  readonly samples: readonly OldTextSample[]
}

export interface OldTextSample {
  readonly sheet: string
  /** `B2`. */
  readonly cell: string
  readonly before: string
  readonly after: string
}
