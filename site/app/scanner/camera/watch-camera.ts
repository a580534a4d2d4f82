import { nativeReader } from '../decode/native-reader.ts'
import type { PictureReader } from '../decode/wasm-reader.ts'
import { inFrame, NOTHING_YET, type SeenCode, type Step, step } from '../judge/in-frame.ts'
import { frameTaker } from './picture-of.ts'

/** Between two looks: what is left of the time belongs to the screen. */
const PAUSE_MS = 60
/** Where the browser's own reader finds nothing for so long, ZXing looks too: it reads inverted codes. */
const SECOND_LOOK_MS = 1_500

/** When a picture was looked at, and how long reading its codes took, in milliseconds of the page. */
export type LookedAt = { readonly at: number; readonly readMs: number }

/**
 * Looks at one picture after another until it is stopped, and tells what is to be done about each.
 * `unreadable` where there is nothing to read with.
 */
export function watchCamera(given: {
  readonly video: HTMLVideoElement
  readonly wasm: PictureReader
  /** A clock that is never set back. */
  readonly now: () => number
  readonly onTell: (tell: Step['tell'], looked: LookedAt) => void
  readonly onUnreadable: () => void
}): () => void {
  const { video, wasm, now, onTell, onUnreadable } = given
  const take = frameTaker()
  let isOver = false
  let state = NOTHING_YET
  let foundAt = now()
  let hasWasm = true
  const look = async (native: Awaited<ReturnType<typeof nativeReader>>) => {
    const found = native === null ? [] : await native(video).catch(() => [])
    if (found.length > 0) foundAt = now()
    const isEnough = native !== null && (!hasWasm || now() - foundAt < SECOND_LOOK_MS)
    const frame = isEnough ? null : take(video)
    if (frame === null) return found
    const codes = await wasm.read(frame, { thorough: false })
    hasWasm = codes !== null
    return codes ?? (native === null ? null : found)
  }
  const run = async () => {
    const native = await nativeReader()
    while (!isOver) {
      const at = now()
      const codes: readonly SeenCode[] | null = isReady(video) ? await look(native) : []
      if (isOver) return
      if (codes === null) return onUnreadable()
      const { next, tell } = step(state, inFrame(codes), now())
      state = next
      onTell(tell, { at, readMs: now() - at })
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  void run()
  return () => {
    isOver = true
  }
}

function isReady(video: HTMLVideoElement): boolean {
  return video.readyState >= video.HAVE_CURRENT_DATA && document.visibilityState === 'visible'
}
