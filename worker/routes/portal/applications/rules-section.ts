import type { DetailSection, Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatQuantity } from '../../../copy/format.ts'
import { APPLICATION_RULES_COPY as W } from '../../../copy/portal/application-rules.ts'
import {
  asksText,
  askText,
  differencesText,
  pairText,
} from '../../../domain/applications/ask-text.ts'
import { isDeclared, type MarketAsk } from '../../../domain/applications/market-asks.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { KnownApplication } from '../../../verbs/applications/application-facts.ts'
import { rulePath } from '../market-rules/rule-path.ts'

/** What the markets ask today, with its source, and how this application answers it. */
export function rulesSection(known: KnownApplication, lang: Language): DetailSection[] {
  if (known.asks.length === 0) return []
  return [
    {
      id: 'rules',
      title: W.title[lang],
      text: W.lead[lang],
      table: {
        columns: [W.rule, W.forWhat, W.answer, W.source].map((name) => ({ name: name[lang] })),
        rows: known.asks.map((ask) => [
          { text: askText(ask, lang), href: rulePath(ask.id) },
          { text: pairText(ask, lang) },
          { text: answerOf(known, ask, lang) },
          { text: ask.source, small: ask.isDoubtful ? W.doubtful[lang] : null },
        ]),
        empty: '',
      },
    },
  ]
}

function answerOf({ faults, areaOf }: KnownApplication, ask: MarketAsk, lang: Language): string {
  const fault = faults.find((each) => each.ask === ask)
  if (isDeclared(ask)) {
    return fault === undefined ? W.isDeclared[lang] : W.notDeclared[lang]
  }
  const area = areaOf(ask.crop)
  if (area === null) return W.areaUnknown[lang]
  const shown = formatQuantity({ value: area, unit: 'ha' }, lang)
  return fault === undefined
    ? `${W.areaMet[lang]} (${shown})`
    : fill(W.areaSmall[lang], { area: shown })
}

/** What is not met, what is worth a look and what changed since it was handed in, a sentence each. */
export function ruleNotes(
  { faults, differences }: KnownApplication,
  { lang, isFilling }: { readonly lang: Language; readonly isFilling: boolean },
): readonly Note[] {
  const asks = faults.map(({ ask }) => ask)
  const doubtful = asks.filter((ask) => ask.isDoubtful)
  // What is still to be ticked is no fault while somebody is about it.
  const sure = asks.filter((ask) => !ask.isDoubtful && !(isFilling && isDeclared(ask)))
  const told = (kind: Note['kind'], sentence: LocalText, what: string): Note[] =>
    what === '' ? [] : [{ kind, text: fill(sentence[lang], { what }) }]
  return [
    ...told('error', W.unmet, asksText(sure, lang)),
    ...told('warning', W.maybe, asksText(doubtful, lang)),
    ...told('warning', W.differs, differencesText(differences, lang)),
  ]
}

/** One box a rule: what is asked of several crops or markets is declared once. */
export function ruleChoices({ asks }: Pick<KnownApplication, 'asks'>, lang: Language) {
  const known = new Map<string, MarketAsk[]>()
  for (const ask of asks) {
    if (!isDeclared(ask)) continue
    known.set(ask.id, [...(known.get(ask.id) ?? []), ask])
  }
  return [...known].flatMap(([value, [first, ...others]]) => {
    if (first === undefined) return []
    const pairs = [first, ...others].map((ask) => pairText(ask, lang)).join('; ')
    return [{ value, text: fill(W.one[lang], { rule: askText(first, lang), pair: pairs }) }]
  })
}
