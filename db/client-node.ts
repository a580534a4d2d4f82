import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import type { Database } from './client.ts'
import { textDoor } from './text-door.ts'

/** A client for commands, tests and scripts in Node; it also opens files and `:memory:`. */
export function connectNode(input: { url: string; authToken?: string | undefined }): {
  db: Database
  close: () => void
} {
  const client = createClient({
    url: input.url,
    ...(input.authToken === undefined ? {} : { authToken: input.authToken }),
  })
  return { db: drizzle(textDoor(client), { casing: 'snake_case' }), close: () => client.close() }
}
