import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  CHECK_PROOFS,
  CHECK_STAGES,
  LIMIT_UNITS,
  PEST_STATUSES,
  RULE_KINDS,
  TREATMENT_METHODS,
} from '../../worker/domain/market-rules/kinds.ts'
import type { Decimal } from '../../worker/lib/measure/decimal.ts'
import { calendarDate, id, instant } from './columns.ts'

/** Figures of rules are compared exactly, so they are kept as they were written. */
const decimal = () => text().$type<Decimal>()

/**
 * What a market asks of a crop, as officers put it down; what is shipped stands beside it in the
 * software (`worker/domain/market-rules/library.ts`). Which columns a kind uses its description says
 * (`worker/resources/market-rule.ts`). A rule is never written over: a later one counts from its day
 * on, and a correction of the same day leaves `replacedBy` on the one before. A trigger holds it.
 */
export const marketRule = sqliteTable(
  'market_rule',
  {
    id: id(),
    kind: text({ enum: RULE_KINDS }).notNull(),
    /** A crop, or a group of crops (`@perennial`): see `CropSelector`. */
    crop: text().notNull(),
    /** A market, or several (`@export`): see `MarketSelector`. */
    market: text().notNull(),
    /** What of its kind it is about: see `subjectOf`. */
    subject: text().notNull(),
    /** Pest, substance, mark, check or paper; null where the kind has one subject. */
    name: text(),
    nameEn: text(),
    nameZh: text(),
    pestStatus: text({ enum: PEST_STATUSES }),
    limitUnit: text({ enum: LIMIT_UNITS }),
    /** Limit in `limitUnit`, hectares, or tonnes a hectare and year, by kind. */
    amount: decimal(),
    method: text({ enum: TREATMENT_METHODS }),
    temperatureC: decimal(),
    minutesLeast: decimal(),
    minutesMost: decimal(),
    doseGy: decimal(),
    wording: text(),
    checkBefore: text({ enum: CHECK_STAGES }),
    checkProof: text({ enum: CHECK_PROOFS }),
    /** Days before the packing day that it may have been made at most. */
    checkDays: integer(),
    samplePercent: decimal(),
    note: text(),
    validFrom: calendarDate().notNull(),
    validTo: calendarDate(),
    source: text().notNull(),
    isDoubtful: integer({ mode: 'boolean' }).notNull(),
    /** From its day on nothing is asked any more. */
    isLifted: integer({ mode: 'boolean' }).notNull(),
    /** Why it says otherwise than the one before. */
    reason: text(),
    replacedBy: text(),
    actor: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // One word a day: a second officer is told of the first.
    uniqueIndex('market_rule_one')
      .on(t.crop, t.market, t.kind, t.subject, t.validFrom)
      .where(sql`replaced_by IS NULL`),
    // Those of one kind for whatever crop and market, the latest first.
    index('market_rule_kind').on(t.kind, t.validFrom).where(sql`replaced_by IS NULL`),
    // The history of one, with what was corrected.
    index('market_rule_history').on(t.crop, t.market, t.kind, t.subject, t.createdAt),
  ],
)
