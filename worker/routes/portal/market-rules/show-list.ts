import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { RULE_MARKETS } from '../../../copy/portal/market-rule.ts'
import { MARKET_RULES_COPY as W } from '../../../copy/portal/market-rules.ts'
import { cropName, cropSelectorOf, isGroup } from '../../../domain/crops/crop-key.ts'
import { isMarketSelector } from '../../../domain/market-rules/market-selector.ts'
import { isMarket } from '../../../lib/markets.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { parseVietnameseDate } from '../../../lib/time/parse-vietnamese-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readRuleScopes, readRulesOn } from '../../../verbs/market-rules/list-rules.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import type { Links } from '../show-detail-page.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { RULES_PATH as PATH, rulesOfPath } from './rule-path.ts'
import { marketSelectorName, ruleColumns, scopeText, shownCrop } from './rule-table.ts'

/** `GET /portal/market-rules?crop=&market=&day=`: for which there are rules, or what one market asks of one crop. */
export async function showRuleList(portal: Portal): Promise<Response> {
  const { c } = portal
  const crop = (c.req.query('crop') ?? '').trim().slice(0, 120)
  const asked = c.req.query('market') ?? ''
  const market = isMarketSelector(asked) ? asked : ''
  return crop !== '' && market !== ''
    ? showRulesOf(portal, { crop, market })
    : showScopes(portal, { crop, market })
}

type Scope = { readonly crop: string; readonly market: string }

async function showScopes(portal: Portal, { crop, market }: Scope): Promise<Response> {
  const { ctx, lang } = portal
  const all = await readRuleScopes(ctx)
  const selector = crop === '' ? null : cropSelectorOf(crop)
  const shown = all.filter(
    (scope) =>
      (selector === null || scope.crop === selector) && (market === '' || scope.market === market),
  )
  const named = shown.map((scope) => ({ scope, name: scopeText(scope, lang) }))
  return showListPage(
    portal,
    { rows: named.toSorted((a, b) => a.name.localeCompare(b.name, lang)) },
    {
      ...headOf(portal, { crop, market, day: '' }),
      words: W,
      columns: [
        column(W.crop, ({ scope }) => ({ text: cropName(scope.crop), href: rulesOfPath(scope) })),
        column(W.market, ({ scope }) => marketSelectorName(scope.market, lang)),
        column(W.rules, ({ scope }) => formatNumber(scope.rules, lang)),
      ],
    },
  )
}

async function showRulesOf(portal: Portal, { crop, market }: Scope): Promise<Response> {
  const { c, ctx, lang } = portal
  const today = vietnamDateOf(ctx.now())
  const asked = parseVietnameseDate((c.req.query('day') ?? '').slice(0, 40))
  const day = asked.ok ? asked.on : today
  const rules = await readRulesOn(ctx, { crop: cropSelectorOf(crop), market, day })
  const name = cropName(cropSelectorOf(crop))[lang]
  return showListPage(
    portal,
    { rows: rules },
    {
      ...headOf(portal, { crop, market, day }),
      words: {
        title: fill(W.pairTitle[lang], { crop: name, market: marketSelectorName(market, lang) }),
        lead: fill(W.pairLead[lang], { day: formatOn(day, lang) }),
        empty: W.emptyPair,
      },
      columns: ruleColumns(lang),
    },
  )
}

/** What every list of rules has: the way to add one, how it is narrowed, the ways on. */
function headOf(portal: Portal, asked: Scope & { readonly day: string }) {
  const { ctx, lang } = portal
  const { crop, market, day } = asked
  const mayWrite = mayAny(ctx.actor, 'market_rules.write')
  const about = crop === '' && market === '' ? '' : `?${new URLSearchParams({ crop, market })}`
  return {
    adding: mayWrite ? { href: `${PATH}/new${about}`, text: W.add[lang] } : null,
    done: { created: W.created, changed: W.changed, imported: W.imported },
    narrowing: {
      action: PATH,
      inputs: [
        { name: 'crop', label: W.crop[lang] },
        {
          name: 'market',
          label: W.market[lang],
          type: 'select' as const,
          choices: marketChoices(lang),
        },
        { name: 'day', label: W.day[lang] },
      ],
      form: freshForm({
        crop: shownCrop(crop),
        market,
        day: day === '' ? '' : formatOn(day, 'vi'),
      }),
      active: crop !== '' || market !== '',
    },
    links: [...handbookLink(asked), ...listLinks(mayWrite)],
  }
}

function marketChoices(lang: Language) {
  return Object.entries(RULE_MARKETS).map(([value, name]) => ({ value, text: name[lang] }))
}

/** Of one crop and one market there is a page that everybody may read. */
function handbookLink({ crop, market }: Scope): Links {
  const key = cropSelectorOf(crop)
  if (crop === '' || isGroup(key) || !isMarket(market)) return []
  const href = `/handbook/${encodeURIComponent(key)}/${market}`
  return [{ href, text: W.handbook }]
}

function listLinks(mayWrite: boolean): Links {
  return [
    mayWrite && { href: `${PATH}/list`, text: W.import },
    { href: `${PATH}/export?format=xlsx`, text: W.exportXlsx, download: true },
  ]
}
