/** What somebody wrote in place of a cell's content: nothing empties it. */
export type CellMend = {
  /** As `C12`. */
  readonly cell: string
  readonly text: string
}

/** A cell with what it said in the file and what it says now. */
export type CellMended = {
  readonly cell: string
  readonly before: string
  readonly after: string
}

/** A mend of a list, which may have several sheets. */
export type SheetMend = CellMend & { readonly sheet: string }
export type SheetMended = CellMended & { readonly sheet: string }
