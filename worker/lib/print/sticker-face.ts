/** The design of one sticker. Lengths in mm. */
export type StickerFace = {
  readonly widthMm: number
  readonly heightMm: number
  /** Kept free around the code's quiet zone, for sheets that feed a little askew. */
  readonly edgeMm: number
  /** What `edgeMm` gives way to when the smallest allowed module needs it. */
  readonly tightEdgeMm: number
  /** Kept free between text and the sticker's edge. */
  readonly marginMm: number
  /** Height of the line of text across the bottom; 0 without one. */
  readonly footerMm: number
  /** Narrowest text column beside the code. */
  readonly leastTextMm: number
  /** `least`: code, serial. `brief`: with product and lot. `complete`: all that is declared. */
  readonly content: 'least' | 'brief' | 'complete'
  /** Type sizes are those of the design times this. */
  readonly scale: number
}
