import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Days } from '../../worker/domain/purchases/periods.ts'
import type { Database } from '../client.ts'
import {
  caseFile,
  code,
  organisation,
  purchaseDispute,
  purchaseLine,
  purchaseReport,
  site,
} from '../schema/index.ts'
import { flag, maybe, number, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { insertRows } from './insert-rows.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { STANDING } from './purchase-facts.ts'
import { standsWith } from './row-guards.ts'
import { insertPartOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

export type PurchaseReportRow = typeof purchaseReport.$inferSelect
export type PurchaseLineRow = typeof purchaseLine.$inferSelect

/** Lines of one report, and versions of one. */
const MOST_PURCHASE_LINES = 60
const MOST_VERSIONS = 50
/** Lines in some time that one page looks at. */
export const MOST_LINES_EXAMINED = 20_000

function sumOf(column: 'bought_kg' | 'sold_kg') {
  return number(sql`(SELECT coalesce(sum(n.${sql.raw(column)}), 0.0) FROM purchase_line n
    WHERE n.report_id = purchase_report.id)`)
}

const REPORT = {
  ...getTableColumns(purchaseReport),
  reporter: organisation.name,
  ...pick(organisation, 'provinceCode', 'communeCode'),
  typedBy: maybe(
    text(sql`(SELECT t.name FROM organisation t
    WHERE t.id = purchase_report.typed_by_id)`),
  ),
  actorName: personName(purchaseReport.actor),
  codes: number(sql`(SELECT count(DISTINCT n.code_id) FROM purchase_line n
    WHERE n.report_id = purchase_report.id)`),
  boughtKg: sumOf('bought_kg'),
  soldKg: sumOf('sold_kg'),
}

/** A version of a report with whose it is, who put it down, and its sums. */
export type PurchaseReportItem = RowOf<typeof REPORT>

const REPORTER = sql`purchase_report JOIN organisation
  ON organisation.id = purchase_report.organisation_id`

function reportsOf(db: Database, where: SQL) {
  return rowsOf(db, REPORT, sql`${REPORTER} WHERE ${where}`)
}

export function readPurchaseReport(db: Database, id: string): Promise<PurchaseReportItem | null> {
  return firstOf(reportsOf(db, sql`purchase_report.id = ${id} LIMIT 1`))
}

/** The versions of what an organisation reported for a period, the last one first. */
export function listVersions(
  db: Database,
  { organisationId, fromOn, toOn }: Pick<PurchaseReportRow, 'organisationId'> & Days,
) {
  return reportsOf(
    db,
    sql`purchase_report.organisation_id = ${organisationId} AND purchase_report.from_on = ${fromOn}
      AND purchase_report.to_on = ${toOn} ORDER BY purchase_report.version DESC LIMIT ${MOST_VERSIONS}`,
  )
}

/** The version that counts, withdrawn or not; null where nothing was reported. */
export function readStandingReport(
  db: Database,
  { organisationId, fromOn, toOn }: Pick<PurchaseReportRow, 'organisationId'> & Days,
): Promise<PurchaseReportItem | null> {
  return firstOf(
    reportsOf(
      db,
      sql`purchase_report.organisation_id = ${organisationId}
        AND purchase_report.from_on = ${fromOn} AND purchase_report.to_on = ${toOn}
        AND purchase_report.replaced_by IS NULL LIMIT 1`,
    ),
  )
}

/** What an organisation reported, the latest period first, each as it counts now. */
export function listOwnReports(
  db: Database,
  asked: {
    readonly organisationId: string
    readonly after: { readonly toOn: string; readonly id: string } | null
    readonly limit: number
  },
) {
  const { organisationId, after, limit } = asked
  const older = isBefore('purchase_report', ['toOn', 'id'], after)
  return reportsOf(
    db,
    sql`purchase_report.organisation_id = ${organisationId} AND ${older}
      AND purchase_report.replaced_by IS NULL
      ORDER BY purchase_report.to_on DESC, purchase_report.id DESC LIMIT ${limit}`,
  )
}

export function readLinesOf(db: Database, reportId: string) {
  return rowsOf(
    db,
    LINE,
    sql`purchase_line ${LINE_JOINS} WHERE purchase_line.report_id = ${reportId}
      ORDER BY purchase_line.position LIMIT ${MOST_PURCHASE_LINES}`,
  )
}

const LINE = {
  ...getTableColumns(purchaseLine),
  code: code.code,
  siteName: site.name,
  ...pick(site, 'provinceCode', 'communeCode', 'communeName'),
  holderId: site.organisationId,
  reporterId: purchaseReport.organisationId,
  reporter: organisation.name,
  recordedAt: purchaseReport.recordedAt,
  isStanding: flag(sql`${purchaseReport.replacedBy} IS NULL AND ${purchaseReport.isWithdrawn} = 0`),
  disputedAt: maybe(purchaseDispute.disputedAt),
  caseState: maybe(caseFile.state),
}

/** A line with whose it is, where its code lies, and the state of a dispute about it. */
export type PurchaseLineItem = RowOf<typeof LINE>

const LINE_JOINS = sql`JOIN purchase_report ON purchase_report.id = purchase_line.report_id
  JOIN organisation ON organisation.id = purchase_report.organisation_id
  JOIN code ON code.id = purchase_line.code_id JOIN site ON site.id = purchase_line.site_id
  LEFT JOIN purchase_dispute ON purchase_dispute.id = purchase_line.id
  LEFT JOIN case_file ON case_file.id = purchase_dispute.case_id`

export function readPurchaseLine(db: Database, id: string): Promise<PurchaseLineItem | null> {
  return firstOf(
    rowsOf(db, LINE, sql`purchase_line ${LINE_JOINS} WHERE purchase_line.id = ${id} LIMIT 1`),
  )
}

export type LinesAsked = {
  /** Of which growing areas: within a place, or an organisation's own. */
  readonly bounds: Bounds
  /** The days that periods end on. */
  readonly days: Days
  readonly onlyFlagged: boolean
  readonly after: { readonly toOn: string; readonly id: string } | null
  readonly limit: number
}

/** Lines that count about growing areas within bounds, of periods that end on some days, the latest first. */
export function listLines(db: Database, asked: LinesAsked): Promise<PurchaseLineItem[]> {
  return rowsOf(db, LINE, listLinesSource(asked))
}

export function listLinesSource({ bounds, days, onlyFlagged, after, limit }: LinesAsked): SQL {
  const older = isBefore('n', ['toOn', 'id'], after)
  const flagged = onlyFlagged ? sql`n.flags <> '[]'` : sql`true`
  return sql`(SELECT n.* FROM ${linesWithin(bounds, days)} AND ${older} AND ${flagged}
      ORDER BY n.to_on DESC, n.id DESC LIMIT ${limit}) purchase_line ${LINE_JOINS}
    ORDER BY purchase_line.to_on DESC, purchase_line.id DESC`
}

/** `purchase_line n` of what counts, with its report `r` and site `s`. */
export function linesWithin(bounds: Bounds, { fromOn, toOn }: Days): SQL {
  const inTime = sql`n.to_on BETWEEN ${fromOn} AND ${toOn} AND ${STANDING}`
  // All of them are walked by their days, those of a place or holder by their sites.
  const joined =
    bounds === null
      ? sql`purchase_line n JOIN site s ON s.id = n.site_id`
      : sql`site s CROSS JOIN purchase_line n ON n.site_id = s.id`
  return sql`${joined} JOIN purchase_report r ON r.id = n.report_id
    WHERE ${withinBounds(bounds, 's')} AND ${inTime}`
}

/** Writes a version in place of the one before, and its lines. */
export function storeVersion(
  db: Database,
  given: {
    readonly row: PurchaseReportRow
    readonly lines: readonly PurchaseLineRow[]
    readonly replaces: string | null
  },
): Statement[] {
  const { row, lines, replaces } = given
  return [
    ...(replaces === null
      ? []
      : [
          db
            .update(purchaseReport)
            .set({ replacedBy: row.id })
            .where(eq(purchaseReport.id, replaces)),
        ]),
    db.insert(purchaseReport).values(row),
    ...(lines.length === 0 ? [] : [insertRows(db, purchaseLine, lines)]),
  ]
}

/** Holds while a version is the one that counts. */
export const reportStands = standsWith(purchaseReport, { replacedBy: null })

export const insertPurchaseDispute = insertPartOf(purchaseDispute)
