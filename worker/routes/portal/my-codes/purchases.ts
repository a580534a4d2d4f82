import type { PurchaseLineItem } from '../../../../db/queries/purchase-reports.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { MY_CODES_COPY as M } from '../../../copy/portal/my-codes.ts'
import { periodName } from '../../../copy/portal/period-name.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { DISPUTE } from '../../../verbs/own-codes/dispute-use.ts'
import {
  disputeLine,
  openOwnLine,
  readThroughCodes,
} from '../../../verbs/purchases/through-codes.ts'
import { doneOf } from '../done-of.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { destinationText, disputeText, flagText, kgText } from '../purchases/line-table.ts'
import { THROUGH_PATH as PATH, PLAN_PATH } from '../purchases/paths.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { MY_CODES_PATH } from './use-table.ts'

const may = 'codes.own'
const PAGE_SIZE = 50

/** What others report through a holder's codes, and the holder's word against a line of it. */
export const throughRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showThrough },
  ...recordForm({
    path: `${PATH}/:id/dispute`,
    may,
    load: ({ ctx, param }) => openOwnLine(ctx, param('id')),
    asks: DISPUTE,
    once: ({ ctx, texts }, { id }) => disputeLine({ ctx, input: { id, texts } }),
    back: PATH,
    done: 'disputedNow',
    page: ({ lang }, { loaded }) => ({
      title: fill(W.disputeTitle[lang], loaded),
      facts: [
        { label: F.period[lang], text: periodName(loaded)[lang] },
        { label: F.crop[lang], text: loaded.cropName },
        { label: F.boughtKg[lang], text: kgText(loaded.boughtKg, lang) || null },
        { label: F.soldKg[lang], text: kgText(loaded.soldKg, lang) || null },
      ],
      note: W.disputeNote[lang],
      save: M.dispute[lang],
    }),
  }),
]

/** `GET /portal/my-codes/purchases?cursor=`: the year up to this month. */
async function showThrough(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const { rows, nextCursor } = await readThroughCodes(ctx, {
    ...{ from: '', to: '', limit: PAGE_SIZE },
    cursor: c.req.query('cursor') ?? null,
  })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.through[lang],
    lead: W.throughLead[lang],
    empty: W.throughEmpty[lang],
    columns: [W.reporter, F.code, F.period, W.bought, W.market, W.flags].map((name) => name[lang]),
    rows: rows.map((row) => throughCells(row, lang)),
    done: doneOf(portal, { disputedNow: M.disputedNow }),
    paging: pagingOf(c, { path: PATH, nextCursor }),
    links: [
      { href: MY_CODES_PATH, text: M.title[lang] },
      { href: PLAN_PATH, text: W.plan[lang] },
    ],
  })
}

function throughCells(row: PurchaseLineItem, lang: Language): TableCell[] {
  const { reporter, reporterId, holderId, code, siteName, boughtKg, soldKg } = row
  const mayDispute = row.disputedAt === null && reporterId !== holderId
  return [
    { text: reporter, ...(mayDispute ? { href: disputePath(row) } : {}) },
    { text: code, code: true, small: siteName },
    { text: periodName(row)[lang], small: row.cropName },
    { text: kgText(boughtKg, lang), small: soldText(soldKg, lang) },
    { text: destinationText(row, lang) },
    { text: flagText(row, lang), small: disputeText(row, lang) },
  ]
}

/** `Đã bán: 3.300 kg`; null for none. */
function soldText(soldKg: number | null, lang: Language): string | null {
  const sold = kgText(soldKg, lang)
  return sold === '' ? null : `${W.sold[lang]}: ${sold}`
}

function disputePath({ id }: Pick<PurchaseLineItem, 'id'>): string {
  return `${PATH}/${encodeURIComponent(id)}/dispute`
}
