import { fill } from '../../../copy/fill.ts'
import { RULE_KIND_NAMES } from '../../../copy/portal/market-rule.ts'
import { MARKET_RULES_COPY as W } from '../../../copy/portal/market-rules.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import { RULE_KINDS, type RuleKind } from '../../../domain/market-rules/kinds.ts'
import { ruleSubject } from '../../../domain/market-rules/rule-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs, initialTexts } from '../../../resources/form.ts'
import { RULE_CHANGE, ruleFields } from '../../../resources/market-rule.ts'
import { editedMeanwhile, notFound } from '../../../verbs/guard/refusals.ts'
import { openRule } from '../../../verbs/market-rules/open-rule.ts'
import { addRule, changeRule, textsOfRule } from '../../../verbs/market-rules/save-rule.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { RULES_PATH as PATH, rulePath } from './rule-path.ts'
import { scopeText, shownCrop } from './rule-table.ts'

const may = 'market_rules.write'

/** Choosing the kind of a new rule, its form, and the form that says otherwise. */
export const ruleForms: readonly PortalRoute[] = [
  { method: 'GET', path: `${PATH}/new`, may, handle: showKinds },
  ...recordForm({
    path: `${PATH}/new/:kind`,
    may,
    load: async ({ c, param, ctx }) => {
      const kind = kindOf(param('kind'))
      return {
        kind,
        texts: {
          ...initialTexts(ruleFields(kind)),
          crop: shownCrop(c.req.query('crop') ?? ''),
          market: c.req.query('market') ?? '',
          validFrom: vietnamDateOf(ctx.now()),
        },
      }
    },
    values: ({ texts }) => texts,
    once: ({ ctx, texts }, { kind }) => addRule({ ctx, input: { kind, texts } }),
    back: `${PATH}/new`,
    done: ({ id }) => `${rulePath(id)}?done=created`,
    page: ({ lang }, { loaded: { kind } }) => ({
      title: fill(W.newTitle[lang], { kind: RULE_KIND_NAMES[kind][lang] }),
      save: W.save[lang],
      inputs: formInputs(ruleFields(kind), { lang }),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/change`,
    may,
    load: async (portal) => {
      const opened = await openRule(portal.ctx, portal.param('id'))
      // One that was corrected while its form was filled in comes back with what was typed.
      if (opened.row?.replacedBy != null && portal.c.req.method === 'GET') throw editedMeanwhile()
      return opened
    },
    values: (opened) => ({ ...initialTexts(RULE_CHANGE), ...textsOfRule(opened) }),
    once: ({ ctx, texts }, { rule }) => changeRule({ ctx, input: { id: rule.id, texts } }),
    back: ({ rule }) => rulePath(rule.id),
    done: ({ id }) => `${rulePath(id)}?done=changed`,
    page: ({ lang }, { loaded: { rule, row } }) => ({
      title: fill(W.changeTitle[lang], { subject: ruleSubject(rule.value, lang).text }),
      facts: [{ label: W.crop[lang], text: scopeText(rule, lang) }],
      note: (row === null ? W.changeShipped : W.changeNote)[lang],
      save: W.save[lang],
      inputs: [
        ...formInputs(ruleFields(rule.value.kind), { lang, editing: true }),
        // A shipped rule is never corrected, only stood in for.
        ...formInputs(RULE_CHANGE, { lang }).filter(
          ({ name }) => row !== null || name !== 'isCorrection',
        ),
      ],
    }),
  }),
]

/** `GET /portal/market-rules/new?crop=&market=`: which kind of rule it is to be. */
async function showKinds(portal: Portal): Promise<Response> {
  const { c } = portal
  const query = new URLSearchParams()
  for (const name of ['crop', 'market']) {
    const value = c.req.query(name) ?? ''
    if (value !== '') query.set(name, value)
  }
  const asked = query.size === 0 ? '' : `?${query}`
  return showDetailPage(portal, {
    title: W.chooseKind,
    back: { href: PATH, text: W.title },
    links: RULE_KINDS.map((kind) => ({
      href: `${PATH}/new/${kind}${asked}`,
      text: RULE_KIND_NAMES[kind],
    })),
  })
}

function kindOf(text: string): RuleKind {
  const kind = RULE_KINDS.find((each) => each === text)
  if (kind === undefined) throw notFound(THINGS.list)
  return kind
}
