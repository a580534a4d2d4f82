import type { GiveWay } from '../steps/give-way.ts'
import { type Pixels, shrinkPixels } from './shrink-pixels.ts'

/** A picture of dark dots: one bit each, rows of whole bytes, the first dot in the highest bit. */
export type Bitmap = { readonly width: number; readonly height: number; readonly bits: Uint8Array }

/** Lighter than this is paper. */
const PAPER = 245
const LEVELS = 256

/**
 * A picture in one colour, its empty edges cut off, at most so large: what is darker than the middle
 * between its light and its dark parts (Otsu 1979) is dark. Null for one that is all of one tone.
 */
export async function bitmapOf(
  pixels: Pixels,
  given: { readonly mostWidth: number; readonly mostHeight: number; readonly giveWay: GiveWay },
): Promise<Bitmap | null> {
  const { mostWidth, mostHeight, giveWay } = given
  const cut = await withoutEdges(pixels, giveWay)
  if (cut === null) return null
  const scale = Math.min(1, mostWidth / cut.width, mostHeight / cut.height)
  const width = Math.max(1, Math.round(cut.width * scale))
  const small = await shrinkPixels(cut, { width, giveWay })
  const tones = tonesOf(small)
  const threshold = middleOf(tones)
  return threshold === null ? null : packed(small, { tones, threshold })
}

/** How light a pixel is on white paper, 0 to 255 (ITU-R BT.601). */
function toneAt({ data }: Pixels, at: number): number {
  const cover = (data[at + 3] ?? 255) / 255
  const ink = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
  return Math.round(ink * cover + 255 * (1 - cover))
}

async function withoutEdges(pixels: Pixels, giveWay: GiveWay): Promise<Pixels | null> {
  const { width, height } = pixels
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (toneAt(pixels, (y * width + x) * 4) >= PAPER) continue
      if (x < left) left = x
      if (x > right) right = x
      if (top === height) top = y
      bottom = y
    }
    await giveWay()
  }
  if (right < 0) return null
  const [cutWidth, cutHeight] = [right - left + 1, bottom - top + 1]
  const data = new Uint8Array(cutWidth * cutHeight * 4)
  for (let y = 0; y < cutHeight; y++) {
    const from = ((top + y) * width + left) * 4
    data.set(pixels.data.subarray(from, from + cutWidth * 4), y * cutWidth * 4)
  }
  return { data, width: cutWidth, height: cutHeight }
}

function tonesOf(pixels: Pixels): Uint8Array {
  return Uint8Array.from({ length: pixels.width * pixels.height }, (_, at) =>
    toneAt(pixels, at * 4),
  )
}

/** The tone that parts light from dark best; null where there is one tone alone. */
function middleOf(tones: Uint8Array): number | null {
  const counts = new Float64Array(LEVELS)
  for (const tone of tones) counts[tone] = (counts[tone] ?? 0) + 1
  const sum = counts.reduce((total, count, tone) => total + count * tone, 0)
  let [darker, darkerSum, best, threshold] = [0, 0, 0, null as number | null]
  for (let tone = 0; tone < LEVELS; tone++) {
    darker += counts[tone] ?? 0
    darkerSum += tone * (counts[tone] ?? 0)
    const lighter = tones.length - darker
    if (darker === 0 || lighter === 0) continue
    const apart = darkerSum / darker - (sum - darkerSum) / lighter
    const between = darker * lighter * apart * apart
    if (between <= best) continue
    best = between
    threshold = tone
  }
  return threshold
}

function packed(
  { width, height }: Pixels,
  { tones, threshold }: { readonly tones: Uint8Array; readonly threshold: number },
): Bitmap {
  const perRow = Math.ceil(width / 8)
  const bits = new Uint8Array(perRow * height)
  tones.forEach((tone, at) => {
    if (tone > threshold) return
    const [row, column] = [Math.floor(at / width), at % width]
    const byte = row * perRow + (column >> 3)
    bits[byte] = (bits[byte] ?? 0) | (0x80 >> (column & 7))
  })
  return { width, height, bits }
}
