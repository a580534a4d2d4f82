import { toCalendarDate } from '../../../lib/time/calendar-date.ts'
import type { Expression, FunctionName, Operator, Value } from './expression.ts'

/** What an expression is worked out with. */
export type Surroundings = {
  /** What was answered to a question; empty where nothing was, or it was not asked. */
  readonly answer: (name: string) => Value
  /** The answer that is judged. */
  readonly self: Value
  /** The day of the inspection, the same on the device and here. */
  readonly today: string
}

/**
 * Works out an expression. Always gives something, in time that grows with the expression: what cannot be
 * counted is no number, and every comparison of size with that is false.
 */
export function evaluate(expression: Expression, around: Surroundings): Value {
  switch (expression.is) {
    case 'value':
      return expression.value
    case 'answer':
      return around.answer(expression.name)
    case 'self':
      return around.self
    case 'minus':
      return -numberOf(evaluate(expression.of, around))
    case 'both':
      return both(expression, around)
    case 'call':
      return call(expression.name, expression.of, around)
  }
}

/** True where an expression holds; an empty text and what is no number do not. */
export function holds(expression: Expression, around: Surroundings): boolean {
  return truthOf(evaluate(expression, around))
}

type Both = Extract<Expression, { is: 'both' }>

function both({ operator, left, right }: Both, around: Surroundings): Value {
  const first = evaluate(left, around)
  if (operator === 'and') return truthOf(first) && holds(right, around)
  if (operator === 'or') return truthOf(first) || holds(right, around)
  return combine(operator, first, evaluate(right, around))
}

function combine(operator: Exclude<Operator, 'and' | 'or'>, left: Value, right: Value): Value {
  switch (operator) {
    case '=':
      return isSame(left, right)
    case '!=':
      return !isSame(left, right)
    case '<':
      return isBefore(left, right, false)
    case '<=':
      return isBefore(left, right, true)
    case '>':
      return isBefore(right, left, false)
    case '>=':
      return isBefore(right, left, true)
    case '+':
      return numberOf(left) + numberOf(right)
    case '-':
      return numberOf(left) - numberOf(right)
    case '*':
      return numberOf(left) * numberOf(right)
    case 'div':
      return numberOf(left) / numberOf(right)
    case 'mod':
      return numberOf(left) % numberOf(right)
  }
}

function call(name: FunctionName, of: readonly Expression[], around: Surroundings): Value {
  const argument = (at: number): Value => {
    const given = of[at]
    return given === undefined ? '' : evaluate(given, around)
  }
  switch (name) {
    case 'not':
      return !truthOf(argument(0))
    case 'today':
      return around.today
    case 'if':
      return truthOf(argument(0)) ? argument(1) : argument(2)
    case 'string-length':
      return textOf(argument(0)).length
    case 'selected':
      return chosenIn(argument(0)).includes(textOf(argument(1)))
    case 'count-selected':
      return chosenIn(argument(0)).length
  }
}

function chosenIn(value: Value): readonly string[] {
  return textOf(value)
    .split(' ')
    .filter((each) => each !== '')
}

/** A truth decides how the other side is read, then a number does (XPath 1.0, section 3.4). */
function isSame(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') {
    return truthOf(left) === truthOf(right)
  }
  if (typeof left === 'number' || typeof right === 'number') {
    return numberOf(left) === numberOf(right)
  }
  return left === right
}

/** Days as days, all else as numbers. */
function isBefore(left: Value, right: Value, orSame: boolean): boolean {
  if (isDay(left) && isDay(right)) return left < right || (orSame && left === right)
  const [first, second] = [numberOf(left), numberOf(right)]
  return orSame ? first <= second : first < second
}

function isDay(value: Value): value is string {
  return typeof value === 'string' && toCalendarDate(value) !== null
}

const NUMBER = /^-?\d{1,30}(?:\.\d{1,30})?$/

function numberOf(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  const text = value.trim()
  return NUMBER.test(text) ? Number(text) : Number.NaN
}

function truthOf(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return value !== ''
}

function textOf(value: Value): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value)
  return String(value)
}
