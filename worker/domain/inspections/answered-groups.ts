import type { Language } from '../../lib/text/local-text.ts'
import { answerText } from './answer-text.ts'
import type { Answers } from './answers.ts'
import type { CompiledForm } from './form/compile-form.ts'
import { saidIn } from './form/form.ts'
import { judgeAnswers } from './judge-answers.ts'
import type { InspectionKind } from './kinds.ts'

export type AnsweredLine = { readonly label: string; readonly text: string | null }

/** Questions that stand together, with what was answered; null where nothing was. */
export type AnsweredGroup = { readonly title: string; readonly lines: readonly AnsweredLine[] }

/** What was asked and answered, by the outermost groups of the form; those that were not asked are left out. */
export function answeredGroups(
  compiled: CompiledForm,
  given: {
    readonly answers: Answers
    readonly kind: InspectionKind
    readonly today: string
    readonly lang: Language
  },
): readonly AnsweredGroup[] {
  const { answers, lang } = given
  const { items, form } = compiled
  const { asked } = judgeAnswers(compiled, given)
  const groups = new Map<number, { readonly title: string; readonly lines: AnsweredLine[] }>()
  for (const [at, { item, groups: around }] of items.entries()) {
    const isQuestion = item.type !== 'begin_group' && item.type !== 'end_group'
    if (!isQuestion || item.type === 'note' || !asked.has(at)) continue
    const outer = around[0] ?? -1
    const label = items[outer]?.item.label ?? form.title
    const group = groups.get(outer) ?? { title: saidIn(label, lang), lines: [] }
    groups.set(outer, group)
    const answer = Object.hasOwn(answers, item.name) ? answers[item.name] : undefined
    group.lines.push({
      label: saidIn(item.label, lang),
      text: answer === undefined ? null : answerText(answer, { item, lists: form.lists, lang }),
    })
  }
  return [...groups.values()]
}
