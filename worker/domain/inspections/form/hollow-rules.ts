import { toCalendarDate } from '../../../lib/time/calendar-date.ts'
import type { Expression, Value } from '../expressions/expression.ts'
import { namesIn, partsOf } from '../expressions/names-in.ts'
import { INSPECTION_KINDS } from '../kinds.ts'
import type { CompiledForm, CompiledItem, ExpressionColumn } from './compile-form.ts'
import { type FormItem, type InspectionForm, KIND_NAME } from './form.ts'

/** A rule of a form that can be read and can never come to anything, by the place of its row. */
export type HollowRule = {
  readonly at: number
  readonly column: ExpressionColumn | 'required'
  readonly code:
    | 'no_answer_here'
    | 'names_no_question'
    | 'self_in_relevant'
    | 'no_such_choice'
    | 'not_counted'
  /** The part meant. */
  readonly text: string
}

type Around = { readonly compiled: CompiledForm; readonly item: FormItem }

const SIZES: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])
const SUMS: ReadonlySet<string> = new Set(['+', '-', '*', 'div', 'mod'])
const COLUMNS = ['relevant', 'constraint', 'findingIf'] as const

/**
 * What a form asks for and never gets: an answer of a group, a choice that its list does not have, a day
 * written as no day. Its writer would learn of it in the field, where nobody could finish their minutes or
 * nothing was ever found wrong. Asked of a workbook that is read in; a form that is in use stays in use.
 */
export function hollowRules(compiled: CompiledForm): readonly HollowRule[] {
  return compiled.items.flatMap((each, at) => [
    ...ofNoQuestion(each).map((column) => ({
      ...{ at, column, code: 'no_answer_here' as const, text: each.item.name },
    })),
    ...COLUMNS.flatMap((column) => {
      const expression = each[column]
      if (expression === null) return []
      const around = { compiled, item: each.item }
      const found = [...namesOfNone(expression, around), ...inParts(expression, around)]
      if (column === 'relevant' && partsOf(expression).some(({ is }) => is === 'self')) {
        found.push({ code: 'self_in_relevant', text: '.' })
      }
      return found.map((fault) => ({ at, column, ...fault }))
    }),
  ])
}

type Found = Pick<HollowRule, 'code' | 'text'>

/** Columns that only a question with an answer has. */
function ofNoQuestion({ item, constraint, findingIf }: CompiledItem): HollowRule['column'][] {
  if (isQuestion(item)) return []
  return [
    ...(item.required === true ? ['required' as const] : []),
    ...(constraint === null ? [] : ['constraint' as const]),
    ...(findingIf === null ? [] : ['findingIf' as const]),
  ]
}

function isQuestion({ type }: FormItem): boolean {
  return type !== 'note' && type !== 'begin_group' && type !== 'end_group'
}

function namesOfNone(expression: Expression, { compiled }: Around): Found[] {
  return [...namesIn(expression)].flatMap((name) => {
    const item = itemNamed(name, compiled)
    return item === null || isQuestion(item) ? [] : [{ code: 'names_no_question', text: name }]
  })
}

function inParts(expression: Expression, around: Around): Found[] {
  return partsOf(expression).flatMap((part) => {
    if (part.is === 'minus') return uncounted([part.of])
    if (part.is === 'call' && part.name === 'selected') {
      const [of, choice] = part.of
      return of === undefined || choice === undefined ? [] : notTaken(of, choice, around)
    }
    if (part.is !== 'both') return []
    const { operator, left, right } = part
    if (SUMS.has(operator)) return uncounted([left, right])
    if (SIZES.has(operator)) return [left, right].flatMap(unsized)
    if (operator !== '=' && operator !== '!=') return []
    return [...notTaken(left, right, around), ...notTaken(right, left, around)]
  })
}

/** No figure comes of a text or a day. */
function uncounted(sides: readonly Expression[]): Found[] {
  return sides.flatMap((side) => {
    if (side.is === 'call' && side.name === 'today')
      return [{ code: 'not_counted', text: 'today()' }]
    if (side.is !== 'value' || isFigure(side.value)) return []
    return [{ code: 'not_counted', text: String(side.value) }]
  })
}

/** Larger and smaller are figures and days alone. */
function unsized(side: Expression): Found[] {
  if (side.is !== 'value' || isFigure(side.value) || isDay(side.value)) return []
  return [{ code: 'not_counted', text: String(side.value) }]
}

/** What an answer is held against and can never be; that it is empty may always be asked. */
function notTaken(of: Expression, against: Expression, { compiled, item: own }: Around): Found[] {
  if (against.is !== 'value' || against.value === '') return []
  const text = String(against.value)
  const fault = (code: Found['code']): Found[] => [{ code, text }]
  if (of.is === 'answer' && of.name === KIND_NAME) {
    return INSPECTION_KINDS.some((kind) => kind === text) ? [] : fault('no_such_choice')
  }
  const item = of.is === 'self' ? own : of.is === 'answer' ? itemNamed(of.name, compiled) : null
  switch (item?.type) {
    case 'select_one':
    case 'select_multiple':
      return hasChoice(item, text, compiled.form.lists) ? [] : fault('no_such_choice')
    case 'date':
      return isDay(against.value) ? [] : fault('not_counted')
    case 'integer':
    case 'decimal':
      return isFigure(against.value) ? [] : fault('not_counted')
    default:
      return []
  }
}

/** `a b` is what two choices of a question with several come to. */
function hasChoice({ list = '' }: FormItem, text: string, lists: InspectionForm['lists']): boolean {
  const choices = Object.hasOwn(lists, list) ? (lists[list] ?? []) : []
  const names = new Set(choices.map(({ name }) => name))
  return text.split(' ').every((each) => names.has(each))
}

function itemNamed(name: string, { items, places }: CompiledForm): FormItem | null {
  const at = places.get(name)
  return at === undefined ? null : (items[at]?.item ?? null)
}

function isDay(value: Value): boolean {
  return typeof value === 'string' && toCalendarDate(value) !== null
}

function isFigure(value: Value): boolean {
  return typeof value !== 'string' || /^\s*-?\d{1,30}(?:\.\d{1,30})?\s*$/.test(value)
}
