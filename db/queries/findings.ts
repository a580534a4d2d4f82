import { and, desc, eq, getTableColumns, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { FindingState, FindingSubject } from '../../worker/domain/findings/kinds.ts'
import type { Database } from '../client.ts'
import { finding, organisation } from '../schema/index.ts'
import { among } from './among.ts'
import { number } from './fields.ts'
import { firstOf } from './first-of.ts'
import { liesWithin } from './lies-within.ts'
import { personName } from './person-name.ts'
import { isBefore } from './place-in-list.ts'
import { isStill } from './row-guards.ts'
import { changeOf, insertOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type FindingRow = typeof finding.$inferSelect

const MOST_OF_THING = 50

const holder = alias(organisation, 'holder')
const authority = alias(organisation, 'authority')

const ITEM = {
  ...getTableColumns(finding),
  holder: holder.name,
  authority: authority.name,
  foundByName: personName(finding.foundBy),
}

/** A finding with the names of who has to do with it. */
export type FindingItem = FindingRow & {
  readonly holder: string | null
  readonly authority: string | null
  readonly foundByName: string | null
}

function itemsOf(db: Database) {
  return db
    .select(ITEM)
    .from(finding)
    .leftJoin(holder, eq(holder.id, finding.organisationId))
    .leftJoin(authority, eq(authority.id, finding.authorityId))
}

export function readFinding(db: Database, id: string): Promise<FindingItem | null> {
  return firstOf(itemsOf(db).where(eq(finding.id, id)).limit(1))
}

/** Findings newest first, within bounds: of a place, or what an organisation was told. */
export function listFindings(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly state: FindingState | null
    /** The place they are about; null for any. */
    readonly siteId: string | null
    /** Those that were to be put right before this day and are not; null for all. */
    readonly lateOn: string | null
    readonly after: { readonly createdAt: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<FindingItem[]> {
  const { bounds, state, siteId, lateOn, after, limit } = asked
  return itemsOf(db)
    .where(
      and(
        findingWithin(bounds),
        state === null ? undefined : eq(finding.state, state),
        siteId === null
          ? undefined
          : and(eq(finding.aboutKind, 'site'), eq(finding.aboutId, siteId)),
        lateOn === null
          ? undefined
          : sql`${finding.state} = 'told' AND ${finding.dueOn} < ${lateOn}`,
        isBefore(finding, ['createdAt', 'id'], after),
      ),
    )
    .orderBy(desc(finding.createdAt), desc(finding.id))
    .limit(limit)
}

/** Holds for a finding within bounds; an organisation knows of what it was told. */
function findingWithin(bounds: Bounds): SQL | undefined {
  const { organisationId, toldAt } = finding
  return liesWithin(finding, bounds, (id) => and(eq(organisationId, id), isNotNull(toldAt)))
}

export function listFindingsOfCase(db: Database, caseId: string): Promise<FindingItem[]> {
  return itemsOf(db)
    .where(eq(finding.caseId, caseId))
    .orderBy(desc(finding.createdAt), desc(finding.id))
    .limit(MOST_OF_THING)
}

/** Findings within bounds about any of some things, newest first. */
export function listFindingsAbout(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly about: readonly (readonly [FindingSubject, string])[]
  },
): Promise<FindingItem[]> {
  const pairs = sql`SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(asked.about)})`
  return itemsOf(db)
    .where(
      and(
        sql`(${finding.aboutKind}, ${finding.aboutId}) IN (${pairs})`,
        findingWithin(asked.bounds),
      ),
    )
    .orderBy(desc(finding.createdAt), desc(finding.id))
    .limit(MOST_OF_THING)
}

export const insertFinding = insertOf(finding)

/** Changes one; `version` counts on. */
export const updateFinding = changeOf(finding)

/** What a second look showed; one that is closed stays as it is. */
export function followUpFinding(
  db: Database,
  { id, set }: { readonly id: string; readonly set: Partial<FindingRow> },
): Statement {
  return db
    .update(finding)
    .set({ ...set, version: sql`${finding.version} + 1` })
    .where(and(eq(finding.id, id), ne(finding.state, 'closed')))
}

/** Findings by their ids, in no order. Bounded by what is asked. */
export function listFindingsByIds(db: Database, ids: readonly string[]): Promise<FindingRow[]> {
  return db
    .select()
    .from(finding)
    .where(inArray(finding.id, among(ids)))
}

/** Holds while nobody changed it since it was read. */
export const findingIs = isStill(finding, 'version')

export function findingIsOpen(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM finding WHERE id = ${id} AND state <> 'closed')`
}

/**
 * How many things the minutes of an inspection want put right of which nobody has accepted that they are;
 * one handed on to a case is not put right yet.
 */
export async function countOpenActions(db: Database, inspectionId: string): Promise<number> {
  const [row] = await db
    .select({ open: number(sql`count(*)`) })
    .from(finding)
    .where(and(eq(finding.inspectionId, inspectionId), IS_NOT_ACCEPTED))
  return row?.open ?? 0
}

/** Holds while all that minutes want put right is accepted. */
export function actionsAreAccepted(inspectionId: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${finding}
    WHERE ${finding.inspectionId} = ${inspectionId} AND ${IS_NOT_ACCEPTED})`
}

const IS_NOT_ACCEPTED = sql`(${finding.state} <> 'closed' OR ${finding.outcome} = 'to_case')`
