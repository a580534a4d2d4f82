import { type CalendarDate, toCalendarDate } from '../../time/calendar-date.ts'

/** What stands in a cell that is written: text, a number, a day, or nothing. */
export type WrittenCell = string | number | { readonly on: CalendarDate } | null

/** A column of a list that is written. */
export type WrittenColumn = {
  readonly heading: string
  /** Characters of its width. */
  readonly width: number
}

/** A column with what each thing of the list says in it. */
export type ListColumn<T> = WrittenColumn & { readonly cell: (thing: T) => WrittenCell }

/** Things as rows under their columns. */
export function rowsUnder<T>(
  columns: readonly ListColumn<T>[],
  things: readonly T[],
): (readonly WrittenCell[])[] {
  return things.map((thing) => columns.map(({ cell }) => cell(thing)))
}

/** A calendar date as a cell of a day; nothing where there is none. */
export function dayCell(text: string | null): WrittenCell {
  const on = text === null ? null : toCalendarDate(text)
  return on === null ? null : { on }
}
