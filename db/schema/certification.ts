import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  CERTIFICATION_KINDS,
  CERTIFICATION_STATES,
  OCOP_GROUPS,
  OCOP_LEVELS,
} from '../../worker/domain/certifications/kinds.ts'
import { batch } from './batch.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { product } from './product.ts'
import { site } from './site.ts'

/**
 * What a producer is certified for, and what laboratories found of its batches: declared by the
 * producer, confirmed or refused by an officer. Which columns a kind uses its description says
 * (`worker/resources/certification.ts`).
 */
export const certification = sqliteTable(
  'certification',
  {
    id: id(),
    kind: text({ enum: CERTIFICATION_KINDS }).notNull(),
    organisationId: idOf(() => organisation.id),
    /** What it is limited to; all null for the whole organisation. */
    productId: text().references(() => product.id),
    siteId: text().references(() => site.id),
    batchId: text().references(() => batch.id),
    number: text(),
    /** With its edition, e.g. `TCVN 11892-1:2017`. */
    standard: text(),
    /** Who certified; the laboratory of a test. */
    issuedBy: text(),
    issuedOn: calendarDate(),
    expiresOn: calendarDate(),
    decisionNo: text(),
    level: text({ enum: OCOP_LEVELS }),
    ocopGroup: text({ enum: OCOP_GROUPS }),
    stars: integer(),
    sampleId: text(),
    sampledOn: calendarDate(),
    analyte: text(),
    result: text(),
    unit: text(),
    resultLimit: text(),
    /** Null where nobody judged it, say because no limit is known. */
    verdict: text({ enum: ['passed', 'failed'] }),
    state: text({ enum: CERTIFICATION_STATES }).notNull(),
    /** Counts changes, so that nobody confirms what they did not see. */
    version: integer().notNull(),
    /** When its holder declared it; null for what an officer put down. */
    declaredAt: instant(),
    declaredBy: text(),
    /** When an officer confirmed or refused it, who that was, and the authority they spoke for. */
    decidedAt: instant(),
    decidedBy: text(),
    authority: text(),
    /** Why it was refused, or taken away. */
    reason: text(),
    /** From this day on it was taken away; goods packed before keep it. */
    revokedOn: calendarDate(),
    /** When both sides are reminded next that it runs out; null where there is nothing to say. */
    remindOn: calendarDate(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Lists, newest first: of everybody's by state, and of an organisation's.
    index('certification_newest').on(t.createdAt, t.id),
    index('certification_newest_in').on(t.state, t.createdAt, t.id),
    index('certification_newest_of').on(t.organisationId, t.createdAt, t.id),
    // What the document of a batch draws on: of it alone, and of its organisation at large.
    index('certification_batch').on(t.batchId),
    index('certification_general').on(t.organisationId).where(sql`batch_id IS NULL`),
    index('certification_product').on(t.productId),
    // What waits for officers, and what the daily job looks for.
    index('certification_declared').on(t.organisationId).where(sql`state = 'declared'`),
    index('certification_remind').on(t.remindOn).where(sql`remind_on IS NOT NULL`),
  ],
)
