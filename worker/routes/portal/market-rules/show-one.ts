import type { MarketRuleRow } from '../../../../db/queries/market-rules.ts'
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
import type { Portal } from '../portal-route.ts'
import { type Notes, type Section, showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
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
  return showDetailPage(portal, {
    title: own === null ? text : `${RULE_KIND_NAMES[rule.value.kind][lang]}: ${text}`,
    back: { href: PATH, text: W.title },
    done: { created: W.created, changed: W.changed },
    notes: notesOf(opened),
    primary: mayChange ? { href: `${rulePath(rule.id)}/change`, text: W.change } : undefined,
    facts: [
      { label: W.kind, text: RULE_KIND_NAMES[rule.value.kind] },
      { label: F.crop, text: scopeText(rule, lang) },
      { label: W.value, text: ruleText(rule.value, lang) || null },
      { label: W.days, text: daysText(rule, lang) },
      { label: W.source, text: rule.source },
      { label: F.note, text: rule.note === null ? null : saidIn(rule.note, lang).text },
    ],
    sections: [historySection(history, { id: rule.id, lang })],
  })
}

function notesOf({ rule, row }: OpenedRule): Notes {
  return [
    row === null && { kind: 'note', text: W.changeShipped },
    row?.replacedBy != null && { kind: 'warning', text: W.correctedNote },
    rule.isLifted && { kind: 'warning', text: W.liftedNote },
    rule.isDoubtful && { kind: 'warning', text: W.doubtfulNote },
  ]
}

function historySection(
  { rows, shipped }: Awaited<ReturnType<typeof readHistoryOf>>,
  { id, lang }: { readonly id: string; readonly lang: Language },
): Section {
  const all: { readonly rule: MarketRule; readonly row: MarketRuleRow | null }[] = [
    ...rows.map((row) => ({ rule: ruleOfRow(row), row })),
    ...shipped.map((rule) => ({ rule, row: null })),
  ]
  return tableSection('history', all, {
    title: W.history,
    columns: [
      column(W.value, ({ rule }) => ({
        text: ruleText(rule.value, lang) || ruleSubject(rule.value, lang).text,
        href: rule.id === id ? undefined : rulePath(rule.id),
        small: rule.isLifted ? W.lifted : null,
      })),
      column(W.days, ({ rule }) => ({ text: daysText(rule, lang), small: rule.source })),
      column(W.writtenOn, ({ row }) => ({
        text: row === null ? W.shipped : formatAt(row.createdAt, lang),
        small: row?.replacedBy == null ? null : W.corrected,
      })),
      column(W.reason, ({ row }) => row?.reason ?? ''),
    ],
    empty: W.empty,
  })
}
