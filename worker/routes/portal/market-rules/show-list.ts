import type { Link } from '../../../../site/models/records.ts'
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
import { doneOf } from '../done-of.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { RULES_PATH as PATH, rulesOfPath } from './rule-path.ts'
import { marketSelectorName, ruleCells, ruleColumns, scopeText, shownCrop } from './rule-table.ts'

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
  return showPortalPage(portal, {
    kind: 'portal/records',
    ...headOf(portal, { crop, market, day: '' }),
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.crop, W.market, W.rules].map((name) => name[lang]),
    rows: named
      .toSorted((a, b) => a.name.localeCompare(b.name, lang))
      .map(({ scope }) => [
        { text: cropName(scope.crop)[lang], href: rulesOfPath(scope) },
        { text: marketSelectorName(scope.market, lang) },
        { text: formatNumber(scope.rules, lang) },
      ]),
  })
}

async function showRulesOf(portal: Portal, { crop, market }: Scope): Promise<Response> {
  const { c, ctx, lang } = portal
  const today = vietnamDateOf(ctx.now())
  const asked = parseVietnameseDate((c.req.query('day') ?? '').slice(0, 40))
  const day = asked.ok ? asked.on : today
  const rules = await readRulesOn(ctx, { crop: cropSelectorOf(crop), market, day })
  const name = cropName(cropSelectorOf(crop))[lang]
  return showPortalPage(portal, {
    kind: 'portal/records',
    ...headOf(portal, { crop, market, day }),
    title: fill(W.pairTitle[lang], { crop: name, market: marketSelectorName(market, lang) }),
    lead: fill(W.pairLead[lang], { day: formatOn(day, lang) }),
    empty: W.emptyPair[lang],
    columns: ruleColumns(lang),
    rows: rules.map((rule) => ruleCells(rule, lang)),
  })
}

/** What every list of rules has: the way to add one, how it is narrowed, the ways on. */
function headOf(portal: Portal, asked: Scope & { readonly day: string }) {
  const { ctx, lang } = portal
  const { crop, market, day } = asked
  const mayWrite = mayAny(ctx.actor, 'market_rules.write')
  const about = crop === '' && market === '' ? '' : `?${new URLSearchParams({ crop, market })}`
  return {
    adding: mayWrite ? { href: `${PATH}/new${about}`, text: W.add[lang] } : null,
    done: doneOf(portal, { created: W.created, changed: W.changed, imported: W.imported }),
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
    links: [...handbookLink(asked, lang), ...listLinks(mayWrite, lang)],
  }
}

function marketChoices(lang: Language) {
  return Object.entries(RULE_MARKETS).map(([value, name]) => ({ value, text: name[lang] }))
}

/** Of one crop and one market there is a page that everybody may read. */
function handbookLink({ crop, market }: Scope, lang: Language): Link[] {
  const key = cropSelectorOf(crop)
  if (crop === '' || isGroup(key) || !isMarket(market)) return []
  const href = `/handbook/${encodeURIComponent(key)}/${market}`
  return [{ href, text: W.handbook[lang] }]
}

function listLinks(mayWrite: boolean, lang: Language): Link[] {
  return [
    ...(mayWrite ? [{ href: `${PATH}/list`, text: W.import[lang] }] : []),
    { href: `${PATH}/export?format=xlsx`, text: W.exportXlsx[lang], download: true },
  ]
}
