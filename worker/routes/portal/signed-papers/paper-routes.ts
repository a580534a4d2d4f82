import { exportCase } from '../../../verbs/cases/export-case.ts'
import { openCase } from '../../../verbs/cases/open-case.ts'
import { openSignedPaper } from '../../../verbs/signed-papers/make-paper.ts'
import { casePath } from '../cases/case-path.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { givePaper } from './give-paper.ts'

const PATH = '/portal/cases/:id/papers'
const idOf = ({ c }: Portal) => c.req.param('id') ?? ''

/** Signed papers of a case: made, and read again. */
export const signedPaperRoutes: readonly PortalRoute[] = [
  { method: 'POST', path: PATH, may: 'cases.write', handle: make },
  { method: 'GET', path: `${PATH}/:paper`, may: 'cases.read', handle: (p) => give(p, 'pdf') },
  { method: 'GET', path: `${PATH}/:paper/jws`, may: 'cases.read', handle: (p) => give(p, 'jws') },
]

async function make(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const id = idOf(portal)
  const { files, origin, issuerName: issuer } = deps
  await exportCase({ ctx, files, input: { id, origin, issuer } })
  return seeOther(portal, `${casePath(id)}?done=exportedNow#papers`)
}

async function give(portal: Portal, what: 'pdf' | 'jws'): Promise<Response> {
  const { c, ctx, deps } = portal
  const { row: of } = await openCase(ctx, idOf(portal), 'cases.read')
  const input = { entity: 'case', entityId: of.id, id: c.req.param('paper') ?? '' } as const
  return givePaper(await openSignedPaper({ ctx, files: deps.files, input }), what)
}
