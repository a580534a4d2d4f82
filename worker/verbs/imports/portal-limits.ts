import { SHEET_LIMITS, type SheetLimits } from '../../lib/sheet/limits.ts'

const MIB = 1024 * 1024

/** Bytes of a list that may be handed in through the portal. */
export const UPLOAD_MAX_BYTES = 15 * MIB

/** What a list handed in through the portal may hold: a Worker has 128 MB for everything. */
export const UPLOAD_LIMITS: SheetLimits = {
  ...SHEET_LIMITS,
  maxFileBytes: UPLOAD_MAX_BYTES,
  maxEntryBytes: 96 * MIB,
  maxTotalBytes: 128 * MIB,
  maxRatio: 120,
  maxRows: 30_000,
  maxCells: 900_000,
  maxTextLength: 24_000_000,
}

/** Cells of a list that may be mended on the screen, and characters of each: more is mended in the file. */
export const MOST_MENDS = 200
export const MOST_MEND_CHARACTERS = 500
