import { inEach } from '../../../copy/in-each.ts'
import type { PartText } from '../../../lib/text/local-text.ts'
import { type FormChoice, type FormItem, type InspectionForm, saidIn } from '../form/form.ts'
import type { ListedRule, RuleLists } from './rule-lists.ts'

/** True for a form in which at least one question takes rules. */
export function takesRules({ items }: Pick<InspectionForm, 'items'>): boolean {
  return items.some(({ rules }) => rules !== undefined)
}

/**
 * A form as it is asked at one place: choices of a question that takes rules are those rules before its
 * own, any other question says them in its hint. Where the markets of the place ask nothing of the kind,
 * the question is not asked. The same on the device and here, so that minutes are read by what was asked.
 */
export function withRules(form: InspectionForm, given: RuleLists | null): InspectionForm {
  if (!takesRules(form)) return form
  const lists = new Map(Object.entries(form.lists))
  const items = form.items.map((item): FormItem => {
    if (item.rules === undefined) return item
    const { rules, ...plain } = item
    const entries = given?.[rules] ?? []
    if (entries.length === 0) return notAsked(plain)
    if (item.list === undefined) return { ...plain, hint: hintOf(item.hint, entries) }
    const name = `${item.list} ${rules}`
    lists.set(name, choicesOf(entries, form.lists[item.list] ?? []))
    return { ...plain, list: name }
  })
  return { ...form, items, lists: Object.fromEntries(lists) }
}

/** Never true: what depends on it is worked out without an answer. */
const NEVER = '1 = 2'

function notAsked({ required: _, ...item }: FormItem): FormItem {
  return { ...item, relevant: NEVER }
}

function choicesOf(
  entries: readonly ListedRule[],
  own: readonly FormChoice[],
): readonly FormChoice[] {
  const names = new Set(own.map(({ name }) => name))
  return [...entries.filter(({ name }) => !names.has(name)), ...own]
}

function hintOf(hint: PartText | undefined, entries: readonly ListedRule[]): PartText {
  return inEach((lang) => {
    const told = entries.map(({ label }) => saidIn(label, lang)).join(lang === 'zh' ? '；' : '; ')
    return hint === undefined ? told : `${saidIn(hint, lang)} ${told}`
  })
}
