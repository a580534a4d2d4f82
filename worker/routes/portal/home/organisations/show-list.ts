import { ORGANISATION_KINDS } from '../../../../domain/access/organisation-kinds.ts'
import { mayAny } from '../../../../verbs/guard/authorise.ts'
import { readOrganisations } from '../../../../verbs/organisations/read-organisations.ts'
import { freshForm } from '../../form-view.ts'
import type { Portal } from '../../portal-route.ts'
import { showPortalPage } from '../../show-portal-page.ts'

const PATH = '/portal/organisations'

/** `GET /portal/organisations?q=&kind=&cursor=`. */
export async function showList(portal: Portal): Promise<Response> {
  const { c, ctx } = portal
  const q = (c.req.query('q') ?? '').trim().slice(0, 200)
  const kind = ORGANISATION_KINDS.find((name) => name === c.req.query('kind')) ?? null
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readOrganisations(ctx, { q, kind, cursor })
  const at = (next: string | null) => {
    const query = new URLSearchParams()
    if (q !== '') query.set('q', q)
    if (kind !== null) query.set('kind', kind)
    if (next !== null) query.set('cursor', next)
    return query.size === 0 ? PATH : `${PATH}?${query}`
  }
  return showPortalPage(portal, {
    kind: 'portal/organisations',
    filter: freshForm({ q, ...(kind === null ? {} : { kind }) }),
    active: q !== '' || kind !== null,
    rows,
    mayWrite: mayAny(ctx.actor, 'organisations.write'),
    paging: {
      firstHref: cursor === null ? null : at(null),
      newerHref: null,
      olderHref: nextCursor === null ? null : at(nextCursor),
    },
  })
}
