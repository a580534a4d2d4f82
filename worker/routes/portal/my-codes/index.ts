import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import { formInputs } from '../../../resources/form.ts'
import { DISPUTE, disputeUse } from '../../../verbs/own-codes/dispute-use.ts'
import { openOwnUse, readOwnUses } from '../../../verbs/own-codes/list-uses.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { throughRoutes } from './purchases.ts'
import { showMyCodes } from './show-my-codes.ts'
import { disputePath, MY_CODES_PATH, ownUseColumns, USES_PATH } from './use-table.ts'

const may = 'codes.own'

/** A holder's own codes, who used them, and what they object to. */
export const myCodeRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: MY_CODES_PATH, may, handle: showMyCodes },
  { method: 'GET', path: USES_PATH, may, handle: showUses },
  ...throughRoutes,
  ...formRoute({
    path: `${USES_PATH}/:ref/:code/dispute`,
    may,
    load: ({ ctx, c }) => openOwnUse(ctx, namedIn(c)),
    values: () => ({}),
    act: async (portal) => {
      const texts = typedValues(portal.form)
      const input = { ...namedIn(portal.c), texts }
      await actOnce(portal, (ctx) => disputeUse({ ctx, input }))
      return `${USES_PATH}?done=disputedNow`
    },
    page: ({ lang }, { loaded, form }) => ({
      kind: 'portal/record',
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
      id: null,
      action: disputePath(loaded),
      backHref: USES_PATH,
      save: W.dispute[lang],
      inputs: formInputs(DISPUTE, { lang }),
      form,
    }),
  }),
]

function namedIn(c: Portal['c']) {
  return { ref: c.req.param('ref') ?? '', code: c.req.param('code') ?? '' }
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
