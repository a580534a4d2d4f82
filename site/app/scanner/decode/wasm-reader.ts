import type { SeenCode } from '../judge/in-frame.ts'
import type { DecodeAnswer, DecodeAsk } from './decode-message.ts'

/** Where the build put the worker. */
declare const DECODER_URL: string

/** Reads codes in pictures; null where the reader could not be loaded, as without signal the first time. */
export type PictureReader = {
  readonly read: (
    picture: ImageData,
    how: { readonly thorough: boolean },
  ) => Promise<readonly SeenCode[] | null>
  readonly close: () => void
}

/** A first picture waits for the reader to be fetched and compiled. */
const PATIENCE_MS = 30_000

/** ZXing as wasm, in a worker that is started with the first picture. */
export function wasmReader(): PictureReader {
  let worker: Worker | null = null
  let count = 0
  const waiting = new Map<number, (codes: readonly SeenCode[] | null) => void>()
  const failAll = () => {
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
    worker?.terminate()
    worker = null
  }
  const start = (): Worker => {
    const made = new Worker(DECODER_URL)
    made.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
      waiting.get(data.id)?.(data.codes)
      waiting.delete(data.id)
    })
    made.addEventListener('error', failAll)
    return made
  }
  return {
    read: (picture, { thorough }) =>
      new Promise((resolve) => {
        const id = ++count
        const timer = setTimeout(failAll, PATIENCE_MS)
        waiting.set(id, (codes) => {
          clearTimeout(timer)
          resolve(codes)
        })
        try {
          worker ??= start()
          const { width, height } = picture
          const data = picture.data.buffer as ArrayBuffer
          const ask: DecodeAsk = { id, width, height, data, thorough }
          worker.postMessage(ask, [data])
        } catch {
          failAll()
        }
      }),
    close: failAll,
  }
}
