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
import { doneOf } from '../done-of.ts'
import { sendFile } from '../imports/send-file.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/retail'
const PAGE_SIZE = 50
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
  const { c, ctx, lang } = portal
  const by = askedSums(portal)
  const cursor = c.req.query('cursor') ?? null
  const listed = by === null ? await readVisits(ctx, { cursor, limit: PAGE_SIZE }) : null
  const table =
    listed === null ? await sumTable(portal, by ?? 'shop') : visitTable(listed.rows, lang)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayAny(ctx.actor, 'retail.write') ? { href: `${PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    ...table,
    done: null,
    filters: [
      { href: PATH, text: W.byVisit[lang], current: by === null },
      { href: `${PATH}?by=shop`, text: W.byShop[lang], current: by === 'shop' },
      { href: `${PATH}?by=commune`, text: W.byCommune[lang], current: by === 'commune' },
    ],
    paging: pagingOf(c, { path: PATH, kept: ['by'], nextCursor: listed?.nextCursor ?? null }),
    links: [
      {
        href: by === null ? `${PATH}/export` : `${PATH}/export?by=${by}`,
        text: W.exportXlsx[lang],
        download: true,
      },
    ],
  })
}

const COUNTS = [W.seen, W.withQr, W.genuine, W.forged, W.completeSum] as const

type Counts = Pick<VisitItem, 'seen' | 'withQr' | 'genuine' | 'forged' | 'complete'>

const countCells = (row: Counts, lang: Language) =>
  [row.seen, row.withQr, row.genuine, row.forged, row.complete].map((value) => ({
    text: formatNumber(value, lang),
  }))

function visitTable(rows: readonly VisitItem[], lang: Language) {
  return {
    columns: [W.visitedOn, W.shop, ...COUNTS].map((name) => name[lang]),
    rows: rows.map((row) => [
      { text: formatOn(row.visitedOn, lang), href: pathOf(row.id), small: row.actorName },
      { text: row.shop, small: `${RETAIL_KIND_NAMES[row.kind][lang]} · ${row.communeName ?? ''}` },
      ...countCells(row, lang),
    ]),
  }
}

async function sumTable({ ctx, lang }: Portal, by: 'shop' | 'commune') {
  const rows = await readSums(ctx, by)
  return {
    columns: [by === 'shop' ? W.shop : W.commune, W.visits, ...COUNTS].map((name) => name[lang]),
    rows: rows.map((row) => [
      {
        text: row.name ?? W.noCommune[lang],
        small: by === 'shop' ? (row.commune ?? W.noCommune[lang]) : null,
      },
      { text: formatNumber(row.visits, lang), small: formatOn(row.lastOn, lang) },
      ...countCells(row, lang),
    ]),
  }
}

/** `GET /portal/retail/{id}`. */
async function showOne(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { visit, items } = await showVisit(ctx, param('id'))
  const finding = `/portal/findings/new?${new URLSearchParams({ kind: 'shop', text: visit.shop })}`
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: visit.shop,
    back: { href: PATH, text: W.title[lang] },
    done: doneOf(portal, { created: W.created }),
    links: mayAny(ctx.actor, 'findings.write') ? [{ href: finding, text: W.finding[lang] }] : [],
    facts: [
      { label: W.kind[lang], text: RETAIL_KIND_NAMES[visit.kind][lang] },
      { label: W.visitedOn[lang], text: formatOn(visit.visitedOn, lang) },
      { label: W.address[lang], text: visit.address },
      { label: W.commune[lang], text: visit.communeName },
      {
        label: W.by[lang],
        text: [visit.actorName, visit.authority].filter((part) => part !== null).join(' · '),
      },
      { label: W.note[lang], text: visit.note },
    ],
    sections: [
      {
        id: 'products',
        title: W.products[lang],
        table: {
          columns: [W.products, W.qr, W.verdict, W.complete].map((name) => ({ name: name[lang] })),
          rows: items.map(({ product, producer, qrPresent, verdict, dataComplete }) => [
            { text: product, small: producer },
            { text: YES_NO_NAMES[qrPresent ? 'yes' : 'no'][lang] },
            { text: RETAIL_VERDICT_NAMES[verdict][lang] },
            { text: dataComplete === null ? '' : YES_NO_NAMES[dataComplete ? 'yes' : 'no'][lang] },
          ]),
          empty: '',
        },
      },
    ],
  })
}
