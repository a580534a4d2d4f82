import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import { DISPUTE, disputeUse } from '../../../verbs/own-codes/dispute-use.ts'
import { openOwnUse, readOwnUses } from '../../../verbs/own-codes/list-uses.ts'
import { doneOf } from '../done-of.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { throughRoutes } from './purchases.ts'
import { showMyCodes } from './show-my-codes.ts'
import { MY_CODES_PATH, USE_COLUMNS, USES_PATH, useCells } from './use-table.ts'

const may = 'codes.own'
const PAGE_SIZE = 50

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
  const { rows, nextCursor } = await readOwnUses(ctx, {
    byOthers,
    cursor: c.req.query('cursor') ?? null,
    limit: PAGE_SIZE,
  })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.everyUse[lang],
    lead: W.usesLead[lang],
    empty: W.noUses[lang],
    columns: USE_COLUMNS.map((name) => name[lang]),
    rows: rows.map((row) => useCells(row, lang)),
    done: doneOf(portal, { disputedNow: W.disputedNow }),
    filters: [
      { href: USES_PATH, text: W.all[lang], current: !byOthers },
      { href: `${USES_PATH}?by=others`, text: W.byOthers[lang], current: byOthers },
    ],
    paging: pagingOf(c, { path: USES_PATH, kept: ['by'], nextCursor }),
    links: [{ href: MY_CODES_PATH, text: W.title[lang] }],
  })
}
