import { and, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { attachment } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { standsWith } from './row-guards.ts'
import { insertPartOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

const { actor, ...COLUMNS } = getTableColumns(attachment)

export type PaperRow = Omit<typeof attachment.$inferSelect, 'actor'>

/** What papers are kept with. */
export type PaperOwner = Pick<PaperRow, 'entity' | 'entityId'>

const isOf = ({ entity, entityId }: PaperOwner) =>
  and(eq(attachment.entity, entity), eq(attachment.entityId, entityId))

/** A paper kept with a thing. */
export function readPaper(
  db: Database,
  owner: PaperOwner,
  { id }: { readonly id: string },
): Promise<PaperRow | null> {
  const isIt = and(eq(attachment.id, id), isOf(owner))
  return firstOf(db.select(COLUMNS).from(attachment).where(isIt).limit(1))
}

/** Papers of a thing that were not taken out, newest first. */
export function listPapers(
  db: Database,
  owner: PaperOwner,
  { limit }: { readonly limit: number },
): Promise<PaperRow[]> {
  return db
    .select(COLUMNS)
    .from(attachment)
    .where(and(isOf(owner), isNull(attachment.withdrawnAt)))
    .orderBy(desc(attachment.createdAt), attachment.id)
    .limit(limit)
}

export const insertPaper = insertPartOf(attachment)

/** Holds while the thing does not keep that very file. */
export function isNewPaper(owner: PaperOwner, sha256: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${attachment}
    WHERE ${isOf(owner)} AND sha256 = ${sha256} AND withdrawn_at IS NULL)`
}

/** Holds while the thing keeps fewer papers than that. */
export function hasRoomForPaper(owner: PaperOwner, most: number): SQL {
  return sql`(SELECT count(*) FROM ${attachment}
    WHERE ${isOf(owner)} AND withdrawn_at IS NULL) < ${most}`
}

export function withdrawPaperStatement(
  db: Database,
  input: { readonly id: string; readonly at: number },
): Statement {
  return db.update(attachment).set({ withdrawnAt: input.at }).where(eq(attachment.id, input.id))
}

export const paperStands = standsWith(attachment, { withdrawnAt: null })
