import { loadBatch } from '../../../verbs/batches/load-batch.ts'
import { exportInspection } from '../../../verbs/inspection/export-inspection.ts'
import { signedPaperRoutes } from '../signed-papers/paper-routes.ts'
import { scanPath } from './scan-path.ts'

const PATH = '/portal/scan'
const may = 'labels.inspect'

/** Signed papers of inspected batches: made at `POST /portal/scan/papers?code=`, and read again. */
export const inspectionPaperRoutes = signedPaperRoutes({
  path: `${PATH}/papers/:ref`,
  makePath: `${PATH}/papers`,
  may: { make: may, read: may },
  make: async ({ c, ctx, deps }, { files, ...made }) => {
    const { keys, ownHosts } = deps
    const text = c.req.query('code') ?? ''
    await exportInspection({ ctx, files, input: { deps: { keys, ownHosts }, text, ...made } })
    return `${scanPath(text)}#papers`
  },
  open: async ({ param, ctx }) => {
    const batch = await loadBatch(ctx, param('ref'), may)
    return { entity: 'batch', entityId: batch.id }
  },
})
