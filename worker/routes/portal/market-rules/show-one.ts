import type { MarketRuleRow } from '../../../../db/queries/market-rules.ts'
import type { DetailSection, Note } from '../../../../site/models/records.ts'
import { formatAt } from '../../../copy/format.ts'
import { MARKET_RULE_COPY as F, RULE_KIND_NAMES } from '../../../copy/portal/market-rule.ts'
import { MARKET_RULES_COPY as W } from '../../../copy/portal/market-rules.ts'
import type { MarketRule } from '../../../domain/market-rules/market-rule.ts'
import { ruleOfRow } from '../../../domain/market-rules/rule-of-row.ts'
import { ruleSubject, ruleText, saidIn } from '../../../domain/market-rules/rule-text.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readHistoryOf } from '../../../verbs/market-rules/list-rules.ts'
import { type OpenedRule, openRule } from '../../../verbs/market-rules/open-rule.ts'
import { doneOf } from '../done-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { RULES_PATH as PATH, rulePath } from './rule-path.ts'
import { daysText, scopeText } from './rule-table.ts'

/** `GET /portal/market-rules/{id}`: a rule, with all that was written of it. */
export async function showOneRule(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const opened = await openRule(ctx, param('id'))
  const history = await readHistoryOf(ctx, opened)
  const { rule, row } = opened
  const mayChange = mayAny(ctx.actor, 'market_rules.write') && row?.replacedBy == null
  const { text, own } = ruleSubject(rule.value, lang)
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: own === null ? text : `${RULE_KIND_NAMES[rule.value.kind][lang]}: ${text}`,
    back: { href: PATH, text: W.title[lang] },
    done: doneOf(portal, { created: W.created, changed: W.changed }),
    notes: notesOf(opened, lang),
    ...(mayChange
      ? { primary: { href: `${rulePath(rule.id)}/change`, text: W.change[lang] } }
      : {}),
    facts: [
      { label: W.kind[lang], text: RULE_KIND_NAMES[rule.value.kind][lang] },
      { label: F.crop[lang], text: scopeText(rule, lang) },
      { label: W.value[lang], text: ruleText(rule.value, lang) || null },
      { label: W.days[lang], text: daysText(rule, lang) },
      { label: W.source[lang], text: rule.source },
      { label: F.note[lang], text: rule.note === null ? null : saidIn(rule.note, lang).text },
    ],
    sections: [historySection(history, { id: rule.id, lang })],
  })
}

function notesOf({ rule, row }: OpenedRule, lang: Language): Note[] {
  return [
    ...(row === null ? [{ kind: 'note' as const, text: W.changeShipped[lang] }] : []),
    ...(row?.replacedBy == null ? [] : [{ kind: 'warning' as const, text: W.correctedNote[lang] }]),
    ...(rule.isLifted ? [{ kind: 'warning' as const, text: W.liftedNote[lang] }] : []),
    ...(rule.isDoubtful ? [{ kind: 'warning' as const, text: W.doubtfulNote[lang] }] : []),
  ]
}

function historySection(
  { rows, shipped }: Awaited<ReturnType<typeof readHistoryOf>>,
  { id, lang }: { readonly id: string; readonly lang: Language },
): DetailSection {
  const all: { readonly rule: MarketRule; readonly row: MarketRuleRow | null }[] = [
    ...rows.map((row) => ({ rule: ruleOfRow(row), row })),
    ...shipped.map((rule) => ({ rule, row: null })),
  ]
  return {
    id: 'history',
    title: W.history[lang],
    table: {
      columns: [W.value, W.days, W.writtenOn, W.reason].map((name) => ({ name: name[lang] })),
      rows: all.map(({ rule, row }) => [
        {
          text: ruleText(rule.value, lang) || ruleSubject(rule.value, lang).text,
          ...(rule.id === id ? {} : { href: rulePath(rule.id) }),
          small: rule.isLifted ? W.lifted[lang] : null,
        },
        { text: daysText(rule, lang), small: rule.source },
        {
          text: row === null ? W.shipped[lang] : formatAt(row.createdAt, lang),
          small: row?.replacedBy == null ? null : W.corrected[lang],
        },
        { text: row?.reason ?? '' },
      ]),
      empty: W.empty[lang],
    },
  }
}
