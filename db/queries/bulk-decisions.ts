import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { code, codeStatusEvent, importChange, site, upload } from '../schema/index.ts'
import { number, type RowOf } from './fields.ts'
import { pick } from './pick.ts'
import { standsWith } from './row-guards.ts'
import { insertPartOf, readOf, setOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type UploadRow = typeof upload.$inferSelect

export const insertUpload = insertPartOf(upload)

export const readUpload = readOf(upload, upload.id)

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
export const setUploadOptions = setOf(upload, 'options')

/** For guards: a list that nobody has confirmed. */
export const uploadIsUnused = standsWith(upload, { usedAt: null })

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
