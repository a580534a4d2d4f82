import type { FoundCode } from '../../lib/files/found-code.ts'

/** What a photo of a printed sample says of the printer and the stock. */
export const READ_BACKS = [
  'readable',
  'narrow',
  'quiet_zone',
  'other_code',
  'unreadable',
  'blurred',
  'none',
] as const
export type ReadBack = (typeof READ_BACKS)[number]

/** A code with less of its error correction left would not outlive a scratch. */
const LEAST_UNUSED = 0.35
/** Share of the border that may be dark: noise, the shadow of an edge. */
const MOST_DARK = 0.12
/** Below it no edge in the picture is sharp (variance of its Laplacian). */
const LEAST_SHARPNESS = 60

/**
 * The first that holds: codes of samples are judged by the best of them, so that one label of a sheet is
 * enough. `margins` are the shares of each code's border that are dark.
 */
export function judgeReadBack(seen: {
  readonly codes: readonly (FoundCode & { readonly darkMargin: number | null })[]
  readonly isSample: (text: string) => boolean
  readonly sharpness: number
}): ReadBack {
  const { codes, isSample, sharpness } = seen
  const read = codes.flatMap((code) => (code.text === null ? [] : [{ ...code, text: code.text }]))
  const samples = read.filter(({ text }) => isSample(text))
  if (samples.length > 0) {
    const whole = samples.filter(({ darkMargin }) => (darkMargin ?? 1) <= MOST_DARK)
    if (whole.length === 0) return 'quiet_zone'
    return whole.some(({ unused }) => (unused ?? 1) >= LEAST_UNUSED) ? 'readable' : 'narrow'
  }
  if (read.length > 0) return 'other_code'
  if (sharpness < LEAST_SHARPNESS) return 'blurred'
  return codes.length > 0 ? 'unreadable' : 'none'
}
