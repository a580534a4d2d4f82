const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0] as const
const APP1 = 0xe1
/** From here on there are pixels. */
const START_OF_SCAN = 0xda
const ORIENTATION = 0x0112
const UPRIGHT = 1
const ENTRY_BYTES = 12
const MARKER_BYTES = 2

/**
 * The segment of a JPEG in which its camera says when and where it was taken, marker and all; null where
 * it has none. It says that the picture stands upright, as a redrawn one does.
 */
export function exifOf(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null
  let at = MARKER_BYTES
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1]
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0)
    const end = at + MARKER_BYTES + length
    if (marker === START_OF_SCAN || length < MARKER_BYTES || end > jpeg.length) return null
    if (marker === APP1 && EXIF.every((byte, i) => jpeg[at + 4 + i] === byte)) {
      const segment = new Uint8Array(jpeg.subarray(at, end))
      setUpright(segment.subarray(MARKER_BYTES + MARKER_BYTES + EXIF.length))
      return segment
    }
    at = end
  }
  return null
}

/** A JPEG with such a segment in front of all others. */
export function withExif(
  jpeg: Uint8Array<ArrayBuffer>,
  exif: Uint8Array<ArrayBuffer> | null,
): Uint8Array<ArrayBuffer> {
  if (exif === null) return jpeg
  const made = new Uint8Array(jpeg.length + exif.length)
  made.set(jpeg.subarray(0, MARKER_BYTES))
  made.set(exif, MARKER_BYTES)
  made.set(jpeg.subarray(MARKER_BYTES), MARKER_BYTES + exif.length)
  return made
}

/** TIFF 6.0: a directory of entries of 12 bytes, in one of two byte orders. */
function setUpright(tiff: Uint8Array): void {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = tiff[0] === 0x49
  if (tiff.length < 8) return
  const first = view.getUint32(4, isLittle)
  if (first + MARKER_BYTES > tiff.length) return
  const count = view.getUint16(first, isLittle)
  for (let i = 0; i < count; i++) {
    const entry = first + MARKER_BYTES + i * ENTRY_BYTES
    if (entry + ENTRY_BYTES > tiff.length) return
    if (view.getUint16(entry, isLittle) === ORIENTATION)
      view.setUint16(entry + 8, UPRIGHT, isLittle)
  }
}
