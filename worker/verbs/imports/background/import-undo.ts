import * as z from 'zod'
import { jobKind } from '../../background/job-kind.ts'
import { BULK_KIND } from '../../codes/bulk/bulk-list.ts'
import { rebuildMarkedDocuments } from '../../diary/rebuild-marked-documents.ts'
import { undoReportOf } from '../kept-report.ts'
import { loadImport } from '../load-import.ts'
import { toldPages } from '../tell-holders.ts'
import { undoSlices } from '../undo/undo-slices.ts'

/** The last holder told; null while changes are being taken back. */
type UndoCursor = { readonly toldUpTo: string | null }

const cursor: z.ZodType<UndoCursor> = z.object({ toldUpTo: z.string().nullable() })

/**
 * Takes a whole import back, then writes the documents anew that it concerns and tells the holders.
 * It is not cancelled: half of it would be a register that never was.
 */
export const IMPORT_UNDO = importUndo({})

export function importUndo(given: { readonly changesPerSlice?: number }) {
  return jobKind({
    name: 'import.undo',
    input: z.object({}),
    cursor,
    canBeCancelled: false,
    run: async function* ({ ctx, subjectId: importId, cursor: from }) {
      const before = await loadImport(ctx, importId)
      const total = before.rowsTotal ?? 0
      if (from === null || from.toldUpTo === null) {
        yield* undoSlices(ctx, { importId, cursor: { toldUpTo: null }, ...given })
        yield { statements: [], cursor: { toldUpTo: '' }, done: total, total }
      }
      await rebuildMarkedDocuments(ctx)
      const { fileName, kind } = before
      const { reason } = undoReportOf(await loadImport(ctx, importId))
      const told = { importId, fileName, undone: reason, isDecisions: kind === BULK_KIND }
      for await (const { statements, upTo } of toldPages(ctx, told, from?.toldUpTo ?? '')) {
        yield { statements, cursor: { toldUpTo: upTo }, done: total, total }
      }
      return { result: null }
    },
  })
}
