import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { invalidField } from '../guard/parse-input.ts'

/** The day that a record says the work was done. */
export function dayOf({ happenedOn }: { readonly happenedOn: string }): CalendarDate {
  const day = toCalendarDate(happenedOn)
  if (day === null || day < '1990-01-01') {
    throw invalidField('happenedOn', FIELD_FAULTS.notACalendarDate)
  }
  return day
}
