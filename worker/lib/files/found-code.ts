/** A QR code a reader found in a picture. */
export type FoundCode = {
  /** Null where it was found and could not be read. */
  readonly text: string | null
  /** Of its error correction, the share that was not needed, 0 to 1; null where that is not known. */
  readonly unused: number | null
  /** Modules on a side. */
  readonly modules: number | null
  /** The corners of its dark part in pixels: top left, top right, bottom right, bottom left. */
  readonly corners: readonly Point[]
}

export type Point = { readonly x: number; readonly y: number }
