import type { MediaType } from './media-type-of.ts'
import { stripExif } from './strip-exif.ts'

/**
 * A picture without where and when it was taken; other files as they are. Null for a picture that
 * cannot be followed, which is then not kept at all.
 */
export function stripLocation(bytes: Uint8Array, mediaType: MediaType): Uint8Array | null {
  switch (mediaType) {
    case 'image/jpeg':
      return stripExif(bytes)
    case 'image/png':
      return withoutPngNotes(bytes)
    case 'image/webp':
      return withoutWebpNotes(bytes)
    default:
      return bytes
  }
}

/** What a picture is drawn from. Whatever else a program puts into a file says something about it. */
const PNG_PICTURE: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'acTL', 'fcTL', 'fdAT'],
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs'],
])
const WEBP_PICTURE: ReadonlySet<string> = new Set([
  ...['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'],
])

/** PNG (ISO/IEC 15948) is chunks of length, name, data and sum; each stands for itself. */
function withoutPngNotes(png: Uint8Array): Uint8Array | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const kept = [png.subarray(0, 8)]
  let at = 8
  while (at + 12 <= png.length) {
    const end = at + 12 + view.getUint32(at)
    if (end > png.length) return null
    const name = nameAt(png, at + 4)
    if (PNG_PICTURE.has(name)) kept.push(png.subarray(at, end))
    if (name === 'IEND') return concat(kept)
    at = end
  }
  return null
}

/** WebP is RIFF: chunks of name, length and data, padded to even; VP8X has flags for the notes. */
function withoutWebpNotes(webp: Uint8Array): Uint8Array | null {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength)
  const kept = [webp.slice(0, 12)]
  let at = 12
  while (at + 8 <= webp.length) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (end > webp.length + 1) return null
    const name = nameAt(webp, at)
    const chunk = webp.slice(at, end)
    // Exif and XMP flags (RFC 9649, section 2.7).
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c
    if (WEBP_PICTURE.has(name)) kept.push(chunk)
    at = end
  }
  if (kept.length < 2) return null
  const all = concat(kept)
  new DataView(all.buffer).setUint32(4, all.length - 8, true)
  return all
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  pieces.reduce((at, piece) => {
    all.set(piece, at)
    return at + piece.length
  }, 0)
  return all
}
