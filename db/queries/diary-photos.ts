import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { diaryPhoto, diaryPicture } from '../schema/index.ts'
import type { RowOf } from './fields.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'

const PHOTO = pick(diaryPhoto, 'sha256', 'storeKey', 'takenAt', 'lat', 'lng')

/** A photo of an entry, with where and when it was taken: for inspectors. */
export type EntryPhoto = RowOf<typeof PHOTO>

/** An entry's photos in order. */
export function readEntryPhotos(db: Database, entryId: string): Promise<EntryPhoto[]> {
  return db
    .select(PHOTO)
    .from(diaryPhoto)
    .where(eq(diaryPhoto.diaryEventId, entryId))
    .orderBy(asc(diaryPhoto.position))
    .limit(100)
}

/** Those of them of which nothing was made yet. */
export function readPhotosToMake(db: Database, entryId: string): Promise<EntryPhoto[]> {
  const isMade = sql`EXISTS (SELECT 1 FROM diary_picture m
    WHERE m.original_sha256 = ${diaryPhoto.sha256})`
  return db
    .select(PHOTO)
    .from(diaryPhoto)
    .where(and(eq(diaryPhoto.diaryEventId, entryId), sql`NOT ${isMade}`))
    .orderBy(asc(diaryPhoto.position))
    .limit(100)
}

export type DiaryPictureRow = typeof diaryPicture.$inferInsert

/** Keeps a picture made of a photo; made again it is the same. */
export function keepDiaryPicture(db: Database, row: DiaryPictureRow): Statement {
  return db.insert(diaryPicture).values(row).onConflictDoNothing()
}
