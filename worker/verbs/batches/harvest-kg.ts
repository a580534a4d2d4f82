import { kilogramsOf } from './mass-balance.ts'

/** Kilograms of a harvest as its entry stands; 0 once it is none, null where it was not weighed. */
export function harvestKgOf(entry: {
  readonly kind: string
  readonly retracts: boolean
  readonly details: Readonly<Record<string, string | number>>
}): number | null {
  if (entry.retracts || entry.kind !== 'harvest') return 0
  return kilogramsIn(entry.details)
}

/** Kilograms that the particulars of an entry tell; null where they tell none. */
export function kilogramsIn(details: Readonly<Record<string, string | number>>): number | null {
  const { quantity, unit, quantityKg } = details
  if (typeof quantityKg === 'number') return quantityKg
  if (typeof quantity !== 'number' || typeof unit !== 'string') return null
  return kilogramsOf({ value: quantity, unit })
}
