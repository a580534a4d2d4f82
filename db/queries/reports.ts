import { and, desc, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { ReportState } from '../../worker/domain/reports/report-states.ts'
import type { Database } from '../client.ts'
import {
  batch,
  code,
  organisation,
  problemReport,
  problemReportAnswer,
  product,
  site,
} from '../schema/index.ts'
import { number } from './fields.ts'
import { firstOf } from './first-of.ts'
import { liesWithin } from './lies-within.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { insertOf, readOf, updateOf } from './row-statements.ts'
import { rowOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

export type ReportRow = typeof problemReport.$inferSelect
export type ReportInsert = Omit<typeof problemReport.$inferInsert, 'joinedTo'>
export type AnswerRow = typeof problemReportAnswer.$inferSelect

/** Reports of the same that a page shows, and answers. */
const MOST_JOINED = 100
const MOST_ANSWERS = 100

/**
 * A report, joined to the first one of the same that is open. Found in the same statement, so that
 * of two at one moment the later one sees the earlier.
 */
export function insertReport(
  db: Database,
  { row, joinSince }: { readonly row: ReportInsert; readonly joinSince: number },
): Statement {
  const first =
    row.joinKey == null
      ? null
      : sql<string>`(SELECT f.id FROM problem_report f WHERE f.join_key = ${row.joinKey}
          AND f.created_at > ${joinSince} AND f.joined_to IS NULL
          AND f.state IN ('new', 'in_progress') ORDER BY f.created_at DESC LIMIT 1)`
  return db.insert(problemReport).values({ ...row, joinedTo: first })
}

export const readReportByReceipt = readOf(problemReport, problemReport.receiptHash)

const LISTED = {
  report: problemReport,
  organisation: organisation.name,
  product: product.name,
  ref: batch.ref,
  lot: batch.lot,
  joined: sql<number>`(SELECT count(*) FROM (SELECT 1 FROM problem_report j
    WHERE j.joined_to = "problem_report"."id" LIMIT 1000))`,
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>[number]

function selectReports(db: Database) {
  return db
    .select(LISTED)
    .from(problemReport)
    .leftJoin(organisation, eq(organisation.id, problemReport.organisationId))
    .leftJoin(batch, eq(batch.id, problemReport.batchId))
    .leftJoin(product, eq(product.id, batch.productId))
}

export function readReport(db: Database, id: string): Promise<ListedReport | null> {
  return firstOf(selectReports(db).where(eq(problemReport.id, id)).limit(1))
}

/** First reports in one state within bounds, newest first. */
export function listReports(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly state: ReportState
    readonly after: { readonly createdAt: number; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, state, after, limit } = asked
  return selectReports(db)
    .where(
      and(
        // Word for word what the indexes of queues hold.
        sql`${problemReport.joinedTo} IS NULL`,
        eq(problemReport.state, state),
        withinReach(bounds),
        isBefore(problemReport, ['createdAt', 'id'], after),
      ),
    )
    .orderBy(desc(problemReport.createdAt), desc(problemReport.id))
    .limit(limit)
}

const MOST_OF_BATCH = 30

/** First reports about a batch within bounds, newest first. */
export function listReportsOfBatch(
  db: Database,
  { bounds, batchId }: { readonly bounds: Bounds; readonly batchId: string },
) {
  const { joinedTo, createdAt, id } = problemReport
  return selectReports(db)
    .where(and(eq(problemReport.batchId, batchId), isNull(joinedTo), withinReach(bounds)))
    .orderBy(desc(createdAt), desc(id))
    .limit(MOST_OF_BATCH)
}

function withinReach(bounds: Bounds): SQL | undefined {
  return liesWithin(problemReport, bounds, (id) => eq(problemReport.organisationId, id))
}

/** Reports that hang on one, newest first. */
export function listJoinedReports(db: Database, id: string): Promise<ReportRow[]> {
  return db
    .select()
    .from(problemReport)
    .where(eq(problemReport.joinedTo, id))
    .orderBy(desc(problemReport.createdAt))
    .limit(MOST_JOINED)
}

/** What was answered, in the order it was. */
export function listAnswers(db: Database, reportId: string): Promise<AnswerRow[]> {
  return db
    .select()
    .from(problemReportAnswer)
    .where(eq(problemReportAnswer.reportId, reportId))
    .orderBy(problemReportAnswer.answeredAt)
    .limit(MOST_ANSWERS)
}

export const insertAnswer = insertOf(problemReportAnswer)

export const updateReport = updateOf(problemReport)

/** Those that hang on one hang on the other from now on. */
export function moveJoined(
  db: Database,
  { from, to }: { readonly from: string; readonly to: string },
): Statement {
  return db.update(problemReport).set({ joinedTo: to }).where(eq(problemReport.joinedTo, from))
}

/** True while a report stands by itself in one of these states. */
export function reportIs(id: string, states: readonly ReportState[]): SQL {
  return sql`EXISTS (SELECT 1 FROM problem_report r WHERE r.id = ${id} AND r.joined_to IS NULL
    AND r.state IN (SELECT value FROM json_each(${JSON.stringify(states)})))`
}

/** How many photos came with reports since an instant: all, and of one label and reason. */
export function countReportPhotos(
  db: Database,
  asked: { readonly since: number; readonly joinKey: string | null; readonly most: number },
): Promise<{ readonly all: number; readonly same: number }> {
  const { since, joinKey, most } = asked
  const upTo = (which: SQL) =>
    number(sql`(SELECT count(*) FROM (SELECT 1 FROM problem_report
      WHERE ${which} AND created_at > ${since} AND photo_key IS NOT NULL LIMIT ${most}))`)
  return rowOf(db, { all: upTo(sql`true`), same: upTo(sql`join_key = ${joinKey}`) })
}

/** Whose a code's place is and where it lies; null for a code that is none. */
export function readPlaceOfCode(db: Database, text: string) {
  return firstOf(
    db
      .select(pick(site, 'organisationId', 'provinceCode', 'communeCode'))
      .from(code)
      .innerJoin(site, eq(site.id, code.siteId))
      .where(eq(code.code, text))
      .limit(1),
  )
}

/** Empties how senders may be reached, of reports from before; gives how many there were. */
export async function forgetContacts(
  db: Database,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<number> {
  const old = db
    .select({ id: problemReport.id })
    .from(problemReport)
    .where(and(lt(problemReport.createdAt, before), isNotNull(problemReport.contact)))
    .limit(limit)
  const rows = await db
    .update(problemReport)
    .set({ contact: null })
    .where(inArray(problemReport.id, old))
    .returning({ id: problemReport.id })
  return rows.length
}
