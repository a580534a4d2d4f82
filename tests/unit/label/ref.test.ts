import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROCKFORD } from '../../../worker/domain/label/base32.ts'
import {
  checkCharacter,
  completeRef,
  isRef,
  readTypedRef,
} from '../../../worker/domain/label/ref.ts'
import { anyRef } from '../../support/conformance/arbitraries.ts'

/** The rule as the format writes it, without bit arithmetic. */
function luhnSum(ref: string): number {
  return [...ref].reverse().reduce((sum, sign, place) => {
    const product = CROCKFORD.indexOf(sign) * (place % 2 === 0 ? 1 : 2)
    return sum + Math.floor(product / 32) + (product % 32)
  }, 0)
}

describe('check character', () => {
  it('is that of the published vector', () => {
    expect(checkCharacter('7K3M9QX')).toBe('1')
    expect(isRef('7K3M9QX1')).toBe(true)
  })

  it('makes the sum of any REF a multiple of 32, and is the only one that does', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        expect(luhnSum(ref) % 32).toBe(0)
        const valid = [...CROCKFORD].filter((sign) => isRef(ref.slice(0, -1) + sign))
        expect(valid).toEqual([ref.at(-1)])
      }),
    )
  })

  it('catches every single wrong character', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        for (let at = 0; at < ref.length; at++) {
          for (const sign of CROCKFORD) {
            if (sign === ref[at]) continue
            expect(isRef(ref.slice(0, at) + sign + ref.slice(at + 1))).toBe(false)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('catches every exchange of neighbours except that of 0 and Z (all pairs, both parities)', () => {
    const missed = new Set<string>()
    for (const a of CROCKFORD) {
      for (const b of CROCKFORD) {
        if (a === b) continue
        for (const at of [0, 1, 2, 3, 4, 5]) {
          const digits = [...'4D9T6R2']
          digits[at] = a
          digits[at + 1] = b
          const ref = completeRef(digits.join(''))
          const swapped = ref.slice(0, at) + b + a + ref.slice(at + 2)
          if (isRef(swapped)) missed.add([a, b].sort().join(''))
        }
      }
    }
    expect([...missed]).toEqual(['0Z'])
  })

  it('catches an exchange of the last data character with the check character, but for 0 and Z', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        const [a = '', b = ''] = ref.slice(6)
        fc.pre(a !== b && `${a}${b}` !== '0Z' && `${a}${b}` !== 'Z0')
        expect(isRef(`${ref.slice(0, 6)}${b}${a}`)).toBe(false)
      }),
    )
  })

  it.each(['', '7K3M9Q', '7K3M9QXX', '7K3M9Q!', '7k3m9qx', '7K3M9QI'])(
    'does not complete %s',
    (seven) => {
      expect(() => completeRef(seven)).toThrow()
    },
  )

  it.each(['', '1', '7K3M9QX', '7K3M9QX11', '7k3m9qx1', '7K3M9QX2', '７K3M9QX1', '7K3M 9QX1'])(
    'does not take %s for a REF',
    (text) => {
      expect(isRef(text)).toBe(false)
    },
  )
})

describe('a typed code', () => {
  it.each([
    ['7K3M9QX1', '7K3M9QX1'],
    ['7k3m9qx1', '7K3M9QX1'],
    ['7K3M-9QX1', '7K3M9QX1'],
    ['7k3m–9qxl', '7K3M9QX1'],
    ['7K3M 9QXI', '7K3M9QX1'],
    [' 7K3M9QX1\n', '7K3M9QX1'],
  ])('reads %s', (typed, ref) => {
    expect(readTypedRef(typed)).toBe(ref)
  })

  it('reads any REF in small letters, with O for 0, I or L for 1, and hyphens anywhere', () => {
    fc.assert(
      fc.property(
        anyRef,
        fc.nat({ max: 7 }),
        fc.constantFrom('I', 'L', 'i', 'l'),
        (ref, at, one) => {
          const typed = ref.toLowerCase().replaceAll('0', 'o').replaceAll('1', one)
          expect(readTypedRef(`${typed.slice(0, at)}-${typed.slice(at)}`)).toBe(ref)
        },
      ),
    )
  })

  it.each(['', '7K3M9QX2', '7K3M9QX', 'UK3M9QX1', '7K3M9QX1/1', '７K3M9QX1', '7K3M.9QX1'])(
    'refuses %s',
    (typed) => {
      expect(readTypedRef(typed)).toBeNull()
    },
  )
})
