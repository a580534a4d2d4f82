import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { PORTAL_COPY as P } from '../../../copy/portal/common.ts'
import { SUBSTANCE_EFFECT_NAMES, PROTECTION_COPY as W } from '../../../copy/portal/protection.ts'
import { isUnit, unitText } from '../../../domain/diary/measures/unit-table.ts'
import type { RegisteredUse } from '../../../domain/protection/types.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { SUBSTANCE_RULE } from '../../../resources/substance-rule.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { invalidField } from '../../../verbs/guard/parse-input.ts'
import {
  listSubstanceRules,
  searchProtection,
} from '../../../verbs/protection/search-protection.ts'
import { freshForm } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordRoutes } from '../records/record-routes.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'

const PATH = '/portal/protection'
const SUBSTANCES = '/portal/protection/substances'
const USES_SHOWN = 4

/** The list of plant-protection products, and what markets ban. */
export const protectionRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'portal.use', handle: showProtection },
  ...recordRoutes({
    resource: SUBSTANCE_RULE,
    path: SUBSTANCES,
    rules: {
      taken: async () => invalidField('substance', W.alreadyThere),
    },
    words: {
      ...{ title: W.substances, lead: W.substancesLead, empty: W.substancesEmpty, add: W.add },
      ...{ saved: W.saved, addTitle: W.add, editTitle: W.edit, save: P.save },
    },
    list: ({ ctx }) => listSubstanceRules(ctx),
    columns: [W.substance, W.market, W.effect, W.days, W.basis],
    cells: (row, lang) => [
      { text: row.substance, href: `${SUBSTANCES}/${encodeURIComponent(row.id)}` },
      { text: marketName(row.market, lang) },
      { text: SUBSTANCE_EFFECT_NAMES[row.effect][lang], small: row.limitNote },
      { text: spanText(row.fromOn, row.toOn, lang) },
      { text: row.legalBasis },
    ],
  }),
]

/** `GET /portal/protection?q=&cursor=`. */
async function showProtection(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const q = (c.req.query('q') ?? '').trim().slice(0, 200)
  const mayWrite = mayAny(ctx.actor, 'protection.write')
  return showListPage(portal, await searchProtection(ctx, { q, ...pageAsked(portal) }), {
    adding: mayWrite ? { href: '/portal/imports/new?kind=protection', text: W.import } : null,
    words: W,
    columns: [
      column(W.product, (row) => ({ text: row.tradeName, small: row.activeIngredient })),
      column(W.uses, ({ uses }) => usesOf(uses, lang)),
      column(W.interval, ({ uses }) =>
        distinct(uses.map(({ intervalDays }) => daysText(intervalDays, lang))),
      ),
      column(W.dose, ({ uses }) => distinct(uses.map((use) => doseText(use, lang)))),
      column(W.days, ({ permittedFromOn, permittedToOn, legalBasis }) => ({
        text: spanText(permittedFromOn, permittedToOn, lang),
        small: legalBasis,
      })),
    ],
    search: {
      action: PATH,
      label: W.search,
      hint: W.searchHint,
      form: freshForm({ q }),
      active: q !== '',
    },
    links: [mayWrite && { href: SUBSTANCES, text: W.substances }],
    at: { path: PATH, kept: ['q'] },
  })
}

function usesOf(uses: readonly RegisteredUse[], lang: Language) {
  const shown = uses.slice(0, USES_SHOWN).map(useText)
  const rest = uses.length - shown.length
  const more = rest > 0 ? fill(W.moreUses[lang], { count: formatNumber(rest, lang) }) : null
  return { text: shown.join('; '), small: more }
}

function useText({ crop, pest }: RegisteredUse): string {
  return pest === null ? crop : `${pest} / ${crop}`
}

function daysText(days: number | null, lang: Language): string {
  return days === null ? '' : formatQuantity({ value: days, unit: 'day' }, lang)
}

/** `0,3–0,5 l/ha`. */
export function doseText({ doseLeast, doseMost, doseUnit }: RegisteredUse, lang: Language): string {
  const figures = [doseLeast, doseMost].flatMap((each) => (each === null ? [] : [each]))
  const range = [...new Set(figures.map((each) => formatNumber(each, lang)))].join('–')
  const unit = doseUnit !== null && isUnit(doseUnit) ? unitText(doseUnit)[lang] : (doseUnit ?? '')
  return [range, unit].filter((each) => each !== '').join(' ')
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts.filter((each) => each !== ''))].slice(0, USES_SHOWN).join('; ')
}

function spanText(from: string, to: string | null, lang: Language): string {
  if (to !== null) return `${formatOn(from, lang)} – ${formatOn(to, lang)}`
  return fill(W.since[lang], { from: formatOn(from, lang) })
}
