import { loadParcels } from '../../../verbs/sites/load-parcels.ts'
import { setParcels } from '../../../verbs/sites/set-parcels.ts'
import { formRoute } from '../form-route.ts'
import { textOf } from './form-text.ts'
import { siteHead } from './site-head.ts'

/** `/portal/sites/{id}/parcels`. */
export const parcelForm = formRoute({
  path: '/portal/sites/:id/parcels',
  may: 'sites.write',
  keyless: true,
  maxBytes: 1024 * 1024,
  load: ({ ctx, param }) => loadParcels(ctx, param('id')),
  values: ({ site, parcels }) => ({ parcels: parcels.join('\n'), version: String(site.version) }),
  act: async ({ ctx, form }, { site: { id } }) => {
    const [parcels, version] = [textOf(form, 'parcels'), Number(textOf(form, 'version'))]
    const { shared } = await setParcels({ ctx, input: { id, parcels, version } })
    const path = `/portal/sites/${encodeURIComponent(id)}`
    if (shared.length === 0) return `${path}?done=parcels`
    return `${path}?done=shared&list=${encodeURIComponent(shared.join(', '))}`
  },
  page: (_, { loaded, form }) => ({
    ...{ kind: 'portal/sites/parcels', site: siteHead(loaded.site), form },
  }),
})
