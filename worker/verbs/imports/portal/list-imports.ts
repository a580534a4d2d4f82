import { type ImportRun, listImportRuns } from '../../../../db/queries/import-runs.ts'
import type { VerbContext } from '../../context.ts'
import { decodeCursor, encodeCursor, wholeKey } from '../../documents/list-cursor.ts'
import { importViewerOf } from '../load-import.ts'

/** Imports the caller may see, newest first, and where the list goes on. */
export async function listImports(
  ctx: VerbContext,
  asked: { readonly cursor: string | null; readonly limit: number },
): Promise<{ readonly items: readonly ImportRun[]; readonly nextCursor: string | null }> {
  const viewer = importViewerOf(ctx)
  const before = readCursor(asked.cursor)
  const rows = await listImportRuns(ctx.db, { viewer, before, limit: asked.limit + 1 })
  const items = rows.slice(0, asked.limit)
  const last = items.at(-1)
  const more = rows.length > asked.limit && last !== undefined
  return { items, nextCursor: more ? encodeCursor([String(last.createdAt), last.id]) : null }
}

function readCursor(cursor: string | null): { createdAt: number; id: string } | null {
  if (cursor === null) return null
  const [at = '', id = ''] = decodeCursor(cursor, 2)
  return { createdAt: wholeKey(at), id }
}
