import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, idOf, instant } from './columns.ts'
import { labelRun } from './label.ts'

/**
 * A file of labels too large to be made while somebody waits: made by a job in parts, kept in the file
 * store for some days, then dropped with its row. Who took it away stands in `label_download`.
 *
 * `label_file_request`: the same file asked for twice is one. `label_file_run`: the page of a run.
 * `label_file_created`: what is dropped.
 */
export const labelFile = sqliteTable(
  'label_file',
  {
    id: id(),
    runId: idOf(() => labelRun.id),
    /** What was asked for, as one text. */
    request: text().notNull(),
    format: text({ enum: ['csv', 'pdf', 'zpl', 'svg'] }).notNull(),
    /** These are as they were asked for; null where the format has none. */
    stock: text(),
    dpi: integer(),
    cutMarks: integer({ mode: 'boolean' }).notNull(),
    fromSerial: integer().notNull(),
    toSerial: integer().notNull(),
    /** How many labels it holds, copies counted. */
    labels: integer().notNull(),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    /** How often it was begun, less one: where what it says had changed, it is begun anew. */
    generation: integer().notNull().default(0),
    /** Parts and bytes of this generation that are in the file store. */
    parts: integer().notNull().default(0),
    bytes: integer().notNull().default(0),
    /** Of all that is printed: a file whose labels would come out otherwise today is handed out no more. */
    fingerprint: text(),
    finishedAt: instant(),
    /** Set where another file has taken its place. */
    replacedAt: instant(),
  },
  (t) => [
    uniqueIndex('label_file_request').on(t.runId, t.request).where(sql`replaced_at IS NULL`),
    index('label_file_run').on(t.runId, t.createdAt),
    index('label_file_created').on(t.createdAt),
  ],
)
