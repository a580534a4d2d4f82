import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { mediaTypeOf } from '../../../worker/lib/files/media-type-of.ts'
import { stripExif } from '../../../worker/lib/files/strip-exif.ts'
import { stripLocation } from '../../../worker/lib/files/strip-location.ts'

const text = (value: string) => new TextEncoder().encode(value)
const bytes = (...parts: readonly (readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

function segment(marker: number, body: readonly number[] | Uint8Array): Uint8Array {
  const length = body.length + 2
  return bytes([0xff, marker, length >> 8, length & 255], body)
}

/** Exif with a way up and a GPS directory, little-endian as most telephones write it. */
function exif(orientation: number): Uint8Array {
  const entry = (tag: number, value: number) => [
    tag & 255,
    tag >> 8,
    3,
    0,
    1,
    0,
    0,
    0,
    value,
    0,
    0,
    0,
  ]
  const tiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 2, 0]
  return segment(0xe1, [
    ...text('Exif\0\0'),
    ...tiff,
    ...entry(0x0112, orientation),
    ...entry(0x8825, 99),
    ...text('GPS 10.5 105.4'),
  ])
}

const SCAN = bytes(segment(0xda, [1, 2, 3]), [0x11, 0xff, 0x00, 0x22, 0xff, 0xd3, 0x33])
const END = [0xff, 0xd9]

function photo(orientation: number): Uint8Array {
  const icc = segment(0xe2, text('ICC_PROFILE\0x'))
  return bytes(
    [0xff, 0xd8],
    exif(orientation),
    segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0GPS')),
    icc,
    segment(0xfe, text('GPS note')),
    segment(0xdb, [0, 1]),
    SCAN,
    END,
    text('appended GPS'),
  )
}

const latin = (value: Uint8Array | null) => String.fromCharCode(...(value ?? []))

test('a photo loses its position, notes and what is appended, and keeps its colours and data', () => {
  const stripped = stripExif(photo(1))
  expect(latin(stripped)).not.toContain('GPS')
  expect(latin(stripped)).not.toContain('Exif')
  expect(latin(stripped)).toContain('ICC_PROFILE')
  expect(latin(stripped)).toContain(latin(SCAN))
  expect(stripped?.slice(-2)).toEqual(Uint8Array.from(END))
})

test('a photo taken on its side stays on its side', () => {
  const stripped = stripExif(photo(6))
  expect(latin(stripped)).toContain('Exif')
  expect(latin(stripped)).not.toContain('GPS')
  expect(stripExif(stripped ?? new Uint8Array())).toEqual(stripped)
})

test('a photo cut short is not kept', () => {
  expect(stripExif(photo(1).slice(0, 60))).toBeNull()
  expect(stripExif(bytes([0xff, 0xd8], text('no segments')))).toBeNull()
})

test('PNG and WebP lose their notes too', () => {
  const chunk = (name: string, body: Uint8Array) =>
    bytes([0, 0, 0, body.length], text(name), body, [0, 0, 0, 0])
  const png = bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', text('h')),
    chunk('eXIf', text('GPS')),
    chunk('IEND', text('')),
  )
  expect(latin(stripLocation(png, 'image/png'))).not.toContain('GPS')
  const part = (name: string, body: readonly number[]) =>
    bytes(text(name), [body.length, 0, 0, 0], body, body.length % 2 ? [0] : [])
  const body = bytes(
    part('VP8X', [0x1c, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    part('VP8 ', [1, 2]),
    part('EXIF', [...text('GPS')]),
  )
  const webp = bytes(text('RIFF'), [body.length + 4, 0, 0, 0], text('WEBP'), body)
  const stripped = stripLocation(webp, 'image/webp')
  expect(latin(stripped)).not.toContain('GPS')
  expect(stripped?.[20]).toBe(0x10)
  expect(stripped?.[4]).toBe((stripped?.length ?? 0) - 8)
})

test('the kind of a file is told by its bytes', () => {
  const office = (name: string) =>
    zipSync({ '[Content_Types].xml': text('<Types/>'), [name]: text('<x/>') })
  expect(mediaTypeOf(text('%PDF-1.7\n'))).toBe('application/pdf')
  expect(mediaTypeOf(photo(1))).toBe('image/jpeg')
  expect(mediaTypeOf(office('word/document.xml'))).toContain('wordprocessingml')
  expect(mediaTypeOf(office('xl/workbook.xml'))).toContain('spreadsheetml')
})

test('what may carry code is not kept, whatever it is named', () => {
  const macros = zipSync({
    '[Content_Types].xml': text('x'),
    'word/document.xml': text('x'),
    'word/vbaProject.bin': text('x'),
  })
  const archive = zipSync({ 'giay-chung-nhan.pdf': text('%PDF-') })
  const page = text('<!doctype html><script>alert(1)</script>')
  for (const hostile of [macros, archive, page, text('MZ'), text('<svg/>'), new Uint8Array()]) {
    expect(mediaTypeOf(hostile)).toBeNull()
  }
  expect(mediaTypeOf(bytes([0x50, 0x4b, 3, 4], text('broken')))).toBeNull()
})
