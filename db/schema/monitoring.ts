import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { RISKS, VISIT_KINDS, VISIT_STATES } from '../../worker/domain/monitoring/kinds.ts'
import type { VisitReason } from '../../worker/domain/monitoring/types.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { site } from './site.ts'

/** How often places are looked at in a season, by crop, market or risk, for the days the rule holds. */
export const monitoringRule = sqliteTable(
  'monitoring_rule',
  {
    id: id(),
    /** Whose rule it is; both null where it holds everywhere. */
    provinceCode: text(),
    communeCode: text(),
    crop: text(),
    cropFolded: text(),
    market: text(),
    risk: text({ enum: RISKS }),
    /** What its visits beyond the first are. */
    kind: text({ enum: VISIT_KINDS }).notNull(),
    perSeason: integer().notNull(),
    fromOn: calendarDate().notNull(),
    toOn: calendarDate(),
    legalBasis: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('monitoring_rule_place').on(t.provinceCode, t.fromOn)],
)

/** The seasons (vụ) of a province as days of the calendar, by crop. */
export const seasonWindow = sqliteTable(
  'season_window',
  {
    id: id(),
    provinceCode: text(),
    name: text().notNull(),
    /** Null for every crop that has none of its own. */
    crop: text(),
    cropFolded: text(),
    fromOn: calendarDate().notNull(),
    toOn: calendarDate().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('season_window_place').on(t.provinceCode, t.fromOn)],
)

/** The visits of a year in a province or one commune of it. */
export const inspectionPlan = sqliteTable(
  'inspection_plan',
  {
    id: id(),
    year: integer().notNull(),
    provinceCode: text().notNull(),
    communeCode: text(),
    communeName: text(),
    /** Visits of one inspector on one day, at most. */
    perDay: integer().notNull(),
    note: text(),
    authorityId: text().references(() => organisation.id),
    createdAt: instant().notNull(),
    /** When its visits were last worked out; null before the first time. */
    madeAt: instant(),
    /** Counts the times its visits were worked out, so that of two who do it at once one is told. */
    version: integer().notNull(),
  },
  (t) => [
    // Plans of a place. Not unique: where communes are merged, so are their plans of a year.
    index('inspection_plan_place').on(t.provinceCode, t.year, t.communeCode),
  ],
)

/** One visit of a place, owed by a season of a plan. */
export const inspectionVisit = sqliteTable(
  'inspection_visit',
  {
    id: id(),
    planId: idOf(() => inspectionPlan.id),
    siteId: idOf(() => site.id),
    /** No reference: what a season was called and when it was stays, whatever becomes of it. */
    windowId: text().notNull(),
    seasonName: text(),
    seasonFromOn: calendarDate().notNull(),
    seasonToOn: calendarDate().notNull(),
    /** Which one of the season. */
    number: integer().notNull(),
    kind: text({ enum: VISIT_KINDS }).notNull(),
    why: text({ mode: 'json' }).$type<VisitReason>().notNull(),
    windowFrom: calendarDate().notNull(),
    /** Its last day. */
    dueOn: calendarDate().notNull(),
    /** The day it is on somebody's way. */
    plannedOn: calendarDate(),
    inspectorId: text(),
    state: text({ enum: VISIT_STATES }).notNull(),
    /** Why it was cancelled, or done without minutes; null where the plan itself cancelled it. */
    stateReason: text(),
    doneOn: calendarDate(),
    doneBy: text(),
    /** The minutes of it. */
    inspectionId: text(),
    /** When its people are told next; null when they need not be. */
    remindOn: calendarDate(),
    createdAt: instant().notNull(),
    /** Counts changes, so that nobody acts on what they did not see. */
    version: integer().notNull(),
  },
  (t) => [
    // A plan made twice at once has each visit once.
    uniqueIndex('inspection_visit_one').on(t.planId, t.siteId, t.windowId, t.number),
    // Its list of one state by the last day; what is due and overdue.
    index('inspection_visit_state').on(t.planId, t.state, t.dueOn, t.id),
    // How far the running season is: answered from the index alone.
    index('inspection_visit_season').on(t.planId, t.seasonToOn, t.seasonFromOn, t.state),
    // Somebody's days.
    index('inspection_visit_inspector')
      .on(t.inspectorId, t.plannedOn)
      .where(sql`state = 'planned'`),
    // When a place was last checked.
    index('inspection_visit_done').on(t.siteId, t.doneOn).where(sql`state = 'done'`),
    // What a place is to be checked for next.
    index('inspection_visit_next').on(t.siteId, t.dueOn).where(sql`state = 'planned'`),
    index('inspection_visit_remind').on(t.remindOn).where(sql`remind_on IS NOT NULL`),
  ],
)
