import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasGs1CheckDigit, isPublicGtin14 } from '../../../worker/domain/label/gtin.ts'
import { formatSubject, isLabelCode, parseSubject } from '../../../worker/domain/label/subject.ts'
import { unitSpaceOf } from '../../../worker/domain/label/unit-space.ts'
import {
  anyBatchSubject,
  anyGtin14,
  anySubject,
  gs1CheckDigit,
} from '../../support/conformance/arbitraries.ts'

const GTIN = '08931234567897'

describe('subject', () => {
  it('is read back as it was written, in every profile', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        expect(parseSubject(formatSubject(subject))).toEqual(subject)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is one text for one meaning: what parses is written back the same', () => {
    const signs = fc.constantFrom(...'B/7K3M9QX1/01-+AZ09C')
    fc.assert(
      fc.property(anySubject, fc.nat(), signs, (subject, place, sign) => {
        const text = formatSubject(subject)
        const at = place % (text.length + 1)
        const changed = text.slice(0, at) + sign + text.slice(at)
        const parsed = parseSubject(changed)
        if (parsed !== null) expect(formatSubject(parsed)).toBe(changed)
      }),
      { numRuns: 3_000, seed: 5 },
    )
  })

  it('is never shared by two labels that differ in profile, batch or serial', () => {
    fc.assert(
      fc.property(anyBatchSubject, anyBatchSubject, (a, b) => {
        const same = a.profile === b.profile && a.ref === b.ref && a.serial === b.serial
        if (!same) expect(formatSubject(a)).not.toBe(formatSubject(b))
      }),
      { numRuns: 1_000 },
    )
    fc.assert(
      fc.property(anyBatchSubject, fc.integer({ min: 1, max: 5 }), (subject, step) => {
        const next = { ...subject, serial: (subject.serial + step) % 100_000_000 }
        expect(formatSubject(next)).not.toBe(formatSubject(subject))
      }),
    )
  })

  it.each([
    ['B/7K3M9QX1/0', { profile: 'compact', ref: '7K3M9QX1', serial: 0 }],
    ['B/7K3M9QX1/99999999', { profile: 'compact', ref: '7K3M9QX1', serial: 99_999_999 }],
    [
      'B/7K3M9QX1/1/-/H-1',
      { profile: 'full', ref: '7K3M9QX1', serial: 1, growingAreas: [], packingHouse: 'H-1' },
    ],
    [
      'B/7K3M9QX1/1/A-1+A-2+B-1/-',
      {
        profile: 'full',
        ref: '7K3M9QX1',
        serial: 1,
        growingAreas: ['A-1', 'A-2', 'B-1'],
        packingHouse: null,
      },
    ],
    [`01/${GTIN}/10/7K3M9QX1`, { profile: 'gs1', gtin: GTIN, ref: '7K3M9QX1', serial: 0 }],
    [`01/${GTIN}/10/7K3M9QX1/21/7`, { profile: 'gs1', gtin: GTIN, ref: '7K3M9QX1', serial: 7 }],
    ['C/VN-AGOR-0012', { profile: 'certificate', code: 'VN-AGOR-0012' }],
  ])('reads %s', (text, subject) => {
    expect(parseSubject(text)).toEqual(subject)
  })

  it.each([
    ['a leading zero in the serial', 'B/7K3M9QX1/01'],
    ['nine serial digits', 'B/7K3M9QX1/100000000'],
    ['an empty serial', 'B/7K3M9QX1/'],
    ['a signed serial', 'B/7K3M9QX1/-1'],
    ['a serial with exponent', 'B/7K3M9QX1/1e3'],
    ['a wrong check character', 'B/7K3M9QX2/1'],
    ['neither area nor house', 'B/7K3M9QX1/1/-/-'],
    ['areas without house', 'B/7K3M9QX1/1/A-1'],
    ['an empty house', 'B/7K3M9QX1/1/A-1/'],
    ['four areas', 'B/7K3M9QX1/1/A-1+A-2+A-3+A-4/H-1'],
    ['areas out of order', 'B/7K3M9QX1/1/A-2+A-1/H-1'],
    ['the same area twice', 'B/7K3M9QX1/1/A-1+A-1/H-1'],
    ['a hyphen among the areas', 'B/7K3M9QX1/1/-+A-1/H-1'],
    ['an empty area', 'B/7K3M9QX1/1/A-1+/H-1'],
    ['two houses', 'B/7K3M9QX1/1/A-1/H-1+H-2'],
    ['a part too many', 'B/7K3M9QX1/1/A-1/H-1/X'],
    ['a GTIN with a wrong check digit', '01/08931234567896/10/7K3M9QX1'],
    ['a GTIN of 13 digits', '01/8931234567894/10/7K3M9QX1'],
    ['another application identifier', `01/${GTIN}/11/7K3M9QX1`],
    ['unit 0', `01/${GTIN}/10/7K3M9QX1/21/0`],
    ['a unit with leading zero', `01/${GTIN}/10/7K3M9QX1/21/07`],
    ['no unit after 21', `01/${GTIN}/10/7K3M9QX1/21`],
    ['an empty unit after 21', `01/${GTIN}/10/7K3M9QX1/21/`],
    ['a unit beyond exact integers', `01/${GTIN}/10/7K3M9QX1/21/9007199254740993`],
    ['a certificate with two parts', 'C/VN-1/2'],
    ['another first part', 'D/7K3M9QX1/1'],
  ])('refuses %s', (_, text) => {
    expect(parseSubject(text)).toBeNull()
  })

  it('throws rather than write what could not be read', () => {
    const full = { profile: 'full', ref: '7K3M9QX1', serial: 1 } as const
    expect(() => formatSubject({ ...full, growingAreas: [], packingHouse: null })).toThrow()
    expect(() =>
      formatSubject({ ...full, growingAreas: ['B-1', 'A-1'], packingHouse: null }),
    ).toThrow()
    expect(() => formatSubject({ profile: 'compact', ref: '7K3M9QX2', serial: 1 })).toThrow()
    expect(() => formatSubject({ profile: 'compact', ref: '7K3M9QX1', serial: 1.5 })).toThrow()
  })
})

describe('code', () => {
  it.each(['ABC', '0-0', 'VN-AGOR-0012', 'A'.repeat(40)])('takes %s', (code) => {
    expect(isLabelCode(code)).toBe(true)
  })
  it.each([
    'AB',
    'A'.repeat(41),
    '-AB',
    'AB-',
    'A--B',
    'ab1',
    'A B',
    'A_B',
    'ĐB-1',
    'A.B',
    'ABC\n',
  ])('refuses %j', (code) => {
    expect(isLabelCode(code)).toBe(false)
  })
})

describe('GTIN', () => {
  it('takes every number with a right check digit outside the restricted ranges, and no other digit', () => {
    fc.assert(
      fc.property(anyGtin14, (gtin) => {
        const accepted = [...'0123456789'].filter((d) => isPublicGtin14(gtin.slice(0, 13) + d))
        expect(accepted).toEqual([gtin[13]])
      }),
    )
  })

  it.each([
    ['02', '002000000000'],
    ['04', '004000000000'],
    ['20', '020000000000'],
    ['29', '029000000000'],
    ['GTIN-8 prefix 0', '000000012345'],
    ['GTIN-8 prefix 2', '000000212345'],
  ])('refuses restricted circulation: %s', (_, body) => {
    const digits = `${body}0`.padStart(13, '0').slice(0, 13)
    const gtin = digits + gs1CheckDigit(digits)
    expect(hasGs1CheckDigit(gtin)).toBe(true)
    expect(isPublicGtin14(gtin)).toBe(false)
  })

  it('agrees with the worked example of GS1 (6291041500213)', () => {
    expect(isPublicGtin14('06291041500213')).toBe(true)
    expect(isPublicGtin14('06291041500214')).toBe(false)
  })
})

describe('unit space', () => {
  it('is the batch for compact and full, the GTIN for gs1 units, and keeps whole-batch gs1 apart', () => {
    const at = { ref: '7K3M9QX1', gtin: GTIN, growingAreas: ['A-1'], packingHouse: null }
    expect(unitSpaceOf({ ...at, profile: 'compact', serial: 3 })).toBe('B/7K3M9QX1')
    expect(unitSpaceOf({ ...at, profile: 'full', serial: 3 })).toBe('B/7K3M9QX1')
    expect(unitSpaceOf({ ...at, profile: 'gs1', serial: 3 })).toBe(`01/${GTIN}`)
    expect(unitSpaceOf({ ...at, profile: 'gs1', serial: 0 })).toBe(`01/${GTIN}/10/7K3M9QX1`)
  })
})
