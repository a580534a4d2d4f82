import { type SQLWrapper, sql } from 'drizzle-orm'
import { maybe, text } from './fields.ts'

/** The name of the person that an actor (`user:…`) is; null for an operator or a machine. */
export function personName(actor: SQLWrapper) {
  return maybe(
    text(
      sql`(SELECT u.name FROM user u WHERE ${actor} LIKE 'user:%' AND u.id = substr(${actor}, 6))`,
    ),
  )
}
