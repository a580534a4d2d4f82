import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { EntryValues } from '../../worker/domain/diary/entry-body.ts'
import type { Database } from '../client.ts'
import {
  diaryEvent,
  diaryPicture,
  diarySignal,
  diaryVerification,
  site,
  siteHousehold,
} from '../schema/index.ts'
import { number, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

const VERSION = {
  ...pick(diaryEvent, 'id', 'occurredOn', 'recordedAt', 'summary', 'details', 'kind'),
  ...pick(diaryEvent, 'reason', 'retracts', 'writtenByName'),
  age: number(sql`told.age`),
}

const PICTURE = {
  ...pick(diaryPicture, 'sha256', 'mediaType', 'width', 'height'),
  original: text(sql`diary_picture.original_sha256`),
}

/** One row of an entry's story, from what stands (age 0) back. */

/** More corrections than anybody makes of one entry. */
const MOST_VERSIONS = 100

/** What hangs on an entry: its whole story, the pictures of its photos, who checked it, what was found. */
export async function readEntryStory(db: Database, entryId: string) {
  const [versions, pictures, checks, signals] = await db.batch([
    rowsOf(
      db,
      VERSION,
      sql`(WITH RECURSIVE later(id) AS (
          SELECT ${entryId}
          UNION SELECT e.id FROM later JOIN diary_event e ON e.amends_id = later.id
        ), told(id, age, before) AS (
          SELECT e.id, 0, e.amends_id FROM later JOIN diary_event e ON e.id = later.id
            WHERE NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = e.id)
          UNION ALL
          SELECT e.id, told.age + 1, e.amends_id FROM told JOIN diary_event e ON e.id = told.before
        ) SELECT id, age FROM told LIMIT ${MOST_VERSIONS}) told
        JOIN diary_event ON diary_event.id = told.id ORDER BY told.age`,
    ),
    rowsOf(
      db,
      PICTURE,
      sql`diary_photo JOIN diary_picture ON diary_picture.original_sha256 = diary_photo.sha256
        WHERE diary_photo.diary_event_id = ${entryId}
        ORDER BY diary_photo.position, diary_picture.width DESC LIMIT 100`,
    ),
    db
      .select()
      .from(diaryVerification)
      .where(eq(diaryVerification.diaryEventId, entryId))
      .orderBy(desc(diaryVerification.recordedAt))
      .limit(20),
    db
      .select(pick(diarySignal, 'code', 'figures'))
      .from(diarySignal)
      .where(eq(diarySignal.diaryEventId, entryId))
      .orderBy(asc(diarySignal.code))
      .limit(20),
  ])
  return { versions, pictures, checks, signals }
}

export type EntryStory = Awaited<ReturnType<typeof readEntryStory>>

/** What was entered last of a kind at a place; null where nothing was. */
export async function readLastEntered(
  db: Database,
  { siteId, kind }: { readonly siteId: string; readonly kind: string },
): Promise<EntryValues | null> {
  const row = await firstOf(
    db
      .select({ entered: diaryEvent.entered })
      .from(diaryEvent)
      .where(
        and(
          eq(diaryEvent.siteId, siteId),
          eq(diaryEvent.kind, kind),
          sql`${diaryEvent.entered} IS NOT NULL AND ${diaryEvent.retracts} = 0`,
        ),
      )
      .orderBy(desc(diaryEvent.occurredOn), sql`rowid DESC`)
      .limit(1),
  )
  return row?.entered ?? null
}

/** Households of a place for a list to choose from. */
export function listHouseholdChoices(db: Database, siteId: string) {
  return db
    .select(pick(siteHousehold, 'id', 'name', 'plot'))
    .from(siteHousehold)
    .where(eq(siteHousehold.siteId, siteId))
    .orderBy(asc(siteHousehold.position))
    .limit(300)
}

/** An organisation's places, to choose from. */
export function listOwnSites(db: Database, organisationId: string) {
  return db
    .select(pick(site, 'id', 'name', 'kind'))
    .from(site)
    .where(and(eq(site.organisationId, organisationId), isNull(site.withdrawnAt)))
    .orderBy(asc(site.nameFolded), asc(site.id))
    .limit(200)
}
