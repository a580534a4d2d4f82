import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { diaryEvent, site } from '../schema/index.ts'
import { among } from './among.ts'
import { flag, maybe, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf, workedOutOf } from './rows-of.ts'

const FIELDS = {
  ...pick(diaryEvent, 'id', 'siteId', 'kind', 'occurredOn', 'details', 'entered'),
  siteName: site.name,
}

export type StockRow = RowOf<typeof FIELDS>

/** Purchases and uses that one page reckons with, at most; the latest count. */
export const MOST_STOCK_ROWS = 10_000

export type StockAsked = {
  /** Of this place alone, else of all places of the organisation. */
  readonly of: { readonly siteId: string } | { readonly organisationId: string }
  readonly kinds: readonly string[]
  /** The first day that counts. */
  readonly since: string
}

/** Entries that stand about inputs bought or used, the latest first. */
export function readStockRows(db: Database, asked: StockAsked): Promise<StockRow[]> {
  return rowsOf(db, FIELDS, stockSource(asked))
}

export function stockSource({ of, kinds, since }: StockAsked): SQL {
  const places =
    'siteId' in of
      ? sql`(${of.siteId})`
      : sql`(SELECT s.id FROM site s WHERE s.organisation_id = ${of.organisationId})`
  return sql`diary_event JOIN site ON site.id = diary_event.site_id
    WHERE diary_event.site_id IN ${places} AND diary_event.kind IN ${among(kinds)}
      AND diary_event.occurred_on >= ${since} AND diary_event.retracts = 0
      AND NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = diary_event.id)
    ORDER BY diary_event.occurred_on DESC, diary_event.id DESC LIMIT ${MOST_STOCK_ROWS}`
}

/** Inputs of different names that an organisation bought, at most. */
const MOST_NAMES = 2_000

/** What an organisation is on record to have bought until a day, and whether it ever records purchases. */
export async function readBoughtProducts(
  db: Database,
  asked: { readonly organisationId: string; readonly until: string },
): Promise<{ readonly names: readonly string[]; readonly keepsStock: boolean }> {
  const { organisationId, until } = asked
  const bought = sql`diary_event.kind = 'input_purchase'
    AND diary_event.site_id IN (SELECT s.id FROM site s WHERE s.organisation_id = ${organisationId})
    AND diary_event.retracts = 0
    AND NOT EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = diary_event.id)`
  const [names, any] = await db.batch([
    db
      .selectDistinct({ name: maybe(text(sql`${diaryEvent.details} ->> 'product'`)) })
      .from(diaryEvent)
      .where(sql`${bought} AND ${diaryEvent.occurredOn} <= ${until}`)
      .limit(MOST_NAMES),
    workedOutOf(db, { found: flag(sql`EXISTS (SELECT 1 FROM diary_event WHERE ${bought})`) }),
  ])
  return {
    names: names.flatMap(({ name }) => (name === null ? [] : [name])),
    keepsStock: any[0]?.found ?? false,
  }
}
