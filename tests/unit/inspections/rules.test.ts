import { describe, expect, it } from 'vitest'
import { GROWING_AREA_FORM } from '../../../worker/domain/inspections/default-forms/growing-area.ts'
import { compileForm } from '../../../worker/domain/inspections/form/compile-form.ts'
import type { InspectionForm } from '../../../worker/domain/inspections/form/form.ts'
import { readForm } from '../../../worker/domain/inspections/form/read-form.ts'
import { judgeAnswers } from '../../../worker/domain/inspections/judge-answers.ts'
import { LISTED_NAME } from '../../../worker/domain/inspections/rules/rule-lists.ts'
import { ruleListsOf } from '../../../worker/domain/inspections/rules/rule-lists-of.ts'
import { withRules } from '../../../worker/domain/inspections/rules/with-rules.ts'
import { RULE_LIBRARY } from '../../../worker/domain/market-rules/library.ts'
import { readWorkbook } from '../../support/at-once.ts'
import { SOUND_ANSWERS, workbookOf } from '../../support/inspections.ts'

const DAY = '2026-11-30'
const substance = {
  ...{ substance: 'Chlorpyrifos', market: 'CHN', effect: 'banned' as const, limitNote: null },
  ...{ fromOn: '2020-01-01', toOn: null, legalBasis: 'Văn bản thử' },
}
const facts = { rules: RULE_LIBRARY, substances: [substance] }
const durian = { crops: ['Sầu riêng Ri6'], markets: ['CHN'], day: DAY }

function judge(form: InspectionForm, answers: Readonly<Record<string, unknown>>) {
  const compiling = compileForm(form)
  if (!compiling.ok) throw new Error(JSON.stringify(compiling.faults))
  return judgeAnswers(compiling.compiled, { answers, kind: 'periodic', today: DAY })
}

describe('lists of rules for a place', () => {
  it('are those of its crops and markets on the day, with names that an answer may keep', () => {
    const lists = ruleListsOf(facts, durian)
    expect(lists.pests?.map(({ label }) => label.vi?.split(',')[0])).toContain(
      'Bactrocera correcta',
    )
    expect(lists.checks).toHaveLength(4)
    expect(lists.banned?.[0]?.label.vi).toBe('Chlorpyrifos, cấm dùng (Trung Quốc)')
    for (const { name } of Object.values(lists).flat()) expect(name).toMatch(LISTED_NAME)
    expect(ruleListsOf(facts, { ...durian, day: '2022-07-10' }).pests).toBeUndefined()
    expect(ruleListsOf(facts, { ...durian, markets: ['VNM'] })).toEqual({})
  })

  it('name a rule of several markets once', () => {
    const markets = ['AUS', 'CHN']
    const all = ruleListsOf(facts, { crops: ['Sầu riêng', 'Xoài'], markets, day: DAY })
    expect(all.treatments).toHaveLength(1)
    expect(all.treatments?.[0]?.label.en).toContain('(Australia)')
  })
})

describe('a form that takes rules', () => {
  const lists = ruleListsOf(facts, durian)
  const form = withRules(GROWING_AREA_FORM, lists)
  const first = lists.pests?.[0]?.name ?? ''

  it('asks for what was found of them, and calls it wrong', () => {
    const asked = { ...SOUND_ANSWERS, checks_made: [lists.checks?.[0]?.name ?? ''] }
    expect(judge(form, asked).faults.map(({ name }) => name)).toEqual(['pests_seen'])
    const clean = judge(form, { ...asked, pests_seen: ['none'] })
    expect([clean.faults, clean.findings]).toEqual([[], []])
    const found = judge(form, { ...asked, pests_seen: [first] })
    expect(found.findings).toEqual([{ name: 'pests_seen', severity: 'critical' }])
    const both = judge(form, { ...asked, pests_seen: [first, 'none'] })
    expect(both.faults.map(({ name }) => name)).toEqual(['pests_seen'])
    expect(judge(form, { ...asked, pests_seen: ['r.khac'] }).faults).toHaveLength(1)
  })

  it('asks nothing of the kind where there is no rule, and says rules in the hint of a note', () => {
    const none = withRules(GROWING_AREA_FORM, null)
    expect(judge(none, SOUND_ANSWERS).faults).toEqual([])
    const note = form.items.find(({ name }) => name === 'limits_note')
    expect(note?.hint?.vi).toContain('Cadmi, ≤ 0,05 mg/kg')
  })

  it('is refused by row and column where it names an unknown list, or puts one where none can be', async () => {
    const bytes = await workbookOf({
      survey: [
        ['type', 'name', 'label', 'rules'],
        ['select_multiple co', 'a', 'A', 'pest'],
        ['begin_group', 'g', 'G', 'pests'],
        ['end_group', null, null, null],
        ['note', 'b', 'B', 'BANNED'],
      ],
      choices: [
        ['list_name', 'name', 'label'],
        ['co', 'none', 'Không'],
      ],
      settings: [
        ['form_title', 'form_id', 'site_kind', 'inspection_kinds'],
        ['Biên bản', 'thu', 'growing_area', 'periodic'],
      ],
    })
    const reading = readWorkbook(bytes, { fileName: 'mau.xlsx' })
    if (!reading.ok) throw new Error(reading.problem.message)
    const read = readForm(reading.workbook)
    expect(
      read.ok ? [] : read.faults.map(({ sheet, row, column }) => [sheet, row, column]),
    ).toEqual([
      ['survey', 2, 'rules'],
      ['survey', 3, 'rules'],
    ])
  })
})
