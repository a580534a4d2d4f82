import type { PrintLabels } from './label.ts'

/** A part of a file, and what its end must know of it (empty where that is nothing). */
export type FilePart = { readonly bytes: Uint8Array; readonly notes: Uint8Array }

/** Where a part begins: labels and bytes before it. */
export type PartPlace = { readonly labels: number; readonly length: number }

/**
 * A file of labels made in parts, each by itself and in another process if need be; joined they are the
 * file, byte for byte as if it had been made at once.
 */
export type PartedFile = {
  /** Every part has so many labels, the last one at most. */
  readonly labelsPerPart: number
  readonly part: (place: PartPlace, labels: PrintLabels) => Promise<FilePart>
  /** What follows the last part, from the notes of all of them in order; may be empty. */
  readonly end: (place: PartPlace, notes: readonly Uint8Array[]) => Promise<Uint8Array>
}

export const NO_NOTES = new Uint8Array(0)
