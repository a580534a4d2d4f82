import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { evidence } from '../schema/index.ts'
import type { Filed } from './case-events.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { insertOf } from './row-statements.ts'

export type EvidenceRow = typeof evidence.$inferSelect

/** As many as one case or finding keeps. */
export const MOST_EVIDENCE = 60

const isOf = ({ entity, entityId }: Filed) =>
  and(eq(evidence.entity, entity), eq(evidence.entityId, entityId))

/** The files of a case or finding, in the order they were added. */
export function listEvidence(db: Database, owner: Filed) {
  return db
    .select({ ...getTableColumns(evidence), actorName: personName(evidence.actor) })
    .from(evidence)
    .where(isOf(owner))
    .orderBy(asc(evidence.addedAt), asc(evidence.id))
    .limit(MOST_EVIDENCE)
}

export function readEvidence(
  db: Database,
  owner: Filed,
  { id }: { readonly id: string },
): Promise<EvidenceRow | null> {
  return firstOf(
    db
      .select()
      .from(evidence)
      .where(and(eq(evidence.id, id), isOf(owner)))
      .limit(1),
  )
}

export const insertEvidence = insertOf(evidence)

export function hasRoomForEvidence({ entity, entityId }: Filed): SQL {
  return sql`(SELECT count(*) FROM evidence WHERE entity = ${entity} AND entity_id = ${entityId})
    < ${MOST_EVIDENCE}`
}
