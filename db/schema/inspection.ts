import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Answers } from '../../worker/domain/inspections/answers.ts'
import type { InspectionForm } from '../../worker/domain/inspections/form/form.ts'
import {
  DAY_STATES,
  FORM_SITE_KINDS,
  INSPECTION_KINDS,
  INSPECTION_OUTCOMES,
} from '../../worker/domain/inspections/kinds.ts'
import type { RuleLists } from '../../worker/domain/inspections/rules/rule-lists.ts'
import type { Signature } from '../../worker/domain/inspections/signature.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'
import { site } from './site.ts'

/**
 * A version of a form by which places are inspected, as a department handed it in. What was filled in
 * names its version, so none is ever changed: append-only by trigger.
 */
export const inspectionForm = sqliteTable(
  'inspection_form',
  {
    id: id(),
    /** The province whose form it is; empty for one of everybody. */
    provinceCode: text().notNull(),
    formId: text().notNull(),
    version: integer().notNull(),
    siteKind: text({ enum: FORM_SITE_KINDS }).notNull(),
    form: text({ mode: 'json' }).$type<InspectionForm>().notNull(),
    fileName: text().notNull(),
    authorityId: text().references(() => organisation.id),
    createdAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [uniqueIndex('inspection_form_version').on(t.provinceCode, t.formId, t.version)],
)

/** Which version of a form is in use from when on; the newest counts. Append-only by trigger. */
export const inspectionFormUse = sqliteTable(
  'inspection_form_use',
  {
    id: id(),
    provinceCode: text().notNull(),
    formId: text().notNull(),
    versionId: idOf(() => inspectionForm.id),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('inspection_form_use_newest').on(t.provinceCode, t.formId, t.at)],
)

/**
 * The minutes of an inspection, as both parties signed them; under the id that the device gave.
 * Append-only by trigger: what comes of it stands in findings and proposals.
 */
export const inspection = sqliteTable(
  'inspection',
  {
    id: id(),
    /** A version of a form, or one of those that everybody has. */
    formVersionId: text().notNull(),
    siteId: idOf(() => site.id),
    /** The code it was about, where one was meant. */
    codeId: text().references(() => code.id),
    /** Who held the place then. */
    organisationId: text().references(() => organisation.id),
    provinceCode: text(),
    communeCode: text(),
    /** The visit of a plan that it fulfils. */
    visitId: text(),
    kind: text({ enum: INSPECTION_KINDS }).notNull(),
    /** The day it counts for, and what the device said; see `DAY_STATES`. */
    inspectedOn: calendarDate().notNull(),
    saidOn: calendarDate().notNull(),
    dayState: text({ enum: DAY_STATES }).notNull(),
    outcome: text({ enum: INSPECTION_OUTCOMES }).notNull(),
    conclusion: text(),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    /** What the markets asked when it was prepared, as the device had it; null where its form asks for none. */
    rules: text({ mode: 'json' }).$type<RuleLists>(),
    /** Of whoever inspected, and of the other side, which may not have signed. */
    inspectorName: text().notNull(),
    inspectorPosition: text(),
    inspectorSignature: text({ mode: 'json' }).$type<Signature>().notNull(),
    holderName: text().notNull(),
    holderPosition: text(),
    holderSignature: text({ mode: 'json' }).$type<Signature>(),
    whyUnsigned: text(),
    /** Photos of the sheet that was signed by hand, by their hashes; null where both drew here. */
    paperScans: text({ mode: 'json' }).$type<readonly string[]>(),
    /** Photos as they were sent, place and time with them; private. */
    photos: text({ mode: 'json' }).$type<readonly InspectionPhoto[]>().notNull(),
    /** Where the device stood; private. */
    latitude: real(),
    longitude: real(),
    accuracyM: real(),
    /** The first inspection of the same visit, or of the place on that day; null for the first. */
    secondOf: text(),
    /** By the device's clock, and how far that was behind ours when it last knew. */
    madeAt: instant().notNull(),
    clockOffsetMs: integer(),
    receivedAt: instant().notNull(),
    actor: text().notNull(),
    authorityId: text().references(() => organisation.id),
  },
  (t) => [
    // Lists newest first: of everybody's, of a province's, of a holder's.
    index('inspection_newest').on(t.inspectedOn, t.id),
    index('inspection_place').on(t.provinceCode, t.inspectedOn, t.id),
    index('inspection_holder').on(t.organisationId, t.inspectedOn, t.id),
    // The last one of a place, and the first of a day.
    index('inspection_site').on(t.siteId, t.inspectedOn),
    index('inspection_of_visit').on(t.visitId).where(sql`visit_id IS NOT NULL`),
  ],
)

/**
 * Minutes that somebody writes at a desk and may leave and take up again; the id is that of the minutes
 * that come of it. Theirs alone, and gone once the minutes are stored.
 */
export const minutesDraft = sqliteTable(
  'minutes_draft',
  {
    id: id(),
    /** Whose it is, as actors stand in logs. */
    account: text().notNull(),
    siteId: idOf(() => site.id),
    /** The visit of a plan it was begun for. */
    visitId: text(),
    /** The version it was begun by, whatever is in use since. */
    formVersionId: text().notNull(),
    /** What the markets of the place asked when it was begun; they go with the minutes. */
    rules: text({ mode: 'json' }).$type<RuleLists>(),
    kind: text({ enum: INSPECTION_KINDS }).notNull(),
    /** What was typed, by the names of the questions, unread. */
    texts: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** Hashes of photos, by the question; `scans` of the signed sheet. */
    photos: text({ mode: 'json' }).$type<Readonly<Record<string, readonly string[]>>>().notNull(),
    createdAt: instant().notNull(),
    savedAt: instant().notNull(),
    /** Counts saves, so that of two windows the second is told. */
    version: integer().notNull(),
  },
  (t) => [
    // Somebody's own, the last touched first.
    index('minutes_draft_of').on(t.account, t.savedAt),
    // Who else is writing about the place.
    index('minutes_draft_site').on(t.siteId),
  ],
)

export type InspectionPhoto = {
  readonly sha256: string
  readonly storeKey: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly takenAt: number | null
  readonly latitude: number | null
  readonly longitude: number | null
}
