import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { STOCK_QUESTIONS, STOCK_COPY as W } from '../../../copy/portal/stock.ts'
import { reachOf } from '../../../domain/access/permissions.ts'
import type { StockBalance, StockItem, StockLot } from '../../../domain/stock/stock-of.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { readStock, type Stock } from '../../../verbs/stock/read-stock.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

const PATH = '/portal/diary/stock'
const LOTS_SHOWN = 4
const QUESTIONS_SHOWN = 200

/** What inputs there are, by the diary. */
export const stockRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'diary.read', handle: showStock },
]

/** `GET /portal/diary/stock?site=&organisation=`: of one's own organisation unless another is named. */
async function showStock(portal: Portal): Promise<Response> {
  const { c, ctx, lang, person } = portal
  const stock = await readStock(ctx, {
    siteId: c.req.query('site') || null,
    organisationId: c.req.query('organisation') || person.organisationId,
  })
  const today = vietnamDateOf(ctx.now())
  const cut = fill(W.cut[lang], { count: formatNumber(stock.most, lang) })
  return showDetailPage(portal, {
    title: fill(W.titleOf[lang], { name: stock.of.name }),
    back: { href: '/portal/diary', text: W.diary },
    notes: [{ kind: 'note', text: W.lead }, stock.isCut && { kind: 'warning', text: cut }],
    // An office has no inputs of its own to go back to.
    links:
      stock.siteId === null || reachOf(person.role, 'diary.read') !== 'own'
        ? []
        : [{ href: PATH, text: W.allSites }],
    sections: [
      ...questionsSection(stock, lang),
      {
        id: 'stock',
        title: W.title,
        table: {
          columns: [
            { name: W.product },
            { name: W.bought, number: true },
            { name: W.used, number: true },
            { name: W.left, number: true },
            { name: W.lots },
          ],
          rows: stock.items.map((item) => cellsOf(item, { today, lang })),
          empty: W.empty,
        },
      },
    ],
  })
}

function questionsSection({ items, places }: Stock, lang: Language) {
  const asked = items.flatMap(({ product, questions }) =>
    questions.map((question) => ({ product, ...question })),
  )
  if (asked.length === 0) return []
  const latest = asked.toSorted((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1))
  return [
    tableSection('questions', latest.slice(0, QUESTIONS_SHOWN), {
      title: W.questions,
      text: W.questionsNote,
      columns: [
        column(W.day, ({ entryId, occurredOn }) => ({
          text: formatOn(occurredOn, lang),
          href: `/portal/diary/${encodeURIComponent(entryId)}`,
        })),
        column(W.product, ({ product }) => product),
        column(W.question, ({ code }) => STOCK_QUESTIONS[code]),
        column(W.place, ({ entryId }) => places.get(entryId) ?? ''),
      ],
      empty: W.none,
    }),
  ]
}

function cellsOf(
  { product, balances, lots }: StockItem,
  { today, lang }: { readonly today: string; readonly lang: Language },
): TableCell[] {
  const each = (figure: (balance: StockBalance) => string) => balances.map(figure).join('; ')
  const amount = (value: string, unit: string) =>
    formatQuantity({ value: Number(value), unit }, lang)
  const mark = ({ isReckoned }: StockBalance) => (isReckoned ? '≈\u00a0' : '')
  const shown = lots.toReversed().slice(0, LOTS_SHOWN)
  const rest = lots.length - shown.length
  const [latest] = shown
  return [
    {
      text: product,
      small: balances.length === 0 ? W.nothing[lang] : null,
      ...(latest === undefined
        ? {}
        : { href: `/portal/diary/${encodeURIComponent(latest.entryId)}` }),
    },
    { text: each(({ bought, unit }) => amount(bought, unit)) },
    { text: each((of) => `${mark(of)}${amount(of.used, of.unit)}`) },
    {
      text:
        lots.length === 0
          ? W.notBought[lang]
          : each((of) => `${mark(of)}${amount(of.left, of.unit)}`),
    },
    {
      text: shown.map((lot) => lotText(lot, { today, lang })).join('; '),
      small: rest > 0 ? fill(W.more[lang], { count: formatNumber(rest, lang) }) : null,
    },
  ]
}

function lotText(
  { lot, boughtOn, expiresOn }: StockLot,
  { today, lang }: { readonly today: string; readonly lang: Language },
): string {
  const name = lot ?? W.noLot[lang]
  const words = expiresOn === null ? W.boughtOn : expiresOn < today ? W.expired : W.expires
  return `${name}, ${fill(words[lang], { on: formatOn(expiresOn ?? boughtOn, lang) })}`
}
