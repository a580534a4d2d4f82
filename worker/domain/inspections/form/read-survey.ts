import { fillAll } from '../../../copy/fill.ts'
import { FORM_FAULTS as F } from '../../../copy/refusals/inspection-forms.ts'
import type { PartText } from '../../../lib/text/local-text.ts'
import { FINDING_SEVERITIES, type FindingSeverity } from '../../findings/kinds.ts'
import { RULE_LISTS } from '../rules/rule-lists.ts'
import {
  FORM_BOUNDS,
  type FormItem,
  type InspectionForm,
  type ItemType,
  KIND_NAME,
  NAME_PATTERN,
  QUESTION_TYPES,
} from './form.ts'
import type { FormRow } from './form-sheet.ts'

/** A row of the survey sheet as a question, and where it stands. */
export type ReadItem = { readonly item: FormItem; readonly row: number }

const TYPES: readonly ItemType[] = [...QUESTION_TYPES, 'begin_group', 'end_group']
/** As some write them. */
const ALSO: ReadonlyMap<string, ItemType> = new Map([
  ['begin group', 'begin_group'],
  ['end group', 'end_group'],
  ['photo', 'image'],
  ['int', 'integer'],
])

/** Reads the questions; what is wrong with each is told on its row. Null where a row is none. */
export function readSurvey(
  rows: readonly FormRow[],
  lists: InspectionForm['lists'],
): readonly ReadItem[] {
  return rows.flatMap((row) => {
    const item = readItem(row, lists)
    return item === null ? [] : [{ item, row: row.row }]
  })
}

function readItem(row: FormRow, lists: InspectionForm['lists']): FormItem | null {
  const kind = readType(row, lists)
  if (kind === null) return null
  const { type, list } = kind
  if (type === 'end_group') return { type, name: '', label: {} }
  const appearance = row.text('appearance')
  if (type === 'image' && appearance.includes('signature')) row.fault('appearance', F.signature)
  const label = readTexts(row, 'label', FORM_BOUNDS.label)
  if ((label.vi ?? '') === '' && type !== 'begin_group') row.fault('label', F.noLabel)
  const hint = readTexts(row, 'hint', FORM_BOUNDS.hint)
  const constraintMessage = readTexts(row, 'constraint_message', FORM_BOUNDS.hint)
  return {
    type,
    name: readName(row),
    label,
    ...(list === null ? {} : { list }),
    ...(isSaid(hint) ? { hint } : {}),
    ...(readRequired(row) ? { required: true } : {}),
    ...some('relevant', row.text('relevant')),
    ...some('constraint', row.text('constraint')),
    ...(isSaid(constraintMessage) ? { constraintMessage } : {}),
    ...some('appearance', appearance.slice(0, FORM_BOUNDS.name)),
    ...readRules(row, type),
    ...readFinding(row),
  }
}

function readType(
  row: FormRow,
  lists: InspectionForm['lists'],
): { readonly type: ItemType; readonly list: string | null } | null {
  const said = row.text('type')
  const lower = said.toLowerCase()
  const whole = TYPES.find((each) => each === lower) ?? ALSO.get(lower)
  const [first = '', list = '', ...rest] = said.split(' ')
  const chosen = first.toLowerCase()
  if (chosen === 'select_one' || chosen === 'select_multiple') {
    if (list === '' || rest.length > 0) {
      row.fault('type', fillAll(F.noList, { type: chosen }))
      return null
    }
    if (!Object.hasOwn(lists, list)) row.fault('type', fillAll(F.unknownList, { list }))
    return { type: chosen, list }
  }
  if (whole !== undefined) return { type: whole, list: null }
  const types = TYPES.join(', ')
  row.fault('type', fillAll(F.badType, { type: said.slice(0, FORM_BOUNDS.name), types }))
  return null
}

function readName(row: FormRow): string {
  const name = row.text('name')
  if (!NAME_PATTERN.test(name)) {
    row.fault('name', fillAll(F.badName, { name: name.slice(0, FORM_BOUNDS.name) }))
  } else if (name === KIND_NAME) row.fault('name', fillAll(F.reservedName, { name }))
  return name
}

const YES = new Set(['yes', 'true', 'true()', 'có', '1', 'x'])
const NO = new Set(['', 'no', 'false', 'false()', 'không', '0'])

function readRequired(row: FormRow): boolean {
  const said = row.text('required').toLowerCase()
  if (YES.has(said)) return true
  if (!NO.has(said)) row.fault('required', F.badRequired)
  return false
}

/** Types whose choices or hint a list of rules can fill. */
const TAKES_RULES: ReadonlySet<ItemType> = new Set<ItemType>([
  ...(['note', 'text', 'select_one', 'select_multiple'] as const),
])

function readRules(row: FormRow, type: ItemType): Pick<FormItem, 'rules'> {
  const said = row.text('rules').toLowerCase()
  if (said === '') return {}
  const rules = RULE_LISTS.find((each) => each === said)
  if (rules === undefined) {
    const values = { rules: said.slice(0, FORM_BOUNDS.name), known: RULE_LISTS.join(', ') }
    row.fault('rules', fillAll(F.unknownRules, values))
    return {}
  }
  if (!TAKES_RULES.has(type)) {
    row.fault('rules', fillAll(F.rulesOnType, { types: [...TAKES_RULES].join(', ') }))
    return {}
  }
  return { rules }
}

function readFinding(row: FormRow): Pick<FormItem, 'findingIf' | 'findingSeverity'> {
  const findingIf = row.text('finding_if')
  const said = row.text('finding_severity').toLowerCase()
  if (findingIf === '') {
    if (said !== '') row.fault('finding_severity', F.severityAlone)
    return {}
  }
  const severity = severityOf(said)
  if (severity === null) row.fault('finding_severity', F.badSeverity)
  return { findingIf, findingSeverity: severity ?? 'minor' }
}

function severityOf(said: string): FindingSeverity | null {
  return FINDING_SEVERITIES.find((each) => each === said) ?? null
}

/** A text in the languages it is given in, each within bounds. */
export function readTexts(row: FormRow, column: string, most: number): PartText {
  const texts = row.texts(column)
  if (Object.values(texts).some((text) => text.length > most)) {
    row.fault(column, fillAll(F.tooLong, { most }))
  }
  return texts
}

const isSaid = (text: PartText): boolean => Object.keys(text).length > 0

/** A part that is there, or nothing. */
function some<K extends keyof FormItem>(name: K, value: string): { readonly [N in K]?: string } {
  return value === '' ? {} : ({ [name]: value } as { readonly [N in K]?: string })
}
