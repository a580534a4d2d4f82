import type { PrintLabel } from './label.ts'

/** The PIN of a label whose run has them; a label without it must not leave the printer. */
export function pinOf({ serial, pin }: PrintLabel): string {
  if (pin === undefined) throw new Error(`label ${serial} lacks its PIN`)
  return pin
}

/** A PIN as it is printed, in two halves for reading aloud. */
export function pinText(pin: string): string {
  const half = Math.ceil(pin.length / 2)
  return `${pin.slice(0, half)} ${pin.slice(half)}`
}
