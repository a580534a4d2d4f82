import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatQuantity } from '../../../copy/format.ts'
import { SITES_COPY as W } from '../../../copy/portal/sites.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { exportSites } from '../../../verbs/exports/export-sites.ts'
import { listSites, type SiteQuery } from '../../../verbs/sites/list-sites.ts'
import { freshForm } from '../form-view.ts'
import { sendFile } from '../imports/send-file.ts'
import { askedFormat, askedOrder, listTools } from '../list-tools.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { kindName } from './site-head.ts'

const LONGEST = 200

/** `GET /portal/sites?q=&kind=&crop=&place=&withdrawn=1&cursor=`. */
export async function showList(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const query = queryOf(portal)
  const { rows, kinds, nextCursor, total, mayWrite } = await listSites(ctx, query)
  const { q, kind, crop, place, withdrawn, order } = query
  const sorted: Record<string, string> = order === ORDERS[0] ? {} : { sort: order }
  const pageAt = (cursor: string | null) => {
    const given = new URLSearchParams({ ...asked(query), ...sorted, ...(cursor && { cursor }) })
    return given.size === 0 ? '/portal/sites' : `/portal/sites?${given}`
  }
  return showPortalPage(portal, {
    kind: 'portal/sites',
    filters: freshForm({ ...asked(query), sort: order }),
    tools: listTools(portal, {
      ...{ path: PATH, asked: asked(query), order, orders: ORDERS },
      heads: { name: { to: 'name', back: 'nameBack' }, area: { to: 'area' } },
    }),
    kinds: kinds.map((row) => ({ value: row.id, text: nameOf(row, lang) })),
    rows: rows.map((row) => cellsOf(row, lang)),
    narrowed: [q, kind, crop, place, query.cursor].some((text) => text !== null),
    withdrawn,
    total: total === null ? null : totalText(total, lang),
    mayWrite,
    paging: {
      firstHref: query.cursor === null ? null : pageAt(null),
      newerHref: null,
      olderHref: nextCursor === null ? null : pageAt(nextCursor),
    },
  })
}

/** `GET /portal/sites/export?format=…`: the list as it is narrowed, as a file. */
export async function sendSites(portal: Portal): Promise<Response> {
  const { cursor: _, ...query } = queryOf(portal)
  const input = { format: askedFormat(portal), query }
  return sendFile(await exportSites({ ctx: portal.ctx, input }))
}

const PATH = '/portal/sites'
const ORDERS = ['name', 'nameBack', 'area', 'newest'] as const

function totalText(
  { count, stopped }: { readonly count: number; readonly stopped: boolean },
  lang: Language,
): string {
  const text = stopped ? W.totalMore[lang] : W.total[lang]
  return fill(text, { count: formatNumber(count, lang) })
}

type Row = Awaited<ReturnType<typeof listSites>>['rows'][number]

function cellsOf(row: Row, lang: Language): TableCell[] {
  const place = [row.communeName, row.provinceName].filter((name) => name !== null).join(', ')
  const crops = JSON.parse(row.crops) as string[]
  const codes = JSON.parse(row.codes) as string[]
  return [
    {
      text: row.name,
      href: `/portal/sites/${encodeURIComponent(row.id)}`,
      small: `${kindName(row)[lang]} · ${row.organisationName}`,
    },
    { text: place },
    { text: crops.join(', ') },
    { text: row.areaHa === null ? '' : formatQuantity({ value: row.areaHa, unit: 'ha' }, lang) },
    { text: codes.join(', '), code: true },
  ]
}

function queryOf(portal: Portal): SiteQuery & { readonly order: (typeof ORDERS)[number] } {
  const { c } = portal
  const given = (name: string) => {
    const text = (c.req.query(name) ?? '').trim().slice(0, LONGEST)
    return text === '' ? null : text
  }
  return {
    ...{ q: given('q'), kind: given('kind'), crop: given('crop'), place: given('place') },
    withdrawn: given('withdrawn') === '1',
    cursor: c.req.query('cursor') ?? null,
    order: askedOrder(portal, ORDERS),
  }
}

/** The questions that were asked, as fields of the form. */
function asked({ q, kind, crop, place, withdrawn }: SiteQuery): Record<string, string> {
  const given = Object.entries({ q, kind, crop, place, withdrawn: withdrawn ? '1' : null })
  return Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== null))
}

function nameOf(
  row: { readonly nameVi: string; readonly nameEn: string; readonly nameZh: string },
  lang: Language,
): string {
  return { vi: row.nameVi, en: row.nameEn, zh: row.nameZh }[lang]
}
