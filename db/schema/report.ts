import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { ReportDoubt } from '../../worker/domain/reports/judge-report.ts'
import { REPORT_REASONS } from '../../worker/domain/reports/report-reasons.ts'
import { REPORT_OUTCOMES, REPORT_STATES } from '../../worker/domain/reports/report-states.ts'
import type { ReportedVerdict } from '../../worker/domain/reports/reported-verdict.ts'
import { LANGUAGES } from '../../worker/lib/text/local-text.ts'
import { batch } from './batch.ts'
import { id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'

/**
 * What somebody reported about goods or a label, without an account. Queues list the first report of
 * a label and reason (`joinedTo` null) by state and place or by whose goods they are; the further
 * ones hang on it, so that a thousand of one label are one line.
 */
export const problemReport = sqliteTable(
  'problem_report',
  {
    id: id(),
    /** Of the receipt its sender follows it by; the receipt itself is nowhere kept. */
    receiptHash: text().notNull(),
    /** Of all that was sent: the same form sent twice is one report. */
    requestHash: text().notNull(),
    createdAt: instant().notNull(),
    /** `visitor`, or who reported from the app. */
    actor: text().notNull(),
    lang: text({ enum: LANGUAGES }).notNull(),
    reason: text({ enum: REPORT_REASONS }).notNull(),
    details: text(),
    shop: text(),
    address: text(),
    /** Where the goods were met, as told. */
    toldProvinceCode: text(),
    /** The label as it was read, and the verdict at that moment. */
    labelText: text(),
    verdict: text({ mode: 'json' }).$type<ReportedVerdict>(),
    /** The same for all reports of one label for one reason; null without a label. */
    joinKey: text(),
    batchId: text().references(() => batch.id),
    serial: integer(),
    /** Whose goods they are; null where that is not known. */
    organisationId: text().references(() => organisation.id),
    /** Whose officers answer it: of where the goods come from, else of the place that was told. */
    provinceCode: text(),
    communeCode: text(),
    photoKey: text(),
    photoType: text(),
    /** How its sender may be reached: for officers alone, and emptied after half a year. */
    contact: text(),
    doubts: text({ mode: 'json' }).$type<readonly ReportDoubt[]>().notNull(),
    state: text({ enum: REPORT_STATES }).notNull(),
    outcome: text({ enum: REPORT_OUTCOMES }),
    closedAt: instant(),
    /** The first report of the same, which is answered for all of them. */
    joinedTo: text().references((): AnySQLiteColumn => problemReport.id),
  },
  (t) => [
    uniqueIndex('problem_report_receipt').on(t.receiptHash),
    index('problem_report_queue').on(t.state, t.createdAt, t.id).where(sql`joined_to IS NULL`),
    index('problem_report_place')
      .on(t.state, t.provinceCode, t.createdAt, t.id)
      .where(sql`joined_to IS NULL`),
    index('problem_report_owner')
      .on(t.organisationId, t.state, t.createdAt, t.id)
      .where(sql`joined_to IS NULL`),
    index('problem_report_same').on(t.joinKey, t.createdAt),
    index('problem_report_joined').on(t.joinedTo, t.createdAt),
    index('problem_report_batch').on(t.batchId),
    index('problem_report_contact').on(t.createdAt).where(sql`contact IS NOT NULL`),
    index('problem_report_photos').on(t.createdAt).where(sql`photo_key IS NOT NULL`),
  ],
)

/** What the authority answers the senders of a report. Append-only by trigger. */
export const problemReportAnswer = sqliteTable(
  'problem_report_answer',
  {
    id: id(),
    reportId: idOf(() => problemReport.id),
    text: text().notNull(),
    answeredAt: instant().notNull(),
    actor: text().notNull(),
    /** The authority that speaks, as it was called then. */
    authority: text().notNull(),
  },
  (t) => [index('problem_report_answer_report').on(t.reportId, t.answeredAt)],
)
