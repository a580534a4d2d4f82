/** Segments or chunks of a picture: programs write some thousands at most, and each costs its reader time. */
export const MOST_PIECES = 20_000

export type KeptBytes = {
  readonly add: (piece: Uint8Array) => void
  readonly all: () => Uint8Array
}

/**
 * Pieces of a file put behind one another in room made once: a file of millions of pieces takes no
 * more memory than one of a few.
 */
export function keptBytes(most: number): KeptBytes {
  const room = new Uint8Array(most)
  let length = 0
  return {
    add: (piece) => {
      room.set(piece, length)
      length += piece.length
    },
    all: () => room.subarray(0, length),
  }
}
