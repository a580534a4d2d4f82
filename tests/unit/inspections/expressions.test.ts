import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../worker/domain/inspections/expressions/evaluate.ts'
import type {
  Expression,
  Operator,
  Value,
} from '../../../worker/domain/inspections/expressions/expression.ts'
import { parseExpression } from '../../../worker/domain/inspections/expressions/parse-expression.ts'

/** How another question is named in an expression. */
const the = (name: string) => `\${${name}}`

const ANSWERS: Readonly<Record<string, Value>> = {
  age: 7,
  grown: 'yes',
  methods: 'ipm chemical',
  sown: '2026-06-01',
  empty: '',
}

function run(source: string, self: Value = ''): Value | { readonly fault: string } {
  const read = parseExpression(source)
  if (!read.ok) return { fault: `${read.fault.code} ${read.fault.text}`.trim() }
  const answer = (name: string) => ANSWERS[name] ?? ''
  return evaluate(read.expression, { answer, self, today: '2026-06-15' })
}

describe('expressions of inspection forms', () => {
  it.each<[string, Value, Value?]>([
    [`${the('age')} >= 7 and ${the('grown')} = 'yes'`, true],
    [`${the('age')} < 7 or not(${the('grown')} = "no")`, true],
    [`selected(${the('methods')}, 'chemical')`, true],
    [`selected(${the('methods')}, 'chem')`, false],
    [`count-selected(${the('methods')})`, 2],
    [`${the('sown')} <= today() and . > today()`, true, '2026-06-16'],
    ["if(string-length(.) > 2, 'long', 'short')", 'long', 'abc'],
    ['2 + 3 * 4 - 10 div 4', 11.5],
    ['-(7 mod 4)', -3],
    // What is not answered is no number, and less or more than nothing.
    [`${the('empty')} > 1 or ${the('empty')} <= 1`, false],
    [`${the('empty')} = ''`, true],
    [`${the('age')} != ''`, true],
    ['. = 5', true, '5'],
    // As office programs put quotation marks.
    [`${the('grown')} = ‘yes’`, true],
  ])('%s', (source, value, self) => {
    expect(run(source, self)).toEqual(value)
  })

  it.each([
    ["regex(., '^a+$')", 'unknown_function regex()'],
    ["pulldata('x')", 'unknown_function pulldata()'],
    ['constructor()', 'unknown_function constructor()'],
    ['grown = 1', 'unexpected grown'],
    ["selected('a')", 'argument_count selected()'],
    ['today(1)', 'argument_count today()'],
    ['(1 + 2', 'unfinished'],
    ['1 +', 'unfinished'],
    ['1 2', 'unexpected 2'],
    ["'open", "open_text '"],
    ['1 ; 2', 'bad_character ;'],
    [`${'('.repeat(30)}1${')'.repeat(30)}`, 'too_deep 20'],
    [`${'-'.repeat(60)}1`, 'too_deep 20'],
    [`${'not('.repeat(40)}1${')'.repeat(40)}`, 'too_deep 20'],
    [`${'1+'.repeat(250)}1`, 'too_long 501'],
    ['', 'unfinished'],
  ])('%s is refused by name', (source, fault) => {
    expect(run(source)).toEqual({ fault })
  })

  it('never throws, whatever is written, and gives the same each time', () => {
    const part = fc.constantFrom(
      ...["'a'", '"b"', '1', '2.5', '.', the('age'), the('none'), '(', ')', ',', '+', '-', '*'],
      ...['div', 'mod', '=', '!=', '<', '>=', 'and', 'or', 'not(', 'if(', 'today()', 'selected('],
      ...['count-selected(', 'string-length(', ' ', '\u00a0', '\ud800', 'regex('],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const source = parts.join('')
        expect(run(source)).toEqual(run(source))
      }),
      { seed: 20261130, numRuns: 400 },
    )
  })

  it('a written expression comes to what its tree does, worked out another way', () => {
    fc.assert(
      fc.property(tree(), (expression) => {
        const source = written(expression)
        const expected = naive(expression)
        expect(run(source)).toEqual(expected)
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it('takes time that grows with the length alone', () => {
    const longest = `${'1 + '.repeat(120)}1`
    const read = parseExpression(longest)
    if (!read.ok) throw new Error(read.fault.code)
    const began = performance.now()
    for (let round = 0; round < 2_000; round++) {
      evaluate(read.expression, { answer: () => '', self: '', today: '2026-06-15' })
    }
    expect(performance.now() - began).toBeLessThan(2_000)
    for (const hostile of ['"', "'", '${', '((((', '- - - ', 'not(', '1 1 ', 'if(1,', 'a']) {
      const from = performance.now()
      parseExpression(hostile.repeat(100_000))
      parseExpression(hostile.repeat(Math.floor(500 / hostile.length)))
      expect(performance.now() - from).toBeLessThan(100)
    }
  })
})

const ARITHMETIC: readonly Operator[] = ['+', '-', '*']
const COMPARING: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>=']

/** Trees of whole numbers, comparisons and truths, not deeper than brackets may be. */
function tree(): fc.Arbitrary<Expression> {
  const number = fc.integer({ min: 0, max: 9 }).map((value): Expression => ({ is: 'value', value }))
  const sum = fc
    .tuple(fc.constantFrom(...ARITHMETIC), number, number)
    .map(([operator, left, right]): Expression => ({ is: 'both', operator, left, right }))
  const compared = fc
    .tuple(fc.constantFrom(...COMPARING), fc.oneof(number, sum), fc.oneof(number, sum))
    .map(([operator, left, right]): Expression => ({ is: 'both', operator, left, right }))
  const truths = fc
    .tuple(fc.constantFrom<Operator>('and', 'or'), compared, compared)
    .map(([operator, left, right]): Expression => ({ is: 'both', operator, left, right }))
  return fc.oneof(sum, compared, truths)
}

function written(expression: Expression): string {
  if (expression.is === 'value') return String(expression.value)
  if (expression.is !== 'both') throw new Error(expression.is)
  return `(${written(expression.left)} ${expression.operator} ${written(expression.right)})`
}

/** The language of the test as its own judge: these trees are plain JavaScript. */
function naive(expression: Expression): Value {
  const said = written(expression)
    .replaceAll(' = ', ' === ')
    .replaceAll(' != ', ' !== ')
    .replaceAll(' and ', ' && ')
    .replaceAll(' or ', ' || ')
  return new Function(`return ${said}`)() as Value
}
