import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { code, codeStatusEvent, importChange, site, upload } from '../schema/index.ts'
import { number, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'

export type UploadRow = typeof upload.$inferSelect

export function insertUpload(db: Database, row: typeof upload.$inferInsert): Statement {
  return db.insert(upload).values(row)
}

export function readUpload(db: Database, id: string): Promise<UploadRow | null> {
  return firstOf(db.select().from(upload).where(eq(upload.id, id)).limit(1))
}

export function markUploadUsed(
  db: Database,
  input: { readonly id: string; readonly at: number },
): Statement {
  return db.update(upload).set({ usedAt: input.at }).where(eq(upload.id, input.id))
}

const DECISION = {
  code: code.code,
  siteName: site.name,
  ...pick(codeStatusEvent, 'market', 'status', 'effectiveOn'),
}

/** How a list that was handed in is read. */
export function setUploadOptions(
  db: Database,
  input: { readonly id: string; readonly options: UploadRow['options'] },
): Statement {
  return db.update(upload).set({ options: input.options }).where(eq(upload.id, input.id))
}

/** For guards: a list that nobody has confirmed. */
export function uploadIsUnused(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM upload WHERE id = ${id} AND used_at IS NULL)`
}

/** One decision of a run. */
export type RunDecision = RowOf<typeof DECISION>

const decisionOf = eq(codeStatusEvent.id, importChange.entityId)
const isOfRun = (importId: string) =>
  and(eq(importChange.importId, importId), eq(importChange.entity, 'code_status_event'))

/** The decisions a run recorded, in the order of its list, at most `limit`. */
export function readRunDecisions(
  db: Database,
  input: { readonly importId: string; readonly limit: number },
): Promise<RunDecision[]> {
  const isNew = sql`json_type(${importChange.before}) = 'null'`
  return db
    .select(DECISION)
    .from(importChange)
    .innerJoin(codeStatusEvent, decisionOf)
    .innerJoin(code, eq(code.id, codeStatusEvent.codeId))
    .innerJoin(site, eq(site.id, code.siteId))
    .where(and(isOfRun(input.importId), isNew))
    .orderBy(importChange.seq)
    .limit(input.limit)
}

/** The holders of the codes a run decided on after `afterId`, in order, with how many of each. */
export function readRunHolders(
  db: Database,
  input: { readonly importId: string; readonly afterId: string; readonly limit: number },
): Promise<{ organisationId: string; count: number }[]> {
  const { organisationId } = site
  return db
    .select({ organisationId, count: number(sql`count(*)`) })
    .from(importChange)
    .innerJoin(codeStatusEvent, decisionOf)
    .innerJoin(code, eq(code.id, codeStatusEvent.codeId))
    .innerJoin(site, eq(site.id, code.siteId))
    .where(and(isOfRun(input.importId), gt(organisationId, input.afterId)))
    .groupBy(organisationId)
    .orderBy(organisationId)
    .limit(input.limit)
}
