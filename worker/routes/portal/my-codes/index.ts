import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import { DISPUTE, disputeUse } from '../../../verbs/own-codes/dispute-use.ts'
import { openOwnUse, readOwnUses } from '../../../verbs/own-codes/list-uses.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { throughRoutes } from './purchases.ts'
import { showMyCodes } from './show-my-codes.ts'
import { MY_CODES_PATH, ownUseColumns, USES_PATH } from './use-table.ts'

const may = 'codes.own'

/** A holder's own codes, who used them, and what they object to. */
export const myCodeRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: MY_CODES_PATH, may, handle: showMyCodes },
  { method: 'GET', path: USES_PATH, may, handle: showUses },
  ...throughRoutes,
  ...recordForm({
    path: `${USES_PATH}/:ref/:code/dispute`,
    may,
    load: (portal) => openOwnUse(portal.ctx, namedIn(portal)),
    asks: DISPUTE,
    once: (sent) => disputeUse({ ctx: sent.ctx, input: { ...namedIn(sent), texts: sent.texts } }),
    back: USES_PATH,
    done: 'disputedNow',
    page: ({ lang }, { loaded }) => ({
      title: fill(W.disputeTitle[lang], loaded),
      facts: [
        { label: W.packer[lang], text: loaded.packerName },
        { label: W.batch[lang], text: `${loaded.productName}, ${loaded.lot}` },
        { label: W.packedOn[lang], text: formatOn(loaded.packedOn, lang) },
        {
          label: W.quantity[lang],
          text:
            loaded.quantityKg === null
              ? null
              : formatQuantity({ value: loaded.quantityKg, unit: 'kg' }, lang),
        },
      ],
      note: W.disputeNote[lang],
      save: W.dispute[lang],
    }),
  }),
]

function namedIn({ param }: Portal) {
  return { ref: param('ref'), code: param('code') }
}

/** `GET /portal/my-codes/uses?by=&cursor=`. */
async function showUses(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const byOthers = c.req.query('by') === 'others'
  return showListPage(portal, await readOwnUses(ctx, { byOthers, ...pageAsked(portal) }), {
    words: { title: W.everyUse, lead: W.usesLead, empty: W.noUses },
    columns: ownUseColumns(lang),
    done: { disputedNow: W.disputedNow },
    filters: [
      { href: USES_PATH, text: W.all, current: !byOthers },
      { href: `${USES_PATH}?by=others`, text: W.byOthers, current: byOthers },
    ],
    at: { path: USES_PATH, kept: ['by'] },
    links: [{ href: MY_CODES_PATH, text: W.title }],
  })
}
