import { EXPORT_FORMATS } from '../../../verbs/exports/list-file.ts'
import { exportSentList, exportWaiting } from '../../../verbs/ministry-lists/export-list.ts'
import { marketAsked } from '../../../verbs/ministry-lists/waiting-codes.ts'
import { sendFile } from '../imports/send-file.ts'
import type { PortalRoute } from '../portal-route.ts'
import { listForms } from './list-forms.ts'
import { MINISTRY_PATH as PATH } from './list-path.ts'
import { showSentLists, showWaitingCodes } from './show-lists.ts'
import { showOneList } from './show-one.ts'

const may = 'exports.read'

/** What goes to the ministry for foreign authorities, and what comes back. */
export const ministryListRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showWaitingCodes },
  ...EXPORT_FORMATS.map(
    (format): PortalRoute => ({
      method: 'GET',
      path: `${PATH}/waiting.${format}`,
      may,
      handle: async ({ ctx, c }) => {
        const market = marketAsked(c.req.query('market'))
        return sendFile(await exportWaiting(ctx, { market, format }))
      },
    }),
  ),
  { method: 'GET', path: `${PATH}/sent`, may, handle: showSentLists },
  ...listForms,
  { method: 'GET', path: `${PATH}/sent/:id`, may, handle: showOneList },
  ...EXPORT_FORMATS.map(
    (format): PortalRoute => ({
      method: 'GET',
      path: `${PATH}/sent/:id/list.${format}`,
      may,
      handle: async ({ ctx, param }) => {
        const id = param('id')
        return sendFile(await exportSentList(ctx, { id, format }))
      },
    }),
  ),
]
