import { trimEndOf } from '../text/trim-end.ts'

declare const brand: unique symbol

/**
 * An exact decimal number as text: `-?digits[.digits]`, no leading or trailing zeros beyond need, no
 * `-0`. Sums of printed figures are made on these, so no figure drifts.
 */
export type Decimal = string & { readonly [brand]: 'Decimal' }

const SHAPE = /^(-?)(\d+)(?:\.(\d+))?$/

/** Canonical decimal of plain digits with an optional point, or null when it is not one. */
export function toDecimal(text: string): Decimal | null {
  const parts = SHAPE.exec(text)
  if (parts === null) return null
  return canonical(parts[1] === '-', parts[2] ?? '0', parts[3] ?? '')
}

/** The shortest decimal that stands for a finite number, or null for NaN and infinities. */
export function decimalOfNumber(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null
  const text = String(value)
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text)
  if (parts === null) return null
  const whole = parts[2] ?? '0'
  const fraction = parts[3] ?? ''
  return shift(parts[1] === '-', whole + fraction, fraction.length - Number(parts[4] ?? '0'))
}

/** The nearest double: for storage and display, not for further sums. */
export function numberOfDecimal(value: Decimal): number {
  return Number(value)
}

/** Exact sum; `0` of none. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let total = 0n
  let scale = 0
  for (const value of values) {
    const next = scaled(value)
    if (next.scale > scale) {
      total *= 10n ** BigInt(next.scale - scale)
      scale = next.scale
    }
    total += next.units * 10n ** BigInt(scale - next.scale)
  }
  return fromScaled(total, scale)
}

/** Exact product with `factor`, itself a decimal. */
export function multiplyDecimals(value: Decimal, factor: Decimal): Decimal {
  const left = scaled(value)
  const right = scaled(factor)
  return fromScaled(left.units * right.units, left.scale + right.scale)
}

/** Negative, 0 or positive as `left` is less than, equal to or more than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const a = scaled(left)
  const b = scaled(right)
  const scale = Math.max(a.scale, b.scale)
  const difference =
    a.units * 10n ** BigInt(scale - a.scale) - b.units * 10n ** BigInt(scale - b.scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function scaled(value: Decimal): { units: bigint; scale: number } {
  const point = value.indexOf('.')
  if (point < 0) return { units: BigInt(value), scale: 0 }
  const scale = value.length - point - 1
  return { units: BigInt(value.slice(0, point) + value.slice(point + 1)), scale }
}

function fromScaled(units: bigint, scale: number): Decimal {
  const negative = units < 0n
  return shift(negative, String(negative ? -units : units), scale)
}

/** Puts the point `scale` digits from the right of `digits` (left of it when negative). */
function shift(negative: boolean, digits: string, scale: number): Decimal {
  if (scale <= 0) return canonical(negative, digits + '0'.repeat(-scale), '')
  const padded = digits.padStart(scale + 1, '0')
  return canonical(negative, padded.slice(0, -scale), padded.slice(-scale))
}

/** The only cast: called with strings of digits. */
function canonical(negative: boolean, whole: string, fraction: string): Decimal {
  const left = whole.replace(/^0+(?=\d)/, '')
  const right = trimEndOf(fraction, '0')
  const magnitude = right === '' ? left : `${left}.${right}`
  return (negative && magnitude !== '0' ? `-${magnitude}` : magnitude) as Decimal
}
