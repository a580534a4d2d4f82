import { keptBytes, MOST_PIECES } from './kept-bytes.ts'
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
  const kept = keptBytes(png.length)
  kept.add(png.subarray(0, 8))
  let at = 8
  for (let chunks = 0; at + 12 <= png.length; chunks++) {
    if (chunks > MOST_PIECES) return null
    const end = at + 12 + view.getUint32(at)
    if (end > png.length) return null
    const name = nameAt(png, at + 4)
    if (PNG_PICTURE.has(name)) kept.add(png.subarray(at, end))
    if (name === 'IEND') return kept.all()
    at = end
  }
  return null
}

/** WebP is RIFF: chunks of name, length and data, padded to even; VP8X has flags for the notes. */
function withoutWebpNotes(webp: Uint8Array): Uint8Array | null {
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength)
  const kept = keptBytes(webp.length + 1)
  kept.add(webp.subarray(0, 12))
  let at = 12
  for (let chunks = 0; at + 8 <= webp.length; chunks++) {
    if (chunks > MOST_PIECES) return null
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (end > webp.length + 1) return null
    const name = nameAt(webp, at)
    if (WEBP_PICTURE.has(name))
      kept.add(name === 'VP8X' ? withoutFlags(webp.slice(at, end)) : webp.subarray(at, end))
    at = end
  }
  const all = kept.all()
  if (all.length <= RIFF_BYTES) return null
  new DataView(all.buffer).setUint32(4, all.length - 8, true)
  return all
}

/** Without the flags that say Exif and XMP follow (RFC 9649, section 2.7). */
function withoutFlags(chunk: Uint8Array): Uint8Array {
  chunk[8] = (chunk[8] ?? 0) & ~0x0c
  return chunk
}

const RIFF_BYTES = 12

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
