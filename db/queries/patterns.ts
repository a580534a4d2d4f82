import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { PatternKind, PatternState } from '../../worker/domain/patterns/kinds.ts'
import type { Database } from '../client.ts'
import { patternFinding, site } from '../schema/index.ts'
import { among } from './among.ts'
import { firstOf } from './first-of.ts'
import { liesWithin } from './lies-within.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { isStill } from './row-guards.ts'
import { changeOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type PatternRow = typeof patternFinding.$inferSelect

const ITEM = {
  ...getTableColumns(patternFinding),
  siteName: site.name,
  decidedByName: personName(patternFinding.decidedBy),
}

/** A pattern with the name of its growing area and of who decided on it. */
export type PatternItem = Awaited<ReturnType<typeof itemsOf>>[number]

function itemsOf(db: Database) {
  return db.select(ITEM).from(patternFinding).leftJoin(site, eq(site.id, patternFinding.siteId))
}

export function readPattern(db: Database, id: string): Promise<PatternItem | null> {
  return firstOf(itemsOf(db).where(eq(patternFinding.id, id)).limit(1))
}

/** Patterns of one state within bounds of a place, those that changed last first. */
export function listPatterns(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly state: PatternState
    readonly kind: PatternKind | null
    readonly after: { readonly changedAt: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<PatternItem[]> {
  const { bounds, state, kind, after, limit } = asked
  const { changedAt, id } = patternFinding
  return itemsOf(db)
    .where(
      and(
        // What is kept of patterns is of a place alone: an organisation has none of it.
        liesWithin(patternFinding, bounds),
        eq(patternFinding.state, state),
        kind === null ? undefined : eq(patternFinding.kind, kind),
        isBefore(patternFinding, ['changedAt', 'id'], after),
      ),
    )
    .orderBy(desc(changedAt), desc(id))
    .limit(limit)
}

/** What stands of some things already, by kind. */
export function readKnown(
  db: Database,
  asked: { readonly kind: PatternKind; readonly subjectIds: readonly string[] },
) {
  return db
    .select(pick(patternFinding, 'id', 'subjectId', 'state', 'level', 'dismissedLevel', 'version'))
    .from(patternFinding)
    .where(
      and(
        eq(patternFinding.kind, asked.kind),
        sql`${patternFinding.subjectId} IN ${among(asked.subjectIds)}`,
      ),
    )
}

export type KnownPattern = Awaited<ReturnType<typeof readKnown>>[number]

/** Those of a kind that are open, the longest unchanged first: they are looked at again. */
export async function listOpenSubjects(
  db: Database,
  asked: { readonly kind: PatternKind; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ subjectId: patternFinding.subjectId })
    .from(patternFinding)
    .where(and(eq(patternFinding.state, 'open'), eq(patternFinding.kind, asked.kind)))
    .orderBy(patternFinding.changedAt)
    .limit(asked.limit)
  return rows.map(({ subjectId }) => subjectId)
}

/** A new one; another look may have been faster. */
export function insertPattern(db: Database, row: PatternRow): Statement {
  return db.insert(patternFinding).values(row).onConflictDoNothing()
}

/** Changes one; `version` counts on. */
export const updatePattern = changeOf(patternFinding)

/** Holds while nobody changed it since it was read. */
export const patternIs = isStill(patternFinding, 'version')
