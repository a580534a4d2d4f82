import { and, desc, eq, getTableColumns, ne, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Place } from '../../worker/domain/access/roles.ts'
import type { CaseState, SubjectKind } from '../../worker/domain/cases/kinds.ts'
import type { Database } from '../client.ts'
import { caseFile, caseSubject, member, organisation, user } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { liesWithin } from './lies-within.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { isStill } from './row-guards.ts'
import { changeOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type CaseRow = typeof caseFile.$inferSelect
export type CaseSubjectRow = typeof caseSubject.$inferSelect

export const MOST_SUBJECTS = 50
const MOST_PEOPLE = 200
const MOST_ABOUT = 20

const ITEM = {
  ...getTableColumns(caseFile),
  authority: organisation.name,
  openedByName: personName(caseFile.openedBy),
  assignedName: personName(sql`'user:' || ${caseFile.assignedTo}`),
}

/** A case with the names of who has to do with it. */
export type CaseItem = CaseRow & {
  readonly authority: string | null
  readonly openedByName: string | null
  readonly assignedName: string | null
}

function itemsOf(db: Database) {
  return db
    .select(ITEM)
    .from(caseFile)
    .leftJoin(organisation, eq(organisation.id, caseFile.authorityId))
}

export function readCase(db: Database, id: string): Promise<CaseItem | null> {
  return firstOf(itemsOf(db).where(eq(caseFile.id, id)).limit(1))
}

export type CaseFilter = {
  readonly state: CaseState | null
  /** Those this person has taken up alone; null for anybody's. */
  readonly assignedTo: string | null
}

/** Cases newest first, within bounds: of a place, or handed to an organisation. */
export function listCases(
  db: Database,
  asked: CaseFilter & {
    readonly bounds: Bounds
    readonly after: { readonly openedAt: number; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, state, assignedTo, after, limit } = asked
  return itemsOf(db)
    .where(
      and(
        caseWithin(bounds),
        state === null ? undefined : eq(caseFile.state, state),
        assignedTo === null ? undefined : eq(caseFile.assignedTo, assignedTo),
        isBefore(caseFile, ['openedAt', 'id'], after),
      ),
    )
    .orderBy(desc(caseFile.openedAt), desc(caseFile.id))
    .limit(limit)
}

/** Holds for a case that lies within bounds; an organisation reads what was handed to it. */
export function caseWithin(bounds: Bounds): SQL | undefined {
  return liesWithin(caseFile, bounds, (id) => eq(caseFile.agencyId, id))
}

/** Cases within bounds about any of some things, newest first. */
export function listCasesAbout(
  db: Database,
  asked: { readonly bounds: Bounds; readonly about: readonly (readonly [SubjectKind, string])[] },
) {
  const pairs = sql`SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(asked.about)})`
  const ids = sql`SELECT case_id FROM case_subject WHERE (kind, entity_id) IN (${pairs})`
  return db
    .select({
      ...pick(caseFile, 'id', 'numberSpace', 'year', 'sequence', 'kind', 'title', 'state'),
      openedAt: caseFile.openedAt,
    })
    .from(caseFile)
    .where(and(sql`${caseFile.id} IN (${ids})`, caseWithin(asked.bounds)))
    .orderBy(desc(caseFile.openedAt), desc(caseFile.id))
    .limit(MOST_ABOUT)
}

export function listSubjects(db: Database, caseId: string): Promise<CaseSubjectRow[]> {
  return db
    .select()
    .from(caseSubject)
    .where(eq(caseSubject.caseId, caseId))
    .orderBy(caseSubject.addedAt, caseSubject.entityId)
    .limit(MOST_SUBJECTS)
}

/** A new case under the next number of its province and year. */
export function insertCase(db: Database, row: Omit<CaseRow, 'sequence'>): Statement {
  const { numberSpace, year } = row
  const next = sql<number>`(SELECT coalesce(max(x.sequence), 0) + 1 FROM case_file x
    WHERE x.number_space = ${numberSpace} AND x.year = ${year})`
  return db.insert(caseFile).values({ ...row, sequence: next })
}

/** The same thing named twice is named once. */
export function insertSubject(db: Database, row: CaseSubjectRow): Statement {
  return db.insert(caseSubject).values(row).onConflictDoNothing()
}

/** Changes a case; `version` counts on. */
export const updateCase = changeOf(caseFile)

/** Gives a case that nobody has to somebody; a new one is thereby taken up. */
export function takeUpCase(
  db: Database,
  { id, assignedTo }: { readonly id: string; readonly assignedTo: string },
): Statement {
  return db
    .update(caseFile)
    .set({
      state: sql`iif(${caseFile.state} = 'open', 'in_progress', ${caseFile.state})`,
      assignedTo: sql`coalesce(${caseFile.assignedTo}, ${assignedTo})`,
      version: sql`${caseFile.version} + 1`,
    })
    .where(eq(caseFile.id, id))
}

/** Holds while nobody changed it since it was read. */
export const caseIs = isStill(caseFile, 'version')

export function caseIsOpen(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM case_file WHERE id = ${id} AND state <> 'closed')`
}

export function hasRoomForSubject(caseId: string): SQL {
  return sql`(SELECT count(*) FROM case_subject WHERE case_id = ${caseId}) < ${MOST_SUBJECTS}`
}

/** Inspectors and officers who answer for a place, by name. */
export function listDesk(db: Database, place: Place) {
  const { provinceCode, communeCode } = place
  return db
    .select({ userId: user.id, name: user.name, organisation: organisation.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(organisation, eq(organisation.id, member.organizationId))
    .where(
      sql`${member.role} IN ('inspector', 'officer')
        AND (${member.provinceCode} IS NULL OR ${member.provinceCode} = ${provinceCode})
        AND (${member.communeCode} IS NULL OR ${member.communeCode} IS ${communeCode})`,
    )
    .orderBy(user.name, user.id)
    .limit(MOST_PEOPLE)
}

/** Organisations whose members only read: whom cases may be handed to. */
export function listAgencies(db: Database) {
  return db
    .selectDistinct({ id: organisation.id, name: organisation.name })
    .from(member)
    .innerJoin(organisation, eq(organisation.id, member.organizationId))
    .where(and(eq(member.role, 'agency'), ne(organisation.name, '')))
    .orderBy(organisation.name)
    .limit(MOST_PEOPLE)
}
