import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { RECALL_HANDLINGS } from '../../worker/domain/recalls/handling.ts'
import type { RecallScope } from '../../worker/domain/recalls/recall-scope.ts'
import { batch } from './batch.ts'
import { calendarDate, id, idOf, instant, localText } from './columns.ts'
import { labelException } from './label.ts'
import { organisation } from './organisation.ts'

/** Who goods of a batch went to, one step forward (Regulation EC 178/2002, article 18). Private. */
export const batchSale = sqliteTable(
  'batch_sale',
  {
    id: id(),
    batchId: idOf(() => batch.id),
    buyer: text().notNull(),
    email: text(),
    phone: text(),
    quantityKg: real().notNull(),
    soldOn: calendarDate().notNull(),
    paperNo: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index('batch_sale_batch').on(t.batchId, t.soldOn)],
)

/** A recall as a whole: why, of which batches, who must be reached, how it ended. */
export const recallCase = sqliteTable(
  'recall_case',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    scope: text({ mode: 'json' }).$type<RecallScope>().notNull(),
    wording: localText().notNull(),
    documentNo: text(),
    startedAt: instant().notNull(),
    startedBy: text().notNull(),
    /** The day by which it is reported, in working days. */
    reportDueOn: calendarDate().notNull(),
    reportedAt: instant(),
    handling: text({ enum: RECALL_HANDLINGS }),
    closingNote: text(),
    closedAt: instant(),
  },
  (t) => [index('recall_case_newest').on(t.organisationId, t.startedAt, t.id)],
)

/** The batches of a recall, each with what says so of its labels. */
export const recallCaseBatch = sqliteTable(
  'recall_case_batch',
  {
    caseId: idOf(() => recallCase.id),
    batchId: idOf(() => batch.id),
    exceptionId: idOf(() => labelException.id),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.batchId] }),
    index('recall_case_batch_batch').on(t.batchId),
  ],
)

/** Somebody goods of a recall went to: told by letter, and answers on a page of their own. */
export const recallReceiver = sqliteTable(
  'recall_receiver',
  {
    id: id(),
    caseId: idOf(() => recallCase.id),
    saleId: idOf(() => batchSale.id),
    /** Of the link they answer by. */
    secretHash: text().notNull(),
    /** When a letter to them was written; null where nobody knows an address. */
    toldAt: instant(),
    confirmedAt: instant(),
    foundKg: real(),
    returnedKg: real(),
    note: text(),
    /** 1 where the producer wrote down what they said by telephone. */
    byProducer: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('recall_receiver_case').on(t.caseId),
    uniqueIndex('recall_receiver_secret').on(t.secretHash),
  ],
)
