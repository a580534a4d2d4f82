import type { PurchaseLineItem } from '../../../../db/queries/purchase-reports.ts'
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
import type { Portal, PortalRoute } from '../portal-route.ts'
import { destinationText, disputeText, flagText, kgText } from '../purchases/line-table.ts'
import { THROUGH_PATH as PATH, PLAN_PATH } from '../purchases/paths.ts'
import { recordForm } from '../record-form.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { MY_CODES_PATH } from './use-table.ts'

const may = 'codes.own'

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
  const { ctx, lang } = portal
  return showListPage(
    portal,
    await readThroughCodes(ctx, { from: '', to: '', ...pageAsked(portal) }),
    {
      words: { title: W.through, lead: W.throughLead, empty: W.throughEmpty },
      columns: [
        column(W.reporter, (row) => ({
          text: row.reporter,
          href: mayDispute(row) ? disputePath(row) : undefined,
        })),
        column(F.code, ({ code, siteName }) => ({ text: code, code: true, small: siteName })),
        column(F.period, (row) => ({ text: periodName(row), small: row.cropName })),
        column(W.bought, (row) => ({
          text: kgText(row.boughtKg, lang),
          small: soldText(row.soldKg, lang),
        })),
        column(W.market, (row) => destinationText(row, lang)),
        column(W.flags, (row) => ({ text: flagText(row, lang), small: disputeText(row, lang) })),
      ],
      done: { disputedNow: M.disputedNow },
      at: { path: PATH },
      links: [
        { href: MY_CODES_PATH, text: M.title },
        { href: PLAN_PATH, text: W.plan },
      ],
    },
  )
}

function mayDispute({ disputedAt, reporterId, holderId }: PurchaseLineItem): boolean {
  return disputedAt === null && reporterId !== holderId
}

/** `Đã bán: 3.300 kg`; null for none. */
function soldText(soldKg: number | null, lang: Language): string | null {
  const sold = kgText(soldKg, lang)
  return sold === '' ? null : `${W.sold[lang]}: ${sold}`
}

function disputePath({ id }: Pick<PurchaseLineItem, 'id'>): string {
  return `${PATH}/${encodeURIComponent(id)}/dispute`
}
