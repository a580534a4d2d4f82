import { and, asc, desc, eq, getTableColumns, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { CaseState } from '../../worker/domain/cases/kinds.ts'
import type { Database } from '../client.ts'
import { caseFile, foreignNotice, organisation } from '../schema/index.ts'
import type { CaseRow } from './cases.ts'
import { firstOf } from './first-of.ts'
import { hasNoOpenItems } from './foreign-notice-items.ts'
import { liesWithin } from './lies-within.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { isStill } from './row-guards.ts'
import { insertOf, setOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type NoticeRow = typeof foreignNotice.$inferSelect

const CASE = {
  ...pick(caseFile, 'numberSpace', 'year', 'sequence', 'state', 'provinceCode', 'communeCode'),
  ...pick(caseFile, 'summary', 'authorityId', 'assignedTo'),
}
const NOTICE = { ...getTableColumns(foreignNotice), ...CASE, authority: organisation.name }

/** A notice with what its case says of it. */
export type NoticeItem = Awaited<ReturnType<typeof itemsOf>>[number]

function itemsOf(db: Database) {
  return db
    .select(NOTICE)
    .from(foreignNotice)
    .innerJoin(caseFile, eq(caseFile.id, foreignNotice.id))
    .leftJoin(organisation, eq(organisation.id, caseFile.authorityId))
}

/** A notice that somebody within these bounds has to do with; any other is not there. */
export function readNotice(
  db: Database,
  { id, bounds }: { readonly id: string; readonly bounds: Bounds },
): Promise<NoticeItem | null> {
  return firstOf(
    itemsOf(db)
      .where(and(eq(foreignNotice.id, id), noticeWithin(bounds)))
      .limit(1),
  )
}

/** The number of the notice that a case is about; null for a case of anything else. */
export async function readNoticeNumber(db: Database, caseId: string): Promise<string | null> {
  const row = await firstOf(
    db
      .select({ number: foreignNotice.number })
      .from(foreignNotice)
      .where(eq(foreignNotice.id, caseId))
      .limit(1),
  )
  return row?.number ?? null
}

/** The notice of a number and market, whoever it is of. */
export function readNoticeByNumber(
  db: Database,
  { market, numberFolded }: Pick<NoticeRow, 'market' | 'numberFolded'>,
): Promise<NoticeItem | null> {
  const { market: m, numberFolded: n } = foreignNotice
  return firstOf(
    itemsOf(db)
      .where(and(eq(m, market), eq(n, numberFolded)))
      .limit(1),
  )
}

/**
 * Holds for a notice that lies within bounds, or one of whose codes does: the same notice names codes of
 * several provinces. An organisation knows of those it was told of.
 */
function noticeWithin(bounds: Bounds): SQL | undefined {
  if (bounds === null) return undefined
  if (bounds.kind === 'organisation') {
    // There are few of an organisation, and many that are not.
    return sql`${foreignNotice.id} IN (SELECT i.notice_id FROM foreign_notice_item i
      WHERE i.organisation_id = ${bounds.organisationId} AND i.told_at IS NOT NULL)`
  }
  const { provinceCode, communeCode } = bounds
  const lies = liesWithin(caseFile, bounds)
  const commune = communeCode === null ? sql`` : sql`AND i.commune_code = ${communeCode}`
  return sql`(${lies} OR EXISTS (SELECT 1 FROM foreign_notice_item i
    WHERE i.notice_id = ${foreignNotice.id} AND i.province_code = ${provinceCode} ${commune}))`
}

export type NoticeFilter = {
  readonly market: string | null
  readonly state: 'open' | 'closed' | null
}

/** Notices within bounds, latest received first. */
export function listNotices(
  db: Database,
  asked: NoticeFilter & {
    readonly bounds: Bounds
    readonly after: { readonly receivedOn: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<NoticeItem[]> {
  const { bounds, market, state, after, limit } = asked
  const closed: CaseState = 'closed'
  return itemsOf(db)
    .where(
      and(
        noticeWithin(bounds),
        market === null ? undefined : eq(foreignNotice.market, market),
        state === null ? undefined : sql`(${caseFile.state} = ${closed}) = ${state === 'closed'}`,
        isBefore(foreignNotice, ['receivedOn', 'id'], after),
      ),
    )
    .orderBy(desc(foreignNotice.receivedOn), desc(foreignNotice.id))
    .limit(limit)
}

export const insertNotice = insertOf(foreignNotice)

/** Closes the case of a notice of which nothing is left to do; any other stays as it is. */
export function closeIfDone(
  db: Database,
  { id, closedAt, outcome }: Pick<CaseRow, 'id' | 'closedAt' | 'outcome'>,
): Statement {
  return db
    .update(caseFile)
    .set({ state: 'closed', closedAt, outcome, version: sql`${caseFile.version} + 1` })
    .where(and(eq(caseFile.id, id), ne(caseFile.state, 'closed'), hasNoOpenItems(id)))
}

/** Notices of which both sides are to be reminded by today, the longest due first. */
export function listNoticeReminders(
  db: Database,
  asked: { readonly today: string; readonly limit: number },
): Promise<NoticeItem[]> {
  const { remindOn } = foreignNotice
  return itemsOf(db)
    .where(and(lte(remindOn, asked.today), sql`${remindOn} IS NOT NULL`))
    .orderBy(asc(remindOn), foreignNotice.id)
    .limit(asked.limit)
}

/** Holds while nobody was reminded of it since it was read. */
export const reminderIs = isStill(foreignNotice, 'remindOn')

export const setNoticeReminder = setOf(foreignNotice, 'remindOn')
