import { FORM_GUIDE } from '../../../copy/inspection-form-guide.ts'
import type { WrittenCell, WrittenColumn } from '../../../lib/sheet/write/sheet-cells.ts'
import type { PartText } from '../../../lib/text/local-text.ts'
import { FINDING_SEVERITIES } from '../../findings/kinds.ts'
import { RULE_LISTS } from '../rules/rule-lists.ts'
import { type FormItem, type InspectionForm, QUESTION_TYPES } from './form.ts'

/** A sheet of a form's workbook, as it is edited in a spreadsheet. */
export type FormSheet = {
  readonly sheetName: string
  readonly columns: readonly WrittenColumn[]
  readonly rows: readonly (readonly WrittenCell[])[]
}

const LANGUAGE_COLUMNS = [
  ['vi', ''],
  ['en', '::English (en)'],
  ['zh', '::中文 (zh)'],
] as const

const WIDE = 40
const NARROW = 18

function textColumns(name: string): WrittenColumn[] {
  return LANGUAGE_COLUMNS.map(([, suffix]) => ({ heading: `${name}${suffix}`, width: WIDE }))
}

function textCells(text: PartText | undefined): WrittenCell[] {
  return LANGUAGE_COLUMNS.map(([lang]) => text?.[lang] ?? null)
}

const plain = (...names: readonly string[]): WrittenColumn[] =>
  names.map((heading) => ({ heading, width: NARROW }))

/** What may be chosen in cells of the survey sheet; anything else may be typed all the same. */
export function surveyChoices(form: InspectionForm) {
  const chosen = Object.keys(form.lists).flatMap((list) => [
    `select_one ${list}`,
    `select_multiple ${list}`,
  ])
  const plainTypes = QUESTION_TYPES.filter((type) => !type.startsWith('select_'))
  const values: Readonly<Record<string, readonly string[]>> = {
    type: [...plainTypes, ...chosen, 'begin_group', 'end_group'],
    required: ['yes', 'no'],
    rules: RULE_LISTS,
    finding_severity: FINDING_SEVERITIES,
  }
  const [survey] = formSheets(form)
  return (survey?.columns ?? []).flatMap(({ heading }, column) => {
    const offered = values[heading]
    return offered === undefined ? [] : [{ column, values: offered }]
  })
}

/** What explains the other sheets; it is not read back. */
export const GUIDE_SHEET: FormSheet = {
  sheetName: FORM_GUIDE.sheetName,
  columns: FORM_GUIDE.columns.map((heading, at) => ({ heading, width: at === 0 ? 20 : 90 })),
  rows: FORM_GUIDE.rows,
}

/** A form as the sheets it is read from again: `readForm` gives the same form. */
export function formSheets(form: InspectionForm): readonly FormSheet[] {
  return [
    {
      sheetName: 'survey',
      columns: [
        ...plain('type', 'name'),
        ...textColumns('label'),
        ...textColumns('hint'),
        ...plain('required', 'relevant', 'constraint'),
        ...textColumns('constraint_message'),
        ...plain('appearance', 'rules', 'finding_if', 'finding_severity'),
      ],
      rows: form.items.map(itemCells),
    },
    {
      sheetName: 'choices',
      columns: [...plain('list_name', 'name'), ...textColumns('label')],
      rows: Object.entries(form.lists).flatMap(([list, choices]) =>
        choices.map(({ name, label }) => [list, name, ...textCells(label)]),
      ),
    },
    {
      sheetName: 'settings',
      columns: [
        ...textColumns('form_title'),
        ...plain('form_id', 'site_kind', 'inspection_kinds', 'default_language'),
      ],
      rows: [
        [
          ...textCells(form.title),
          ...[form.formId, form.siteKind, form.kinds.join(' '), 'Vietnamese (vi)'],
        ],
      ],
    },
  ]
}

function itemCells(item: FormItem): WrittenCell[] {
  return [
    item.list === undefined ? item.type : `${item.type} ${item.list}`,
    item.name,
    ...textCells(item.label),
    ...textCells(item.hint),
    item.required === true ? 'yes' : null,
    item.relevant ?? null,
    item.constraint ?? null,
    ...textCells(item.constraintMessage),
    item.appearance ?? null,
    item.rules ?? null,
    item.findingIf ?? null,
    item.findingSeverity ?? null,
  ]
}
