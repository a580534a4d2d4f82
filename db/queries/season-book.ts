import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { code, diaryEvent } from '../schema/index.ts'
import { json, number, type RowOf } from './fields.ts'
import { pick } from './pick.ts'
import { isAfter } from './place-in-list.ts'
import { rowsOf } from './rows-of.ts'

type BookHousehold = { readonly id: string; readonly name: string }
type BookCheck = { readonly name: string; readonly on: string }

const ENTRY = {
  ...pick(diaryEvent, 'id', 'siteId', 'kind', 'occurredOn', 'recordedAt', 'summary', 'details'),
  ...pick(diaryEvent, 'entered', 'findings', 'seasonId', 'reason', 'amendsId'),
  ...pick(diaryEvent, 'declaredByName', 'writtenByName', 'onBehalfOf'),
  households: json<readonly BookHousehold[]>(sql`(SELECT json_group_array(json_object(
      'id', h.household_id, 'name', h.name)) FROM diary_household h
    WHERE h.diary_event_id = ${diaryEvent.id})`),
  checks: json<readonly BookCheck[]>(sql`(SELECT json_group_array(json_object(
      'name', v.verified_by_name, 'on', v.verified_on)) FROM diary_verification v
    WHERE v.diary_event_id = ${diaryEvent.id})`),
  photos: number(
    sql`(SELECT count(*) FROM diary_photo p WHERE p.diary_event_id = ${diaryEvent.id})`,
  ),
}

/** An entry as a season's book tells it. */
export type BookEntry = RowOf<typeof ENTRY>

export type BookAsked = {
  readonly season: { readonly id: string; readonly siteId: string; readonly startsOn: string }
  /** The last day of the season, or today. */
  readonly toOn: string
}

/**
 * Standing entries of a kind within the days of a season on its site, after one of them, in the order
 * of their days. Those of other seasons are left out; whether one without a season belongs to it the
 * domain says.
 */
export function readBookEntries(db: Database, asked: PageAsked): Promise<BookEntry[]> {
  return rowsOf(db, ENTRY, bookEntriesSource(asked))
}

type PageAsked = BookAsked & {
  readonly kind: string
  readonly after: { readonly occurredOn: string; readonly id: string } | null
  readonly limit: number
}

export function bookEntriesSource(asked: PageAsked): SQL {
  const { kind, after, limit } = asked
  const onwards = isAfter('diary_event', ['occurredOn', 'id'], after)
  return sql`diary_event WHERE ${within(asked)} AND diary_event.kind = ${kind} AND ${onwards}
    ORDER BY diary_event.occurred_on, diary_event.id LIMIT ${limit}`
}

/** The kinds of entry that there are. */
export async function readBookKinds(db: Database, asked: BookAsked): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ kind: diaryEvent.kind })
    .from(diaryEvent)
    .where(within(asked))
    .limit(100)
  return rows.map(({ kind }) => kind)
}

function within({ season, toOn }: BookAsked): SQL {
  return sql`diary_event.site_id = ${season.siteId}
    AND diary_event.occurred_on BETWEEN ${season.startsOn} AND ${toOn}
    AND (diary_event.season_id IS NULL OR diary_event.season_id = ${season.id})
    AND diary_event.retracts = 0
    AND NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = diary_event.id)`
}

const MOST_CODES = 50

/** Codes that stand for a site. */
export async function readCodesOfSite(db: Database, siteId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ code: code.code })
    .from(code)
    .where(and(eq(code.siteId, siteId), isNull(code.withdrawnAt)))
    .orderBy(code.code)
    .limit(MOST_CODES)
  return rows.map((row) => row.code)
}
