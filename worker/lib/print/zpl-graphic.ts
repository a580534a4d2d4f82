import type { QrMatrix } from './qr-matrix.ts'

/**
 * A symbol as a ZPL graphic field, `dots` printer dots per module: hexadecimal rows, each repeated
 * row written ":" (ZPL II programming guide, ^GF and alternative data compression).
 */
export function zplGraphic({ size, modules }: QrMatrix, dots: number): string {
  const bytesPerRow = Math.ceil((size * dots) / 8)
  const total = bytesPerRow * size * dots
  const repeats = ':'.repeat(dots - 1)
  const bits = new Uint8Array(bytesPerRow)
  let data = ''
  for (let row = 0; row < size; row++) {
    bits.fill(0)
    for (let column = 0; column < size; column++) {
      if (modules[row * size + column] !== 1) continue
      for (let dot = column * dots; dot < (column + 1) * dots; dot++) {
        bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7))
      }
    }
    for (const byte of bits) data += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16)
    data += repeats
  }
  return `^GFA,${total},${total},${bytesPerRow},${data.toUpperCase()}`
}
