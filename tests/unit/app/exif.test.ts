import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exifOf, withExif } from '../../../site/app/photo/exif.ts'
import { makeJpeg, onItsSide } from '../../support/pictures.ts'

it('a redrawn photo keeps what its camera said, and stands upright', async () => {
  const taken = onItsSide(await makeJpeg({ width: 40, height: 20 }), 6)
  const segment = exifOf(taken)
  expect(segment).not.toBeNull()
  const small = new Uint8Array(await makeJpeg({ width: 20, height: 40 }))
  const sent = withExif(small, segment)
  const again = exifOf(sent)
  expect(again).toEqual(segment)
  // The tag 0x0112, one short, in the byte order of the segment: 6 as it was taken, 1 as it is sent.
  const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('hex')
  expect(hex(taken)).toContain('12010300010000000600')
  expect(hex(again)).toContain('12010300010000000100')
})

it('a photo without such a segment goes as it was drawn', async () => {
  const plain = new Uint8Array(await makeJpeg({ width: 20, height: 20 }))
  expect(withExif(plain, exifOf(plain))).toBe(plain)
})

it('reads any bytes at all without failing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      exifOf(bytes)
      exifOf(
        new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 40, 0x45, 0x78, 0x69, 0x66, 0, 0, ...bytes]),
      )
    }),
  )
})
