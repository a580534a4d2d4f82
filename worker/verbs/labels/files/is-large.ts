import type { LabelFormat } from '../label-file.ts'

/** Made while somebody waits: a second or two of a telephone's patience, a third of one here. */
const AT_ONCE = 2_000

/** Files beyond this, hundreds of megabytes, are streamed to who can wait and kept nowhere. */
const MOST: Readonly<Record<LabelFormat, number>> = {
  csv: 200_000,
  pdf: 200_000,
  zpl: 50_000,
  svg: 20_000,
}

/** Whether a file of so many labels is made in the background. */
export function isLarge(file: { readonly format: LabelFormat; readonly labels: number }): boolean {
  return file.labels > AT_ONCE && file.labels <= MOST[file.format]
}
