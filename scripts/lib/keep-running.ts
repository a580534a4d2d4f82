import { setTimeout as pauseFor } from 'node:timers/promises'
import type { Sqld } from './sqld.ts'

/** Pauses before each new start; after the last one nobody tries any more. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000]
/** One that ran so long has proved itself: the next end counts as the first. */
const PROVED_MS = 60_000

/**
 * A libSQL server that is started again where it ends unasked, always on the same address. After
 * five starts in a row that did not last, `onGivenUp` is told, once.
 */
export async function keepRunning(input: {
  start: () => Promise<Sqld>
  word: (line: string) => void
  onGivenUp: (line: string) => void
}): Promise<Pick<Sqld, 'url' | 'stop'>> {
  const { start, word, onGivenUp } = input
  const stopped = new AbortController()
  const { signal } = stopped
  let current = await start()

  const watch = async (): Promise<void> => {
    let attempt = 0
    while (!signal.aborted) {
      const startedAt = Date.now()
      let how = await current.exited
      if (Date.now() - startedAt > PROVED_MS) attempt = 0
      for (let isUp = false; !isUp && !signal.aborted; attempt++) {
        const pauseMs = PAUSES_MS[attempt]
        if (pauseMs === undefined) {
          onGivenUp(`Máy chủ dữ liệu (sqld) dừng liên tiếp ${attempt} lần, lần cuối: ${how}.`)
          return
        }
        word(
          `Máy chủ dữ liệu (sqld) dừng ngoài ý muốn (${how}); chạy lại sau ${inSeconds(pauseMs)} giây…`,
        )
        await pauseFor(pauseMs, undefined, { signal }).catch(() => undefined)
        if (signal.aborted) return
        try {
          current = await start()
          isUp = true
          word('Máy chủ dữ liệu (sqld) đã chạy lại.')
        } catch (error) {
          how = error instanceof Error ? error.message : String(error)
        }
      }
    }
  }
  const watching = watch()
  return {
    url: current.url,
    stop: async () => {
      stopped.abort()
      await current.stop()
      await watching
      // One that was just coming up when we were asked to stop.
      await current.stop()
    },
  }
}

function inSeconds(ms: number): string {
  return (ms / 1_000).toLocaleString('vi-VN')
}
