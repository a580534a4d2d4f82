import { parseQuantity } from '../../lib/measure/mass.ts'

/**
 * How much more than its input an output may weigh: scales differ and produce takes up water. A
 * setting of the installation; the batch verbs take it from here.
 */
export const MASS_TOLERANCE = 1.02

/** Kilograms of a quantity, or null when its unit is not one of mass. */
export function kilogramsOf(quantity: {
  readonly value: number
  readonly unit: string
}): number | null {
  const reading = parseQuantity(quantity.value, quantity.unit)
  return reading.ok && reading.quantityKg !== null ? Number(reading.quantityKg) : null
}

/** The most that may come out of so many kilograms. */
export function mostFrom(inputKg: number): number {
  return inputKg * MASS_TOLERANCE
}
