import { and, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { outboxPhoto } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { guardStatement } from './guard-statement.ts'
import { insertOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type OutboxPhotoRow = typeof outboxPhoto.$inferSelect

/** Photos of an account, by their hashes. */
export type PhotosOf = { readonly account: string; readonly hashes: readonly string[] }

const listOf = (hashes: readonly string[]): SQL =>
  sql`(SELECT value FROM json_each(${JSON.stringify(hashes)}))`

const are = ({ account, hashes }: PhotosOf) =>
  and(eq(outboxPhoto.account, account), inArray(outboxPhoto.sha256, listOf(hashes)))

export function readOutboxPhoto(
  db: Database,
  photo: { readonly account: string; readonly sha256: string },
): Promise<OutboxPhotoRow | null> {
  const isIt = are({ account: photo.account, hashes: [photo.sha256] })
  return firstOf(db.select().from(outboxPhoto).where(isIt).limit(1))
}

/** Those of these photos that an account has sent, in no order. Bounded by what is asked. */
export function readOutboxPhotos(db: Database, photos: PhotosOf): Promise<OutboxPhotoRow[]> {
  return db.select().from(outboxPhoto).where(are(photos))
}

export const insertOutboxPhoto = insertOf(outboxPhoto)

/** What an account may have lying there that no record shows. */
export const UNUSED_PHOTOS = { bytes: 500 * 1024 * 1024, count: 20_000 } as const

/** Holds while an account has room for one more photo of so many bytes. */
export function hasRoomForPhoto({ account, bytes }: { account: string; bytes: number }): SQL {
  return sql`(SELECT coalesce(sum(bytes), 0) + ${bytes} <= ${UNUSED_PHOTOS.bytes}
    AND count(*) < ${UNUSED_PHOTOS.count}
    FROM outbox_photo WHERE account = ${account} AND used_at IS NULL)`
}

/**
 * Says in the batch of a record that it shows these photos; fails it where one of them was dropped
 * since it was looked for. They are kept for good from then on.
 */
export function markPhotosUsed(
  db: Database,
  { at, ...photos }: PhotosOf & { readonly at: number },
): Statement[] {
  if (photos.hashes.length === 0) return []
  const distinct = new Set(photos.hashes).size
  const there = sql`(SELECT count(*) FROM outbox_photo
    WHERE account = ${photos.account} AND sha256 IN ${listOf(photos.hashes)}) = ${distinct}`
  return [
    guardStatement(db, there),
    db
      .update(outboxPhoto)
      .set({ usedAt: at })
      .where(and(are(photos), isNull(outboxPhoto.usedAt))),
  ]
}

/** No record shows it, by whatever way that came, nor minutes that wait half-written. */
const isUnused = sql`outbox_photo.used_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM minutes_draft d, json_each(d.photos) q, json_each(q.value) p
  WHERE d.account = outbox_photo.account AND p.value = outbox_photo.sha256)`

/** Photos that no record has shown since `before`, the longest there first. */
export function listUnusedPhotos(
  db: Database,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<OutboxPhotoRow[]> {
  return db
    .select()
    .from(outboxPhoto)
    .where(and(isUnused, lt(outboxPhoto.receivedAt, before)))
    .orderBy(outboxPhoto.receivedAt)
    .limit(limit)
}

/** Takes a photo away unless a record shows it by now; gives true where it is gone. */
export async function deleteUnusedPhoto(
  db: Database,
  { account, sha256 }: Pick<OutboxPhotoRow, 'account' | 'sha256'>,
): Promise<boolean> {
  const gone = await db
    .delete(outboxPhoto)
    .where(and(are({ account, hashes: [sha256] }), isUnused))
    .returning({ sha256: outboxPhoto.sha256 })
  return gone.length > 0
}
