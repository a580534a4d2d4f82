import { and, asc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { applicationPaper } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { insertOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type ApplicationPaperRow = typeof applicationPaper.$inferSelect

/** Pages of all its papers, photographed one by one. */
export const MOST_APPLICATION_PAPERS = 60

/** Papers of an application that were not taken out, as they were handed in. */
export function listApplicationPapers(db: Database, applicationId: string) {
  return db
    .select({ ...getTableColumns(applicationPaper), actorName: personName(applicationPaper.actor) })
    .from(applicationPaper)
    .where(
      and(eq(applicationPaper.applicationId, applicationId), isNull(applicationPaper.withdrawnAt)),
    )
    .orderBy(asc(applicationPaper.addedAt), asc(applicationPaper.id))
    .limit(MOST_APPLICATION_PAPERS)
}

export function readApplicationPaper(
  db: Database,
  { applicationId, id }: { readonly applicationId: string; readonly id: string },
): Promise<ApplicationPaperRow | null> {
  const isIt = and(eq(applicationPaper.id, id), eq(applicationPaper.applicationId, applicationId))
  return firstOf(db.select().from(applicationPaper).where(isIt).limit(1))
}

export const insertApplicationPaper = insertOf(applicationPaper)

export function withdrawApplicationPaper(
  db: Database,
  { id, at }: { readonly id: string; readonly at: number },
): Statement {
  return db.update(applicationPaper).set({ withdrawnAt: at }).where(eq(applicationPaper.id, id))
}

/** Holds while an application has fewer papers than it may have. */
export function hasRoomForApplicationPaper(applicationId: string): SQL {
  return sql`(SELECT count(*) FROM application_paper WHERE application_id = ${applicationId}
    AND withdrawn_at IS NULL) < ${MOST_APPLICATION_PAPERS}`
}
