import { prepareZXingModule } from 'zxing-wasm/reader'
import type { DecodeAnswer, DecodeAsk } from './decode-message.ts'
import { readCodes } from './read-codes.ts'

/** Where the build put ZXing's wasm. */
declare const ZXING_URL: string

/*
 * Reads codes in pictures on a thread of its own, so that the screen goes on while it works. It runs
 * under the policy of its own answer, which alone lets wasm be compiled.
 */
prepareZXingModule({ overrides: { locateFile: () => ZXING_URL } })

addEventListener('message', (event: MessageEvent<DecodeAsk>) => {
  void read(event.data).then((answer) => workerScope().postMessage(answer))
})

async function read({ id, width, height, data, thorough }: DecodeAsk): Promise<DecodeAnswer> {
  const picture = new ImageData(new Uint8ClampedArray(data), width, height)
  const codes = await readCodes(picture, { thorough }).catch(() => null)
  return { id, codes }
}

/** The library of this project's types is that of pages; here runs a worker. */
function workerScope(): { postMessage(answer: DecodeAnswer): void } {
  return globalThis as unknown as { postMessage(answer: DecodeAnswer): void }
}
