import { and, asc, eq, gt, gte, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import {
  diaryEvent,
  diaryHousehold,
  diaryPhoto,
  organisation,
  site,
  siteHousehold,
} from '../schema/index.ts'
import { among } from './among.ts'
import { sameWords } from './diary-fingerprints.ts'
import { type EntryHousehold, KNOWN_HOUSEHOLDS } from './diary-households.ts'
import { type RowOf, text } from './fields.ts'
import { insertAny } from './insert-rows.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

const SITE = {
  ...pick(site, 'id', 'kind', 'organisationId', 'provinceCode', 'communeCode'),
  ...pick(site, 'withdrawnAt', 'lat', 'lng'),
  organisation: organisation.name,
  organisationKind: organisation.kind,
}

const HOUSEHOLD = pick(siteHousehold, 'id', 'name', 'plot')

const WAITING = {
  ...pick(diaryEvent, 'occurredOn', 'summary', 'details'),
  allowedOn: text(sql`${diaryEvent.allowedOn}`),
  households: KNOWN_HOUSEHOLDS,
}

const SAID = {
  ...pick(diaryEvent, 'id', 'recordedAt', 'writtenBy', 'entered'),
  households: KNOWN_HOUSEHOLDS,
}

const PHOTO = {
  ...pick(diaryPhoto, 'sha256'),
  occurredOn: text(sql`min(${diaryEvent.occurredOn})`),
}

export type WaitingRow = RowOf<typeof WAITING>
export type SaidRow = RowOf<typeof SAID>
export type EntrySite = RowOf<typeof SITE>

/** Days back in which a planting counts. */
const PLANTED_WITHIN = '-400 days'
const MOST = 200

const STANDS = and(
  eq(diaryEvent.retracts, false),
  sql`NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = ${diaryEvent.id})`,
)

/** All that is looked at when an entry arrives: one round trip, each part a range of an index. */
export async function readRecordingFacts(
  db: Database,
  asked: {
    readonly id: string
    readonly siteId: string
    readonly householdIds: readonly string[]
    readonly kind: string
    readonly occurredOn: string
    readonly hash: string
    readonly photos: readonly string[]
    /** What it amends, which is not held against it. */
    readonly amendsId: string | null
  },
) {
  const { id, siteId, householdIds, kind, occurredOn, hash, photos, amendsId } = asked
  const here = eq(diaryEvent.siteId, siteId)
  const isOther = amendsId === null ? undefined : ne(diaryEvent.id, amendsId)
  const said = (which: SQL | undefined, rest: SQL) =>
    rowsOf(db, SAID, sql`diary_event WHERE ${and(here, which, STANDS, isOther)} ${rest}`)
  const [known, sites, households, plantings, waiting, treated, same, sameDay, used] =
    await db.batch([
      db
        .select(pick(diaryEvent, 'id', 'siteId', 'writtenBy', 'fingerprint'))
        .from(diaryEvent)
        .where(eq(diaryEvent.id, id)),
      db
        .select(SITE)
        .from(site)
        .innerJoin(organisation, eq(organisation.id, site.organisationId))
        .where(eq(site.id, siteId)),
      db
        .select(HOUSEHOLD)
        .from(siteHousehold)
        .where(
          and(eq(siteHousehold.siteId, siteId), sql`${siteHousehold.id} IN ${among(householdIds)}`),
        ),
      db
        .select({ occurredOn: diaryEvent.occurredOn })
        .from(diaryEvent)
        .where(
          and(
            here,
            eq(diaryEvent.kind, 'planting'),
            gte(diaryEvent.occurredOn, sql`date(${occurredOn}, ${PLANTED_WITHIN})`),
            STANDS,
            isOther,
          ),
        )
        .orderBy(asc(diaryEvent.occurredOn))
        .limit(1),
      rowsOf(
        db,
        WAITING,
        // A harvest alone falls into what others wait for.
        sql`diary_event WHERE ${and(
          sql`${kind} = 'harvest'`,
          here,
          gt(diaryEvent.allowedOn, occurredOn),
          lte(diaryEvent.occurredOn, occurredOn),
          STANDS,
        )} ORDER BY ${diaryEvent.allowedOn} DESC LIMIT ${MOST}`,
      ),
      // The last rounds of the same work: the dose of the same product is among them or is not known.
      said(
        and(eq(diaryEvent.kind, kind), lte(diaryEvent.occurredOn, occurredOn)),
        sql`ORDER BY ${diaryEvent.occurredOn} DESC LIMIT 20`,
      ),
      said(sameWords(hash), sql`LIMIT ${MOST}`),
      said(
        and(eq(diaryEvent.kind, kind), eq(diaryEvent.occurredOn, occurredOn)),
        sql`LIMIT ${MOST}`,
      ),
      rowsOf(
        db,
        PHOTO,
        sql`diary_photo JOIN diary_event ON diary_event.id = diary_photo.diary_event_id
        WHERE ${and(inArray(diaryPhoto.sha256, [...photos]), notOf(id, amendsId))}
        GROUP BY ${diaryPhoto.sha256}`,
      ),
    ])
  return {
    known: known[0] ?? null,
    site: sites[0] ?? null,
    households,
    plantedOn: plantings[0]?.occurredOn ?? null,
    ...{ waiting, treated, same, sameDay, used },
  }
}

export type RecordingFacts = Awaited<ReturnType<typeof readRecordingFacts>>

/** Photos that a correction takes over, or that stood on what is amended, are not used twice. */
function notOf(id: string, amendsId: string | null): SQL | undefined {
  return and(
    STANDS,
    ne(diaryPhoto.diaryEventId, id),
    amendsId === null ? undefined : ne(diaryPhoto.diaryEventId, amendsId),
  )
}

export type NewDiaryEntry = typeof diaryEvent.$inferInsert

/** Stores an entry with its households and photos, in this order, in one batch with whatever else. */
export function entryStatements(
  db: Database,
  rows: {
    readonly entry: NewDiaryEntry
    readonly households: readonly EntryHousehold[]
    readonly photos: readonly Omit<typeof diaryPhoto.$inferInsert, 'diaryEventId' | 'position'>[]
  },
) {
  const { entry, households, photos } = rows
  const { id: diaryEventId, occurredOn } = entry
  return [
    db.insert(diaryEvent).values(entry),
    ...insertAny(
      db,
      diaryHousehold,
      households.map(({ id: householdId, name, plot }) => ({
        ...{ diaryEventId, householdId, name, plot, occurredOn },
      })),
    ),
    ...insertAny(
      db,
      diaryPhoto,
      photos.map((photo, position) => ({ ...photo, diaryEventId, position })),
    ),
  ]
}

/** True where an entry of this id was written by this account. */
export async function isRecordedBy(
  db: Database,
  { id, writtenBy }: { readonly id: string; readonly writtenBy: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: diaryEvent.id })
    .from(diaryEvent)
    .where(and(eq(diaryEvent.id, id), eq(diaryEvent.writtenBy, writtenBy)))
  return rows.length > 0
}

/** What hangs on an entry goes along to the row that amends it: its households and photos. */
export function copyEntryParts(
  db: Database,
  {
    from,
    to,
    occurredOn,
  }: { readonly from: string; readonly to: string; readonly occurredOn: string },
): Statement[] {
  return [
    db.run(sql`INSERT INTO diary_household (diary_event_id, household_id, name, plot, occurred_on)
      SELECT ${to}, household_id, name, plot, ${occurredOn} FROM diary_household
      WHERE diary_event_id = ${from}`),
    db.run(sql`INSERT INTO diary_photo (diary_event_id, position, sha256, store_key, taken_at, lat, lng)
      SELECT ${to}, position, sha256, store_key, taken_at, lat, lng FROM diary_photo
      WHERE diary_event_id = ${from}`),
  ]
}
