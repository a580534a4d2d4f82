import fc from 'fast-check'
import { CROCKFORD } from '../../../worker/domain/label/base32.ts'
import { completeRef } from '../../../worker/domain/label/ref.ts'
import type { BatchSubject, Subject } from '../../../worker/domain/label/subject.ts'

const characters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })

export const anyRef = characters(CROCKFORD, 7, 7).map(completeRef)

export const anyKid = characters(CROCKFORD, 3, 3)

/** Codes of the grammar: groups of digits and capitals joined by single hyphens, 3 to 40 long. */
export const anyCode = fc
  .array(characters('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1, 8), { minLength: 1, maxLength: 4 })
  .map((groups) => groups.join('-'))
  .filter((code) => code.length >= 3 && code.length <= 40)

/** A GTIN-14 that may leave a company; its check digit is counted here, independently. */
export const anyGtin14 = fc
  .tuple(fc.integer({ min: 0, max: 9 }), characters('0123456789', 12, 12))
  .map(([indicator, body]) => `${indicator}${body}`)
  .filter((digits) => !/^\d(?:02|04|2)/.test(digits) && !digits.startsWith('000000'))
  .map((digits) => digits + gs1CheckDigit(digits))

/** GS1 General Specifications 7.9, written out: odd places from the right weigh 3. */
export function gs1CheckDigit(digits: string): string {
  const weighted = [...digits].reverse().map((digit, i) => Number(digit) * (i % 2 === 0 ? 3 : 1))
  const sum = weighted.reduce((a, b) => a + b, 0)
  return String((Math.ceil(sum / 10) * 10 - sum) % 10)
}

const anySerial = fc.oneof(fc.constantFrom(0, 1, 99_999_999), fc.nat({ max: 99_999_999 }))
const anyUnit = fc.oneof(fc.constantFrom(0, 1), fc.nat({ max: 999_999_999_999 }))

const compact = fc.record({
  profile: fc.constant('compact' as const),
  ref: anyRef,
  serial: anySerial,
})

const full = fc
  .record({
    profile: fc.constant('full' as const),
    ref: anyRef,
    serial: anySerial,
    growingAreas: fc
      .uniqueArray(anyCode, { maxLength: 3 })
      .map((codes): readonly string[] => codes.sort()),
    packingHouse: fc.option(anyCode),
  })
  .filter(({ growingAreas, packingHouse }) => growingAreas.length > 0 || packingHouse !== null)

const gs1 = fc.record({
  profile: fc.constant('gs1' as const),
  ref: anyRef,
  serial: anyUnit,
  gtin: anyGtin14,
})

export const anyBatchSubject: fc.Arbitrary<BatchSubject> = fc.oneof(compact, full, gs1)

export const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  anyBatchSubject,
  fc.record({ profile: fc.constant('certificate' as const), code: anyCode }),
)
