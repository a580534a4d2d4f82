import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { MinistryRow } from '../../worker/domain/ministry-lists/ministry-row.ts'
import { application } from './application.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'

/**
 * A list of codes that a province sent to the ministry, to be put before foreign authorities. Its rows are
 * kept as they were sent. Taken back it stays, and its codes wait to be sent again; a trigger lets
 * nothing else of it change.
 */
export const ministryList = sqliteTable(
  'ministry_list',
  {
    id: id(),
    /** Whose list it is; null for one of the whole country. */
    provinceCode: text(),
    documentNo: text().notNull(),
    sentOn: calendarDate().notNull(),
    rows: text({ mode: 'json' }).$type<readonly MinistryRow[]>().notNull(),
    rowsTotal: integer().notNull(),
    authorityId: text().references(() => organisation.id),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: text(),
    withdrawnWhy: text(),
  },
  (t) => [
    // Lists newest first: of everybody's, of a province's.
    index('ministry_list_newest').on(t.createdAt, t.id),
    index('ministry_list_place').on(t.provinceCode, t.createdAt, t.id),
    // A number of a document is sent once.
    uniqueIndex('ministry_list_document')
      .on(t.documentNo, t.sentOn, t.provinceCode)
      .where(sql`withdrawn_at IS NULL`),
  ],
)

/**
 * A code in a market that a foreign authority has to approve, since its application was approved here. It
 * is in one list at a time: two officers who send at once send it once. What became of it is read from
 * the decisions on the code.
 */
export const foreignRequest = sqliteTable(
  'foreign_request',
  {
    id: id(),
    codeId: idOf(() => code.id),
    market: text().notNull(),
    applicationId: idOf(() => application.id),
    provinceCode: text(),
    createdAt: instant().notNull(),
    /** Null until it was sent. */
    listId: text().references(() => ministryList.id),
  },
  (t) => [
    uniqueIndex('foreign_request_once').on(t.codeId, t.market),
    // What is still to be sent: of everybody's, of a province's.
    index('foreign_request_open').on(t.createdAt, t.id).where(sql`list_id IS NULL`),
    index('foreign_request_open_place')
      .on(t.provinceCode, t.createdAt, t.id)
      .where(sql`list_id IS NULL`),
    index('foreign_request_list').on(t.listId).where(sql`list_id IS NOT NULL`),
    index('foreign_request_application').on(t.applicationId),
  ],
)
