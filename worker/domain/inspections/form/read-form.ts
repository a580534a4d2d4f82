import { fillAll } from '../../../copy/fill.ts'
import {
  EXPRESSION_FAULTS,
  FORM_FAULTS as F,
  HOLLOW_RULES,
} from '../../../copy/refusals/inspection-forms.ts'
import type { Workbook } from '../../../lib/sheet/workbook.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { FUNCTION_ARGUMENTS } from '../expressions/expression.ts'
import { FORM_SITE_KINDS, INSPECTION_KINDS } from '../kinds.ts'
import { type CompiledForm, type CompileFault, compileForm } from './compile-form.ts'
import {
  CHOICE_PATTERN,
  FORM_BOUNDS,
  FORM_ID_PATTERN,
  type FormChoice,
  type InspectionForm,
} from './form.ts'
import { type FormFault, MOST_FAULTS } from './form-fault.ts'
import { type FormRow, formRows } from './form-sheet.ts'
import { type HollowRule, hollowRules } from './hollow-rules.ts'
import { type ReadItem, readSurvey, readTexts } from './read-survey.ts'

export type FormReading =
  | { readonly ok: true; readonly compiled: CompiledForm }
  | { readonly ok: false; readonly faults: readonly FormFault[] }

/**
 * Reads a workbook as an inspection form: a subset of XLSForm, in which a department asks its own
 * questions. What it does not know it refuses by sheet, row and column: a form that asks less than its
 * writer meant would be filled in wrongly for a season.
 */
export function readForm(workbook: Workbook): FormReading {
  const faults: FormFault[] = []
  const sheet = (name: string, columns: readonly string[], most: number) =>
    readSheet(workbook, { name, columns, most, faults })
  const settings = sheet('settings', ['form_id', 'form_title', 'site_kind', 'inspection_kinds'], 1)
  const choices = sheet('choices', ['list_name', 'name', 'label'], FORM_BOUNDS.choices)
  const survey = sheet('survey', ['type', 'name', 'label'], FORM_BOUNDS.items)
  const lists = readLists(choices)
  const items = readSurvey(survey, lists)
  const [first] = settings
  if (first === undefined || faults.length > 0) return refused(faults)
  const form = { ...readSettings(first), items: items.map(({ item }) => item), lists }
  const compiling = compileForm(form)
  if (compiling.ok) {
    const hollow = hollowRules(compiling.compiled)
    faults.push(...hollow.map((rule) => hollowInSheet(rule, items)))
  } else faults.push(...compiling.faults.map((fault) => inSheet(fault, items)))
  if (faults.length > 0 || !compiling.ok) return refused(faults)
  return { ok: true, compiled: compiling.compiled }
}

function refused(faults: readonly FormFault[]): FormReading {
  return { ok: false, faults: faults.slice(0, MOST_FAULTS) }
}

function readSheet(
  workbook: Workbook,
  given: {
    readonly name: string
    readonly columns: readonly string[]
    readonly most: number
    readonly faults: FormFault[]
  },
): readonly FormRow[] {
  const { name, most, faults } = given
  const tell = (text: LocalText) => faults.push({ sheet: name, row: null, column: null, text })
  const rows = formRows(workbook, name, given)
  if (rows === null) tell(fillAll(F.noSheet, { sheet: name }))
  else if (rows.length === 0 && name !== 'choices') tell(fillAll(F.empty, { sheet: name }))
  else if (rows.length > most) tell(fillAll(F.tooManyRows, { sheet: name, most }))
  return rows?.slice(0, most) ?? []
}

/** Choices of a list, and on which row each name stands. */
type ReadList = { readonly choices: FormChoice[]; readonly at: Map<string, number> }

function readLists(rows: readonly FormRow[]): InspectionForm['lists'] {
  const lists = new Map<string, ReadList>()
  for (const row of rows) {
    const [list, name] = [row.text('list_name'), row.text('name')]
    const label = readTexts(row, 'label', FORM_BOUNDS.label)
    if (!CHOICE_PATTERN.test(list))
      row.fault('list_name', fillAll(F.badName, { name: list.slice(0, 50) }))
    if (!CHOICE_PATTERN.test(name))
      row.fault('name', fillAll(F.badName, { name: name.slice(0, 50) }))
    if ((label.vi ?? '') === '') row.fault('label', F.noLabel)
    const known: ReadList = lists.get(list) ?? { choices: [], at: new Map() }
    lists.set(list, known)
    const before = known.at.get(name)
    if (before !== undefined) row.fault('name', fillAll(F.doubleName, { name, row: before }))
    known.at.set(name, row.row)
    known.choices.push({ name, label })
  }
  return Object.fromEntries([...lists].map(([list, { choices }]) => [list, choices]))
}

function readSettings(row: FormRow): Omit<InspectionForm, 'items' | 'lists'> {
  const formId = row.text('form_id')
  if (!FORM_ID_PATTERN.test(formId)) row.fault('form_id', F.badFormId)
  const title = readTexts(row, 'form_title', FORM_BOUNDS.label)
  if ((title.vi ?? '') === '') row.fault('form_title', F.noLabel)
  const siteKind = FORM_SITE_KINDS.find((each) => each === row.text('site_kind'))
  if (siteKind === undefined) row.fault('site_kind', F.badSiteKind)
  const said = row.text('inspection_kinds').split(/[\s,;]+/)
  const kinds = INSPECTION_KINDS.filter((each) => said.includes(each))
  if (kinds.length === 0 || kinds.length < new Set(said).size) {
    row.fault('inspection_kinds', fillAll(F.badKinds, { kinds: INSPECTION_KINDS.join(' ') }))
  }
  return { formId, title, siteKind: siteKind ?? 'growing_area', kinds }
}

/** The names that columns have in the sheet. */
const COLUMN_NAMES = {
  required: 'required',
  relevant: 'relevant',
  constraint: 'constraint',
  findingIf: 'finding_if',
} as const

function hollowInSheet(
  { at, column, code, text }: HollowRule,
  items: readonly ReadItem[],
): FormFault {
  const row = items[at]?.row ?? null
  return {
    ...{ sheet: 'survey', row, column: COLUMN_NAMES[column] },
    text: fillAll(HOLLOW_RULES[code], { text: text.slice(0, FORM_BOUNDS.name) }),
  }
}

function inSheet(fault: CompileFault, items: readonly ReadItem[]): FormFault {
  const row = items[fault.at]?.row ?? null
  const on = (column: string, text: LocalText): FormFault => ({
    sheet: 'survey',
    row,
    column,
    text,
  })
  switch (fault.code) {
    case 'expression': {
      const known = Object.keys(FUNCTION_ARGUMENTS)
        .map((name) => `${name}()`)
        .join(', ')
      const { code, text } = fault.fault
      return on(COLUMN_NAMES[fault.column], fillAll(EXPRESSION_FAULTS[code], { text, known }))
    }
    case 'unknown_name':
      return on(COLUMN_NAMES[fault.column], fillAll(F.unknownQuestion, { name: fault.name }))
    case 'circle':
      return on('relevant', fillAll(F.circle, { name: fault.name }))
    case 'double_name': {
      const first = items[fault.first]?.row ?? 0
      return on('name', fillAll(F.doubleName, { name: fault.name, row: first }))
    }
    case 'end_without_begin':
      return on('type', F.endWithoutBegin)
    case 'begin_without_end':
      return on('type', F.beginWithoutEnd)
    case 'too_deep':
      return on('type', F.groupsTooDeep)
  }
}
