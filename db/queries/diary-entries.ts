import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, diaryEvent, organisation, site } from '../schema/index.ts'
import { sameWords } from './diary-fingerprints.ts'
import { type Fields, json, maybe, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { insertRows } from './insert-rows.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'

/** The row that amends an entry. */
type Amendment = {
  readonly id: string
  readonly fingerprint: string
  readonly retracts: 0 | 1
}

const ENTRY = {
  ...pick(diaryEvent, 'id', 'siteId', 'batchId', 'kind', 'occurredOn', 'recordedAt', 'summary'),
  ...pick(diaryEvent, 'details', 'photos', 'declaredByRole', 'declaredByName'),
  ...pick(diaryEvent, 'amendsId', 'retracts', 'reason', 'fingerprint'),
  ...pick(diaryEvent, 'via', 'entered', 'findings', 'allowedOn', 'seasonId', 'householdCount'),
  ...pick(diaryEvent, 'writtenBy', 'writtenByName', 'onBehalfOf', 'spoken'),
  ...pick(diaryEvent, 'madeAt', 'clockOffsetMs', 'clockMeasuredAt', 'appVersion'),
  siteName: site.name,
  ...pick(site, 'organisationId', 'provinceCode', 'communeCode'),
  organisation: organisation.name,
  batchRef: maybe(batch.ref),
  amendedBy: maybe(
    json<Amendment>(sql`(SELECT json_object('id', a.id, 'fingerprint', a.fingerprint,
      'retracts', a.retracts) FROM diary_event a WHERE a.amends_id = ${diaryEvent.id})`),
  ),
} satisfies Fields

/** An entry of a diary, whose it is, and what became of it. */
export type DiaryEntryDetail = RowOf<typeof ENTRY>

/** An entry, amended or not. */
export async function readDiaryEntry(db: Database, id: string): Promise<DiaryEntryDetail | null> {
  return firstOf(entries(db).where(eq(diaryEvent.id, id)).limit(1))
}

export type DiaryPosition = { readonly occurredOn: string; readonly id: string }

/**
 * Entries of a place or of an organisation's places as they stand, or as they were taken back, by the
 * day of the work, the latest first.
 */
export function listDiaryEntries(
  db: Database,
  asked: {
    readonly of: { readonly siteId: string } | { readonly organisationId: string }
    readonly narrow?: DiaryNarrowing
    readonly after: DiaryPosition | null
    readonly limit: number
  },
): Promise<DiaryEntryDetail[]> {
  const { of, narrow = {}, after, limit } = asked
  const { id, occurredOn } = diaryEvent
  return entries(db)
    .where(
      and(
        'siteId' in of
          ? eq(diaryEvent.siteId, of.siteId)
          : sql`${diaryEvent.siteId} IN (SELECT s.id FROM site s
              WHERE s.organisation_id = ${of.organisationId})`,
        NOT_AMENDED,
        narrowed(narrow),
        after === null
          ? undefined
          : or(
              lt(occurredOn, after.occurredOn),
              and(eq(occurredOn, after.occurredOn), lt(id, after.id)),
            ),
      ),
    )
    .orderBy(desc(occurredOn), desc(id))
    .limit(limit)
}

/** What a list of entries is narrowed by. */
export type DiaryNarrowing = {
  readonly kind?: string | undefined
  readonly householdId?: string | undefined
  readonly seasonId?: string | undefined
}

function narrowed({ kind, householdId, seasonId }: DiaryNarrowing): SQL | undefined {
  return and(
    kind === undefined ? undefined : eq(diaryEvent.kind, kind),
    seasonId === undefined ? undefined : eq(diaryEvent.seasonId, seasonId),
    householdId === undefined
      ? undefined
      : sql`${diaryEvent.id} IN (SELECT h.diary_event_id FROM diary_household h
          WHERE h.household_id = ${householdId})`,
  )
}

const NOT_AMENDED = sql`NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = ${diaryEvent.id})`

function entries(db: Database) {
  return db
    .select(ENTRY)
    .from(diaryEvent)
    .innerJoin(site, eq(site.id, diaryEvent.siteId))
    .innerJoin(organisation, eq(organisation.id, site.organisationId))
    .leftJoin(batch, eq(batch.id, diaryEvent.batchId))
}

/** Holds while nothing amends an entry. */
export function isUnamendedEntry(id: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM diary_event WHERE amends_id = ${id})`
}

export type DiaryAmendment = Omit<typeof diaryEvent.$inferInsert, 'importId' | 'amendsId'> & {
  readonly amendsId: string
}

/** Stores what amends entries. */
export function insertAmendments(db: Database, rows: readonly DiaryAmendment[]): Statement {
  return insertRows(db, diaryEvent, rows)
}

/** The entry of a place that stands and says what has this hash; null where none does. */
export async function findStandingEntry(
  db: Database,
  said: { readonly siteId: string; readonly hash: string },
): Promise<string | null> {
  const row = await firstOf(
    db
      .select({ id: diaryEvent.id })
      .from(diaryEvent)
      .where(
        and(
          eq(diaryEvent.siteId, said.siteId),
          sameWords(said.hash),
          eq(diaryEvent.retracts, false),
          NOT_AMENDED,
        ),
      )
      .limit(1),
  )
  return row?.id ?? null
}
