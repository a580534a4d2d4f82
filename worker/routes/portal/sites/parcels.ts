import type { FormView } from '../../../../site/models/portal-common.ts'
import { loadParcels } from '../../../verbs/sites/load-parcels.ts'
import { setParcels } from '../../../verbs/sites/set-parcels.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { siteHead } from './site-head.ts'

/** `GET /portal/sites/{id}/parcels`. */
export function showParcels(portal: Portal): Promise<Response> {
  return show(portal, null)
}

/** `POST /portal/sites/{id}/parcels`. */
export async function saveParcels(portal: Portal): Promise<Response> {
  const { ctx, param, form } = portal
  const id = param('id')
  return answerForm(portal, {
    act: async () => {
      const [parcels, version] = [textOf(form, 'parcels'), Number(textOf(form, 'version'))]
      const { shared } = await setParcels({ ctx, input: { id, parcels, version } })
      const path = `/portal/sites/${encodeURIComponent(id)}`
      if (shared.length === 0) return seeOther(portal, `${path}?done=parcels`)
      const list = encodeURIComponent(shared.join(', '))
      return seeOther(portal, `${path}?done=shared&list=${list}`)
    },
    refused: (view, status) => show(portal, view, status),
  })
}

async function show(portal: Portal, refused: FormView | null, status = 200): Promise<Response> {
  const { site, parcels } = await loadParcels(portal.ctx, portal.param('id'))
  const values = { parcels: parcels.join('\n'), version: String(site.version) }
  const form = refused ?? freshForm(values)
  return showPortalPage(
    portal,
    { kind: 'portal/sites/parcels', site: siteHead(site), form },
    status,
  )
}
