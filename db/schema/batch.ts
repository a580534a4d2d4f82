import { sql } from 'drizzle-orm'
import { index, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { CHECK_STATES } from '../../worker/domain/pre-shipment/kinds.ts'
import { SITE_KINDS } from '../../worker/domain/standing/types.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { diaryEvent } from './diary.ts'
import { organisation } from './organisation.ts'
import { product } from './product.ts'

/**
 * What was packed together. The first label run seals it (`sealedAt`): product, dates, markets,
 * codes, sources and quantity change no more; a mistake is annulled and issued anew.
 */
export const batch = sqliteTable(
  'batch',
  {
    id: id(),
    ref: text().notNull().unique(),
    lot: text().notNull(),
    organisationId: idOf(() => organisation.id),
    productId: idOf(() => product.id),
    packedOn: calendarDate(),
    expiresOn: calendarDate(),
    harvestedOn: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Diary entries of its growing areas from this day to the packing day belong to its story. */
    seasonFrom: calendarDate(),
    quantityValue: real().notNull(),
    quantityUnit: text().notNull(),
    /** Destination markets: VNM, ISO 3166-1 alpha-3 or EU. */
    markets: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    sealedAt: instant(),
    /** When sealing asked whether each code may be used; null for what was sealed before it did. */
    codeUseCheckedAt: instant(),
    annulledAt: instant(),
    createdAt: instant().notNull(),
    /** The list that it was declared by, where it was by one. */
    importId: text(),
  },
  (t) => [
    // What a list declared, to take it back.
    index('batch_import').on(t.importId).where(sql`import_id IS NOT NULL`),
    // A mistake is annulled and made anew, under its lot number again.
    uniqueIndex('batch_lot')
      .on(t.organisationId, t.productId, t.lot)
      .where(sql`annulled_at IS NULL`),
    // People say the lot number; whose it is tells which.
    index('batch_by_lot').on(t.lot),
    // Lists, newest first: of everybody's and of an organisation's.
    index('batch_newest').on(t.createdAt, t.id),
    index('batch_newest_of').on(t.organisationId, t.createdAt, t.id),
    index('batch_product').on(t.productId),
    // How many of a product there are labels of, and when the newest was packed.
    index('batch_product_sealed')
      .on(t.productId, t.packedOn)
      .where(sql`sealed_at IS NOT NULL AND annulled_at IS NULL`),
    // Those whose codes nobody judged yet.
    index('batch_unjudged')
      .on(t.createdAt)
      .where(sql`code_use_checked_at IS NULL AND annulled_at IS NULL`),
  ],
)

/** The codes a batch is packed under. */
export const batchCode = sqliteTable(
  'batch_code',
  {
    batchId: idOf(() => batch.id),
    codeId: idOf(() => code.id),
    slot: text({ enum: SITE_KINDS }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.codeId] }), index('batch_code_code').on(t.codeId)],
)

/** The lot graph: what went into what, in kilograms. Acyclic; outputs never exceed inputs times a tolerance. */
export const lotEdge = sqliteTable(
  'lot_edge',
  {
    fromBatchId: idOf(() => batch.id),
    toBatchId: idOf(() => batch.id),
    quantityKg: real().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.toBatchId, t.fromBatchId] }),
    index('lot_edge_from').on(t.fromBatchId),
  ],
)

/**
 * What of a harvest went into a batch, in kilograms. `diaryEventId` is the entry as it was first written,
 * whichever correction stands now, so that all that was taken of one harvest is one sum.
 */
export const batchHarvest = sqliteTable(
  'batch_harvest',
  {
    batchId: idOf(() => batch.id),
    diaryEventId: idOf(() => diaryEvent.id),
    quantityKg: real().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.diaryEventId] }),
    // What others took of it already.
    index('batch_harvest_entry').on(t.diaryEventId),
  ],
)

/** Goods a producer bought to make a batch of. Private: who sold them is nobody's to read on a label. */
export const batchPurchase = sqliteTable(
  'batch_purchase',
  {
    id: id(),
    batchId: idOf(() => batch.id),
    seller: text().notNull(),
    quantityKg: real().notNull(),
    boughtOn: calendarDate().notNull(),
    paperNo: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index('batch_purchase_batch').on(t.batchId, t.boughtOn)],
)

/**
 * An officer's word that a batch may be packed under a code its organisation was not shown to be
 * entitled to, sold although a pre-harvest interval was breached (both public with their reason), or
 * released although a check of its market is not there.
 * Append-only by trigger; the latest of a kind and code counts.
 */
export const batchAllowance = sqliteTable(
  'batch_allowance',
  {
    id: id(),
    batchId: idOf(() => batch.id),
    kind: text({ enum: ['code_use', 'interval', 'check'] }).notNull(),
    /** The code, for `code_use`. */
    codeId: text().references(() => code.id),
    reason: text().notNull(),
    documentNo: text(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
    /** The authority the officer spoke for, as it was called then. */
    authority: text().notNull(),
    /** The batch's kilograms as the officer saw them; more is not allowed by it. Null where they were not counted by mass. */
    quantityKg: real(),
    /** For `check`: which one (see `checkKeyOf`), and how it stood; it is not allowed to stand worse. */
    checkKey: text(),
    checkState: text({ enum: CHECK_STATES }),
  },
  (t) => [index('batch_allowance_batch').on(t.batchId)],
)

/**
 * The unchanging part of a batch's provenance as one row, written in the same atomic batch as its
 * sources: a cold scan reads one document row and the few rows beside it, by `ref`.
 */
export const batchDocument = sqliteTable(
  'batch_document',
  {
    ref: text().primaryKey(),
    batchId: text()
      .notNull()
      .unique()
      .references(() => batch.id),
    document: text().notNull(),
    /** 0 while its sources have changed and it is still to be rebuilt. */
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('batch_document_marked').on(t.batchId).where(sql`updated_at = 0`),
    // What changed since a device last asked; those that are marked stand first.
    index('batch_document_updated').on(t.updatedAt, t.batchId),
  ],
)
