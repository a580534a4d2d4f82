import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { BATCH_PROFILES } from '../../worker/domain/label/subject.ts'
import { EXCEPTION_KINDS } from '../../worker/domain/standing/types.ts'
import { batch } from './batch.ts'
import { calendarDate, id, idOf, instant, localText } from './columns.ts'
import { organisation } from './organisation.ts'

/** Signing keys. The private JWK is a JWE under GOC_KEK; one active key per authority. */
export const signingKey = sqliteTable(
  'signing_key',
  {
    kid: text().primaryKey(),
    authority: text().notNull(),
    /** The `x` of the public JWK (RFC 8037). */
    publicX: text().notNull(),
    privateJwe: text().notNull(),
    status: text({ enum: ['active', 'retired', 'revoked'] }).notNull(),
    createdAt: instant().notNull(),
    retiredAt: instant(),
    revokedAt: instant(),
    /** Runs at or after this instant are not to be trusted. */
    revokedFrom: instant(),
  },
  (t) => [uniqueIndex('signing_key_active').on(t.authority).where(sql`status = 'active'`)],
)

/**
 * A run of labels: there is no row per label, any of them can be made again byte for byte.
 * `unitSpace` is what the serials are counted in: the batch for compact and full, the GTIN for
 * gs1 (a unit number is never reused across batches of a GTIN). Append-only by trigger; the
 * unique index makes two runs at once impossible.
 */
export const labelRun = sqliteTable(
  'label_run',
  {
    id: id(),
    batchId: idOf(() => batch.id),
    profile: text({ enum: BATCH_PROFILES }).notNull(),
    kid: idOf(() => signingKey.kid),
    unitSpace: text().notNull(),
    /** Both ends included; 0 to 0 for a whole-batch run. */
    fromSerial: integer().notNull(),
    toSerial: integer().notNull(),
    /** Copies printed of each label. */
    copies: integer().notNull(),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    /** Of the batch; here too, so that the runs of one are a walk along an index. */
    organisationId: text().references(() => organisation.id),
    /** True where each unit's label has a PIN under a scratch layer; the PIN itself is stored nowhere. */
    hasPin: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('label_run_newest_of').on(t.organisationId, t.createdAt, t.id),
    index('label_run_batch').on(t.batchId),
    // The list of everybody's, newest first.
    index('label_run_newest').on(t.createdAt, t.id),
    uniqueIndex('label_run_units').on(t.unitSpace, t.fromSerial).where(sql`from_serial > 0`),
    index('label_run_space').on(t.unitSpace, t.toSerial),
  ],
)

/** Void, lost, stolen, recalled, suspected of copying: for a batch, a run or a range. Append-only by trigger. */
export const labelException = sqliteTable(
  'label_exception',
  {
    id: id(),
    kind: text({ enum: EXCEPTION_KINDS }).notNull(),
    batchId: idOf(() => batch.id),
    runId: text().references(() => labelRun.id),
    fromSerial: integer(),
    toSerial: integer(),
    effectiveOn: calendarDate().notNull(),
    recordedAt: instant().notNull(),
    reason: text(),
    documentNo: text(),
    wording: localText(),
    amendsId: text(),
    /** 1 when the row only takes back the one it amends. */
    withdrawn: integer({ mode: 'boolean' }).notNull().default(false),
    actor: text().notNull(),
    /** The authority whose word it is; null for the issuer's own. */
    authority: text(),
  },
  (t) => [
    index('label_exception_batch').on(t.batchId),
    // Batches being recalled, newest first.
    index('label_exception_recalls')
      .on(t.recordedAt, t.id)
      .where(sql`kind = 'recalled' AND run_id IS NULL`),
    index('label_exception_recorded').on(t.recordedAt, t.id),
    index('label_exception_amends').on(t.amendsId).where(sql`amends_id IS NOT NULL`),
  ],
)

/**
 * A unit's label whose PIN was given right, a row for each: when first, when last, how often. Not one
 * for labels that nobody has confirmed, and never a PIN.
 */
export const labelConfirmation = sqliteTable(
  'label_confirmation',
  {
    unitSpace: text().notNull(),
    serial: integer().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    count: integer().notNull(),
  },
  // Read for one label, and for the range of a run.
  (t) => [primaryKey({ columns: [t.unitSpace, t.serial] })],
)

/** Label stock of a size of one's own, beside what is sold everywhere. Lengths in mm. */
export const labelStock = sqliteTable(
  'label_stock',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    name: text().notNull(),
    kind: text({ enum: ['sheet', 'roll'] }).notNull(),
    widthMm: real().notNull(),
    heightMm: real().notNull(),
    /** These are of sheets: how labels lie on A4; null on a roll. */
    columns: integer(),
    rows: integer(),
    leftMm: real(),
    topMm: real(),
    gapXMm: real(),
    gapYMm: real(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('label_stock_name').on(t.organisationId, t.name)],
)
