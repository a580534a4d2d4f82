import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import encoderOfJpeg from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js'
import { defaultOptions } from '@jsquash/jpeg/meta.js'
import { type CodecModules, wasmPictures } from '../../worker/platform/pictures/wasm-pictures.ts'

const { resolve } = createRequire(import.meta.url)
const compiled = (path: string) => new WebAssembly.Module(readFileSync(resolve(`@jsquash/${path}`)))

let modules: CodecModules | null = null

/** The codecs that are deployed, as Node reads them. */
function codecModules(): CodecModules {
  modules ??= {
    jpegDecoder: compiled('jpeg/codec/dec/mozjpeg_dec.wasm'),
    jpegEncoder: compiled('jpeg/codec/enc/mozjpeg_enc.wasm'),
    pngDecoder: compiled('png/codec/pkg/squoosh_png_bg.wasm'),
    webpDecoder: compiled('webp/codec/dec/webp_dec.wasm'),
  }
  return modules
}

export const NODE_PICTURES = wasmPictures(async () => codecModules())

type Encoder = {
  encode: (data: Uint8Array, width: number, height: number, options: object) => Uint8Array
}

/** A photo of one colour on the left half and another on the right; `tone` tells two photos apart. */
export async function makeJpeg(size: {
  readonly width: number
  readonly height: number
  readonly tone?: number
}): Promise<Uint8Array> {
  const { width, height, tone = 40 } = size
  const data = new Uint8Array(width * height * 4)
  for (let at = 0; at < data.length; at += 4) {
    const isLeft = (at / 4) % width < width / 2
    data.set(isLeft ? [230, tone, 20, 255] : [20, tone, 230, 255], at)
  }
  const make = encoderOfJpeg as unknown as (options: object) => Promise<Encoder>
  const encoder = await make({
    noInitialRun: true,
    instantiateWasm: (imports: WebAssembly.Imports, done: (made: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(codecModules().jpegEncoder, imports)
      done(instance)
      return instance.exports
    },
  })
  return encoder.encode(data, width, height, defaultOptions).slice()
}

/** The photo as a telephone writes it: on its side, with where it was taken. */
export function onItsSide(jpeg: Uint8Array, orientation: number): Uint8Array {
  const entry = (tag: number, value: number) => [
    ...[tag & 255, tag >> 8, 3, 0, 1, 0, 0, 0, value, 0, 0, 0],
  ]
  const text = [...new TextEncoder().encode('GPS 10.5 105.4')]
  const exif = [...new TextEncoder().encode('Exif\0\0'), 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 2, 0]
  const body = [...exif, ...entry(0x0112, orientation), ...entry(0x8825, 99), ...text]
  const segment = [0xff, 0xe1, 0, body.length + 2, ...body]
  return Uint8Array.from([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)])
}

/** A PNG that says it is so large and holds nothing. */
export function emptyPng(width: number, height: number): Uint8Array {
  const chunk = (name: string, body: readonly number[]) => [
    ...[0, 0, 0, body.length, ...new TextEncoder().encode(name), ...body, 0, 0, 0, 0],
  ]
  const uint32 = (value: number) => [
    value >>> 24,
    (value >> 16) & 255,
    (value >> 8) & 255,
    value & 255,
  ]
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...uint32(width), ...uint32(height), 8, 6, 0, 0, 0]),
    ...chunk('IEND', []),
  ])
}

/** The photo as a telephone writes it that knows where it is: 10°22'30" N, 105°26'15.36" E unless given. */
export function withMoment(
  jpeg: Uint8Array,
  given: {
    readonly taken?: string
    readonly offset?: string
    readonly latitude?: readonly (readonly [number, number])[]
    readonly sides?: readonly [string, string]
    readonly isLittle?: boolean
  } = {},
): Uint8Array {
  const { taken = '2026:06:15 08:30:00', isLittle = true, sides = ['N', 'E'] } = given
  const latitude = given.latitude ?? [
    [10, 1],
    [22, 1],
    [30, 1],
  ]
  const tiff = new DataView(new ArrayBuffer(400))
  const bytes = new Uint8Array(tiff.buffer)
  const text = (at: number, value: string) => bytes.set(new TextEncoder().encode(`${value}\0`), at)
  const entry = (at: number, [tag, kind, count, value]: readonly number[]) => {
    tiff.setUint16(at, tag ?? 0, isLittle)
    tiff.setUint16(at + 2, kind ?? 0, isLittle)
    tiff.setUint32(at + 4, count ?? 0, isLittle)
    tiff.setUint32(at + 8, value ?? 0, isLittle)
  }
  const directory = (at: number, entries: readonly (readonly number[])[]) => {
    tiff.setUint16(at, entries.length, isLittle)
    for (const [i, each] of entries.entries()) entry(at + 2 + i * 12, each)
  }
  const rationals = (at: number, values: readonly (readonly [number, number])[]) => {
    for (const [i, [over, under]] of values.entries()) {
      tiff.setUint32(at + i * 8, over, isLittle)
      tiff.setUint32(at + i * 8 + 4, under, isLittle)
    }
  }
  text(0, isLittle ? 'II' : 'MM')
  tiff.setUint16(2, 42, isLittle)
  tiff.setUint32(4, 8, isLittle)
  directory(8, [
    [0x8769, 4, 1, 50],
    [0x8825, 4, 1, 120],
  ])
  const times = [[0x9003, 2, 20, 200]]
  if (given.offset !== undefined) times.push([0x9011, 2, 7, 230])
  directory(50, times)
  directory(120, [
    [1, 2, 2, 0],
    [2, 5, 3, 250],
    [3, 2, 2, 0],
    [4, 5, 3, 280],
  ])
  text(120 + 2 + 8, sides[0])
  text(120 + 2 + 24 + 8, sides[1])
  text(200, taken)
  if (given.offset !== undefined) text(230, given.offset)
  rationals(250, latitude)
  rationals(280, [
    [105, 1],
    [26, 1],
    [1536, 100],
  ])
  const body = [...new TextEncoder().encode('Exif\0\0'), ...bytes]
  const length = body.length + 2
  const segment = [0xff, 0xe1, length >> 8, length & 255, ...body]
  return Uint8Array.from([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)])
}
