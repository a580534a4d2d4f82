import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { PATTERN_KINDS, PATTERN_STATES } from '../../worker/domain/patterns/kinds.ts'
import { batch } from './batch.ts'
import { caseFile } from './case.ts'
import { id, instant } from './columns.ts'
import { site } from './site.ts'

/**
 * Something in the use of codes that an officer may want to look at, with the figures that show it.
 * One row for a thing and kind; what it says follows the figures while it is open.
 */
export const patternFinding = sqliteTable(
  'pattern_finding',
  {
    id: id(),
    kind: text({ enum: PATTERN_KINDS }).notNull(),
    /** What it is of: a site, or two, or a batch, by their ids. */
    subjectId: text().notNull(),
    /** What people know it by. */
    shown: text().notNull(),
    siteId: text().references(() => site.id),
    batchId: text().references(() => batch.id),
    provinceCode: text(),
    communeCode: text(),
    figures: text({ mode: 'json' }).$type<Readonly<Record<string, number | string>>>().notNull(),
    /** How strong it is, in the unit of its kind. */
    level: real().notNull(),
    state: text({ enum: PATTERN_STATES }).notNull(),
    foundAt: instant().notNull(),
    changedAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: text(),
    reason: text(),
    /** The level it was dismissed at; it comes back when it is materially stronger. */
    dismissedLevel: real(),
    caseId: text().references(() => caseFile.id),
    /** Counts changes, so that of two officers the second is told. */
    version: integer().notNull(),
  },
  (t) => [
    // One row a thing and kind, found again by the next look.
    uniqueIndex('pattern_finding_subject').on(t.kind, t.subjectId),
    index('pattern_finding_place').on(t.provinceCode, t.state, t.changedAt, t.id),
    index('pattern_finding_newest').on(t.state, t.changedAt, t.id),
  ],
)

/** Up to which instant each kind of pattern was looked for. */
export const patternCursor = sqliteTable('pattern_cursor', {
  name: text().primaryKey(),
  at: instant().notNull(),
})
