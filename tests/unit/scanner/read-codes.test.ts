import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule } from 'zxing-wasm/reader'
import { readCodes } from '../../../site/app/scanner/decode/read-codes.ts'
import { inFrame } from '../../../site/app/scanner/judge/in-frame.ts'
import { HIGH, pictureOf, WIDE } from '../../support/camera-film.ts'

const { resolve } = createRequire(import.meta.url)
const vectors = readFileSync(new URL('../../../site/public/verify-vectors.json', import.meta.url))
const { cases } = JSON.parse(vectors.toString()) as { cases: { text: string }[] }
const LABEL = cases[0]?.text ?? ''
const OTHER = cases[3]?.text ?? ''
const FOREIGN = 'https://checkvn.mae.gov.vn/tem/123'

beforeAll(async () => {
  const wasmBinary = new Uint8Array(readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm')))
  await prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer }, fireImmediately: true })
})

type Luma = (x: number, y: number) => number

/** What the camera makes of a picture: each point from those around it. */
async function seenIn(picture: Buffer, to: (at: Luma) => Luma = (at) => at) {
  const at: Luma = (x, y) => picture[Math.min(HIGH - 1, y) * WIDE + Math.min(WIDE - 1, x)] ?? 0
  const made = to(at)
  const data = new Uint8ClampedArray(WIDE * HIGH * 4).fill(255)
  for (let y = 0; y < HIGH; y++) {
    for (let x = 0; x < WIDE; x++) data.fill(made(x, y), (y * WIDE + x) * 4, (y * WIDE + x) * 4 + 3)
  }
  const image = { data, width: WIDE, height: HIGH, colorSpace: 'srgb' } as ImageData
  return inFrame(await readCodes(image, { thorough: false }))
}

/** Blurred by the mean of a square so wide. */
const blurred =
  (wide: number) =>
  (at: Luma): Luma =>
  (x, y) => {
    let sum = 0
    for (let i = 0; i < wide; i++) for (let j = 0; j < wide; j++) sum += at(x + i, y + j)
    return sum / (wide * wide)
  }

/** As far too coarse a picture has it. */
const coarse =
  (wide: number) =>
  (at: Luma): Luma =>
  (x, y) =>
    at(x - (x % wide), y - (y % wide))

describe('a label before the camera', () => {
  const plain = pictureOf([LABEL])
  const read = { kind: 'one', text: LABEL, beside: [] }

  it('is read as printed, light on dark, upside down, in bad light and a little blurred', async () => {
    expect(await seenIn(plain)).toEqual(read)
    expect(await seenIn(plain, (at) => (x, y) => 255 - at(x, y))).toEqual(read)
    expect(await seenIn(plain, (at) => (x, y) => at(WIDE - 1 - x, HIGH - 1 - y))).toEqual(read)
    expect(await seenIn(plain, (at) => (x, y) => 20 + at(x, y) / 6)).toEqual(read)
    expect(await seenIn(plain, blurred(5))).toEqual(read)
  })

  it('is not read where it is unclear or cut off, and nothing else is made of it', async () => {
    for (const to of [
      coarse(19),
      (at: Luma): Luma =>
        (x, y) =>
          x > 330 ? 120 : at(x, y),
    ]) {
      expect((await seenIn(plain, to)).kind).toBeOneOf(['nothing', 'blurred'])
    }
    expect(await seenIn(pictureOf([]))).toEqual({ kind: 'nothing' })
  })

  it('is told from another label, and from somebody else’s code beside it', async () => {
    expect(await seenIn(pictureOf([LABEL, OTHER]))).toEqual({ kind: 'several', labels: 2 })
    expect(await seenIn(pictureOf([LABEL, FOREIGN]))).toEqual({ ...read, beside: [FOREIGN] })
    expect(await seenIn(pictureOf([FOREIGN]))).toMatchObject({ kind: 'one', text: FOREIGN })
  })
})
