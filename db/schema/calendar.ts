import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { HolidaySpan } from '../../worker/domain/calendar/public-holidays.ts'
import { calendarDate, id, instant } from './columns.ts'

/**
 * A year's days off as officers entered them when they were decided; they stand before what is shipped.
 * The newest of a year counts, and none is ever changed: append-only by trigger. A row or two a year,
 * read together.
 */
export const daysOffYear = sqliteTable(
  'days_off_year',
  {
    id: id(),
    year: text().notNull(),
    /** Beyond Saturdays and Sundays; both ends included. */
    off: text({ mode: 'json' }).$type<readonly HolidaySpan[]>().notNull(),
    /** Saturdays that are worked for a day swapped off. */
    worked: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The document that decides them. */
    documentNo: text().notNull(),
    decidedOn: calendarDate().notNull(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('days_off_year_newest').on(t.year, t.recordedAt)],
)
