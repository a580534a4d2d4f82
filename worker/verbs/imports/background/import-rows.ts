import * as z from 'zod'
import {
  endImportRun,
  noteImportReport,
  setImportState,
} from '../../../../db/queries/import-runs.ts'
import { jobKind } from '../../background/job-kind.ts'
import { rebuildMarkedDocuments } from '../../diary/rebuild-marked-documents.ts'
import type { ImportCursor } from '../import-slice.ts'
import { IMPORT_START } from '../import-slices.ts'
import { loadImport } from '../load-import.ts'
import { openUpload } from '../portal/open-upload.ts'
import { keepRefusedRows } from '../refused-rows.ts'
import { toldPages } from '../tell-holders.ts'

/** Among the rows, or, once they are in, after the last holder told. */
type RowsCursor = ImportCursor | { readonly toldUpTo: string; readonly rows: number }

const cursor: z.ZodType<RowsCursor> = z.union([
  z.object({ toldUpTo: z.string(), rows: z.number() }),
  z.object({
    upTo: z.object({ sheet: z.string(), row: z.number() }).nullable(),
    done: z.number(),
    settled: z.object({
      ...{ added: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() },
      ...{ changes: z.array(z.any()), issues: z.array(z.any()), issuesTotal: z.number() },
      ...{ warnings: z.array(z.any()), warningsTotal: z.number() },
      // Left out by an import that an earlier version began.
      ...{ issueKinds: z.array(z.any()).default([]), warningKinds: z.array(z.any()).default([]) },
    }),
  }),
])

/**
 * Reads the rows of a list that was handed in and confirmed into the database, then keeps those that
 * were refused to be mended, writes the documents anew that it concerns and tells the holders.
 */
export const IMPORT_ROWS = importRows({})

export function importRows(given: { readonly rowsPerSlice?: number }) {
  return jobKind({
    name: 'import.rows',
    input: z.object({}),
    cursor,
    canBeCancelled: true,
    run: async function* ({ ctx, files, subjectId: importId, cursor: from }) {
      const { db } = ctx
      let at: RowsCursor = from ?? IMPORT_START
      if (!('toldUpTo' in at)) {
        const { list } = await openUpload({ ctx, files, id: importId })
        const { settled } = yield* list.slices({ importId, from: at, ...given })
        const { counts, report } = list.outcomeOf(settled)
        if (counts.refused > 0) await keepRefusedRows({ ctx, files, id: importId, list })
        at = { toldUpTo: '', rows: counts.rows }
        const noted = noteImportReport(db, { id: importId, counts, report })
        yield { statements: [noted], cursor: at, done: at.rows, total: at.rows }
      }
      const { rows } = at
      await rebuildMarkedDocuments(ctx)
      const { fileName } = await loadImport(ctx, importId)
      for await (const page of toldPages(ctx, { importId, fileName, undone: null }, at.toldUpTo)) {
        const { statements, upTo } = page
        yield { statements, cursor: { toldUpTo: upTo, rows }, done: rows, total: rows }
      }
      return {
        result: null,
        statements: [endImportRun(db, { id: importId, finishedAt: ctx.now() })],
      }
    },
    whenStopped: ({ db, subjectId: id, state: to }) => [
      setImportState(db, { id, from: 'running', to }),
    ],
  })
}
