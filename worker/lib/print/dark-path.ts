import type { QrMatrix } from './qr-matrix.ts'

/** A QR symbol as one SVG path in units of a module: a rectangle for every run of dark ones in a row. */
export function darkPath({ size, modules }: QrMatrix): string {
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules[row * size + column] !== 1) continue
      const start = column
      while (column < size && modules[row * size + column] === 1) column++
      path += `M${start} ${row}h${column - start}v1h${start - column}z`
    }
  }
  return path
}
