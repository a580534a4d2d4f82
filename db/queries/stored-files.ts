import { and, eq, gte, lt, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { storedFile } from '../schema/index.ts'
import { runBatch, type Statement } from './run-batch.ts'

/** Parts written or read in one round trip: two megabytes of 256 KB parts. */
const PARTS_PER_TRIP = 8

/**
 * Stores a file's parts in order, in the place of an earlier file of that key. Not one atomic batch,
 * for a file may be larger than one request: nobody is told of a key before its file is whole.
 */
export async function storeFileParts(
  db: Database,
  input: { readonly key: string; readonly parts: readonly Uint8Array[] },
): Promise<void> {
  const { key, parts } = input
  const createdAt = Date.now()
  await removeStoredFile(db, key)
  for (let at = 0; at < parts.length; at += PARTS_PER_TRIP) {
    const rows = parts.slice(at, at + PARTS_PER_TRIP).map(
      (bytes, index): Statement =>
        db.insert(storedFile).values({
          storeKey: key,
          part: at + index,
          bytes: Buffer.from(bytes),
          createdAt,
        }),
    )
    await runBatch(db, rows)
  }
}

/** A file's parts in order; none where there is no such file. */
export async function* storedFileParts(db: Database, key: string): AsyncGenerator<Uint8Array> {
  const { storeKey, part } = storedFile
  for (let from = 0; ; from += PARTS_PER_TRIP) {
    const rows = await db
      .select({ bytes: storedFile.bytes })
      .from(storedFile)
      .where(and(eq(storeKey, key), gte(part, from), lt(part, from + PARTS_PER_TRIP)))
      .orderBy(part)
    for (const { bytes } of rows) yield new Uint8Array(bytes)
    if (rows.length < PARTS_PER_TRIP) return
  }
}

export async function removeStoredFile(db: Database, key: string): Promise<void> {
  await db.run(sql`DELETE FROM stored_file WHERE store_key = ${key}`)
}
