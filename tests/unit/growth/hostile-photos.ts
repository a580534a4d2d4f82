import type { PhotoType } from '../../../worker/lib/files/photo-types.ts'
import { pictureSizeOf } from '../../../worker/lib/files/picture-size.ts'
import { stripLocation } from '../../../worker/lib/files/strip-location.ts'
import type { HostileFile } from './measure-file.ts'

const MOST = 10 * 1024 * 1024

const ascii = (text: string) => [...new TextEncoder().encode(text)]
const JPEG = { type: 'image/jpeg' as const, head: [0xff, 0xd8], end: [0xff, 0xd9] }
const PNG = {
  type: 'image/png' as const,
  head: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
  end: [0, 0, 0, 0, ...ascii('IEND'), 0, 0, 0, 0],
}
const WEBP = { type: 'image/webp' as const, head: ascii('RIFF\0\0\0\0WEBP'), end: [] }

type Kind = { type: PhotoType; head: readonly number[]; end: readonly number[] }

const FILES: Readonly<Record<string, readonly [Kind, readonly number[]]>> = {
  'JPEG: empty tables': [JPEG, [0xff, 0xdb, 0, 2]],
  'JPEG: comments': [JPEG, [0xff, 0xfe, 0, 2]],
  'JPEG: Exif of nothing': [
    JPEG,
    [0xff, 0xe1, 0, 18, ...ascii('Exif\0\0II'), 0x2a, 0, 8, 0, 0, 0, 0xff, 0xff],
  ],
  'JPEG: scans': [JPEG, [0xff, 0xda, 0, 2, 0x11]],
  'JPEG: fill bytes': [JPEG, [0xff]],
  'JPEG: one endless scan': [{ ...JPEG, head: [...JPEG.head, 0xff, 0xda, 0, 2] }, [0xff, 0]],
  'PNG: empty chunks': [PNG, [0, 0, 0, 0, ...ascii('IDAT'), 0, 0, 0, 0]],
  'PNG: notes': [PNG, [0, 0, 0, 0, ...ascii('tEXt'), 0, 0, 0, 0]],
  'WebP: empty chunks': [WEBP, [...ascii('ALPH'), 0, 0, 0, 0]],
  'WebP: pictures in a row': [WEBP, [...ascii('VP8 '), 2, 0, 0, 0, 1, 1]],
}

function repeatedBytes(unit: readonly number[], length: number, { head, end }: Kind): Uint8Array {
  const times = Math.max(1, Math.floor((length - head.length - end.length) / unit.length))
  const bytes = new Uint8Array(head.length + times * unit.length + end.length)
  bytes.set(head)
  for (let at = 0; at < times; at += 1) bytes.set(unit, head.length + at * unit.length)
  bytes.set(end, bytes.length - end.length)
  return bytes
}

/** What people could send as a photo, as large as it may be: none of it has a size. */
export const HOSTILE_PHOTOS: readonly HostileFile[] = Object.entries(FILES).map(
  ([name, [kind, unit]]) => ({
    name,
    most: MOST,
    bytes: (length) => repeatedBytes(unit, length, kind),
    read: (given) => {
      const bytes = stripLocation(given, kind.type)
      const size = pictureSizeOf(bytes ?? given, kind.type)
      return bytes === null || size === null ? 'broken' : 'ok'
    },
  }),
)
