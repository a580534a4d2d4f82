import { type ImportRun, listImportRuns } from '../../../../db/queries/import-runs.ts'
import type { VerbContext } from '../../context.ts'
import { requireAny } from '../../guard/authorise.ts'
import { importViewerOf } from '../../imports/load-import.ts'
import { BULK_KIND } from './bulk-list.ts'

const LOOKED_AT = 100
const SHOWN = 10

/** The latest runs of decisions among the newest imports of the actor's colleagues. */
export async function listRuns(ctx: VerbContext): Promise<ImportRun[]> {
  requireAny(ctx, 'codes.decide')
  const runs = await listImportRuns(ctx.db, {
    ...{ viewer: importViewerOf(ctx), before: null, limit: LOOKED_AT },
  })
  return runs.filter(({ kind }) => kind === BULK_KIND).slice(0, SHOWN)
}
