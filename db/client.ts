import { createClient } from '@libsql/client/http'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { drizzle as drizzleWeb } from 'drizzle-orm/libsql/http'
import { type DatabaseWatch, watchDatabase } from './database-watch.ts'
import { textDoor } from './text-door.ts'

/**
 * No schema is handed to Drizzle: tables are named where they are used, and working out relations
 * that nobody asks for would be repeated on every request.
 */
export type Database = LibSQLDatabase<Record<string, never>>

const options = { casing: 'snake_case' } as const

/**
 * A client for one request inside workerd: it speaks HTTP to sqld or Turso, and must not outlive
 * the request that made it. `watch` is what outlives it; without one the client is on its own.
 */
export function connectWeb(input: {
  url: string
  authToken: string | undefined
  watch?: DatabaseWatch
}): Database {
  const { fetch } = input.watch ?? watchDatabase()
  const client = createClient({
    // The driver's sockets know no time-out; every server that speaks on them speaks HTTP too.
    url: input.url.replace(/^ws(?=s?:)/i, 'http'),
    ...(input.authToken === undefined ? {} : { authToken: input.authToken }),
    fetch,
  })
  return drizzleWeb({ client: textDoor(client), ...options })
}
