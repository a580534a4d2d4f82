import {
  type Expression,
  type ExpressionFault,
  type ExpressionReading,
  FUNCTION_ARGUMENTS,
  type FunctionName,
  MOST_CHARACTERS,
  MOST_DEPTH,
  type Operator,
} from './expression.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What binds weakest first (XPath 1.0, section 3.5); all of a row read from the left. */
const LEVELS: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

/** Office programs type these where a keyboard has plain ones. */
const TYPOGRAPHIC = /[“”„]/g
const TYPOGRAPHIC_SINGLE = /[‘’]/g

/** As a decimal is written here; between arguments people put a blank. */
const COMMA_IN_NUMBER = /\d,\d/

/**
 * Reads an expression of a form: the part of XLSForm's that asks, compares and counts. Whatever else it
 * names is refused by name: there is no way to what is not here. Bounded in length and depth.
 */
export function parseExpression(source: string): ExpressionReading {
  if (source.length > MOST_CHARACTERS) return refused('too_long', String(source.length))
  const plain = source.replace(TYPOGRAPHIC, '"').replace(TYPOGRAPHIC_SINGLE, "'")
  const read = tokensOf(plain)
  if ('fault' in read) return { ok: false, fault: read.fault }
  const cursor = cursorOn(read.tokens)
  try {
    const expression = readLevel(cursor, 0, 0)
    const rest = cursor.look()
    if (rest.is === 'end') return { ok: true, expression }
    const isComma = rest.is === 'sign' && rest.text === ','
    return isComma && COMMA_IN_NUMBER.test(plain)
      ? refused('comma_in_number', rest.text)
      : refused('unexpected', rest.text)
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault }
    throw error
  }
}

/** Leaves the descent; never seen outside. */
class Refusal extends Error {
  readonly fault: ExpressionFault
  constructor(fault: ExpressionFault) {
    super(fault.code)
    this.fault = fault
  }
}

function refused(code: ExpressionFault['code'], text: string): ExpressionReading {
  return { ok: false, fault: { code, text } }
}

type Cursor = { readonly look: () => Token; readonly take: () => Token }

function cursorOn(tokens: readonly Token[]): Cursor {
  let at = 0
  const look = (): Token => tokens[at] ?? { is: 'end', text: '' }
  return {
    look,
    take: () => {
      const token = look()
      at += 1
      return token
    },
  }
}

function readLevel(cursor: Cursor, level: number, depth: number): Expression {
  const operators = LEVELS[level]
  if (operators === undefined) return readSigned(cursor, depth)
  let left = readLevel(cursor, level + 1, depth)
  for (;;) {
    const operator = operatorAmong(cursor.look(), operators)
    if (operator === null) return left
    cursor.take()
    left = { is: 'both', operator, left, right: readLevel(cursor, level + 1, depth) }
  }
}

function operatorAmong(token: Token, operators: readonly Operator[]): Operator | null {
  if (token.is !== 'sign' && token.is !== 'word') return null
  return operators.find((operator) => operator === token.text) ?? null
}

function readSigned(cursor: Cursor, depth: number): Expression {
  const token = cursor.look()
  if (token.is !== 'sign' || token.text !== '-') return readOne(cursor, depth)
  cursor.take()
  return { is: 'minus', of: readSigned(cursor, deeper(depth)) }
}

function readOne(cursor: Cursor, depth: number): Expression {
  const token = cursor.take()
  switch (token.is) {
    case 'number':
      return { is: 'value', value: Number(token.text) }
    case 'text':
      return { is: 'value', value: token.text }
    case 'answer':
      return { is: 'answer', name: token.text }
    case 'word':
      return readCall(cursor, token.text, depth)
    case 'end':
      throw new Refusal({ code: 'unfinished', text: '' })
    case 'sign': {
      if (token.text === '.') return { is: 'self' }
      if (token.text !== '(') throw new Refusal({ code: 'unexpected', text: token.text })
      const inside = readLevel(cursor, 0, deeper(depth))
      expect(cursor, ')')
      return inside
    }
  }
}

function readCall(cursor: Cursor, word: string, depth: number): Expression {
  // A word by itself would be a question's name without its braces.
  if (cursor.look().text !== '(') throw new Refusal({ code: 'unexpected', text: word })
  if (!isFunction(word)) throw new Refusal({ code: 'unknown_function', text: `${word}()` })
  cursor.take()
  const of: Expression[] = []
  while (cursor.look().text !== ')' || cursor.look().is !== 'sign') {
    if (of.length > 0) expect(cursor, ',')
    of.push(readLevel(cursor, 0, deeper(depth)))
  }
  cursor.take()
  if (of.length !== FUNCTION_ARGUMENTS[word]) {
    throw new Refusal({ code: 'argument_count', text: `${word}()` })
  }
  return { is: 'call', name: word, of }
}

function isFunction(word: string): word is FunctionName {
  return Object.hasOwn(FUNCTION_ARGUMENTS, word)
}

function expect(cursor: Cursor, sign: ')' | ','): void {
  const token = cursor.take()
  if (token.is === 'sign' && token.text === sign) return
  throw new Refusal(
    token.is === 'end'
      ? { code: 'unfinished', text: '' }
      : { code: 'unexpected', text: token.text },
  )
}

function deeper(depth: number): number {
  if (depth >= MOST_DEPTH) throw new Refusal({ code: 'too_deep', text: String(MOST_DEPTH) })
  return depth + 1
}
