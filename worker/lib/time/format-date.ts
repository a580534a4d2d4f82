import type { CalendarDate } from './calendar-date.ts'

/** `dd/mm/yyyy`, the form of official Vietnamese documents. */
export function formatDate(on: CalendarDate): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}
