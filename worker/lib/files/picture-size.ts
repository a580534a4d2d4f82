import type { PhotoType } from './photo-types.ts'

export type PictureSize = { readonly width: number; readonly height: number }

/**
 * How large a picture is as it is shown, by its headers alone: nothing is decoded. Null where they do
 * not say, or say it twice: a program that draws it might believe the other.
 */
export function pictureSizeOf(bytes: Uint8Array, type: PhotoType): PictureSize | null {
  const size = READERS[type](bytes)
  return size === null || size.width === 0 || size.height === 0 ? null : size
}

const READERS: Readonly<Record<PhotoType, (bytes: Uint8Array) => PictureSize | null>> = {
  'image/jpeg': jpegSize,
  'image/png': pngSize,
  'image/webp': webpSize,
}

/** The one frame header (ITU-T T.81, B.2.2) before the first scan, turned the way Exif says. */
function jpegSize(jpeg: Uint8Array): PictureSize | null {
  const view = viewOf(jpeg)
  let at = 2
  let size: PictureSize | null = null
  let isOnItsSide = false
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    if (end <= at + 3 || end > jpeg.length) return null
    if (marker === START_OF_SCAN) break
    if (isFrame(marker)) {
      if (size !== null || end < at + 9) return null
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    if (marker === APP1) isOnItsSide ||= orientationOf(jpeg.subarray(at, end)) >= 5
    at = end
  }
  if (size === null || !isOnItsSide) return size
  return { width: size.height, height: size.width }
}

const START_OF_SCAN = 0xda
const APP1 = 0xe1

/** SOF0 to SOF15; DHT, JPG and DAC have numbers among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Which way up an Exif segment says a picture is, 1 to 8 (Exif 2.32, 4.6.4); 1 where it says nothing. */
export function orientationOf(segment: Uint8Array): number {
  const isExif = segment.length >= 18 && String.fromCharCode(...segment.subarray(4, 8)) === 'Exif'
  if (!isExif) return 1
  const view = viewOf(segment.subarray(10))
  const little = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, little)
  if (directory + 2 > view.byteLength) return 1
  const count = view.getUint16(directory, little)
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12
    if (entry + 12 > view.byteLength) return 1
    if (view.getUint16(entry, little) !== ORIENTATION) continue
    const value = view.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

const ORIENTATION = 0x0112

/** IHDR is the first chunk (ISO/IEC 15948, 11.2.2). */
function pngSize(png: Uint8Array): PictureSize | null {
  if (png.length < 33 || nameAt(png, 12) !== 'IHDR') return null
  const view = viewOf(png)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The canvas of VP8X, else the one frame (RFC 9649, 2.5 to 2.7); the frame must fit its canvas. */
function webpSize(webp: Uint8Array): PictureSize | null {
  const view = viewOf(webp)
  let canvas: PictureSize | null = null
  for (let at = 12; at + 8 <= webp.length; ) {
    const name = nameAt(webp, at)
    const body = at + 8
    if (body + 10 > webp.length) return null
    if (name === 'VP8X') {
      if (canvas !== null) return null
      canvas = { width: 1 + uint24(view, body + 4), height: 1 + uint24(view, body + 7) }
    }
    const frame =
      name === 'VP8 ' ? lossyFrame(view, body) : name === 'VP8L' ? losslessFrame(view, body) : null
    if (frame !== null) {
      const fits =
        canvas === null || (frame.width === canvas.width && frame.height === canvas.height)
      return fits ? frame : null
    }
    const length = view.getUint32(at + 4, true)
    at = body + length + (length % 2)
  }
  return null
}

function lossyFrame(view: DataView, body: number): PictureSize | null {
  const hasStartCode = uint24(view, body + 3) === 0x2a019d
  if (!hasStartCode) return null
  const [width, height] = [view.getUint16(body + 6, true), view.getUint16(body + 8, true)]
  return { width: width & 0x3fff, height: height & 0x3fff }
}

function losslessFrame(view: DataView, body: number): PictureSize | null {
  if (view.getUint8(body) !== 0x2f) return null
  const bits = view.getUint32(body + 1, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
