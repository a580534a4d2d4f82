import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { signedPaper } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { insertOf } from './row-statements.ts'

export type SignedPaperRow = typeof signedPaper.$inferSelect
export type PaperSubject = Pick<SignedPaperRow, 'entity' | 'entityId'>

const MOST = 50

const isOf = ({ entity, entityId }: PaperSubject) =>
  and(eq(signedPaper.entity, entity), eq(signedPaper.entityId, entityId))

/** The papers made of a thing, newest first. */
export function listSignedPapers(db: Database, of: PaperSubject) {
  return db
    .select({ ...getTableColumns(signedPaper), actorName: personName(signedPaper.actor) })
    .from(signedPaper)
    .where(isOf(of))
    .orderBy(desc(signedPaper.madeAt), signedPaper.id)
    .limit(MOST)
}

export function readSignedPaper(
  db: Database,
  of: PaperSubject,
  { id }: { readonly id: string },
): Promise<SignedPaperRow | null> {
  return firstOf(
    db
      .select()
      .from(signedPaper)
      .where(and(eq(signedPaper.id, id), isOf(of)))
      .limit(1),
  )
}

export const insertSignedPaper = insertOf(signedPaper)
