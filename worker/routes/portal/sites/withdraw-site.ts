import { openSiteForWriting } from '../../../verbs/sites/open-site.ts'
import { restoreSite, withdrawSite } from '../../../verbs/sites/withdraw-site.ts'
import { formRoute } from '../form-route.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { siteHead } from './site-head.ts'

/** `/portal/sites/{id}/withdraw`. */
export const withdrawForm = formRoute({
  path: '/portal/sites/:id/withdraw',
  may: 'sites.write',
  keyless: true,
  load: ({ ctx, param }) => openSiteForWriting(ctx, param('id')),
  values: () => ({}),
  act: async ({ ctx, form }, { id }) => {
    await withdrawSite({ ctx, input: { id, reason: textOf(form, 'reason') } })
    return `/portal/sites/${encodeURIComponent(id)}?done=withdrawn`
  },
  page: (_, { loaded, form }) => ({ kind: 'portal/sites/withdraw', site: siteHead(loaded), form }),
})

/** `POST /portal/sites/{id}/restore`. */
export async function postRestore(portal: Portal): Promise<Response> {
  const id = portal.param('id')
  await restoreSite({ ctx: portal.ctx, input: { id } })
  return seeOther(portal, `/portal/sites/${encodeURIComponent(id)}?done=restored`)
}
