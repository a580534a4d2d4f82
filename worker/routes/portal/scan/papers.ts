import { exportInspection, openBatchPaper } from '../../../verbs/inspection/export-inspection.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { givePaper } from '../signed-papers/give-paper.ts'
import { scanPath } from './scan-path.ts'

const PATH = '/portal/scan/papers'
const may = 'labels.inspect'

/** Signed papers of inspected batches: made, and read again. */
export const inspectionPaperRoutes: readonly PortalRoute[] = [
  { method: 'POST', path: PATH, may, handle: make },
  {
    method: 'GET',
    path: `${PATH}/:ref/papers/:paper`,
    may,
    handle: (portal) => give(portal, 'pdf'),
  },
  {
    method: 'GET',
    path: `${PATH}/:ref/papers/:paper/jws`,
    may,
    handle: (portal) => give(portal, 'jws'),
  },
]

/** `POST /portal/scan/papers?code=`. */
async function make(portal: Portal): Promise<Response> {
  const { c, ctx, deps } = portal
  const { keys, ownHosts, files, origin, issuerName: issuer } = deps
  const text = c.req.query('code') ?? ''
  await exportInspection({ ctx, files, input: { deps: { keys, ownHosts }, text, origin, issuer } })
  return seeOther(portal, `${scanPath(text)}#papers`)
}

async function give({ c, ctx, deps }: Portal, what: 'pdf' | 'jws'): Promise<Response> {
  const input = { ref: c.req.param('ref') ?? '', id: c.req.param('paper') ?? '' }
  return givePaper(await openBatchPaper({ ctx, files: deps.files, input }), what)
}
