import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_FORMS } from '../../../worker/domain/inspections/default-forms/default-forms.ts'
import { compileForm } from '../../../worker/domain/inspections/form/compile-form.ts'
import type { FormItem, InspectionForm } from '../../../worker/domain/inspections/form/form.ts'
import { inspectionDay } from '../../../worker/domain/inspections/inspection-day.ts'
import { judgeAnswers } from '../../../worker/domain/inspections/judge-answers.ts'
import { judgeMinutes } from '../../../worker/domain/inspections/judge-minutes.ts'
import { extended, signaturePath } from '../../../worker/domain/inspections/signature.ts'
import { FINDING, SOUND_ANSWERS } from '../../support/inspections.ts'

/** How another question is named in an expression. */
const the = (name: string) => `\${${name}}`
const TODAY = '2026-06-15'

const compiled = (form: InspectionForm) => {
  const compiling = compileForm(form)
  if (!compiling.ok) throw new Error(JSON.stringify(compiling.faults))
  return compiling.compiled
}

const growing = compiled(DEFAULT_FORMS[0]?.form ?? (undefined as never))
const judge = (answers: Readonly<Record<string, unknown>>, kind = 'periodic' as const) =>
  judgeAnswers(growing, { answers, kind, today: TODAY })

describe('answers held against a form', () => {
  it('asks what is relevant by answers and by why one is there', () => {
    expect(judge(SOUND_ANSWERS)).toMatchObject({ faults: [], findings: [] })
    const { faults } = judge({ ...SOUND_ANSWERS, diary_exists: 'no', diary_complete: 'no' })
    // What follows from an answer that no longer counts is not asked either.
    expect(faults.map(({ name }) => name)).toEqual(['diary_complete'])
    const followUp = judgeAnswers(growing, {
      answers: SOUND_ANSWERS,
      kind: 'follow_up',
      today: TODAY,
    })
    expect(followUp.faults.map(({ name }) => name)).toEqual(['follow_up_seen'])
  })

  it('names what is missing, cannot be, or was not asked', () => {
    const faults = judge({
      ...SOUND_ANSWERS,
      ...{ area_ha: 0, household_count: 1.5, growth_stage: 'flying', variety: 5 },
      ...{ expected_harvest: '2026-06-14', photos: ['x'], general: 'a group', nowhere: 1 },
      weeds_cleared: null,
    }).faults.map(({ name, text }) => `${name}: ${text.vi}`)
    expect(faults.toSorted()).toEqual([
      'area_ha: Phải lớn hơn 0.',
      'expected_harvest: Từ ngày kiểm tra trở đi.',
      'general: Mẫu không hỏi câu này.',
      'growth_stage: Hãy chọn một mục trong danh sách.',
      'household_count: Hãy ghi số nguyên.',
      'nowhere: Mẫu không hỏi câu này.',
      'photos: Tối đa 6 ảnh.',
      'variety: Hãy ghi bằng chữ, tối đa 4.000 ký tự.',
      'weeds_cleared: Hãy trả lời câu này.',
    ])
  })

  it('what a form calls wrong must stand among the findings, and fits the conclusion', () => {
    const { findings: called } = judge({ ...SOUND_ANSWERS, weeds_cleared: 'no' })
    expect(called).toEqual([{ name: 'weeds_cleared', severity: 'minor' }])
    const faults = (given: Partial<Parameters<typeof judgeMinutes>[0]>) =>
      judgeMinutes({ outcome: 'passed', findings: [], called: [], today: TODAY, ...given }).map(
        ({ path }) => path,
      )
    expect(faults({})).toEqual([])
    expect(faults({ called })).toEqual(['answers.weeds_cleared'])
    const finding = { ...FINDING, question: 'weeds_cleared' }
    expect(faults({ called, findings: [finding] })).toEqual(['outcome'])
    expect(faults({ called, findings: [finding], outcome: 'passed_with_actions' })).toEqual([])
    expect(faults({ outcome: 'failed' })).toEqual(['outcome'])
    expect(
      faults({ outcome: 'failed', findings: [{ ...FINDING, action: ' ', dueOn: '2026-06-14' }] }),
    ).toEqual(['findings.0.action', 'findings.0.dueOn'])
  })

  it('never throws and keeps nothing that was not asked, whatever is sent', () => {
    const names = growing.items.map(({ item }) => item.name).filter((name) => name !== '')
    const anything = fc.oneof(
      fc.constantFrom('yes', 'no', '', 'fruiting', TODAY, 1, 0, -1, 2.5, null, undefined),
      fc.string(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.object({ maxDepth: 1 }),
    )
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names, '__proto__', 'x'), anything),
        (answers) => {
          const judged = judge(answers)
          const asked = new Set([...judged.asked].map((at) => growing.items[at]?.item.name))
          expect(Object.keys(judged.answers).every((name) => asked.has(name))).toBe(true)
          // What is kept is sound: judged again nothing new is wrong with it.
          expect(judge(judged.answers).answers).toEqual(judged.answers)
        },
      ),
      { seed: 20261130, numRuns: 150 },
    )
  })

  it('a chain as long as a form may be, of expressions as long as they may be, is worked out at once', () => {
    const sum = '+1'.repeat(230)
    const items = Array.from({ length: 300 }, (_, at): FormItem => {
      const relevant = at === 0 ? {} : { relevant: `${the(`q${at - 1}`)}${sum} > 0` }
      return { type: 'integer', name: `q${at}`, label: { vi: 'Câu' }, ...relevant }
    })
    const first = DEFAULT_FORMS[0]?.form ?? (undefined as never)
    // Written backwards, so that each depends on what comes after it.
    const form = compiled({ ...first, items: items.toReversed(), lists: {} })
    const answers = Object.fromEntries(items.map(({ name }) => [name, 1]))
    const began = performance.now()
    const { asked } = judgeAnswers(form, { answers, kind: 'periodic', today: TODAY })
    expect(asked.size).toBe(300)
    expect(performance.now() - began).toBeLessThan(500)
  })
})

it('a day after it arrived counts for the day of arrival; one of a clock never compared is told apart', () => {
  const receivedAt = Date.parse('2026-06-15T02:00:00Z')
  const day = (saidOn: string, hasClock = true) => inspectionDay({ saidOn, receivedAt, hasClock })
  expect(day('2026-06-14')).toEqual({ inspectedOn: '2026-06-14', dayState: 'sure' })
  expect(day('2026-06-14', false)).toEqual({ inspectedOn: '2026-06-14', dayState: 'unsure' })
  expect(day('2031-01-01', false)).toEqual({ inspectedOn: '2026-06-15', dayState: 'later' })
  expect(day('2025-06-15')).toEqual({ inspectedOn: '2025-06-15', dayState: 'sure' })
  for (const said of ['2025-06-14', '1970-01-01', '0001-01-01']) {
    expect(day(said)).toEqual({ inspectedOn: '2026-06-15', dayState: 'unsure' })
  }
})

it('a signature stays on its field and grows by points that draw something', () => {
  const stroke = [
    [5, 5],
    [6, 6],
    [2_000, -5],
  ].reduce<readonly number[]>((drawn, [x = 0, y = 0]) => extended(drawn, x, y), [])
  expect(stroke).toEqual([5, 5, 1_000, 0])
  expect(signaturePath([stroke, [1, 2, 3]])).toBe('M5 5L1000 0M1 2')
})
