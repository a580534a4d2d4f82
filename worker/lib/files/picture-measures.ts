import type { GiveWay } from '../steps/give-way.ts'
import type { FoundCode, Point } from './found-code.ts'
import type { Pixels } from './shrink-pixels.ts'

/** Modules outside a code at which its border is looked at; the standard wants four to be white. */
const AT_MODULES = [1.5, 2.5, 3.2] as const
const SAMPLES_A_SIDE = 40

/** A picture as one byte a pixel, 0 black (ITU-R BT.601). */
export async function greyOf(
  { data, width, height }: Pixels,
  giveWay: GiveWay,
): Promise<{ readonly grey: Uint8Array; readonly width: number; readonly height: number }> {
  const grey = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let at = y * width; at < (y + 1) * width; at++) {
      const [red, green, blue] = [data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0]
      grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue
    }
    await giveWay()
  }
  return { grey, width, height }
}

type Grey = Awaited<ReturnType<typeof greyOf>>

/** How sharp the sharpest parts are: the variance of the Laplacian; a blurred picture has next to none. */
export async function sharpnessOf(
  { grey, width, height }: Grey,
  giveWay: GiveWay,
): Promise<number> {
  let [count, sum, squares] = [0, 0, 0]
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const around =
        (grey[at - 1] ?? 0) +
        (grey[at + 1] ?? 0) +
        (grey[at - width] ?? 0) +
        (grey[at + width] ?? 0)
      const bend = around - 4 * (grey[at] ?? 0)
      sum += bend
      squares += bend * bend
      count += 1
    }
    await giveWay()
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}

/**
 * The share of a code's border that is dark, or lies outside the picture: the white around it was cut,
 * printed over or not photographed. Null where its size is not known.
 */
export function darkMarginOf(grey: Grey, code: FoundCode): number | null {
  const { corners, modules } = code
  if (corners.length !== 4 || modules === null) return null
  const middle = tonesWithin(grey, corners)
  const threshold = (middle.dark + middle.light) / 2
  let [dark, all] = [0, 0]
  for (let side = 0; side < 4; side++) {
    const [from, to, inner] = [corners[side], corners[(side + 1) % 4], corners[(side + 2) % 4]]
    if (from === undefined || to === undefined || inner === undefined) return null
    // Outwards, as long as a module is.
    const out = { x: (to.x - inner.x) / modules, y: (to.y - inner.y) / modules }
    for (const modulesOut of AT_MODULES) {
      for (let step = 0; step <= SAMPLES_A_SIDE; step++) {
        const along = step / SAMPLES_A_SIDE
        const x = from.x + (to.x - from.x) * along + out.x * modulesOut
        const y = from.y + (to.y - from.y) * along + out.y * modulesOut
        all += 1
        if (toneAt(grey, { x, y }) < threshold) dark += 1
      }
    }
  }
  return dark / all
}

/** What lies outside the picture is dark: nobody has seen that it is white. */
function toneAt({ grey, width, height }: Grey, { x, y }: Point): number {
  const [column, row] = [Math.round(x), Math.round(y)]
  if (column < 0 || row < 0 || column >= width || row >= height) return 0
  return grey[row * width + column] ?? 0
}

/** The tones of dark and light modules: the tenth and ninetieth of a hundred looked at. */
function tonesWithin(grey: Grey, corners: readonly Point[]): { dark: number; light: number } {
  const [a, b, , d] = corners
  if (a === undefined || b === undefined || d === undefined) return { dark: 0, light: 255 }
  const tones: number[] = []
  for (let row = 1; row < 40; row++) {
    for (let column = 1; column < 40; column++) {
      const [u, v] = [column / 40, row / 40]
      const x = a.x + (b.x - a.x) * u + (d.x - a.x) * v
      const y = a.y + (b.y - a.y) * u + (d.y - a.y) * v
      tones.push(toneAt(grey, { x, y }))
    }
  }
  tones.sort((one, other) => one - other)
  const tenth = Math.floor(tones.length / 10)
  return { dark: tones[tenth] ?? 0, light: tones[tones.length - 1 - tenth] ?? 255 }
}
