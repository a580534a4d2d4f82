import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { exifMoment } from '../../../worker/lib/files/exif-moment.ts'
import { stripLocation } from '../../../worker/lib/files/strip-location.ts'
import { makeJpeg, withMoment } from '../../support/pictures.ts'

const NOTHING = { takenAt: null, latitude: null, longitude: null }

let plain: Uint8Array
beforeAll(async () => {
  plain = await makeJpeg({ width: 16, height: 16 })
})

describe('the moment of a photo', () => {
  it.each([true, false])('is read in either byte order (little: %s)', (isLittle) => {
    const { takenAt, latitude, longitude } = exifMoment(withMoment(plain, { isLittle }))
    expect(takenAt).toBe(Date.parse('2026-06-15T08:30:00+07:00'))
    expect(latitude).toBeCloseTo(10.375, 9)
    expect(longitude).toBeCloseTo(105.4376, 9)
  })

  it('follows the offset that the camera gives, and the half of the earth', () => {
    const { takenAt, latitude } = exifMoment(
      withMoment(plain, { offset: '+09:00', sides: ['S', 'E'] }),
    )
    expect(takenAt).toBe(Date.parse('2026-06-15T08:30:00+09:00'))
    expect(latitude).toBeCloseTo(-10.375, 9)
  })

  it('says nothing of a photo without one, and nothing absurd', () => {
    expect(exifMoment(plain)).toEqual(NOTHING)
    const absurd = [
      withMoment(plain, { taken: '2026:13:45 99:99:99' }),
      withMoment(plain, { taken: '0000:00:00 00:00:00' }),
    ]
    for (const photo of absurd) expect(exifMoment(photo).takenAt).toBeNull()
    for (const under of [0, 1]) {
      const latitude = [[200, under] as const]
      expect(exifMoment(withMoment(plain, { latitude })).latitude).toBeNull()
    }
  })

  it('is gone from what is given out', () => {
    const bare = stripLocation(withMoment(plain), 'image/jpeg')
    expect(bare === null ? null : exifMoment(bare)).toEqual(NOTHING)
  })

  it('is read of any bytes without a fault', () => {
    const photo = withMoment(plain)
    const changes = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 420 }), fc.integer({ min: 0, max: 255 })),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(changes, fc.integer({ min: 0, max: photo.length }), (changed, length) => {
        const bytes = photo.slice(0, length)
        for (const [at, value] of changed) if (at < bytes.length) bytes[at] = value
        const { takenAt, latitude, longitude } = exifMoment(bytes)
        for (const each of [takenAt, latitude, longitude]) {
          expect(each === null || Number.isFinite(each)).toBe(true)
        }
      }),
      { numRuns: 3_000 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Object.keys(exifMoment(bytes))).toHaveLength(3)
      }),
    )
  })
})
