import type { QrMatrix } from './qr-matrix.ts'

/** Packs a symbol into rows of bits, first module in the highest bit, each row a whole number of bytes. */
export function packMatrix({ size, modules }: QrMatrix, into: Uint8Array): void {
  let from = 0
  let to = 0
  for (let row = 0; row < size; row++) {
    let bits = 1
    for (let column = 0; column < size; column++) {
      bits = (bits << 1) | (modules[from++] ?? 0)
      if (bits > 0xff) {
        into[to++] = bits & 0xff
        bits = 1
      }
    }
    if (bits > 1) {
      while (bits <= 0xff) bits <<= 1
      into[to++] = bits & 0xff
    }
  }
}
