import { INSPECTION_FAULTS as F } from '../../copy/inspection-faults.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { FindingSeverity } from '../findings/kinds.ts'
import { type Answer, type Answers, answerValue, readAnswer } from './answers.ts'
import { holds } from './expressions/evaluate.ts'
import type { CompiledForm, CompiledItem } from './form/compile-form.ts'
import { type FormItem, KIND_NAME, saidIn } from './form/form.ts'
import type { InspectionKind } from './kinds.ts'

/** What is wrong with an answer, on which question. */
export type AnswerFault = { readonly name: string; readonly text: LocalText }

/** What the form says is found wrong, by its answers. */
export type FormFinding = { readonly name: string; readonly severity: FindingSeverity }

export type Judgement = {
  /** Places of the questions and groups that are asked. */
  readonly asked: ReadonlySet<number>
  /** Those of questions that are asked, as they are kept. */
  readonly answers: Answers
  readonly faults: readonly AnswerFault[]
  readonly findings: readonly FormFinding[]
}

/**
 * Holds answers against a form: which questions are asked, what is missing or cannot be, and what is
 * found wrong. The same on the device and here, on the day of the inspection, so that what the device let
 * through is stored. Each question is judged once.
 */
export function judgeAnswers(
  { form, items, places, order }: CompiledForm,
  given: {
    readonly answers: Readonly<Record<string, unknown>>
    readonly kind: InspectionKind
    readonly today: string
  },
): Judgement {
  const { kind, today } = given
  const read = items.map(({ item }) =>
    Object.hasOwn(given.answers, item.name) && !isGroup(item)
      ? readAnswer(item, given.answers[item.name], form.lists)
      : null,
  )
  const asked = new Set<number>()
  const answer = (name: string) => {
    if (name === KIND_NAME) return kind
    const at = places.get(name)
    return at === undefined || !asked.has(at) ? '' : answerValue(read[at] ?? null)
  }
  for (const at of order) {
    const { groups = [], relevant = null } = items[at] ?? {}
    const isAsked =
      groups.every((group) => asked.has(group)) &&
      (relevant === null || holds(relevant, { answer, self: '', today }))
    if (isAsked) asked.add(at)
  }
  const kept: [string, Answer][] = []
  const faults: AnswerFault[] = []
  const findings: FormFinding[] = []
  for (const [at, compiled] of items.entries()) {
    const { item } = compiled
    if (isGroup(item) || item.type === 'note' || !asked.has(at)) continue
    const said = read[at] === undefined ? 'unreadable' : read[at]
    const around = { answer, self: answerValue(said === 'unreadable' ? null : said), today }
    const text =
      said === 'unreadable'
        ? unreadable(item)
        : faultOf(compiled, said, (constraint) => holds(constraint, around))
    if (text !== null) faults.push({ name: item.name, text })
    if (said !== null && said !== 'unreadable') kept.push([item.name, said])
    if (compiled.findingIf !== null && holds(compiled.findingIf, around)) {
      findings.push({ name: item.name, severity: item.findingSeverity ?? 'minor' })
    }
  }
  const taken = new Set([...asked].flatMap((at) => takesAnswer(items[at]?.item)))
  for (const name of Object.keys(given.answers)) {
    // What was not asked would be lost unsaid.
    if (!taken.has(name)) faults.push({ name, text: F.notAsked })
  }
  return { asked, answers: Object.fromEntries(kept), faults, findings }
}

function unreadable({ type }: FormItem): LocalText {
  return type in F.unreadable ? F.unreadable[type as keyof typeof F.unreadable] : F.notAsked
}

function isGroup({ type }: FormItem): boolean {
  return type === 'begin_group' || type === 'end_group'
}

function faultOf(
  { item, constraint }: CompiledItem,
  said: Answer | null,
  isMet: (constraint: NonNullable<CompiledItem['constraint']>) => boolean,
): LocalText | null {
  if (said === null) return item.required === true ? F.missing : null
  if (constraint === null || isMet(constraint)) return null
  const own = item.constraintMessage
  if (own === undefined || saidIn(own, 'vi') === '') return F.constraint
  return { vi: saidIn(own, 'vi'), en: saidIn(own, 'en'), zh: saidIn(own, 'zh') }
}

function takesAnswer(item: FormItem | undefined): string[] {
  return item === undefined || isGroup(item) || item.type === 'note' ? [] : [item.name]
}
