import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { photoKindOf } from '../../../worker/lib/files/photo-kind-of.ts'
import { PHOTO_TYPES } from '../../../worker/lib/files/photo-types.ts'
import { pictureSizeOf } from '../../../worker/lib/files/picture-size.ts'
import { shrinkPixels } from '../../../worker/lib/files/shrink-pixels.ts'
import { stripLocation } from '../../../worker/lib/files/strip-location.ts'
import { neverGiveWay } from '../../../worker/lib/steps/give-way.ts'
import { emptyPng, makeJpeg, NODE_PICTURES, onItsSide } from '../../support/pictures.ts'

const text = (value: string) => new TextEncoder().encode(value)
const latin = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1')
const media = (brand: string) => Uint8Array.from([0, 0, 0, 24, ...text(`ftyp${brand}`), 0, 0, 0, 0])

describe('what a photo handed in is', () => {
  it('is told by its bytes', async () => {
    expect(photoKindOf(await makeJpeg({ width: 8, height: 8 }))).toBe('image/jpeg')
    expect(photoKindOf(emptyPng(1, 1))).toBe('image/png')
    expect(photoKindOf(text('RIFF0000WEBPVP8 '))).toBe('image/webp')
    expect(['heic', 'mif1', 'avif'].map((brand) => photoKindOf(media(brand)))).toEqual(
      Array(3).fill('heic'),
    )
    expect(['isom', 'qt  ', 'mp42'].map((brand) => photoKindOf(media(brand)))).toEqual(
      Array(3).fill('video'),
    )
    expect(photoKindOf(Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 1]))).toBe('video')
    expect(photoKindOf(text('%PDF-1.7'))).toBe('pdf')
    expect(photoKindOf(text('<svg xmlns'))).toBe('other')
    expect(photoKindOf(text('GIF89a'))).toBe('other')
  })
})

describe('the size of a picture', () => {
  it('is that of a JPEG as it is shown, on its side or not', async () => {
    const jpeg = await makeJpeg({ width: 40, height: 24 })
    expect(pictureSizeOf(jpeg, 'image/jpeg')).toEqual({ width: 40, height: 24 })
    expect(pictureSizeOf(onItsSide(jpeg, 3), 'image/jpeg')).toEqual({ width: 40, height: 24 })
    const turned = onItsSide(jpeg, 6)
    expect(pictureSizeOf(turned, 'image/jpeg')).toEqual({ width: 24, height: 40 })
    const stripped = stripLocation(turned, 'image/jpeg') ?? new Uint8Array()
    expect(latin(stripped)).not.toContain('GPS')
    expect(pictureSizeOf(stripped, 'image/jpeg')).toEqual({ width: 24, height: 40 })
  })

  it('is read of the headers of PNG and WebP', () => {
    expect(pictureSizeOf(emptyPng(70_000, 3), 'image/png')).toEqual({ width: 70_000, height: 3 })
    const lossless = [...text('RIFF0000WEBPVP8L'), 10, 0, 0, 0, 0x2f, 0x63, 0xc0, 0x0a, 0]
    const webp = Uint8Array.from([...lossless, 0, 0, 0, 0, 0])
    expect(pictureSizeOf(webp, 'image/webp')).toEqual({ width: 100, height: 44 })
  })

  it('is nobody’s to say twice', async () => {
    const jpeg = await makeJpeg({ width: 40, height: 24 })
    const frame = [0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]
    const twice = Uint8Array.from([...jpeg.subarray(0, 2), ...frame, ...jpeg.subarray(2)])
    expect(pictureSizeOf(twice, 'image/jpeg')).toBeNull()
  })

  it('is read of any bytes at all without a fault', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...PHOTO_TYPES),
        (bytes, type) => {
          const heads = { 'image/jpeg': [0xff, 0xd8], 'image/png': [], 'image/webp': [] }
          const given = Uint8Array.from([...heads[type], ...bytes])
          const size = pictureSizeOf(given, type)
          expect(size === null || (size.width > 0 && size.height > 0)).toBe(true)
          stripLocation(given, type)
        },
      ),
    )
  })
})

describe('what a photo loses', () => {
  it('is whatever draws nothing: a small picture of what was cut away, Photoshop’s and unknown parts', async () => {
    const jpeg = await makeJpeg({ width: 16, height: 16 })
    const jfif = [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 1, 1, ...text('GPS')]
    const segment = (marker: number, body: readonly number[]) => [
      ...[0xff, marker, 0, body.length + 2, ...body],
    ]
    const noted = Uint8Array.from([
      ...[0xff, 0xd8],
      ...segment(0xe0, jfif),
      ...segment(0xed, [...text('Photoshop 3.0 GPS')]),
      ...segment(0xee, [...text('Adobe GPS GPS GPS')]),
      ...segment(0xf7, [...text('GPS')]),
      ...jpeg.subarray(2),
    ])
    const stripped = latin(stripLocation(noted, 'image/jpeg'))
    expect(stripped).toContain('JFIF')
    expect(stripped).not.toContain('GPS')
    const png = emptyPng(1, 1)
    const chunk = [0, 0, 0, 3, ...text('caBXGPS'), 0, 0, 0, 0]
    const signed = Uint8Array.from([...png.subarray(0, 33), ...chunk, ...png.subarray(33)])
    expect(stripLocation(signed, 'image/png')).toEqual(png)
  })
})

describe('a photo of so many passes that drawing it would take minutes', () => {
  it('is not kept', async () => {
    const jpeg = await makeJpeg({ width: 16, height: 16 })
    const scan = [0xff, 0xda, 0, 6, 1, 1, 0, 0, 0x11]
    const end = [0xff, 0xd9]
    const withScans = (count: number) =>
      Uint8Array.from([...jpeg.subarray(0, -2), ...Array(count).fill(scan).flat(), ...end])
    expect(stripLocation(withScans(50), 'image/jpeg')).not.toBeNull()
    expect(stripLocation(withScans(5_000), 'image/jpeg')).toBeNull()
  })
})

describe('a smaller picture', () => {
  const shrink = (bytes: Uint8Array, widths: readonly number[]) =>
    NODE_PICTURES.shrink({ bytes, type: 'image/jpeg', widths, giveWay: neverGiveWay })

  it('is a JPEG of that width the right way up, and carries nothing else', async () => {
    const jpeg = await makeJpeg({ width: 900, height: 600 })
    const made = await shrink(onItsSide(jpeg, 6), [320, 480])
    expect(made.map(({ width, height }) => [width, height])).toEqual([
      [480, 720],
      [320, 480],
    ])
    for (const { bytes, width, height } of made) {
      expect(pictureSizeOf(bytes, 'image/jpeg')).toEqual({ width, height })
      expect(latin(bytes)).not.toContain('Exif')
    }
  })

  it('is none of what no decoder can read', async () => {
    const jpeg = await makeJpeg({ width: 900, height: 600 })
    expect(await shrink(jpeg.slice(0, 100), [320])).toEqual([])
    expect(
      await shrink(
        jpeg.map((byte, at) => (at < 20 ? byte : 0x55)),
        [320],
      ),
    ).toEqual([])
    const png = { bytes: emptyPng(900, 600), type: 'image/png' as const }
    const asked = { ...png, widths: [320], giveWay: neverGiveWay }
    expect(await NODE_PICTURES.shrink(asked)).toEqual([])
  })

  it('stays between the lightest and the darkest of its pixels, and lets others have their turn', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.infiniteStream(fc.integer({ min: 40, max: 200 })),
        async (width, height, tones) => {
          const data = Uint8Array.from(
            [...tones.take(width * height)].flatMap((v) => [v, v, v, 255]),
          )
          let turns = 0
          const giveWay = () => {
            turns += 1
            return undefined
          }
          const small = await shrinkPixels({ data, width, height }, { width: 1, giveWay })
          const values = [...data].filter((_, at) => at % 4 !== 3)
          for (const [at, value] of [...small.data].entries()) {
            if (at % 4 === 3) expect(value).toBe(255)
            else
              expect(value >= Math.min(...values) - 1 && value <= Math.max(...values) + 1).toBe(
                true,
              )
          }
          expect(turns).toBe(small.height)
        },
      ),
    )
  })
})
