import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { TRACE_REACHES } from '../../worker/domain/shares/trace-reach.ts'
import { batch } from './batch.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { labelRun } from './label.ts'

/**
 * A link by which a buyer reads about a batch without an account. Only the hash of its secret is kept;
 * `papers` are ids of attachments, which can be read by it and by nothing else that is public.
 */
export const batchShare = sqliteTable(
  'batch_share',
  {
    id: id(),
    batchId: idOf(() => batch.id),
    /** Whom it is for. */
    buyer: text().notNull(),
    secretHash: text().notNull(),
    papers: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    trace: text({ enum: TRACE_REACHES }).notNull(),
    quantities: integer({ mode: 'boolean' }).notNull(),
    sales: integer({ mode: 'boolean' }).notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    withdrawnAt: instant(),
    /** The day it was opened last, and how often it was. */
    openedOn: calendarDate(),
    openings: integer().notNull(),
  },
  (t) => [
    index('batch_share_batch').on(t.batchId, t.createdAt),
    uniqueIndex('batch_share_secret').on(t.secretHash),
  ],
)

/** Who took labels of a run away as a file: a row each time. Append-only by trigger. */
export const labelDownload = sqliteTable(
  'label_download',
  {
    id: id(),
    runId: idOf(() => labelRun.id),
    actor: text().notNull(),
    at: instant().notNull(),
    format: text().notNull(),
    /** The stock it was laid out for; null for files without one. */
    stock: text(),
    fromSerial: integer().notNull(),
    toSerial: integer().notNull(),
    labels: integer().notNull(),
  },
  (t) => [index('label_download_run').on(t.runId, t.at)],
)
