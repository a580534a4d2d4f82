import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { APPLICATION_KINDS } from '../../worker/domain/applications/kinds.ts'
import type { MarketAsk } from '../../worker/domain/applications/market-asks.ts'
import { APPLICATION_PAPERS } from '../../worker/domain/applications/papers.ts'
import { APPLICATION_STATES, APPLICATION_STEPS } from '../../worker/domain/applications/workflow.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { site } from './site.ts'

/** An application for a code of a site, or for a change of one. Numbered by province and year. */
export const application = sqliteTable(
  'application',
  {
    id: id(),
    /** The province it is counted in, `00` for none, with year and sequence. */
    numberSpace: text().notNull(),
    year: integer().notNull(),
    sequence: integer().notNull(),
    kind: text({ enum: APPLICATION_KINDS }).notNull(),
    state: text({ enum: APPLICATION_STATES }).notNull(),
    siteId: idOf(() => site.id),
    /** Whose it is: the holder of the site when it was begun. */
    organisationId: idOf(() => organisation.id),
    /** Whose officers answer for it. */
    provinceCode: text(),
    communeCode: text(),
    /** The code it is about; null for a new one. */
    codeId: text().references(() => code.id),
    /** What was answered, by input name; private. */
    answers: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** The facts of the site as it was begun: what differs is what is asked to change. */
    before: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** What its markets asked on the day it was last handed in; null for a draft, and before that was kept. */
    marketAsks: text({ mode: 'json' }).$type<readonly MarketAsk[]>(),
    /** The day it was last handed in complete, from which its term runs. */
    handedInOn: calendarDate(),
    /** The last day for an answer; null while no office has it. */
    dueOn: calendarDate(),
    workingDays: integer(),
    termBasis: text(),
    checkRequired: integer({ mode: 'boolean' }).notNull().default(false),
    checkOn: calendarDate(),
    checkOutcome: text({ enum: ['passed', 'passed_with_actions', 'failed'] }),
    /** The record of the visit, where one was written here. */
    inspectionId: text(),
    /** When who has it is reminded next. */
    remindOn: calendarDate(),
    /** What was granted, as printed. */
    grantedCodes: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    openedAt: instant().notNull(),
    openedBy: text().notNull(),
    /** True where an office typed it in for the holder. */
    byOffice: integer({ mode: 'boolean' }).notNull(),
    closedAt: instant(),
    /** Counts changes, so that nobody acts on what they did not see. */
    version: integer().notNull(),
  },
  (t) => [
    uniqueIndex('application_number').on(t.numberSpace, t.year, t.sequence),
    // One of a kind at a time for a site: a second is led to the first.
    uniqueIndex('application_once')
      .on(t.siteId, t.kind)
      .where(sql`state NOT IN ('approved', 'rejected', 'withdrawn')`),
    // Lists, what is due first at their head: of everybody's, of a place, of an organisation.
    index('application_due').on(sql`coalesce(due_on, '9999-12-31')`, t.id),
    index('application_due_place').on(t.provinceCode, sql`coalesce(due_on, '9999-12-31')`, t.id),
    index('application_due_holder').on(t.organisationId, sql`coalesce(due_on, '9999-12-31')`, t.id),
    index('application_remind').on(t.remindOn).where(sql`remind_on IS NOT NULL`),
    index('application_site').on(t.siteId),
  ],
)

/** The way of an application: who, when, why. Append-only by trigger. */
export const applicationStep = sqliteTable(
  'application_step',
  {
    id: id(),
    applicationId: idOf(() => application.id),
    step: text({ enum: ['open', ...APPLICATION_STEPS] }).notNull(),
    fromState: text({ enum: APPLICATION_STATES }),
    toState: text({ enum: APPLICATION_STATES }).notNull(),
    /** For whom: the holder themselves, or an office. */
    side: text({ enum: ['holder', 'commune', 'province'] }).notNull(),
    /** The day it is about: of a visit, or of the decision. */
    day: calendarDate(),
    reason: text(),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('application_step_application').on(t.applicationId, t.at)],
)

/** A paper that goes with an application, under the version of the rules that wanted it. */
export const applicationPaper = sqliteTable(
  'application_paper',
  {
    id: id(),
    applicationId: idOf(() => application.id),
    kind: text({ enum: APPLICATION_PAPERS }).notNull(),
    /** The day from which the rules hold by which it was wanted. */
    templateFrom: calendarDate().notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    storeKey: text().notNull(),
    addedAt: instant().notNull(),
    actor: text().notNull(),
    /** Taken out of the list; the file stays. */
    withdrawnAt: instant(),
  },
  (t) => [
    // The very same file stands once under a kind.
    uniqueIndex('application_paper_once')
      .on(t.applicationId, t.kind, t.sha256)
      .where(sql`withdrawn_at IS NULL`),
    index('application_paper_application').on(t.applicationId, t.addedAt),
  ],
)
