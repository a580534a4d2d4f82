import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { RESULT_RELATIONS, SAMPLE_STATES } from '../../worker/domain/residues/kinds.ts'
import type { Decimal } from '../../worker/lib/measure/decimal.ts'
import { batch } from './batch.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { season } from './season.ts'
import { site } from './site.ts'

/**
 * A sample for residues, planned or taken. Its holder knows of it once it was taken. Whether it passed
 * is told from its results and the rules of the day it was taken, and stored nowhere.
 */
export const residueSample = sqliteTable(
  'residue_sample',
  {
    id: id(),
    state: text({ enum: SAMPLE_STATES }).notNull(),
    /** What was sampled, as people know it: a code, a batch, a stall. */
    about: text(),
    siteId: text().references(() => site.id),
    batchId: text().references(() => batch.id),
    organisationId: text().references(() => organisation.id),
    /** As in rules: see `CropKey`; and as it was written. */
    crop: text().notNull(),
    cropName: text().notNull(),
    /** Markets whose limits it is held against. */
    markets: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Whose officers answer for it. */
    provinceCode: text(),
    communeCode: text(),
    communeName: text(),
    plannedOn: calendarDate(),
    takenOn: calendarDate(),
    takenBy: text(),
    /** As on its seal. */
    sampleNo: text(),
    sampleNoFolded: text(),
    laboratory: text(),
    reportNo: text(),
    reportedOn: calendarDate(),
    note: text(),
    /** Why it will not be taken. */
    dropReason: text(),
    authorityId: text().references(() => organisation.id),
    actor: text().notNull(),
    createdAt: instant().notNull(),
    /** Counts changes, so that nobody acts on what they did not see. */
    version: integer().notNull(),
  },
  (t) => [
    // Lists newest first: of everybody's, of a place, of a holder, each also by state.
    index('residue_sample_newest').on(t.createdAt, t.id),
    index('residue_sample_place').on(t.provinceCode, t.createdAt, t.id),
    index('residue_sample_state').on(t.state, t.createdAt, t.id),
    index('residue_sample_holder')
      .on(t.organisationId, t.createdAt, t.id)
      .where(sql`taken_on IS NOT NULL`),
    // Those of a site, the last taken first.
    index('residue_sample_site').on(t.siteId, t.takenOn).where(sql`site_id IS NOT NULL`),
    index('residue_sample_batch').on(t.batchId, t.takenOn).where(sql`batch_id IS NOT NULL`),
    // What was done in a year, summed from the index alone.
    index('residue_sample_done')
      .on(t.provinceCode, t.takenOn, t.communeCode, t.crop)
      .where(sql`taken_on IS NOT NULL`),
    index('residue_sample_year')
      .on(t.takenOn, t.provinceCode, t.communeCode, t.crop)
      .where(sql`taken_on IS NOT NULL`),
    // A laboratory's list finds a sample by its number; an authority gives each number once.
    uniqueIndex('residue_sample_number')
      .on(t.sampleNoFolded, t.authorityId)
      .where(sql`sample_no_folded IS NOT NULL`),
  ],
)

/**
 * What a laboratory found of one substance. A correction is a further row of the same substance, and the
 * last one counts. Append-only by trigger.
 */
export const residueResult = sqliteTable(
  'residue_result',
  {
    id: id(),
    sampleId: idOf(() => residueSample.id),
    analyte: text().notNull(),
    /** Substances are one by it: see `substanceKeyOf`. */
    analyteKey: text().notNull(),
    relation: text({ enum: RESULT_RELATIONS }).notNull(),
    /** Exact, in `unit`; of `below` the least that can be found, null where nobody said it. */
    value: text().$type<Decimal>(),
    unit: text(),
    /** Why it says otherwise than the row before. */
    reason: text(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('residue_result_sample').on(t.sampleId, t.recordedAt)],
)

/** So many samples of a crop in a commune in a year; without a commune, of the province. */
export const residuePlan = sqliteTable(
  'residue_plan',
  {
    id: id(),
    year: integer().notNull(),
    provinceCode: text().notNull(),
    communeCode: text(),
    communeName: text(),
    /** A crop, or a group of crops: see `CropSelector`. */
    crop: text().notNull(),
    samples: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('residue_plan_commune')
      .on(t.provinceCode, t.year, t.communeCode, t.crop)
      .where(sql`commune_code IS NOT NULL`),
    uniqueIndex('residue_plan_province')
      .on(t.provinceCode, t.year, t.crop)
      .where(sql`commune_code IS NULL`),
    index('residue_plan_year').on(t.year, t.provinceCode),
  ],
)

/**
 * Samples that a holder means to have taken of a crop under one of its codes, by a day: in a season, or
 * in the year of that day. What was taken is counted from samples and tests, and stored nowhere.
 */
export const ownSamplePlan = sqliteTable(
  'own_sample_plan',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    siteId: idOf(() => site.id),
    codeId: idOf(() => code.id),
    seasonId: text().references(() => season.id),
    /** As in rules: see `CropKey`; and as it was written. */
    crop: text().notNull(),
    cropName: text().notNull(),
    /** The name of the crop alone, folded: products are known by it. */
    cropFolded: text().notNull(),
    samples: integer().notNull(),
    dueOn: calendarDate().notNull(),
    /** Samples of these days count: of the season, else of the year. */
    fromOn: calendarDate().notNull(),
    toOn: calendarDate().notNull(),
    laboratory: text(),
    note: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Lists by day, and what is due of an organisation.
    index('own_sample_plan_due').on(t.organisationId, t.dueOn, t.id),
    // Lines of one season (or year) of a crop fill up one after the other.
    index('own_sample_plan_group').on(t.siteId, t.crop, t.fromOn, t.dueOn),
  ],
)
