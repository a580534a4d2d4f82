import type { CountedDay } from '../../../domain/copies/decide-copy-suspected.ts'

/** Phones that opened labels, by what they are told apart by; an unknown province is empty. */
export type Tally = { readonly key: string; readonly visitors: number }

/** The latest last, as the drawing reads. */
export function byDay(days: readonly CountedDay[]): Tally[] {
  return days
    .map(({ on, visitors }) => ({
      key: on,
      visitors: Object.values(visitors).reduce((sum, number) => sum + number, 0),
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** Where most opened it first. */
export function byProvince(days: readonly CountedDay[]): Tally[] {
  const sums = new Map<string, number>()
  for (const { visitors } of days) {
    for (const [name, number] of Object.entries(visitors)) {
      sums.set(name, (sums.get(name) ?? 0) + number)
    }
  }
  return [...sums]
    .map(([key, visitors]) => ({ key, visitors }))
    .toSorted((a, b) => b.visitors - a.visitors)
}
