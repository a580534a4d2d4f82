import type { VerbContext } from '../../context.ts'
import { requireAny } from '../../guard/authorise.ts'
import { beginUndoImport } from '../../imports/undo/begin-undo.ts'
import { showRun } from './show-run.ts'

/**
 * Begins to take a whole run of decisions back, as an import is: a job corrects each by an event that
 * says nothing of its own, so that what stood before counts again, and tells the holders once each.
 */
export async function undoDecisions(args: {
  readonly ctx: VerbContext
  readonly importId: string
  readonly reason: string
}): Promise<{ readonly jobId: string }> {
  const { ctx, importId, reason } = args
  requireAny(ctx, 'codes.decide')
  await showRun(ctx, importId)
  return beginUndoImport({ ctx, input: { importId, reason } })
}
