import { fill } from '../../../../copy/fill.ts'
import { formatNumber } from '../../../../copy/format.ts'
import { ORGANISATION_COPY as W } from '../../../../copy/portal/organisation.ts'
import { ORGANISATION_KINDS } from '../../../../domain/access/organisation-kinds.ts'
import type { Language } from '../../../../lib/text/local-text.ts'
import { exportOrganisations } from '../../../../verbs/exports/export-organisations.ts'
import { mayAny } from '../../../../verbs/guard/authorise.ts'
import { readOrganisations } from '../../../../verbs/organisations/read-organisations.ts'
import { freshForm } from '../../form-view.ts'
import { sendFile } from '../../imports/send-file.ts'
import { askedFormat, askedOrder, listTools } from '../../list-tools.ts'
import type { Portal } from '../../portal-route.ts'
import { showPortalPage } from '../../show-portal-page.ts'

const PATH = '/portal/organisations'

/** `GET /portal/organisations?q=&kind=&cursor=`. */
export async function showList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const query = queryOf(portal)
  const { q, kind, order } = query
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor, total } = await readOrganisations(ctx, { ...query, cursor })
  const asked = { ...(q === '' ? {} : { q }), ...(kind === null ? {} : { kind }) }
  const at = (next: string | null) => {
    const given = new URLSearchParams(asked)
    if (order !== ORDERS[0]) given.set('sort', order)
    if (next !== null) given.set('cursor', next)
    return given.size === 0 ? PATH : `${PATH}?${given}`
  }
  return showPortalPage(portal, {
    kind: 'portal/organisations',
    filter: freshForm({ q, ...(kind === null ? {} : { kind }), sort: order }),
    total: total === null ? null : totalText(total, lang),
    tools: listTools(portal, {
      ...{ path: PATH, asked, order, orders: ORDERS },
      heads: { name: { to: 'name', back: 'nameBack' } },
    }),
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

/** `GET /portal/organisations/export?format=…`: the list as it is narrowed, as a file. */
export async function sendOrganisations(portal: Portal): Promise<Response> {
  const input = { format: askedFormat(portal), query: queryOf(portal) }
  return sendFile(await exportOrganisations({ ctx: portal.ctx, input }))
}

const ORDERS = ['name', 'nameBack', 'newest'] as const

function queryOf(portal: Portal) {
  const { c } = portal
  return {
    q: (c.req.query('q') ?? '').trim().slice(0, 200),
    kind: ORGANISATION_KINDS.find((name) => name === c.req.query('kind')) ?? null,
    order: askedOrder(portal, ORDERS),
  }
}

function totalText(
  { count, stopped }: { readonly count: number; readonly stopped: boolean },
  lang: Language,
): string {
  return fill((stopped ? W.totalMore : W.total)[lang], { count: formatNumber(count, lang) })
}
