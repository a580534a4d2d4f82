import {
  and,
  asc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import { DONE_STATES, type ItemState } from '../../worker/domain/foreign-notices/kinds.ts'
import type { Database } from '../client.ts'
import { code, foreignNotice, foreignNoticeItem, organisation, site } from '../schema/index.ts'
import { among } from './among.ts'
import { number, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { insertRows } from './insert-rows.ts'
import { liesWithin } from './lies-within.ts'
import { listed } from './listed.ts'
import { personName } from './person-name.ts'
import { isAfter } from './place-in-list.ts'
import type { Statement } from './run-batch.ts'
import { unitName } from './unit-name.ts'

export type NoticeCodeRow = typeof foreignNoticeItem.$inferSelect

/** Codes that one notice names at most. */
export const MOST_NOTICE_CODES = 5_000
const MOST_GROUPS = 500

const ITEM = {
  ...getTableColumns(foreignNoticeItem),
  code: code.code,
  siteName: site.name,
  holder: organisation.name,
  communeName: unitName('commune', foreignNoticeItem.communeCode),
  assignedName: personName(sql`'user:' || ${foreignNoticeItem.assignedTo}`),
}

/** A code of a notice with the names of what it has to do with. */
export type NoticeCode = Awaited<ReturnType<typeof itemsOf>>[number]

function itemsOf(db: Database) {
  return db
    .select(ITEM)
    .from(foreignNoticeItem)
    .leftJoin(code, eq(code.id, foreignNoticeItem.codeId))
    .leftJoin(site, eq(site.id, foreignNoticeItem.siteId))
    .leftJoin(organisation, eq(organisation.id, foreignNoticeItem.organisationId))
}

/** Holds for an item within bounds; an organisation knows of what it was told. */
function itemWithin(bounds: Bounds): SQL | undefined {
  const { organisationId, toldAt } = foreignNoticeItem
  return liesWithin(foreignNoticeItem, bounds, (id) =>
    and(eq(organisationId, id), isNotNull(toldAt)),
  )
}

/** Which items of a notice are meant; null leaves a question open. */
export type ItemFilter = {
  readonly item?: string | null
  readonly state?: ItemState | null
  readonly commune?: string | null
  readonly holder?: string | null
  /** Begins the code, or what was listed, in capitals. */
  readonly starts?: string | null
}

type Asked = ItemFilter & { readonly noticeId: string; readonly bounds: Bounds }

function filterOf({ noticeId, bounds, item, state, commune, holder, starts }: Asked) {
  const t = foreignNoticeItem
  return and(
    eq(t.noticeId, noticeId),
    itemWithin(bounds),
    item == null ? undefined : eq(t.id, item),
    state == null ? undefined : eq(t.state, state),
    commune == null ? undefined : eq(t.communeCode, commune),
    holder == null ? undefined : eq(t.organisationId, holder),
    starts == null
      ? undefined
      : or(sql`instr(${code.code}, ${starts}) > 0`, sql`instr(upper(${t.listed}), ${starts}) > 0`),
  )
}

/** Items of a notice in the order of its list, from after a place in it. */
export function listItems(
  db: Database,
  asked: Asked & {
    readonly after: { readonly row: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<NoticeCode[]> {
  const { row, id } = foreignNoticeItem
  const later = isAfter(foreignNoticeItem, ['row', 'id'], asked.after)
  return itemsOf(db)
    .where(and(filterOf(asked), later))
    .orderBy(asc(row), asc(id))
    .limit(asked.limit)
}

/** All items that are meant, in one of some states: what one act is done to. */
export function selectItems(
  db: Database,
  asked: Asked & { readonly states: readonly ItemState[] },
): Promise<NoticeCode[]> {
  const { row, id, state } = foreignNoticeItem
  return itemsOf(db)
    .where(and(filterOf(asked), inArray(state, [...asked.states])))
    .orderBy(asc(row), asc(id))
    .limit(MOST_NOTICE_CODES)
}

export function readItem(
  db: Database,
  asked: { readonly noticeId: string; readonly id: string; readonly bounds: Bounds },
): Promise<NoticeCode | null> {
  const { id: item, ...rest } = asked
  return firstOf(
    itemsOf(db)
      .where(filterOf({ ...rest, item }))
      .limit(1),
  )
}

/** How many items of a notice stand where, within bounds. */
export function countByState(db: Database, asked: Omit<Asked, keyof ItemFilter>) {
  const { state, suspendedOn, restoredOn, passed } = foreignNoticeItem
  return db
    .select({
      state,
      count: number(sql`count(*)`),
      suspended: number(sql`sum(${suspendedOn} IS NOT NULL AND ${restoredOn} IS NULL)`),
      restored: number(sql`sum(${restoredOn} IS NOT NULL)`),
      passed: number(sql`sum(${passed} IS TRUE)`),
    })
    .from(foreignNoticeItem)
    .where(filterOf(asked))
    .groupBy(state)
}

/** Communes that items of a notice lie in, by name, each with how many. */
export function listCommunesOf(db: Database, asked: Omit<Asked, keyof ItemFilter>) {
  const { communeCode } = foreignNoticeItem
  return db
    .select({
      communeCode,
      name: unitName('commune', communeCode),
      count: number(sql`count(*)`),
    })
    .from(foreignNoticeItem)
    .where(and(filterOf(asked), sql`${communeCode} IS NOT NULL`))
    .groupBy(communeCode)
    .orderBy(asc(communeCode))
    .limit(MOST_GROUPS)
}

export function insertItems(db: Database, rows: readonly NoticeCodeRow[]): Statement {
  return insertRows(db, foreignNoticeItem, rows)
}

/** Changes many alike; `version` counts on. */
export function updateItems(
  db: Database,
  { ids, set }: { readonly ids: readonly string[]; readonly set: Partial<NoticeCodeRow> },
): Statement {
  return db
    .update(foreignNoticeItem)
    .set({ ...set, version: sql`${foreignNoticeItem.version} + 1` })
    .where(sql`${foreignNoticeItem.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
}

/** Holds while nobody changed any of them since they were read. */
export function itemsAre(items: readonly Pick<NoticeCodeRow, 'id' | 'version'>[]): SQL {
  const { rows, of } = listed(items.map(({ id, version }) => ({ id, version })))
  return sql`(NOT EXISTS (SELECT 1 FROM ${rows} WHERE NOT EXISTS (SELECT 1
    FROM foreign_notice_item i WHERE i.id = ${of('id')} AND i.version = ${of('version')})))`
}

const DONE = sql.raw(DONE_STATES.map((state) => `'${state}'`).join(', '))

/** Holds while something of a notice is left to be done; never for a case of another kind. */
function hasOpenItems(noticeId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM foreign_notice_item
    WHERE notice_id = ${noticeId} AND state NOT IN (${DONE}))`
}

/** Holds where nothing of a notice is left to be done, and for any case that is none. */
export function hasNoOpenItems(noticeId: string): SQL {
  return sql`NOT ${hasOpenItems(noticeId)}`
}

/** Of these codes those that another notice of a market has suspended and not restored. */
export function listHeldByOthers(
  db: Database,
  asked: {
    readonly noticeId: string
    readonly market: string
    readonly codeIds: readonly string[]
  },
) {
  const { codeId, noticeId, suspendedOn, restoredOn } = foreignNoticeItem
  return db
    .select({ codeId: text(sql`${codeId}`), number: foreignNotice.number })
    .from(foreignNoticeItem)
    .innerJoin(foreignNotice, eq(foreignNotice.id, noticeId))
    .where(
      and(
        sql`${codeId} IN ${among(asked.codeIds)}`,
        isNotNull(suspendedOn),
        isNull(restoredOn),
        ne(noticeId, asked.noticeId),
        eq(foreignNotice.market, asked.market),
      ),
    )
}

/** The codes that a notice names, by id. */
export async function listNamedCodes(db: Database, noticeId: string): Promise<string[]> {
  const rows = await db
    .select({ codeId: foreignNoticeItem.codeId })
    .from(foreignNoticeItem)
    .where(and(eq(foreignNoticeItem.noticeId, noticeId), isNotNull(foreignNoticeItem.codeId)))
    .limit(MOST_NOTICE_CODES)
  return rows.flatMap(({ codeId }) => codeId ?? [])
}
