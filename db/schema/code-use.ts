import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { SITE_KINDS, type UseObjection } from '../../worker/domain/standing/types.ts'
import { batch } from './batch.ts'
import { caseFile } from './case.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { site, siteLink } from './site.ts'

/**
 * What was packed under a code, one row a batch and code, written when the batch is sealed: what is
 * left of authorisations and quotas is summed from here, and the code's holder reads it.
 * Append-only by trigger, but for `annulledAt`, which follows the batch by trigger.
 */
export const codeUse = sqliteTable(
  'code_use',
  {
    batchId: idOf(() => batch.id),
    codeId: idOf(() => code.id),
    siteId: idOf(() => site.id),
    slot: text({ enum: SITE_KINDS }).notNull(),
    /** Who held the code then, and who packed. */
    holderId: idOf(() => organisation.id),
    packerId: idOf(() => organisation.id),
    /** The authorisation it counts against; null where none was needed. */
    linkId: text().references(() => siteLink.id),
    /** By what right. Of uses from before it was kept nobody knows. */
    entitlement: text({ enum: ['held', 'member', 'contract', 'source', 'allowed'] }),
    /** The crop it counts as, folded; null where nobody could tell. */
    crop: text(),
    /** Kilograms packed under the code; null for goods not counted by mass. */
    quantityKg: real(),
    /** False for a further code of the same site: its goods are counted with the first one. */
    isCounted: integer({ mode: 'boolean' }).notNull(),
    packedOn: calendarDate().notNull(),
    sealedAt: instant().notNull(),
    annulledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.codeId] }),
    // What was packed from a site in a year, by crop, read from the index alone.
    index('code_use_site')
      .on(t.siteId, t.packedOn, t.crop, t.quantityKg)
      .where(sql`annulled_at IS NULL AND is_counted = 1`),
    // What was used of an authorisation.
    index('code_use_link')
      .on(t.linkId, t.siteId, t.quantityKg)
      .where(sql`link_id IS NOT NULL AND annulled_at IS NULL AND is_counted = 1`),
    // A holder's list, newest first; and what was sealed since the last look for patterns.
    index('code_use_holder').on(t.holderId, t.sealedAt, t.batchId, t.codeId),
    index('code_use_sealed').on(t.sealedAt, t.batchId),
    // What an organisation packed in some time, from which it is asked to report.
    index('code_use_packer').on(t.packerId, t.packedOn).where(sql`annulled_at IS NULL`),
  ],
)

/**
 * A batch that was refused for its use of a code and waits for an officer, with the figures of
 * then.
 */
export const codeUseWait = sqliteTable(
  'code_use_wait',
  {
    batchId: idOf(() => batch.id),
    codeId: idOf(() => code.id),
    /** Why, by its name in the domain, with its figures. */
    objections: text({ mode: 'json' }).$type<readonly UseObjection[]>().notNull(),
    askedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.codeId] }),
    index('code_use_wait_newest').on(t.askedAt),
    // Those that ask for an organisation's codes.
    index('code_use_wait_code').on(t.codeId),
  ],
)

/**
 * What became of an authorisation: asked for, granted, agreed to, ended, taken back. Append-only by
 * trigger.
 */
export const authorisationEvent = sqliteTable(
  'authorisation_event',
  {
    id: id(),
    linkId: idOf(() => siteLink.id),
    kind: text({ enum: ['asked', 'granted', 'agreed', 'ended', 'revoked'] }).notNull(),
    effectiveOn: calendarDate().notNull(),
    reason: text(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('authorisation_event_link').on(t.linkId, t.kind, t.recordedAt)],
)

/**
 * A holder's word that a batch should not have used their code, once for each. Append-only by
 * trigger.
 */
export const codeDispute = sqliteTable(
  'code_dispute',
  {
    batchId: idOf(() => batch.id),
    codeId: idOf(() => code.id),
    organisationId: idOf(() => organisation.id),
    reason: text().notNull(),
    caseId: idOf(() => caseFile.id),
    disputedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.codeId] }), index('code_dispute_case').on(t.caseId)],
)
