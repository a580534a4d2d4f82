import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { inspection, minutesDraft, site } from '../schema/index.ts'
import { text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isStill } from './row-guards.ts'
import { changeOf, deleteOf, insertOf, readOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'

export type MinutesDraftRow = typeof minutesDraft.$inferSelect

/** What one account has lying there half-written, at most. */
const MOST_DRAFTS = 50
const MOST_OTHERS = 5

export const readMinutesDraft = readOf(minutesDraft, minutesDraft.id)

/** An account's own, the last touched first. */
export function listMinutesDrafts(db: Database, account: string) {
  return db
    .select({
      ...getTableColumns(minutesDraft),
      siteName: site.name,
      communeName: site.communeName,
    })
    .from(minutesDraft)
    .innerJoin(site, eq(site.id, minutesDraft.siteId))
    .where(eq(minutesDraft.account, account))
    .orderBy(desc(minutesDraft.savedAt), desc(minutesDraft.id))
    .limit(MOST_DRAFTS)
}

const OTHER = { name: text(sql`coalesce(w.name, '')`) }

/** Names of others who are writing about a place since a moment. */
export function listOtherWriters(
  db: Database,
  asked: { readonly siteId: string; readonly account: string; readonly since: number },
) {
  const { siteId, account, since } = asked
  return rowsOf(
    db,
    OTHER,
    sql`(SELECT ${personName(minutesDraft.account)} AS name FROM minutes_draft
      WHERE site_id = ${siteId} AND account <> ${account} AND saved_at >= ${since}
      ORDER BY saved_at DESC LIMIT ${MOST_OTHERS}) w`,
  )
}

/** The minutes of a visit, else of a place on a day, that were stored first. */
export function readMinutesThere(
  db: Database,
  asked: { readonly siteId: string; readonly visitId: string | null; readonly day: string },
) {
  const { siteId, visitId, day } = asked
  return firstOf(
    db
      .select({
        ...pick(inspection, 'id', 'inspectorName', 'inspectedOn'),
      })
      .from(inspection)
      .where(
        and(
          eq(inspection.siteId, siteId),
          sql`(${inspection.inspectedOn} = ${day} OR ${inspection.visitId} = ${visitId})`,
        ),
      )
      .orderBy(sql`rowid`)
      .limit(1),
  )
}

export const insertMinutesDraft = insertOf(minutesDraft)

/** Keeps what was typed; `version` counts on. */
export const saveMinutesDraft = changeOf(minutesDraft)

export const deleteMinutesDraft = deleteOf(minutesDraft, minutesDraft.id)

/** Holds while an account may begin one more. */
export function hasRoomForDraft(account: string): SQL {
  return sql`(SELECT count(*) FROM minutes_draft WHERE account = ${account}) < ${MOST_DRAFTS}`
}

/** Holds while nobody saved it since it was read. */
export const draftIs = isStill(minutesDraft, 'version')
