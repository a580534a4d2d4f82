import { describe, expect, it } from 'vitest'
import { DEFAULT_FORMS } from '../../../worker/domain/inspections/default-forms/default-forms.ts'
import { formSheets } from '../../../worker/domain/inspections/form/form-sheets.ts'
import { readForm } from '../../../worker/domain/inspections/form/read-form.ts'
import { readWorkbook } from '../../support/at-once.ts'
import { workbookOf } from '../../support/inspections.ts'

/** How another question is named in an expression. */
const the = (name: string) => `\${${name}}`

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
