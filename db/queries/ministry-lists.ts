import { and, asc, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import { MOST_MINISTRY_ROWS } from '../../worker/domain/ministry-lists/ministry-row.ts'
import type { Database } from '../client.ts'
import {
  application,
  code,
  codeStatusEvent,
  foreignRequest,
  ministryList,
  organisation,
  site,
  siteKind,
} from '../schema/index.ts'
import { among } from './among.ts'
import { decidingOn } from './deciding-decision.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isAfter, isBefore } from './place-in-list.ts'
import { insertRecords } from './records.ts'
import { standsWith } from './row-guards.ts'
import type { Statement } from './run-batch.ts'

export type MinistryListRow = typeof ministryList.$inferSelect
export type ForeignRequestRow = typeof foreignRequest.$inferSelect

const REQUEST = {
  ...pick(foreignRequest, 'id', 'market', 'createdAt'),
  codeId: code.id,
  ...pick(code, 'code', 'issuedOn', 'documentNo'),
  siteName: site.name,
  ...pick(site, 'hamlet', 'communeName', 'provinceName', 'areaHa', 'householdCount'),
  kindName: siteKind.nameVi,
  holderName: organisation.name,
  applicationId: application.id,
  ...pick(application, 'numberSpace', 'year', 'sequence', 'handedInOn'),
  status: codeStatusEvent.status,
  crops: sql<string>`coalesce((SELECT group_concat(x.crop, ', ') FROM (SELECT crop FROM site_crop
    WHERE site_id = ${site.id} ORDER BY crop_folded) x), '')`,
}

/** A code in a market with what a list says of it, and its status on a day. */
export type ForeignRequestItem = Awaited<ReturnType<typeof listWaitingAbroad>>[number]

function requestsOn(db: Database, day: string) {
  const codeId = sql`${foreignRequest.codeId}`
  const deciding = decidingOn({ codeId, market: sql`${foreignRequest.market}`, day: sql`${day}` })
  return db
    .select(REQUEST)
    .from(foreignRequest)
    .innerJoin(code, eq(code.id, foreignRequest.codeId))
    .innerJoin(site, eq(site.id, code.siteId))
    .innerJoin(siteKind, eq(siteKind.id, site.kind))
    .innerJoin(organisation, eq(organisation.id, site.organisationId))
    .innerJoin(application, eq(application.id, foreignRequest.applicationId))
    .leftJoin(codeStatusEvent, eq(codeStatusEvent.id, deciding))
}

type Place = Exclude<Bounds, { readonly kind: 'organisation' }>

/** Codes that wait for an authority abroad and were not sent yet, the longest first. */
export function listWaitingAbroad(
  db: Database,
  asked: {
    readonly bounds: Place
    readonly market: string | null
    readonly day: string
    readonly after: { readonly createdAt: number; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, market, day, after, limit } = asked
  return requestsOn(db, day)
    .where(
      and(
        isNull(foreignRequest.listId),
        bounds === null ? undefined : eq(foreignRequest.provinceCode, bounds.provinceCode),
        bounds === null || bounds.communeCode === null
          ? undefined
          : eq(application.communeCode, bounds.communeCode),
        market === null ? undefined : eq(foreignRequest.market, market),
        isNull(code.withdrawnAt),
        eq(codeStatusEvent.status, 'pending_foreign_approval'),
        isAfter(foreignRequest, ['createdAt', 'id'], after),
      ),
    )
    .orderBy(asc(foreignRequest.createdAt), asc(foreignRequest.id))
    .limit(limit)
}

/** Codes of a list that was sent, with what became of them by a day. */
export function listSentRequests(
  db: Database,
  { listId, day }: { readonly listId: string; readonly day: string },
) {
  return requestsOn(db, day)
    .where(eq(foreignRequest.listId, listId))
    .orderBy(asc(code.code), asc(foreignRequest.market))
    .limit(MOST_MINISTRY_ROWS)
}

export function insertForeignRequests(
  db: Database,
  rows: readonly ForeignRequestRow[],
): Statement[] {
  return rows.length === 0 ? [] : [insertRecords(db, foreignRequest, rows)]
}

/** Holds while none of these was sent. */
export function areUnsent(ids: readonly string[]): SQL {
  return sql`(SELECT count(*) FROM foreign_request WHERE id IN ${among(ids)}
    AND list_id IS NULL) = ${ids.length}`
}

/** A list as it is sent, with the codes that are in it. */
export function storeMinistryList(
  db: Database,
  { row, ids }: { readonly row: MinistryListRow; readonly ids: readonly string[] },
): Statement[] {
  return [
    db.insert(ministryList).values(row),
    db
      .update(foreignRequest)
      .set({ listId: row.id })
      .where(sql`${foreignRequest.id} IN ${among(ids)}`),
  ]
}

/** Takes a list back: its codes wait to be sent again. */
export function withdrawMinistryList(
  db: Database,
  { id, ...taken }: Pick<MinistryListRow, 'id' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawnWhy'>,
): Statement[] {
  return [
    db.update(ministryList).set(taken).where(eq(ministryList.id, id)),
    db.update(foreignRequest).set({ listId: null }).where(eq(foreignRequest.listId, id)),
  ]
}

/** Holds while a list was not taken back. */
export const listStands = standsWith(ministryList, { withdrawnAt: null })

const { rows: _, ...WITHOUT_ROWS } = getTableColumns(ministryList)

/** Lists that were sent, the newest first. */
export function listMinistryLists(
  db: Database,
  asked: {
    readonly bounds: Place
    readonly after: { readonly createdAt: number; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, after, limit } = asked
  return db
    .select({ ...WITHOUT_ROWS, actorName: personName(ministryList.actor) })
    .from(ministryList)
    .where(
      and(
        bounds === null ? undefined : eq(ministryList.provinceCode, bounds.provinceCode),
        isBefore(ministryList, ['createdAt', 'id'], after),
      ),
    )
    .orderBy(desc(ministryList.createdAt), desc(ministryList.id))
    .limit(limit)
}

export function readMinistryList(db: Database, id: string) {
  return firstOf(
    db
      .select({
        ...getTableColumns(ministryList),
        authority: organisation.name,
        actorName: personName(ministryList.actor),
      })
      .from(ministryList)
      .leftJoin(organisation, eq(organisation.id, ministryList.authorityId))
      .where(eq(ministryList.id, id))
      .limit(1),
  )
}
