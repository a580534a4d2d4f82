import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { MISSING_FIELD, UNKNOWN_NAME, WRONG_TYPE } from '../../../worker/copy/refusals/input.ts'
import { problemResponse } from '../../../worker/http/problem-response.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'
import { addFault } from '../../../worker/resources/add-fault.ts'
import { told } from '../../../worker/resources/told.ts'
import { refuseInput } from '../../../worker/routes/public/refuse-input.ts'
import { Problem } from '../../../worker/verbs/errors.ts'
import { parseInput } from '../../../worker/verbs/guard/parse-input.ts'

const OWN = { vi: 'Hãy ghi tên.', en: 'Give a name.', zh: '请填写名称。' }

function refusalOf(run: () => unknown): Problem {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const refused = (schema: z.ZodType, input: unknown) =>
  refusalOf(() => parseInput(schema, input)).errors

describe('a refused field', () => {
  it.each([
    ['a size', z.object({ a: z.string().min(1, told(OWN)) }), { a: '' }],
    ['a choice', z.object({ a: z.enum(['x', 'y'], told(OWN)) }), { a: 'z' }],
    ['a pattern', z.object({ a: z.string().regex(/^x$/, told(OWN)) }), { a: '' }],
    ['a format', z.object({ a: z.email(told(OWN)) }), { a: '' }],
    ['a condition', z.object({ a: z.string().refine(() => false, told(OWN)) }), { a: '' }],
    [
      'a transform',
      z.object({
        a: z.string().transform((_, context) => {
          addFault(context, OWN)
          return z.NEVER
        }),
      }),
      { a: '' },
    ],
    [
      'a field below',
      z.object({}).superRefine((_, context) => addFault(context, OWN, ['a'])),
      { a: '' },
    ],
  ])('is told in the own words of %s, in every language', (_, schema, input) => {
    expect(refused(schema, input)).toEqual([{ path: 'a', text: OWN }])
  })

  it.each([
    ['a number too small', z.object({ a: z.number().min(1) }), { a: 0 }, 'Too small'],
    ['no choice', z.object({ a: z.enum(['x', 'y']) }), { a: 'z' }, 'expected one of "x"|"y"'],
  ])('is told by zod in every language: %s', (_, schema, input, english) => {
    const [error] = refused(schema, input)
    expect(error?.text.en).toContain(english)
    expect(error?.text.vi).toMatch(/mong đợi|nhận dạng/)
    expect(error?.text.zh).toMatch(/\p{Script=Han}/u)
  })

  it.each([
    ['another type', z.object({ a: z.number() }), { a: 'x' }, WRONG_TYPE.number],
    ['another type in a list', z.array(z.string()), ['x', 1], WRONG_TYPE.string],
    ['nothing', z.object({ a: z.number() }), {}, MISSING_FIELD],
  ])('is told in plain words where it has %s', (_, schema, input, text) => {
    expect(refused(schema, input)).toMatchObject([{ text }])
  })

  it('is told of each name that does not exist, by that name', () => {
    const schema = z.object({ a: z.strictObject({}) })
    expect(refused(schema, { a: { b: 1, c: 2 } })).toEqual([
      { path: 'a.b', text: UNKNOWN_NAME },
      { path: 'a.c', text: UNKNOWN_NAME },
    ])
  })

  it('is told the same way where the router found it', () => {
    const schema = z.object({ a: z.number(), b: z.string().min(1, told(OWN)) })
    const data = { a: 'x', b: '' }
    const { errors } = refusalOf(() => refuseInput({ data, ...schema.safeParse(data) }))
    expect(errors).toEqual(refused(schema, data))
  })

  it('is answered in one language only', async () => {
    const schema = z.object({ a: z.string().min(1, told(OWN)) })
    const problem = refusalOf(() => parseInput(schema, { a: '' }))
    for (const language of LANGUAGES) {
      const answer = problemResponse({ problem, language, instance: '/', requestId: 'r' })
      const body = (await answer.json()) as { errors: unknown; detail: string }
      expect(body.errors).toEqual([{ path: 'a', message: OWN[language] }])
      expect(body.detail).toContain(`a: ${OWN[language]}`)
    }
  })
})
