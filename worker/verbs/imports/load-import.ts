import {
  type ImportRunDetail,
  type ImportViewer,
  readImportRun,
} from '../../../db/queries/import-runs.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Asking, VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/**
 * Whose imports somebody sees: all of them where the whole register is theirs, a producer's own lists,
 * else those of their colleagues. Throws `forbidden` for whoever reads in no lists.
 */
export function importViewerOf(ctx: Asking): ImportViewer {
  const { actor } = ctx
  const bounds = boundsOf(ctx, 'imports.write')
  if (bounds?.kind === 'organisation') {
    return { organisationId: bounds.organisationId, lists: 'own' }
  }
  if (bounds === null || actor.kind !== 'user') return null
  return { organisationId: actor.organisationId, lists: 'of_members' }
}

/** An import the caller may see; throws `not_found` for any other. */
export async function loadImport(ctx: VerbContext, id: string): Promise<ImportRunDetail> {
  const run = await readImportRun(ctx.db, { id, viewer: importViewerOf(ctx) })
  if (run === null) throw notFound(THINGS.importRun)
  return run
}
