import type { VerbContext } from '../../context.ts'
import { loadImport } from '../load-import.ts'
import { tellHolders } from '../tell-holders.ts'
import { continueUndoImport, type UndoReport } from '../undo/undo-import.ts'

/** Finishes taking an import back and tells the holders of its codes. */
export async function undoAndTell(args: {
  readonly ctx: VerbContext
  readonly importId: string
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}): Promise<UndoReport> {
  const { ctx, importId } = args
  const run = await loadImport(ctx, importId)
  const report = await continueUndoImport({ ctx, input: args })
  if (run.state === 'undoing') {
    await tellHolders(ctx, { importId, fileName: run.fileName, undone: report.reason })
  }
  return report
}
