import { sql } from 'drizzle-orm'
import { index, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { RegisteredUse } from '../../worker/domain/protection/types.ts'
import { calendarDate, id, instant } from './columns.ts'

/**
 * Plant-protection products as a list permits them, each for the days it does: a newer list says what
 * holds from its day on and leaves what held before to be seen.
 */
export const protectionProduct = sqliteTable(
  'protection_product',
  {
    id: id(),
    tradeName: text().notNull(),
    nameFolded: text().notNull(),
    /** As listed, with content: `Abamectin 1.8% + Petroleum oil 20%`. */
    activeIngredient: text().notNull(),
    ingredientFolded: text().notNull(),
    /** `thuốc trừ sâu`, `thuốc trừ bệnh` …, as listed. */
    productGroup: text(),
    /** What it is registered for; empty where the list does not say. */
    uses: text({ mode: 'json' }).$type<readonly RegisteredUse[]>().notNull(),
    reentryHours: real(),
    permittedFromOn: calendarDate().notNull(),
    /** Its last day; null while the list has no end for it. */
    permittedToOn: calendarDate(),
    legalBasis: text().notNull(),
    importId: text(),
    /** The import that says otherwise since; taking that one back brings this back. */
    replacedBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('protection_product_one')
      .on(t.nameFolded, t.ingredientFolded, t.permittedFromOn)
      .where(sql`replaced_by IS NULL`),
    index('protection_product_import').on(t.importId).where(sql`import_id IS NOT NULL`),
    index('protection_product_replaced').on(t.replacedBy).where(sql`replaced_by IS NOT NULL`),
  ],
)

/** An active ingredient that a market bans or limits, for the days it does. */
export const substanceRule = sqliteTable(
  'substance_rule',
  {
    id: id(),
    substance: text().notNull(),
    substanceFolded: text().notNull(),
    market: text().notNull(),
    effect: text({ enum: ['banned', 'limited'] }).notNull(),
    /** What is allowed where it is limited: a residue limit, a use. */
    limitNote: text(),
    fromOn: calendarDate().notNull(),
    toOn: calendarDate(),
    legalBasis: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('substance_rule_one').on(t.substanceFolded, t.market, t.effect, t.fromOn),
    index('substance_rule_market').on(t.market, t.substanceFolded),
  ],
)
