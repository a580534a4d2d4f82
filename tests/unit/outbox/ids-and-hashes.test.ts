import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUuidV7, uuidV7 } from '../../../worker/lib/ids/uuid-v7.ts'
import { canonicalJson } from '../../../worker/lib/text/canonical-json.ts'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
/** RFC 9562 has 48 bits for it. */
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('the id that a device gives', () => {
  it('is a UUID of version 7 whatever the clock says, right or wrong', () => {
    fc.assert(
      fc.property(fc.oneof(instants, fc.double()), random, (now, bytes) => {
        expect(isUuidV7(uuidV7({ now: Number.isNaN(now) ? 0 : now, random: bytes }))).toBe(true)
      }),
    )
  })

  it('says its time first, so that later ones sort behind', () => {
    fc.assert(
      fc.property(instants, instants, random, (a, b, bytes) => {
        const [one, other] = [a, b].map((now) => uuidV7({ now, random: bytes }))
        expect(Math.sign(String(one).localeCompare(String(other)))).toBe(Math.sign(a - b))
      }),
    )
  })

  it('is as the RFC shows it (appendix A.6)', () => {
    const bytes = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidV7({ now: 0x017f22e279b0, random: bytes })).toBe(
      '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    )
  })

  it('is told from other versions and from what is none', () => {
    for (const text of [
      '',
      '017f22e2-79b0-4cc3-98c4-dc0c0c07398f',
      '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f',
      '017f22e279b07cc398c4dc0c0c07398f',
      '{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}',
    ]) {
      expect([text, isUuidV7(text)]).toEqual([text, false])
    }
  })
})

describe('a body as one text', () => {
  it('is the same in whatever order its names stand, and another for another body', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, each]) => [name, turned(each)]),
            )
          : value
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(canonicalJson(turned(a))).toBe(canonicalJson(a))
        // JSON knows no negative zero.
        expect(JSON.parse(canonicalJson(a))).toEqual(JSON.parse(JSON.stringify(a)))
        const isSame = canonicalJson(a) === canonicalJson(b)
        if (isSame) expect(JSON.parse(canonicalJson(b))).toEqual(JSON.parse(canonicalJson(a)))
      }),
    )
  })
})
