import { sql } from 'drizzle-orm'
import { index, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { SEASON_STANDARDS } from '../../worker/domain/seasons/standards.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { site } from './site.ts'

/**
 * One crop grown once: on a whole site, on a plot of it or on one household's land. Opened with what is
 * expected and closed with what was harvested, because growers report both for each season.
 */
export const season = sqliteTable(
  'season',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    siteId: idOf(() => site.id),
    /** No reference: lists of households are replaced as a whole, and a season stays what it was. */
    householdId: text(),
    /** Its name when the season was opened; private. */
    householdName: text(),
    plot: text(),
    plotFolded: text(),
    crop: text().notNull(),
    cropFolded: text().notNull(),
    variety: text(),
    areaHa: real(),
    standard: text({ enum: SEASON_STANDARDS }),
    /** Its edition, or what another standard is called. */
    standardNote: text(),
    /** Sowing; of perennial crops the day on which the year's work begins. */
    startsOn: calendarDate().notNull(),
    floweringOn: calendarDate(),
    expectedFromOn: calendarDate().notNull(),
    expectedToOn: calendarDate().notNull(),
    expectedYieldKg: real(),
    markets: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Its last day; null while it is open. */
    endedOn: calendarDate(),
    /** What was harvested, as reported at the end. */
    yieldKg: real(),
    closedAt: instant(),
    closedBy: text(),
    /** Why it was opened again, the last time. */
    reopenedFor: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Overlaps on one site, and the season that an entry of a day belongs to.
    index('season_site').on(t.siteId, t.startsOn, t.id),
    // Lists, newest first: of everybody's, and of an organisation's.
    index('season_newest').on(t.startsOn, t.id),
    index('season_newest_of').on(t.organisationId, t.startsOn, t.id),
    // Those that wait to be closed.
    index('season_open').on(t.organisationId, t.expectedToOn).where(sql`ended_on IS NULL`),
  ],
)
