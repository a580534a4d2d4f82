import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { nameIn, SITE_KINDS } from '../../../copy/names.ts'
import { CODES_COPY as W } from '../../../copy/portal/codes.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import {
  CODE_ORDERS,
  type ListedCode,
  listCodes,
  MOST_COUNTED,
} from '../../../verbs/codes/list-codes.ts'
import { exportListedCodes } from '../../../verbs/exports/export-listed-codes.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { freshForm } from '../form-view.ts'
import { sendFile } from '../imports/send-file.ts'
import { askedFormat, listTools } from '../list-tools.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { kindChoices, marketChoices, statusChoices } from './choices.ts'
import { codeQuery } from './code-query.ts'
import { doneOf } from './done.ts'

const ROWS_PER_PAGE = 50

/** `GET /portal/codes`. */
export async function showCodeList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const { query, order } = codeQuery(portal)
  const { items, nextCursor, near, total } = await listCodes(ctx, {
    ...{ ...query, order, cursor: c.req.query('cursor') ?? null, limit: ROWS_PER_PAGE },
  })
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  const sorted = order === CODE_ORDERS[0] ? [] : [['sort', order] as const]
  return showPortalPage(portal, {
    kind: 'portal/codes/list',
    form: freshForm({ ...Object.fromEntries(given), sort: order }),
    tools: listTools(portal, {
      ...{ path: PATH, asked: Object.fromEntries(given), order, orders: CODE_ORDERS },
      heads: { code: { to: 'code', back: 'newest' } },
    }),
    active: given.length > 0,
    kinds: kindChoices(lang),
    markets: marketChoices(lang),
    statuses: statusChoices(lang),
    rows: items.map((item) => rowOf(item, lang)),
    near,
    total: totalText(total, lang),
    certificatesHref: mayAny(ctx.actor, 'codes.certificate')
      ? `${PATH}/certificates?${new URLSearchParams([...given, ...sorted].map(([name, value]) => [name, value]))}`
      : null,
    may: { grant: mayAny(ctx.actor, 'codes.grant'), decide: mayAny(ctx.actor, 'codes.decide') },
    paging: {
      firstHref: c.req.query('cursor') === undefined ? null : pageAt([...given, ...sorted], null),
      newerHref: null,
      olderHref: nextCursor === null ? null : pageAt([...given, ...sorted], nextCursor),
    },
    done: doneOf(portal),
  })
}

/** `GET /portal/codes/export?format=…`: the list as it is narrowed, as a file. */
export async function sendCodes(portal: Portal): Promise<Response> {
  const { query, order } = codeQuery(portal)
  const input = { format: askedFormat(portal), query: { ...query, order } }
  return sendFile(await exportListedCodes({ ctx: portal.ctx, input }))
}

const PATH = '/portal/codes'

function totalText(total: number | null, lang: Language): string | null {
  if (total === null) return null
  const isMore = total > MOST_COUNTED
  const count = formatNumber(isMore ? MOST_COUNTED : total, lang)
  return fill((isMore ? W.totalMore : W.total)[lang], { count })
}

function pageAt(given: readonly (readonly [string, string])[], cursor: string | null): string {
  const query = new URLSearchParams(given.map(([name, value]) => [name, value]))
  if (cursor !== null) query.set('cursor', cursor)
  return query.size === 0 ? '/portal/codes' : `/portal/codes?${query}`
}

function rowOf(item: ListedCode, lang: Language): TableCell[] {
  const place = [item.commune, item.province].filter((part) => part !== null).join(', ')
  const crops = item.crops.map(({ name }) => name).join(', ')
  return [
    {
      text: item.code,
      href: `/portal/codes/${encodeURIComponent(item.code)}`,
      code: true,
      small: nameIn(SITE_KINDS, item.kind, lang),
    },
    { text: item.siteName, small: [place, crops].filter((part) => part !== '').join(' · ') },
    { text: item.organisationName },
    {
      text: '',
      statuses: item.markets.map(({ market, statusToday }) => ({
        name: marketName(market, lang),
        status: statusToday,
      })),
    },
  ]
}
