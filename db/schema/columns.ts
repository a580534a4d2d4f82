import { integer, text } from 'drizzle-orm/sqlite-core'

/** Random id (nanoid), minted by the verb that inserts the row. */
export const id = () => text().primaryKey()

/** Instant, epoch milliseconds. */
export const instant = () => integer()

/** Calendar date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const calendarDate = () => text()
