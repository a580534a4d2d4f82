/** What a workbook may at most contain. Guards against files made to exhaust memory. */
export interface SheetLimits {
  readonly maxFileBytes: number
  readonly maxZipEntries: number
  /** Inflated size of one entry, and of all entries that are read. */
  readonly maxEntryBytes: number
  readonly maxTotalBytes: number
  /** Inflated over stored size, once an entry is past `ratioFromBytes`. */
  readonly maxRatio: number
  readonly ratioFromBytes: number
  readonly maxSheets: number
  /** Rows with content, over all sheets. */
  readonly maxRows: number
  /** Rows of a CSV, empty ones too: as many as a spreadsheet can show. */
  readonly maxLines: number
  readonly maxColumns: number
  /** Cells over all sheets, counted up to the last filled one of each row. */
  readonly maxCells: number
  /** Characters that are kept of an xlsx, in cells and in shared strings. */
  readonly maxTextLength: number
  readonly maxCellLength: number
  readonly maxMerges: number
  /** Cells that merged ranges are spread over. */
  readonly maxMergedCells: number
  /** Cell styles and number formats. Excel knows 65,490. */
  readonly maxStyles: number
}

const MIB = 1024 * 1024

/** A list of 100,000 rows and 20 columns takes about 90 MB inflated, at a ratio of 10 to 40. */
export const SHEET_LIMITS: SheetLimits = {
  maxFileBytes: 64 * MIB,
  maxZipEntries: 2_000,
  maxEntryBytes: 320 * MIB,
  maxTotalBytes: 480 * MIB,
  maxRatio: 250,
  ratioFromBytes: 4 * MIB,
  maxSheets: 100,
  maxRows: 200_000,
  maxLines: 1_048_576,
  maxColumns: 256,
  maxCells: 5_000_000,
  maxTextLength: 100_000_000,
  maxCellLength: 32_767,
  maxMerges: 100_000,
  maxMergedCells: 1_000_000,
  maxStyles: 65_490,
}
