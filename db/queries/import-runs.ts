import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { importRun } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type ImportRunRow = typeof importRun.$inferInsert

/** `undoing` while an import is being taken back; null for runs from before there were states. */
export type ImportState = 'running' | 'done' | 'failed' | 'cancelled' | 'undoing' | 'undone'

/** Notes a file that is being read in; to stand in the batch with its first rows. */
export function insertImportRun(db: Database, row: ImportRunRow): Statement {
  return db.insert(importRun).values(row)
}

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
    readonly counts?: unknown
  },
): Statement {
  const { id, rowsDone, rowsTotal, counts } = input
  const json = counts === undefined ? null : JSON.stringify(counts)
  return db.run(sql`UPDATE import_run SET rows_done = ${rowsDone}, rows_total = ${rowsTotal},
    counts = coalesce(${json}, counts) WHERE id = ${id}`)
}

/** Notes that all rows are in, with what is told of them; what follows upon them is still to be done. */
export function noteImportReport(
  db: Database,
  input: { readonly id: string; readonly counts: unknown; readonly report: unknown },
): Statement {
  const { id, counts, report } = input
  return db.run(sql`UPDATE import_run SET counts = ${JSON.stringify(counts)},
    report = ${JSON.stringify(report)} WHERE id = ${id}`)
}

/** Notes that an import is done whose rows were noted before. */
export function endImportRun(
  db: Database,
  input: { readonly id: string; readonly finishedAt: number },
): Statement {
  const { id, finishedAt } = input
  return db.run(sql`UPDATE import_run SET state = 'done', finished_at = ${finishedAt}
    WHERE id = ${id} AND state = 'running'`)
}

/** Notes that all rows are in, with what was told of them. */
export function finishImportRun(
  db: Database,
  input: {
    readonly id: string
    readonly counts: unknown
    readonly report: unknown
    readonly finishedAt: number
  },
): Statement {
  const { id, counts, report, finishedAt } = input
  return db.run(sql`UPDATE import_run SET state = 'done', counts = ${JSON.stringify(counts)},
    report = ${JSON.stringify(report)}, finished_at = ${finishedAt} WHERE id = ${id}`)
}

/** Puts an import into another state; nothing where it is not in `from`. */
export function setImportState(
  db: Database,
  input: { readonly id: string; readonly from: ImportState; readonly to: ImportState },
): Statement {
  const { id, from, to } = input
  return db.run(sql`UPDATE import_run SET state = ${to} WHERE id = ${id} AND state = ${from}`)
}

/** Lets an import go on of which nobody knows where it stood: from its first row again. */
export function restartImportRun(db: Database, id: string): Statement {
  return db.run(sql`UPDATE import_run SET state = 'running', rows_done = 0 WHERE id = ${id}`)
}

export type ImportRun = {
  readonly id: string
  readonly kind: string
  readonly fileName: string
  readonly sha256: string
  readonly createdAt: number
  readonly actor: string
  /** The name of the person who did it; null for an operator. */
  readonly actorName: string | null
  readonly state: ImportState | null
  readonly rowsDone: number | null
  readonly rowsTotal: number | null
  readonly finishedAt: number | null
  readonly undoneAt: number | null
  readonly undoneBy: string | null
  readonly undoneByName: string | null
  /** As JSON. */
  readonly counts: string
}

const COLUMNS = sql`r.id, r.kind, r.file_name AS fileName, r.sha256, r.created_at AS createdAt,
  r.actor, (SELECT u.name FROM user u WHERE 'user:' || u.id = r.actor
    AND u.id = substr(r.actor, 6)) AS actorName,
  r.state, r.rows_done AS rowsDone, r.rows_total AS rowsTotal, r.finished_at AS finishedAt,
  r.undone_at AS undoneAt, r.undone_by AS undoneBy,
  (SELECT u.name FROM user u WHERE u.id = substr(r.undone_by, 6)) AS undoneByName, r.counts`

/** Whose imports are seen: those of the members of an organisation, or (null) all. */
export type ImportViewer = { readonly organisationId: string } | null

function seenBy(viewer: ImportViewer): SQL {
  return viewer === null
    ? sql`true`
    : sql`r.actor IN (SELECT 'user:' || m.user_id FROM member m
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
  const older =
    before === null ? sql`true` : sql`(r.created_at, r.id) < (${before.createdAt}, ${before.id})`
  return db.all<ImportRun>(sql`SELECT ${COLUMNS} FROM import_run r
    WHERE ${older} AND ${seenBy(viewer)} ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit}`)
}

export type ImportRunDetail = ImportRun & {
  /** What was told of the rows, as JSON; null while running and for old runs. */
  readonly report: string | null
  /** When its writer was last heard of. */
  readonly seenAt: number
}

/** One import; null where there is none the viewer may see. */
export async function readImportRun(
  db: Database,
  input: { readonly id: string; readonly viewer: ImportViewer },
): Promise<ImportRunDetail | null> {
  const [row] = await db.all<ImportRunDetail>(sql`
    SELECT ${COLUMNS}, r.report, max(r.created_at, coalesce((SELECT a.at FROM audit_log a
      WHERE a.entity = 'import_run' AND a.entity_id = r.id ORDER BY a.seq DESC LIMIT 1), 0)) AS seenAt
    FROM import_run r WHERE r.id = ${input.id} AND ${seenBy(input.viewer)}`)
  return row ?? null
}

/** Imports looked at for the same file: what is older is forgotten. */
const LOOKED_BACK = 2_000

/** The last time the very same file was read in and not taken back, among the newest imports. */
export async function findSameFile(
  db: Database,
  input: { readonly sha256: string; readonly kind: string },
): Promise<{ id: string; createdAt: number } | null> {
  const [row] = await db.all<{ id: string; createdAt: number }>(sql`
    SELECT id, created_at AS createdAt FROM (
      SELECT id, created_at, sha256, kind, state FROM import_run
      ORDER BY created_at DESC LIMIT ${LOOKED_BACK})
    WHERE sha256 = ${input.sha256} AND kind = ${input.kind}
      AND coalesce(state, 'done') <> 'undone' LIMIT 1`)
  return row ?? null
}
