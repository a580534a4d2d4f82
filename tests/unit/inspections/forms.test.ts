import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_FORMS } from '../../../worker/domain/inspections/default-forms/default-forms.ts'
import { compileForm } from '../../../worker/domain/inspections/form/compile-form.ts'
import type { FormItem, InspectionForm } from '../../../worker/domain/inspections/form/form.ts'
import { formSheets } from '../../../worker/domain/inspections/form/form-sheets.ts'
import { readForm } from '../../../worker/domain/inspections/form/read-form.ts'
import { inspectionDay } from '../../../worker/domain/inspections/inspection-day.ts'
import { judgeAnswers } from '../../../worker/domain/inspections/judge-answers.ts'
import { judgeMinutes } from '../../../worker/domain/inspections/judge-minutes.ts'
import { extended, signaturePath } from '../../../worker/domain/inspections/signature.ts'
import { readWorkbook } from '../../../worker/lib/sheet/read-workbook.ts'
import { FINDING, SOUND_ANSWERS, workbookOf } from '../../support/inspections.ts'

/** How another question is named in an expression. */
const the = (name: string) => `\${${name}}`
const TODAY = '2026-06-15'

async function readSheets(sheets: Parameters<typeof workbookOf>[0]) {
  const reading = readWorkbook(await workbookOf(sheets), { fileName: 'mau.xlsx' })
  if (!reading.ok) throw new Error(reading.problem.message)
  return readForm(reading.workbook)
}

const SETTINGS = [
  ['form_title', 'form_id', 'site_kind', 'inspection_kinds'],
  ['Biên bản thử', 'thu', 'growing_area', 'periodic follow_up'],
] as const
const CHOICES = [
  ['list_name', 'name', 'label', 'label::English (en)'],
  ['co_khong', 'yes', 'Có', 'Yes'],
  ['co_khong', 'no', 'Không', 'No'],
] as const
const HEAD = [
  ...['type', 'name', 'label', 'required', 'relevant', 'constraint'],
  ...['finding_if', 'finding_severity', 'calculation'],
] as const

const told = async (...rows: readonly (readonly (string | number | null)[])[]) => {
  const read = await readSheets({
    survey: [HEAD, ...rows],
    choices: CHOICES,
    settings: SETTINGS,
  })
  if (read.ok) return []
  return read.faults.map(({ sheet, row, column, text }) => `${sheet} ${row} ${column}: ${text.vi}`)
}

describe('a form that a department wrote in a spreadsheet', () => {
  it.each(DEFAULT_FORMS)('$id is read from its own workbook as it was', async ({ form }) => {
    const sheets = formSheets(form).map(({ sheetName, columns, rows }) => [
      sheetName,
      [columns.map(({ heading }) => heading), ...rows],
    ])
    const read = await readSheets(Object.fromEntries(sheets))
    expect(read).toMatchObject({ ok: true })
    if (read.ok) expect(read.compiled.form).toEqual(form)
  })

  it('is told every fault at once, by sheet, row and heading', async () => {
    expect(
      await told(
        ['barcode', 'ma', 'Mã'],
        ['select_one co_khong', 'nhật ký', 'Có nhật ký'],
        ['select_one khong_co', 'b', 'B'],
        ['text', 'kind', 'Loại', 'maybe'],
        ['image', 'c', '', null, null, null, null, null, '1+1'],
      ),
    ).toEqual([
      'survey 6 calculation: Cột “calculation” chưa dùng được ở đây. Hãy để trống.',
      expect.stringMatching(/^survey 2 type: Không có loại câu hỏi “barcode”\. Dùng được: note, /),
      expect.stringMatching(/^survey 3 name: Tên “nhật ký” chưa đúng/),
      'survey 4 type: Danh sách “khong_co” không có trong trang “choices”.',
      'survey 5 name: Tên “kind” dành cho loại kiểm tra. Hãy đặt tên khác.',
      'survey 5 required: Cột này chỉ ghi yes hoặc no.',
      'survey 6 label: Chưa có câu hỏi bằng tiếng Việt (cột label).',
    ])
    expect(
      await told(
        ['text', 'a', 'A', null, `${the('b')} = 1`],
        ['text', 'b', 'B', null, `${the('a')} = 1`],
        ['text', 'c', 'C', null, `${the('nowhere')} = 1`, "regex(., '^a+$')"],
        ['text', 'c', 'C'],
        ['end_group', null, null],
      ),
    ).toEqual([
      'survey 5 name: Tên “c” đã dùng ở dòng 4.',
      'survey 6 type: end_group này không có begin_group phía trên.',
      'survey 4 relevant: Biểu thức nhắc đến câu hỏi “nowhere” không có trong mẫu.',
      expect.stringMatching(/^survey 4 constraint: Không dùng được hàm regex\(\)\. Dùng được: not/),
    ])
    expect(
      await told(
        ['text', 'a', 'A', null, `${the('b')} = 1`],
        ['begin_group', 'g', 'G', null, `${the('a')} = 1`],
        ['text', 'b', 'B'],
        ['end_group', null, null],
      ),
    ).toEqual([expect.stringMatching(/relevant: Câu “\w+” chỉ được hỏi tùy theo chính nó/)])
  })

  it.each<[string, readonly (readonly (string | null)[])[], readonly string[]]>([
    ['a type by the name of what every object has', [['constructor', 'a', 'A']], ['type']],
    [
      'rules on what has no answer',
      [
        ['note', 'a', 'A', 'yes', null, '. > 1', '1 = 1', 'minor'],
        ['text', 'b', 'B', null, `${the('a')} = 'x'`],
      ],
      ['required', 'constraint', 'finding_if', 'relevant'],
    ],
    [
      'its own answer before it is asked',
      [['text', 'a', 'A', null, "string-length(.) > 2 or . = 'x'"]],
      ['relevant'],
    ],
    [
      'a choice that the list does not have',
      [
        ['select_one co_khong', 'a', 'A', null, null, null, ". = 'khong'", 'minor'],
        ['select_multiple co_khong', 'b', 'B', null, `selected(${the('a')}, 'có')`],
        ['text', 'c', 'C', null, `${the('kind')} = 'dot_xuat'`],
      ],
      ['finding_if', 'relevant', 'relevant'],
    ],
    [
      'days and figures as people write them',
      [
        ['decimal', 'a', 'A', null, null, '. > 2,5'],
        ['date', 'b', 'B', null, null, ". >= '30/02/2026'"],
      ],
      ['constraint'],
    ],
    [
      'sums of days, and days that are none',
      [
        ['date', 'a', 'A', null, null, '. <= today() + 7'],
        ['date', 'b', 'B', null, null, ". = '2026-02-30'"],
        ['integer', 'c', 'C', null, null, ". > 'abc'"],
      ],
      ['constraint', 'constraint', 'constraint'],
    ],
    [
      'nothing',
      [
        ['select_multiple co_khong', 'a', 'A', null, `${the('kind')} = 'periodic'`],
        ['text', 'b', 'B', null, `${the('a')} = 'yes no' or ${the('a')} != ''`],
        ['date', 'c', 'C', null, null, ". >= '2026-01-31' and . != ''"],
        ['decimal', 'd', 'D', null, null, ". > '2.5' and -. < 3 and 'ab' = 'cd'"],
      ],
      [],
    ],
  ])('is refused for %s', async (_, rows, columns) => {
    const faults = await told(...rows)
    expect(faults.map((fault) => fault.split(' ')[2]?.slice(0, -1) ?? '')).toEqual(columns)
  })

  it('is asked about a heading that is almost one, and may have others of its own', async () => {
    const read = async (...more: readonly string[]) => {
      const survey = [
        ['type', 'name', 'label', ...more],
        ['text', 'a', 'A'],
      ]
      const form = await readSheets({ survey, choices: CHOICES, settings: SETTINGS })
      return form.ok ? [] : form.faults.map(({ row, column }) => `${row} ${column}`)
    }
    const misspelt = ['relevent', 'finding if', 'requierd', 'relevance', 'hints']
    expect(await read(...misspelt)).toEqual(misspelt.map((heading) => `1 ${heading}`))
    expect(await read('ghi chú', 'guidance_hint', 'label::Français (fr)')).toEqual([])
  })

  it('without a sheet or a heading says which', async () => {
    const read = await readSheets({
      survey: [
        ['type', 'name'],
        ['text', 'a'],
      ],
      settings: SETTINGS,
    })
    expect(read).toMatchObject({
      ok: false,
      faults: [
        { sheet: 'choices', row: null },
        { sheet: 'survey', row: 1, column: 'label' },
        { sheet: 'survey', row: 2, column: 'label' },
      ],
    })
  })
})

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
