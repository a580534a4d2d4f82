import type { FormView } from '../../../../site/models/portal-common.ts'
import { openSiteForWriting } from '../../../verbs/sites/open-site.ts'
import { restoreSite, withdrawSite } from '../../../verbs/sites/withdraw-site.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { siteHead } from './site-head.ts'

/** `GET /portal/sites/{id}/withdraw`. */
export function showWithdraw(portal: Portal): Promise<Response> {
  return show(portal, freshForm())
}

/** `POST /portal/sites/{id}/withdraw`. */
export async function postWithdraw(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const id = portal.param('id')
  return answerForm(portal, {
    act: async () => {
      await withdrawSite({ ctx, input: { id, reason: textOf(form, 'reason') } })
      return seeOther(portal, `/portal/sites/${encodeURIComponent(id)}?done=withdrawn`)
    },
    refused: (view, status) => show(portal, view, status),
  })
}

/** `POST /portal/sites/{id}/restore`. */
export async function postRestore(portal: Portal): Promise<Response> {
  const id = portal.param('id')
  await restoreSite({ ctx: portal.ctx, input: { id } })
  return seeOther(portal, `/portal/sites/${encodeURIComponent(id)}?done=restored`)
}

async function show(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const site = await openSiteForWriting(portal.ctx, portal.param('id'))
  return showPortalPage(
    portal,
    { kind: 'portal/sites/withdraw', site: siteHead(site), form },
    status,
  )
}
