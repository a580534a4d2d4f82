import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { importRun } from '../schema/index.ts'
import { number, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { insertPartOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type ImportRunRow = typeof importRun.$inferInsert
export type ImportState = NonNullable<ImportRunRow['state']>
export type ImportCounts = ImportRunRow['counts']

/** Notes a file that is being read in; to stand in the batch with its first rows. */
export const insertImportRun = insertPartOf(importRun)

/** Holds while an import stands where its writer left it: nobody else goes on with it. */
export function importStandsAt(input: {
  readonly id: string
  readonly state: ImportState
  readonly rowsDone: number
}): SQL {
  const { id, state, rowsDone } = input
  return sql`EXISTS (SELECT 1 FROM import_run
    WHERE id = ${id} AND state = ${state} AND coalesce(rows_done, 0) = ${rowsDone})`
}

/** Notes how far an import, or the taking back of one, has come. */
export function noteImportProgress(
  db: Database,
  input: {
    readonly id: string
    readonly rowsDone: number
    readonly rowsTotal: number
    /** The counts so far; left as they are where not given. */
    readonly counts?: ImportCounts
  },
): Statement {
  const { id, ...progress } = input
  return db.update(importRun).set(progress).where(eq(importRun.id, id))
}

/** Notes that all rows are in, with what is told of them; what follows upon them is still to be done. */
export function noteImportReport(
  db: Database,
  input: { readonly id: string; readonly counts: ImportCounts; readonly report: unknown },
): Statement {
  const { id, counts, report } = input
  return db.update(importRun).set({ counts, report }).where(eq(importRun.id, id))
}

/** Notes that an import is done whose rows were noted before. */
export function endImportRun(
  db: Database,
  input: { readonly id: string; readonly finishedAt: number },
): Statement {
  const { id, finishedAt } = input
  return db
    .update(importRun)
    .set({ state: 'done', finishedAt })
    .where(and(eq(importRun.id, id), eq(importRun.state, 'running')))
}

/** Notes that all rows are in, with what was told of them. */
export function finishImportRun(
  db: Database,
  input: Pick<ImportRunRow, 'id' | 'counts' | 'report' | 'finishedAt'>,
): Statement {
  const { id, ...rest } = input
  return db
    .update(importRun)
    .set({ ...rest, state: 'done' })
    .where(eq(importRun.id, id))
}

/** Puts an import into another state; nothing where it is not in `from`. */
export function setImportState(
  db: Database,
  input: { readonly id: string; readonly from: ImportState; readonly to: ImportState },
): Statement {
  const { id, from, to } = input
  return db
    .update(importRun)
    .set({ state: to })
    .where(and(eq(importRun.id, id), eq(importRun.state, from)))
}

/** Lets an import go on of which nobody knows where it stood: from its first row again. */
export function restartImportRun(db: Database, id: string): Statement {
  return db.update(importRun).set({ state: 'running', rowsDone: 0 }).where(eq(importRun.id, id))
}

const RUN = {
  ...pick(importRun, 'id', 'kind', 'fileName', 'sha256', 'createdAt', 'actor'),
  actorName: personName(importRun.actor),
  ...pick(importRun, 'state', 'rowsDone', 'rowsTotal', 'finishedAt', 'undoneAt', 'undoneBy'),
  undoneByName: personName(importRun.undoneBy),
  counts: importRun.counts,
}

export type ImportRun = RowOf<typeof RUN>

/** Whose imports are seen: those of the members of an organisation, its own lists, or (null) all. */
export type ImportViewer = {
  readonly organisationId: string
  readonly lists: 'of_members' | 'own'
} | null

function seenBy(viewer: ImportViewer): SQL | undefined {
  if (viewer === null) return undefined
  if (viewer.lists === 'own') return eq(importRun.organisationId, viewer.organisationId)
  return sql`${importRun.actor} IN (SELECT 'user:' || m.user_id FROM member m
    WHERE m.organization_id = ${viewer.organisationId})`
}

/** Where a list newest first goes on: strictly older than this import. */
export type ImportPosition = { readonly createdAt: number; readonly id: string }

/** Imports newest first. */
export function listImportRuns(
  db: Database,
  input: {
    readonly viewer: ImportViewer
    readonly before: ImportPosition | null
    readonly limit: number
  },
): Promise<ImportRun[]> {
  const { viewer, before, limit } = input
  const older = isBefore(importRun, ['createdAt', 'id'], before)
  return db
    .select(RUN)
    .from(importRun)
    .where(and(older, seenBy(viewer)))
    .orderBy(desc(importRun.createdAt), desc(importRun.id))
    .limit(limit)
}

const DETAIL = {
  ...RUN,
  /** What was told of the rows; null while running and for old runs. */
  report: importRun.report,
  /** When its writer was last heard of. */
  seenAt: number(sql`max(${importRun.createdAt}, coalesce((SELECT a.at FROM audit_log a
    WHERE a.entity = 'import_run' AND a.entity_id = ${importRun.id}
    ORDER BY a.seq DESC LIMIT 1), 0))`),
}

export type ImportRunDetail = RowOf<typeof DETAIL>

/** One import; null where there is none the viewer may see. */
export function readImportRun(
  db: Database,
  input: { readonly id: string; readonly viewer: ImportViewer },
): Promise<ImportRunDetail | null> {
  const isIt = and(eq(importRun.id, input.id), seenBy(input.viewer))
  return firstOf(db.select(DETAIL).from(importRun).where(isIt))
}

/** Imports looked at for the same file: what is older is forgotten. */
const LOOKED_BACK = 2_000

/** The last time the very same file was read in and not taken back, among the newest imports. */
export function findSameFile(
  db: Database,
  input: { readonly sha256: string; readonly kind: string },
): Promise<{ id: string; createdAt: number } | null> {
  const newest = db
    .select()
    .from(importRun)
    .orderBy(desc(importRun.createdAt))
    .limit(LOOKED_BACK)
    .as('newest')
  const isSame = and(eq(newest.sha256, input.sha256), eq(newest.kind, input.kind))
  return firstOf(
    db
      .select({ id: newest.id, createdAt: newest.createdAt })
      .from(newest)
      .where(and(isSame, sql`coalesce(${newest.state}, 'done') <> 'undone'`))
      .limit(1),
  )
}
