import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { JudgedCheck } from '../../worker/domain/pre-shipment/judge-checks.ts'
import { RECORD_OUTCOMES } from '../../worker/domain/pre-shipment/kinds.ts'
import { batch } from './batch.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'

/**
 * What a producer wrote down of a check that its own records prove: a treatment, a sorting. A further
 * one says otherwise from its day on. Append-only by trigger.
 */
export const batchCheck = sqliteTable(
  'batch_check',
  {
    id: id(),
    batchId: idOf(() => batch.id),
    /** Which check: see `checkKeyOf`. */
    checkKey: text().notNull(),
    outcome: text({ enum: RECORD_OUTCOMES }).notNull(),
    doneOn: calendarDate().notNull(),
    doneBy: text().notNull(),
    place: text(),
    paperNo: text(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('batch_check_batch').on(t.batchId, t.recordedAt)],
)

/**
 * The checks of a batch as they stood when it was released: rules that come later change nothing of it.
 * None for a batch of which nothing was asked. Append-only by trigger.
 */
export const batchRelease = sqliteTable('batch_release', {
  batchId: text()
    .primaryKey()
    .references(() => batch.id),
  checks: text({ mode: 'json' }).$type<readonly JudgedCheck[]>().notNull(),
  releasedAt: instant().notNull(),
})
