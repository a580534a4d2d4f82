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
  readonly maxColumns: number
  readonly maxCellLength: number
  readonly maxMerges: number
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
  maxColumns: 256,
  maxCellLength: 32_767,
  maxMerges: 100_000,
}
