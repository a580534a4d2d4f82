import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  AGENCY_KINDS,
  CASE_EVENT_KINDS,
  CASE_KINDS,
  CASE_OUTCOMES,
  CASE_STATES,
  FILED_ENTITIES,
  SUBJECT_KINDS,
} from '../../worker/domain/cases/kinds.ts'
import {
  FINDING_OUTCOMES,
  FINDING_SEVERITIES,
  FINDING_STATES,
  FINDING_SUBJECTS,
} from '../../worker/domain/findings/kinds.ts'
import { code } from './code.ts'
import { calendarDate, id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'

/**
 * A case of the authority of a place: fraud, a complaint, a notice from abroad. Whoever it concerns does
 * not see it. Counted by province and year; two at once cannot have one number.
 */
export const caseFile = sqliteTable(
  'case_file',
  {
    id: id(),
    /** The province it is counted in, `00` for none, with year and sequence. */
    numberSpace: text().notNull(),
    year: integer().notNull(),
    sequence: integer().notNull(),
    kind: text({ enum: CASE_KINDS }).notNull(),
    title: text().notNull(),
    summary: text(),
    state: text({ enum: CASE_STATES }).notNull(),
    outcome: text({ enum: CASE_OUTCOMES }),
    /** Whose officers answer for it. */
    provinceCode: text(),
    communeCode: text(),
    /** The authority that opened it, and who. */
    authorityId: text().references(() => organisation.id),
    openedBy: text().notNull(),
    assignedTo: text(),
    dueOn: calendarDate(),
    /** To whom it was handed; the organisation where it has accounts here and so reads it. */
    agencyKind: text({ enum: AGENCY_KINDS }),
    agencyName: text(),
    agencyId: text().references(() => organisation.id),
    handedPaperNo: text(),
    handedOn: calendarDate(),
    openedAt: instant().notNull(),
    closedAt: instant(),
    /** Counts changes, so that nobody acts on what they did not see. */
    version: integer().notNull(),
  },
  (t) => [
    uniqueIndex('case_file_number').on(t.numberSpace, t.year, t.sequence),
    // Lists newest first: of everybody's, of a province's, of what was handed to an agency.
    index('case_file_newest').on(t.openedAt, t.id),
    index('case_file_place').on(t.provinceCode, t.openedAt, t.id),
    index('case_file_agency').on(t.agencyId, t.openedAt, t.id).where(sql`agency_id IS NOT NULL`),
    // What waits, first what is due first.
    index('case_file_open').on(t.provinceCode, t.dueOn).where(sql`state <> 'closed'`),
    index('case_file_assigned').on(t.assignedTo, t.dueOn).where(sql`state <> 'closed'`),
  ],
)

/** What a case is about. `shown` is what people know it by. */
export const caseSubject = sqliteTable(
  'case_subject',
  {
    caseId: idOf(() => caseFile.id),
    kind: text({ enum: SUBJECT_KINDS }).notNull(),
    entityId: text().notNull(),
    shown: text().notNull(),
    addedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.kind, t.entityId] }),
    // The cases about a thing.
    index('case_subject_entity').on(t.kind, t.entityId),
  ],
)

/** The way of a case or finding: who, when, what. Append-only by trigger. */
export const caseEvent = sqliteTable(
  'case_event',
  {
    id: id(),
    entity: text({ enum: FILED_ENTITIES }).notNull(),
    entityId: text().notNull(),
    kind: text({ enum: CASE_EVENT_KINDS }).notNull(),
    text: text(),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('case_event_entity').on(t.entity, t.entityId, t.at)],
)

/**
 * A file of a case or finding, kept as it was handed in, place and time of a photo with it: that is what
 * it proves. `sha256` is of those bytes. Append-only by trigger, so nobody exchanges one unseen.
 */
export const evidence = sqliteTable(
  'evidence',
  {
    id: id(),
    entity: text({ enum: FILED_ENTITIES }).notNull(),
    entityId: text().notNull(),
    title: text().notNull(),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    storeKey: text().notNull(),
    /** True for what the holder of a finding handed in, which they may read. */
    byHolder: integer({ mode: 'boolean' }).notNull().default(false),
    addedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [uniqueIndex('evidence_once').on(t.entity, t.entityId, t.sha256)],
)

/** What an inspector found wrong, and how it was put right. Its holder sees it once it was told. */
export const finding = sqliteTable(
  'finding',
  {
    id: id(),
    caseId: text().references(() => caseFile.id),
    /** The inspection whose minutes it stands in. */
    inspectionId: text(),
    severity: text({ enum: FINDING_SEVERITIES }).notNull(),
    text: text().notNull(),
    aboutKind: text({ enum: FINDING_SUBJECTS }).notNull(),
    /** Of a shop there is none. */
    aboutId: text(),
    shown: text().notNull(),
    /** Who is to put it right; null where nobody here is. */
    organisationId: text().references(() => organisation.id),
    provinceCode: text(),
    communeCode: text(),
    /** Where it was seen; never public. */
    placeNote: text(),
    foundOn: calendarDate().notNull(),
    authorityId: text().references(() => organisation.id),
    foundBy: text().notNull(),
    state: text({ enum: FINDING_STATES }).notNull(),
    action: text(),
    dueOn: calendarDate(),
    toldAt: instant(),
    answer: text(),
    answeredAt: instant(),
    outcome: text({ enum: FINDING_OUTCOMES }),
    followUp: text(),
    closedAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    index('finding_newest').on(t.createdAt, t.id),
    index('finding_place').on(t.provinceCode, t.createdAt, t.id),
    index('finding_told').on(t.organisationId, t.createdAt, t.id).where(sql`told_at IS NOT NULL`),
    index('finding_open').on(t.provinceCode, t.dueOn).where(sql`state <> 'closed'`),
    index('finding_about').on(t.aboutKind, t.aboutId),
    index('finding_case').on(t.caseId),
    index('finding_inspection').on(t.inspectionId).where(sql`inspection_id IS NOT NULL`),
  ],
)

/** A suspension that an inspector proposes; an officer's confirmation is the decision itself. */
export const suspensionProposal = sqliteTable(
  'suspension_proposal',
  {
    id: id(),
    codeId: idOf(() => code.id),
    market: text().notNull(),
    reasonCode: text().notNull(),
    reason: text().notNull(),
    caseId: text().references(() => caseFile.id),
    /** The inspection it came of, whose minutes say why. */
    inspectionId: text(),
    provinceCode: text(),
    communeCode: text(),
    proposedAt: instant().notNull(),
    proposedBy: text().notNull(),
    authorityId: text().references(() => organisation.id),
    state: text({ enum: ['open', 'confirmed', 'refused'] }).notNull(),
    decidedAt: instant(),
    decidedBy: text(),
    /** Why it was refused. */
    refusal: text(),
    /** The decision it led to. */
    eventId: text(),
  },
  (t) => [
    // One at a time: a second inspector is told of the first.
    uniqueIndex('suspension_proposal_open').on(t.codeId, t.market).where(sql`state = 'open'`),
    index('suspension_proposal_code').on(t.codeId, t.proposedAt),
    index('suspension_proposal_waiting')
      .on(t.provinceCode, t.proposedAt)
      .where(sql`state = 'open'`),
    index('suspension_proposal_place').on(t.provinceCode, t.proposedAt, t.id),
    index('suspension_proposal_newest').on(t.proposedAt, t.id),
  ],
)

/** Keys that sign papers made here, apart from those of labels. The private JWK is a JWE under GOC_KEK. */
export const documentKey = sqliteTable(
  'document_key',
  {
    kid: text().primaryKey(),
    publicX: text().notNull(),
    privateJwe: text().notNull(),
    createdAt: instant().notNull(),
    retiredAt: instant(),
    /** When it was found that somebody else may sign with it; it is published no more. */
    revokedAt: instant(),
  },
  // One signs at a time.
  () => [
    uniqueIndex('document_key_active').on(sql`(retired_at IS NULL)`).where(sql`retired_at IS NULL`),
  ],
)

/** A paper made of a case, batch or inspection, signed: kept as it was given out. Append-only by trigger. */
export const signedPaper = sqliteTable(
  'signed_paper',
  {
    id: id(),
    entity: text({ enum: ['case', 'batch', 'inspection'] }).notNull(),
    entityId: text().notNull(),
    fileName: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    storeKey: text().notNull(),
    /** The JWS over what it is, its hash and its time. */
    jws: text().notNull(),
    /** Who may read it again: those of the authority it was made by. */
    authorityId: text(),
    madeAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('signed_paper_entity').on(t.entity, t.entityId, t.madeAt)],
)
