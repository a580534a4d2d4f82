import type { GiveWay } from '../steps/give-way.ts'

/** Pixels of four bytes: red, green, blue and how much of it covers what is behind. */
export type Pixels = {
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/**
 * A picture made narrower, on white: each pixel is the mean of those it stands for. Others are given
 * their turn between rows.
 */
export async function shrinkPixels(
  pixels: Pixels,
  { width, giveWay }: { readonly width: number; readonly giveWay: GiveWay },
): Promise<Pixels> {
  const height = Math.max(1, Math.round((pixels.height * width) / pixels.width))
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    shrinkRow(pixels, { data, width, height, y })
    const rest = giveWay()
    if (rest !== undefined) await rest
  }
  return { data, width, height }
}

function shrinkRow(
  from: Pixels,
  to: { data: Uint8ClampedArray; width: number; height: number; y: number },
): void {
  const { data, width, height, y } = to
  const top = Math.floor((y * from.height) / height)
  const bottom = Math.max(top + 1, Math.ceil(((y + 1) * from.height) / height))
  for (let x = 0; x < width; x++) {
    const left = Math.floor((x * from.width) / width)
    const right = Math.max(left + 1, Math.ceil(((x + 1) * from.width) / width))
    let [red, green, blue] = [0, 0, 0]
    for (let row = top; row < bottom; row++) {
      let at = (row * from.width + left) * 4
      for (let column = left; column < right; column++, at += 4) {
        const cover = (from.data[at + 3] ?? 255) / 255
        const white = 255 * (1 - cover)
        red += (from.data[at] ?? 0) * cover + white
        green += (from.data[at + 1] ?? 0) * cover + white
        blue += (from.data[at + 2] ?? 0) * cover + white
      }
    }
    const count = (bottom - top) * (right - left)
    const at = (y * width + x) * 4
    data[at] = red / count
    data[at + 1] = green / count
    data[at + 2] = blue / count
    data[at + 3] = 255
  }
}
