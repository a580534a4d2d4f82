import { exportMinutes } from '../../../verbs/inspections/export-minutes.ts'
import { openInspectionPhoto } from '../../../verbs/inspections/open-photo.ts'
import { openInspection } from '../../../verbs/inspections/show-inspection.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { privateFile } from '../private-file.ts'
import { signedPaperRoutes } from '../signed-papers/paper-routes.ts'
import { INSPECTIONS_PATH, inspectionPath } from './inspection-path.ts'
import { showInspectionList } from './show-list.ts'
import { showOneInspection } from './show-one.ts'

const ONE = `${INSPECTIONS_PATH}/:id` as const
const read = 'inspections.read'

/** Minutes of inspections: listed, read, made a signed paper of. */
export const inspectionRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: INSPECTIONS_PATH, may: read, handle: showInspectionList },
  { method: 'GET', path: ONE, may: read, handle: showOneInspection },
  { method: 'GET', path: `${ONE}/photos/:sha256`, may: read, handle: givePhoto },
  ...signedPaperRoutes({
    path: ONE,
    may: { make: 'inspections.write', read },
    make: async (portal, { files, ...made }) => {
      const id = portal.param('id')
      await exportMinutes({ ctx: portal.ctx, files, input: { id, ...made } })
      return `${inspectionPath(id)}?done=paperMade#papers`
    },
    open: async (portal) => {
      const { row } = await openInspection(portal.ctx, portal.param('id'), read)
      return { entity: 'inspection', entityId: row.id }
    },
  }),
]

async function givePhoto(portal: Portal): Promise<Response> {
  const { param, ctx, deps } = portal
  const input = { id: param('id'), sha256: param('sha256') }
  return privateFile(await openInspectionPhoto({ ctx, files: deps.files, input }))
}
