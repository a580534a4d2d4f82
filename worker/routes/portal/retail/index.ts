import { formatNumber, formatOn } from '../../../copy/format.ts'
import {
  RETAIL_KIND_NAMES,
  RETAIL_VERDICT_NAMES,
  RETAIL_COPY as W,
  YES_NO_NAMES,
} from '../../../copy/portal/retail.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../resources/form.ts'
import { RETAIL_ITEMS, RETAIL_VISIT } from '../../../resources/retail-visit.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import {
  exportSums,
  exportVisits,
  readSums,
  readVisits,
  showVisit,
  type VisitItem,
} from '../../../verbs/retail/read-visits.ts'
import { recordVisit } from '../../../verbs/retail/record-visit.ts'
import { sendFile } from '../imports/send-file.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { type ColumnOf, column, tableSection } from '../table-of.ts'

const PATH = '/portal/retail'
const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`

/** Visits to shops and fairs: recorded, listed, summed, taken along. */
export const retailRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'retail.read', handle: showList },
  { method: 'GET', path: `${PATH}/export`, may: 'retail.read', handle: download },
  ...recordForm({
    path: `${PATH}/new`,
    may: 'retail.write',
    load: async ({ ctx }) => vietnamDateOf(ctx.now()),
    values: (visitedOn) => ({ visitedOn }),
    once: ({ ctx, texts }) => recordVisit({ ctx, input: { texts } }),
    back: PATH,
    done: ({ id }) => `${pathOf(id)}?done=created`,
    page: ({ lang }) => ({
      title: W.newTitle[lang],
      note: W.newNote[lang],
      save: W.save[lang],
      inputs: [...formInputs(RETAIL_VISIT, { lang }), ...formInputs(RETAIL_ITEMS, { lang })],
    }),
  }),
  { method: 'GET', path: `${PATH}/:id`, may: 'retail.read', handle: showOne },
]

/** `GET /portal/retail/export?by=`: products seen, or what was counted, as a workbook. */
async function download(portal: Portal): Promise<Response> {
  const by = askedSums(portal)
  return sendFile(by === null ? await exportVisits(portal.ctx) : await exportSums(portal.ctx, by))
}

function askedSums({ c }: Portal): 'shop' | 'commune' | null {
  return (['shop', 'commune'] as const).find((each) => each === c.req.query('by')) ?? null
}

/** `GET /portal/retail?by=shop|commune&cursor=`. */
async function showList(portal: Portal): Promise<Response> {
  const { ctx } = portal
  const by = askedSums(portal)
  const shown = {
    adding: mayAny(ctx.actor, 'retail.write') ? { href: `${PATH}/new`, text: W.add } : null,
    words: W,
    filters: [
      { href: PATH, text: W.byVisit, current: by === null },
      { href: `${PATH}?by=shop`, text: W.byShop, current: by === 'shop' },
      { href: `${PATH}?by=commune`, text: W.byCommune, current: by === 'commune' },
    ],
    at: { path: PATH, kept: ['by'] },
    links: [
      {
        href: by === null ? `${PATH}/export` : `${PATH}/export?by=${by}`,
        text: W.exportXlsx,
        download: true,
      },
    ],
  }
  if (by === null) {
    const list = await readVisits(ctx, pageAsked(portal))
    return showListPage(portal, list, { ...shown, columns: visitColumns(portal) })
  }
  const list = { rows: await readSums(ctx, by) }
  return showListPage(portal, list, { ...shown, columns: sumColumns(portal, by) })
}

const COUNTS = [
  [W.seen, 'seen'],
  [W.withQr, 'withQr'],
  [W.genuine, 'genuine'],
  [W.forged, 'forged'],
  [W.completeSum, 'complete'],
] as const

type Counts = Pick<VisitItem, (typeof COUNTS)[number][1]>

function countColumns(lang: Language): readonly ColumnOf<Counts>[] {
  return COUNTS.map(([head, name]) => column(head, (row) => formatNumber(row[name], lang)))
}

function visitColumns({ lang }: Portal): readonly ColumnOf<VisitItem>[] {
  return [
    column(W.visitedOn, ({ visitedOn, id, actorName }) => ({
      text: formatOn(visitedOn, lang),
      href: pathOf(id),
      small: actorName,
    })),
    column(W.shop, ({ shop, kind, communeName }) => ({
      text: shop,
      small: `${RETAIL_KIND_NAMES[kind][lang]} · ${communeName ?? ''}`,
    })),
    ...countColumns(lang),
  ]
}

type Sum = Awaited<ReturnType<typeof readSums>>[number]

function sumColumns({ lang }: Portal, by: 'shop' | 'commune'): readonly ColumnOf<Sum>[] {
  return [
    column(by === 'shop' ? W.shop : W.commune, ({ name, commune }) => ({
      text: name ?? W.noCommune,
      small: by === 'shop' ? (commune ?? W.noCommune) : null,
    })),
    column(W.visits, ({ visits, lastOn }) => ({
      text: formatNumber(visits, lang),
      small: formatOn(lastOn, lang),
    })),
    ...countColumns(lang),
  ]
}

/** `GET /portal/retail/{id}`. */
async function showOne(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { visit, items } = await showVisit(ctx, param('id'))
  const finding = `/portal/findings/new?${new URLSearchParams({ kind: 'shop', text: visit.shop })}`
  return showDetailPage(portal, {
    title: visit.shop,
    back: { href: PATH, text: W.title },
    done: { created: W.created },
    links: mayAny(ctx.actor, 'findings.write') ? [{ href: finding, text: W.finding }] : [],
    facts: [
      { label: W.kind, text: RETAIL_KIND_NAMES[visit.kind] },
      { label: W.visitedOn, text: formatOn(visit.visitedOn, lang) },
      { label: W.address, text: visit.address },
      { label: W.commune, text: visit.communeName },
      {
        label: W.by,
        text: [visit.actorName, visit.authority].filter((part) => part !== null).join(' · '),
      },
      { label: W.note, text: visit.note },
    ],
    sections: [
      tableSection('products', items, {
        title: W.products,
        columns: [
          column(W.products, ({ product, producer }) => ({ text: product, small: producer })),
          column(W.qr, ({ qrPresent }) => YES_NO_NAMES[qrPresent ? 'yes' : 'no']),
          column(W.verdict, ({ verdict }) => RETAIL_VERDICT_NAMES[verdict]),
          column(W.complete, ({ dataComplete: is }) =>
            is === null ? '' : YES_NO_NAMES[is ? 'yes' : 'no'],
          ),
        ],
      }),
    ],
  })
}
