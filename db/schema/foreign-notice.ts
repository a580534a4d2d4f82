import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  ITEM_STATES,
  NOTICE_CAUSES,
  NOTICE_SUBJECTS,
} from '../../worker/domain/foreign-notices/kinds.ts'
import { caseFile } from './case.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { site } from './site.ts'

/**
 * What a case of the kind `foreign_notice` is about: one notice, one case, however many codes it
 * names. Place, officers, deadline within the house, papers and way are the case's; its id is the
 * notice's too. The same number from the same market is the same notice.
 */
export const foreignNotice = sqliteTable(
  'foreign_notice',
  {
    id: text()
      .primaryKey()
      .references(() => caseFile.id),
    number: text().notNull(),
    /** The number without case, blanks and accents. */
    numberFolded: text().notNull(),
    market: text().notNull(),
    /** The authority abroad. */
    issuer: text().notNull(),
    receivedOn: calendarDate().notNull(),
    /** The day by which the answer is due abroad, and the one by which holders report. */
    dueOn: calendarDate().notNull(),
    holderDueOn: calendarDate().notNull(),
    subjectKind: text({ enum: NOTICE_SUBJECTS }).notNull(),
    subject: text().notNull(),
    /** Texts that the list held, repeated ones too: what is kept is held against it. */
    listedCount: integer().notNull(),
    /** The day of the next reminder; null where there is none left. */
    remindOn: calendarDate(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('foreign_notice_number').on(t.market, t.numberFolded),
    // Lists newest first; statistics of a stretch of time.
    index('foreign_notice_received').on(t.receivedOn, t.id),
    index('foreign_notice_remind').on(t.remindOn).where(sql`remind_on IS NOT NULL`),
  ],
)

/**
 * One code of a notice and how far it is. Its way, append-only, are the rows of `case_event` on it. A
 * text that no code was found for stays as it was listed.
 */
export const foreignNoticeItem = sqliteTable(
  'foreign_notice_item',
  {
    id: id(),
    noticeId: idOf(() => foreignNotice.id),
    /** The row of the list it stands in first, what it says there, and in how many rows. */
    row: integer().notNull(),
    listed: text().notNull(),
    times: integer().notNull(),
    codeId: text().references(() => code.id),
    siteId: text().references(() => site.id),
    organisationId: text().references(() => organisation.id),
    /** Where its site lies; of what is not known, where the case does. */
    provinceCode: text(),
    communeCode: text(),
    state: text({ enum: ITEM_STATES }).notNull(),
    assignedTo: text(),
    cause: text({ enum: NOTICE_CAUSES }),
    causeText: text(),
    /** What the holder, or an officer for them, says was put right. */
    report: text(),
    passed: integer({ mode: 'boolean' }),
    suspendedOn: calendarDate(),
    restoredOn: calendarDate(),
    /** Its holder sees it from then on. */
    toldAt: instant(),
    remindedOn: calendarDate(),
    version: integer().notNull(),
  },
  (t) => [
    // Nothing doubled, however it is spelled in the list or told apart later.
    uniqueIndex('foreign_notice_item_code')
      .on(t.noticeId, t.codeId)
      .where(sql`code_id IS NOT NULL`),
    index('foreign_notice_item_row').on(t.noticeId, t.row, t.id),
    index('foreign_notice_item_state').on(t.noticeId, t.state),
    // Whether a notice concerns a place or an organisation.
    index('foreign_notice_item_place').on(t.noticeId, t.provinceCode, t.communeCode),
    index('foreign_notice_item_holder')
      .on(t.organisationId, t.noticeId)
      .where(sql`told_at IS NOT NULL`),
    // Holders who are still to be told.
    index('foreign_notice_item_untold')
      .on(t.noticeId, t.organisationId)
      .where(sql`told_at IS NULL`),
    // Other notices that a code is suspended by.
    index('foreign_notice_item_suspended')
      .on(t.codeId)
      .where(sql`suspended_on IS NOT NULL AND restored_on IS NULL`),
  ],
)
