import type { Expression, ExpressionFault } from '../expressions/expression.ts'
import { namesIn } from '../expressions/names-in.ts'
import { parseExpression } from '../expressions/parse-expression.ts'
import { FORM_BOUNDS, type FormItem, type InspectionForm, KIND_NAME } from './form.ts'

/** A question with its expressions read and the groups around it. */
export type CompiledItem = {
  readonly item: FormItem
  readonly relevant: Expression | null
  readonly constraint: Expression | null
  readonly findingIf: Expression | null
  /** Places of the groups it stands in, the outermost first. */
  readonly groups: readonly number[]
}

export type CompiledForm = {
  readonly form: InspectionForm
  readonly items: readonly CompiledItem[]
  /** Places of questions and groups by their names. */
  readonly places: ReadonlyMap<string, number>
  /** All places, each after those that decide whether it is asked. */
  readonly order: readonly number[]
}

export type ExpressionColumn = 'relevant' | 'constraint' | 'findingIf'

/** What makes a form no form, by the place of the row at fault. */
export type CompileFault = { readonly at: number } & (
  | {
      readonly code: 'expression'
      readonly column: ExpressionColumn
      readonly fault: ExpressionFault
    }
  | { readonly code: 'unknown_name'; readonly column: ExpressionColumn; readonly name: string }
  | { readonly code: 'circle'; readonly name: string }
  | { readonly code: 'double_name'; readonly name: string; readonly first: number }
  | { readonly code: 'end_without_begin' | 'begin_without_end' | 'too_deep' }
)

export type Compiling =
  | { readonly ok: true; readonly compiled: CompiledForm }
  | { readonly ok: false; readonly faults: readonly CompileFault[] }

const COLUMNS = ['relevant', 'constraint', 'findingIf'] as const

/** Reads the expressions of a form and sees that they can be worked out: every name there, no circle. */
export function compileForm(form: InspectionForm): Compiling {
  const faults: CompileFault[] = []
  const places = placesIn(form.items, faults)
  const groups = groupsIn(form.items, faults)
  const items = form.items.map((item, at): CompiledItem => {
    const [relevant, constraint, findingIf] = COLUMNS.map((column) =>
      readColumn(item, { at, column, places, faults }),
    )
    return {
      ...{ item, groups: groups[at] ?? [] },
      relevant: relevant ?? null,
      constraint: constraint ?? null,
      findingIf: findingIf ?? null,
    }
  })
  if (faults.length > 0) return { ok: false, faults }
  const { order, circles } = orderOf(items, places)
  if (circles.length > 0) return { ok: false, faults: circles }
  return { ok: true, compiled: { form, items, places, order } }
}

function placesIn(items: readonly FormItem[], faults: CompileFault[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, { name, type }] of items.entries()) {
    if (type === 'end_group' || name === '') continue
    const first = places.get(name)
    if (first === undefined) places.set(name, at)
    else faults.push({ at, code: 'double_name', name, first })
  }
  return places
}

function groupsIn(items: readonly FormItem[], faults: CompileFault[]): readonly number[][] {
  const open: number[] = []
  const around = items.map(({ type }, at) => {
    const here = [...open]
    if (type === 'begin_group') {
      if (open.length >= FORM_BOUNDS.depth) faults.push({ at, code: 'too_deep' })
      open.push(at)
    } else if (type === 'end_group' && open.pop() === undefined) {
      faults.push({ at, code: 'end_without_begin' })
    }
    return here
  })
  for (const at of open) faults.push({ at, code: 'begin_without_end' })
  return around
}

function readColumn(
  item: FormItem,
  given: {
    readonly at: number
    readonly column: ExpressionColumn
    readonly places: ReadonlyMap<string, number>
    readonly faults: CompileFault[]
  },
): Expression | null {
  const { at, column, places, faults } = given
  const source = item[column]?.trim() ?? ''
  if (source === '') return null
  const read = parseExpression(source)
  if (!read.ok) {
    faults.push({ at, code: 'expression', column, fault: read.fault })
    return null
  }
  for (const name of namesIn(read.expression)) {
    if (name !== KIND_NAME && !places.has(name)) {
      faults.push({ at, code: 'unknown_name', column, name })
    }
  }
  return read.expression
}

/** Whether a question is asked may not depend, by whatever way, on its own answer. */
function orderOf(
  items: readonly CompiledItem[],
  places: CompiledForm['places'],
): { readonly order: readonly number[]; readonly circles: readonly CompileFault[] } {
  const needs = items.map(({ relevant, groups }) => {
    const named = relevant === null ? [] : [...namesIn(relevant)]
    return [...groups, ...named.flatMap((name) => places.get(name) ?? [])]
  })
  const order: number[] = []
  const circles: CompileFault[] = []
  const seen = new Map<number, 'open' | 'done'>()
  // By hand, not by recursion: a chain may be as long as the form.
  const path: { readonly at: number; next: number }[] = []
  const enter = (at: number) => {
    if (seen.get(at) === 'open') {
      circles.push({ at, code: 'circle', name: items[at]?.item.name ?? '' })
    } else if (!seen.has(at)) {
      seen.set(at, 'open')
      path.push({ at, next: 0 })
    }
  }
  for (const start of items.keys()) {
    enter(start)
    for (let top = path[0]; top !== undefined; top = path[path.length - 1]) {
      const need = needs[top.at]?.[top.next]
      top.next += 1
      if (need !== undefined) enter(need)
      else {
        seen.set(top.at, 'done')
        order.push(top.at)
        path.pop()
      }
    }
  }
  return { order, circles }
}
