import type { Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'

/** Brings a database to the newest schema. Run by `npm start`, the command line and CI, never on a request. */
export async function migrateDatabase(client: Client): Promise<void> {
  await migrate(drizzle(client), {
    migrationsFolder: new URL('./migrations', import.meta.url).pathname,
  })
}
