import { type ImportRun, listImportRuns } from '../../../../db/queries/import-runs.ts'
import type { VerbContext } from '../../context.ts'
import { listPage, type Page, type PageAsked } from '../../documents/list-page.ts'
import { importViewerOf } from '../load-import.ts'

/** Imports the caller may see, newest first, and where the list goes on. */
export async function listImports(ctx: VerbContext, asked: PageAsked): Promise<Page<ImportRun>> {
  const viewer = importViewerOf(ctx)
  return listPage(asked, { createdAt: 'whole', id: 'text' }, ({ after: before, limit }) =>
    listImportRuns(ctx.db, { viewer, before, limit }),
  )
}
