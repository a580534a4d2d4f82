import { exportMinutes } from '../../../verbs/inspections/export-minutes.ts'
import { openInspectionPhoto } from '../../../verbs/inspections/open-photo.ts'
import { openInspection } from '../../../verbs/inspections/show-inspection.ts'
import { openSignedPaper } from '../../../verbs/signed-papers/make-paper.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { givePaper } from '../signed-papers/give-paper.ts'
import { INSPECTIONS_PATH, inspectionPath } from './inspection-path.ts'
import { showInspectionList } from './show-list.ts'
import { showOneInspection } from './show-one.ts'

const ONE = `${INSPECTIONS_PATH}/:id` as const
const read = 'inspections.read'
const idOf = ({ c }: Portal) => c.req.param('id') ?? ''

/** Minutes of inspections: listed, read, made a signed paper of. */
export const inspectionRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: INSPECTIONS_PATH, may: read, handle: showInspectionList },
  { method: 'GET', path: ONE, may: read, handle: showOneInspection },
  { method: 'GET', path: `${ONE}/photos/:sha256`, may: read, handle: givePhoto },
  { method: 'POST', path: `${ONE}/papers`, may: 'inspections.write', handle: makePaper },
  { method: 'GET', path: `${ONE}/papers/:paper`, may: read, handle: (p) => give(p, 'pdf') },
  { method: 'GET', path: `${ONE}/papers/:paper/jws`, may: read, handle: (p) => give(p, 'jws') },
]

async function makePaper(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const id = idOf(portal)
  const { files, origin, issuerName: issuer } = deps
  await exportMinutes({ ctx, files, input: { id, origin, issuer } })
  return seeOther(portal, `${inspectionPath(id)}?done=paperMade#papers`)
}

async function give(portal: Portal, what: 'pdf' | 'jws'): Promise<Response> {
  const { c, ctx, deps } = portal
  const { row } = await openInspection(ctx, idOf(portal), read)
  const input = { entity: 'inspection', entityId: row.id, id: c.req.param('paper') ?? '' } as const
  return givePaper(await openSignedPaper({ ctx, files: deps.files, input }), what)
}

async function givePhoto(portal: Portal): Promise<Response> {
  const { c, ctx, deps } = portal
  const input = { id: idOf(portal), sha256: c.req.param('sha256') ?? '' }
  const { bytes, mediaType } = await openInspectionPhoto({ ctx, files: deps.files, input })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
