import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { drizzle as drizzleWeb } from 'drizzle-orm/libsql/web'

/**
 * No schema is handed to Drizzle: tables are named where they are used, and working out relations
 * that nobody asks for would be repeated on every request.
 */
export type Database = LibSQLDatabase<Record<string, never>>

const options = { casing: 'snake_case' } as const

/** How long one statement may take before the reader is told that the database does not answer. */
const TIMEOUT_MS = 4_000

/**
 * A client for one request inside workerd: it speaks HTTP to sqld or Turso, and must not outlive
 * the request that made it.
 */
export function connectWeb(input: { url: string; authToken: string | undefined }): Database {
  const fetchInTime: typeof fetch = (request, init) =>
    fetch(request, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  return drizzleWeb({
    connection: {
      url: input.url,
      ...(input.authToken === undefined ? {} : { authToken: input.authToken }),
      fetch: fetchInTime,
    },
    ...options,
  })
}
