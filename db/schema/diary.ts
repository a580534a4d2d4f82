import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { EntryValues } from '../../worker/domain/diary/entry-body.ts'
import type { EntryFinding } from '../../worker/domain/diary/entry-fault.ts'
import { SIGNAL_CODES } from '../../worker/domain/diary/signals.ts'
import type { ImageView } from '../../worker/domain/standing/provenance.ts'
import { PHOTO_TYPES } from '../../worker/lib/files/photo-types.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { site } from './site.ts'

/** Kinds of diary event are rows; `stage` folds them on the page. */
export const diaryEventKind = sqliteTable('diary_event_kind', {
  id: text().primaryKey(),
  stage: text().notNull(),
})

/**
 * One thing done in the field, pond, barn or packing house. Append-only by trigger; a correction
 * is a new event that `amendsId` points back with, one that takes an entry back likewise (`retracts`).
 * What nothing amends and takes nothing back stands. `fingerprint` (a hash of all that was said) makes a
 * second import of the same sheet change nothing.
 */
export const diaryEvent = sqliteTable(
  'diary_event',
  {
    id: id(),
    siteId: idOf(() => site.id),
    batchId: text(),
    kind: idOf(() => diaryEventKind.id),
    occurredOn: calendarDate().notNull(),
    recordedAt: instant().notNull(),
    summary: text().notNull(),
    details: text({ mode: 'json' }).$type<Readonly<Record<string, string | number>>>().notNull(),
    photos: text({ mode: 'json' }).$type<readonly ImageView[]>().notNull(),
    declaredByRole: text().notNull(),
    declaredByName: text().notNull(),
    amendsId: text(),
    /** True where it says that the entry it amends, and whatever that amended, was never so. */
    retracts: integer({ mode: 'boolean' }).notNull().default(false),
    /** Why it amends another; public, as the entry is. */
    reason: text(),
    fingerprint: text().notNull(),
    importId: text(),
    /** How it came in where somebody wrote it as an entry of its kind; null for a line of a list. */
    via: text({ enum: ['app', 'portal', 'api'] }),
    /** What was said in each field, figures in the units they were said in; `details` follow from it. */
    entered: text({ mode: 'json' }).$type<EntryValues>(),
    /** Questions that were answered with yes, and what was noticed without asking. */
    findings: text({ mode: 'json' }).$type<readonly EntryFinding[]>(),
    /** The first day goods may be harvested after a treatment. */
    allowedOn: calendarDate(),
    /** The season it belongs to, where it names one. */
    seasonId: text(),
    /** For how many households it was written; who they are stands in `diary_household`. */
    householdCount: integer(),
    /** Which account wrote it, whatever the device says; private. */
    writtenBy: text(),
    writtenByName: text(),
    /** Who told it, where that is not who wrote; private. */
    onBehalfOf: text(),
    /** Fields that were spoken, not typed. */
    spoken: text({ mode: 'json' }).$type<readonly string[]>(),
    /** The device's own time, and what it knew of its clock: `recordedAt` is the server's, beside it. */
    madeAt: instant(),
    clockOffsetMs: integer(),
    clockMeasuredAt: instant(),
    appVersion: text(),
  },
  (t) => [
    index('diary_event_site').on(t.siteId, t.occurredOn),
    index('diary_event_batch').on(t.batchId),
    // Harvests that a batch may be made of.
    index('diary_event_harvest').on(t.siteId, t.occurredOn).where(sql`kind = 'harvest'`),
    uniqueIndex('diary_event_fingerprint').on(t.siteId, t.fingerprint),
    // An entry is amended once; what amends it may be amended in its turn.
    uniqueIndex('diary_event_amends').on(t.amendsId).where(sql`amends_id IS NOT NULL`),
    // Treatments whose waiting a harvest of a place falls into.
    index('diary_event_waiting').on(t.siteId, t.allowedOn).where(sql`allowed_on IS NOT NULL`),
    // The diary of a place by kind of work: its list, what was entered last, whether it was planted.
    index('diary_event_by_kind').on(t.siteId, t.kind, t.occurredOn),
    index('diary_event_season').on(t.seasonId, t.occurredOn).where(sql`season_id IS NOT NULL`),
    // What an import recorded, to take it back.
    index('diary_event_import').on(t.importId).where(sql`import_id IS NOT NULL`),
  ],
)

/** Somebody else checked an entry. */
export const diaryVerification = sqliteTable(
  'diary_verification',
  {
    id: id(),
    diaryEventId: idOf(() => diaryEvent.id),
    verifiedByRole: text().notNull(),
    verifiedByName: text().notNull(),
    verifiedOn: calendarDate().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('diary_verification_event').on(t.diaryEventId)],
)

/**
 * A household an entry was written for, with its name and plot as they were then: the list of a place's
 * households may be replaced. Append-only by trigger.
 */
export const diaryHousehold = sqliteTable(
  'diary_household',
  {
    diaryEventId: idOf(() => diaryEvent.id),
    householdId: text().notNull(),
    name: text().notNull(),
    plot: text(),
    /** Of the entry, so that a household's diary is a range of the index. */
    occurredOn: calendarDate().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.diaryEventId, t.householdId] }),
    index('diary_household_household').on(t.householdId, t.occurredOn),
  ],
)

/**
 * A photo of an entry, by the hash of its bytes as they were handed in; one photo may be in several. When
 * and where it was taken is private: inspectors compare it with what the entry says. Append-only by trigger.
 */
export const diaryPhoto = sqliteTable(
  'diary_photo',
  {
    diaryEventId: idOf(() => diaryEvent.id),
    position: integer().notNull(),
    sha256: text().notNull(),
    /** Where the file store keeps it as it was handed in. */
    storeKey: text().notNull(),
    takenAt: instant(),
    lat: real(),
    lng: real(),
  },
  (t) => [
    primaryKey({ columns: [t.diaryEventId, t.position] }),
    // A photo used again.
    index('diary_photo_sha256').on(t.sha256),
  ],
)

/**
 * What `/media` gives out of a photo of a diary: made of the file that was handed in (`originalSha256`),
 * without place and time, in two sizes. No row yet means that it is still being made.
 */
export const diaryPicture = sqliteTable(
  'diary_picture',
  {
    originalSha256: text().notNull(),
    sha256: text().notNull(),
    mediaType: text({ enum: PHOTO_TYPES }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.originalSha256, t.width] }),
    index('diary_picture_sha256').on(t.sha256),
  ],
)

/**
 * Something about an entry that an inspector may want to look at, found when it was recorded: it accuses
 * nobody. `figures` are what it was found by. Append-only by trigger.
 */
export const diarySignal = sqliteTable(
  'diary_signal',
  {
    id: id(),
    diaryEventId: idOf(() => diaryEvent.id),
    siteId: idOf(() => site.id),
    code: text({ enum: SIGNAL_CODES }).notNull(),
    figures: text({ mode: 'json' }).$type<Readonly<Record<string, string | number>>>().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    // The list, latest first, whoever looks; and what there is on one entry.
    index('diary_signal_newest').on(t.recordedAt, t.id),
    index('diary_signal_site').on(t.siteId, t.recordedAt),
    uniqueIndex('diary_signal_entry').on(t.diaryEventId, t.code),
  ],
)
