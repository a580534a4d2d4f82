import type { CountedDay } from '../../domain/copies/decide-copy-suspected.ts'

/** The days of a label from `[day, province, visitors]`, as the counting statement puts them together. */
export function daysOf(cells: string): CountedDay[] {
  const days = new Map<string, Record<string, number>>()
  for (const [on, province, visitors] of JSON.parse(cells) as [string, string, number][]) {
    const day = days.get(on) ?? {}
    day[province] = visitors
    days.set(on, day)
  }
  return [...days].map(([on, visitors]) => ({ on, visitors }))
}
