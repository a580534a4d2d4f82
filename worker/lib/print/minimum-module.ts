import type { PrintProfile } from './label.ts'

/**
 * Smallest module a label may be printed with, in mm. `gs1`: the least X-dimension of a QR code
 * with GS1 Digital Link syntax (GS1 General Specifications, symbol specification table 1). The
 * others: what a phone of the last ten years reads at arm's length from an office printer.
 */
export const minimumModuleMm: Readonly<Record<PrintProfile, number>> = {
  compact: 0.33,
  full: 0.33,
  gs1: 0.396,
}

/** Largest module in mm: the greatest X-dimension GS1 allows there; larger reads no better. */
export const MAXIMUM_MODULE_MM = 0.99
