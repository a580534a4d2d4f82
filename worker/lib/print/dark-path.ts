import type { QrMatrix } from './qr-matrix.ts'

/** A QR symbol as one SVG path in units of a module. */
export function darkPath({ size, modules }: QrMatrix): string {
  return dotsPath({ width: size, height: size, dots: modules })
}

/** Dots as one SVG path: a rectangle for every run of dark ones in a row. */
export function dotsPath(of: {
  readonly width: number
  readonly height: number
  readonly dots: Uint8Array
}): string {
  const { width, height, dots } = of
  let path = ''
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (dots[row * width + column] !== 1) continue
      const start = column
      while (column < width && dots[row * width + column] === 1) column++
      path += `M${start} ${row}h${column - start}v1h${start - column}z`
    }
  }
  return path
}
