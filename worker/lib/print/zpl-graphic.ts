import type { QrMatrix } from './qr-matrix.ts'

/**
 * A symbol as a ZPL graphic field, `dots` printer dots per module: hexadecimal rows, each repeated
 * row written ":" (ZPL II programming guide, ^GF and alternative data compression).
 */
export function zplGraphic({ size, modules }: QrMatrix, dots: number): string {
  const graphic = zplDots({ width: size, height: size, dots: modules }, dots)
  return `^GFA,${graphic.bytes},${graphic.bytes},${graphic.bytesPerRow},${graphic.data}`
}

/** Rows of dots in hexadecimal, each drawn `times` as wide and high. */
export function zplDots(
  of: { readonly width: number; readonly height: number; readonly dots: Uint8Array },
  times: number,
): { readonly bytes: number; readonly bytesPerRow: number; readonly data: string } {
  const { width, height } = of
  const bytesPerRow = Math.ceil((width * times) / 8)
  const repeats = ':'.repeat(times - 1)
  const bits = new Uint8Array(bytesPerRow)
  let data = ''
  for (let row = 0; row < height; row++) {
    bits.fill(0)
    for (let column = 0; column < width; column++) {
      if (of.dots[row * width + column] !== 1) continue
      for (let dot = column * times; dot < (column + 1) * times; dot++) {
        bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7))
      }
    }
    for (const byte of bits) data += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16)
    data += repeats
  }
  return { bytes: bytesPerRow * height * times, bytesPerRow, data: data.toUpperCase() }
}
