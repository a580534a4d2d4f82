import type { CalendarDate } from '../../time/calendar-date.ts'

/** What stands in a cell that is written: text, a number, a day, or nothing. */
export type WrittenCell = string | number | { readonly on: CalendarDate } | null

/** A column of a list that is written. */
export type WrittenColumn = {
  readonly heading: string
  /** Characters of its width. */
  readonly width: number
}
