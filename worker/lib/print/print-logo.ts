import { base64Bytes } from './bytes.ts'

/** A logo as labels show it: dark or not, one bit a dot, rows of whole bytes. */
export type PrintLogo = {
  readonly width: number
  readonly height: number
  readonly base64: string
}

/** Whether each dot is dark, row by row. */
export function logoDots({ width, height, base64 }: PrintLogo): Uint8Array {
  const bytes = base64Bytes(base64)
  const perRow = Math.ceil(width / 8)
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width]
    const byte = bytes[row * perRow + (column >> 3)] ?? 0
    return (byte >> (7 - (column & 7))) & 1
  })
}

/** The logo in as many dots as a printer has room for: each is that nearest to it. */
export function resizedDots(
  logo: PrintLogo,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const dots = logoDots(logo)
  const nearest = (at: number, from: number, to: number) =>
    Math.min(from - 1, Math.floor(((at + 0.5) * from) / to))
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const row = nearest(Math.floor(at / width), logo.height, height)
    const column = nearest(at % width, logo.width, width)
    return dots[row * logo.width + column] ?? 0
  })
}
