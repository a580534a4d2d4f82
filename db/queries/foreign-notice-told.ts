import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { REPORTED_IN } from '../../worker/domain/foreign-notices/kinds.ts'
import type { Database } from '../client.ts'
import { foreignNoticeItem } from '../schema/index.ts'
import { among } from './among.ts'
import { number } from './fields.ts'
import type { Statement } from './run-batch.ts'

/** States in which a holder has something to report. */
const REPORTING = sql.raw(REPORTED_IN.map((state) => `'${state}'`).join(', '))

/** Holders of codes of a notice who are still to be told of what they have to report, in order. */
export function listUntold(
  db: Database,
  asked: { readonly noticeId: string; readonly limit: number },
) {
  const { organisationId, noticeId, toldAt, state } = foreignNoticeItem
  return db
    .select({ organisationId, count: number(sql`count(*)`) })
    .from(foreignNoticeItem)
    .where(
      and(
        eq(noticeId, asked.noticeId),
        isNull(toldAt),
        sql`${state} IN (${REPORTING})`,
        gt(organisationId, ''),
      ),
    )
    .groupBy(organisationId)
    .orderBy(asc(organisationId))
    .limit(asked.limit)
}

/** Holds while none of these holders was told of what they have to report. */
export function areUntold(noticeId: string, holders: readonly string[]): SQL {
  return sql`((SELECT count(DISTINCT i.organisation_id) FROM foreign_notice_item i
    WHERE i.notice_id = ${noticeId} AND i.told_at IS NULL AND i.state IN (${REPORTING})
      AND i.organisation_id IN ${among(holders)})
    = ${holders.length})`
}

/** Notes that holders were told of what they have to report. */
export function markTold(
  db: Database,
  told: { readonly noticeId: string; readonly holders: readonly string[]; readonly at: number },
): Statement {
  return db
    .update(foreignNoticeItem)
    .set({ toldAt: told.at })
    .where(
      and(
        eq(foreignNoticeItem.noticeId, told.noticeId),
        isNull(foreignNoticeItem.toldAt),
        sql`${foreignNoticeItem.state} IN (${REPORTING})`,
        sql`${foreignNoticeItem.organisationId} IN ${among(told.holders)}`,
      ),
    )
}

/** Notices of which holders are still to be told. */
export async function listNoticesUntold(db: Database, limit: number): Promise<string[]> {
  const { noticeId, toldAt, state } = foreignNoticeItem
  const rows = await db
    .selectDistinct({ noticeId })
    .from(foreignNoticeItem)
    .where(and(isNull(toldAt), sql`${state} IN (${REPORTING})`))
    .limit(limit)
  return rows.map((row) => row.noticeId)
}

/** Holders who were told of a notice, have not reported, and were not reminded that day. */
export function listUnreminded(
  db: Database,
  asked: { readonly noticeId: string; readonly today: string; readonly limit: number },
) {
  const { organisationId, noticeId, toldAt, state, remindedOn } = foreignNoticeItem
  return db
    .select({ organisationId, count: number(sql`count(*)`) })
    .from(foreignNoticeItem)
    .where(
      and(
        eq(noticeId, asked.noticeId),
        sql`${toldAt} IS NOT NULL AND ${state} IN (${REPORTING})`,
        sql`${remindedOn} IS NOT ${asked.today}`,
        gt(organisationId, ''),
      ),
    )
    .groupBy(organisationId)
    .orderBy(asc(organisationId))
    .limit(asked.limit)
}

export function markReminded(
  db: Database,
  told: { readonly noticeId: string; readonly holders: readonly string[]; readonly today: string },
): Statement {
  const { noticeId, organisationId, state } = foreignNoticeItem
  return db
    .update(foreignNoticeItem)
    .set({ remindedOn: told.today })
    .where(
      and(
        eq(noticeId, told.noticeId),
        sql`${state} IN (${REPORTING})`,
        sql`${organisationId} IN ${among(told.holders)}`,
      ),
    )
}

/** Holds while none of these holders was reminded on that day. */
export function areUnreminded(
  noticeId: string,
  { holders, today }: { readonly holders: readonly string[]; readonly today: string },
): SQL {
  return sql`(NOT EXISTS (SELECT 1 FROM foreign_notice_item i
    WHERE i.notice_id = ${noticeId} AND i.reminded_on = ${today}
      AND i.organisation_id IN ${among(holders)}))`
}
