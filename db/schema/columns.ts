import { type AnySQLiteColumn, integer, text } from 'drizzle-orm/sqlite-core'
import type { LocalText } from '../../worker/lib/text/local-text.ts'

/** Random id (nanoid), minted by the verb that inserts the row. */
export const id = () => text().primaryKey()

/** Id of the row that this one is of: there is none without it. */
export const idOf = (column: () => AnySQLiteColumn) => text().notNull().references(column)

/** Instant, epoch milliseconds. */
export const instant = () => integer()

/** Calendar date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const calendarDate = () => text()

/** A text in three languages, {vi,en,zh} as JSON. */
export const localText = () => text({ mode: 'json' }).$type<LocalText>()

/** Where something was done: in the portal, by a machine, on the command line, by an import. */
export const source = () => text({ enum: ['portal', 'api', 'command', 'import'] })
