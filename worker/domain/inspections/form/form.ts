import type { Language, PartText } from '../../../lib/text/local-text.ts'
import type { FindingSeverity } from '../../findings/kinds.ts'
import type { FormSiteKind, InspectionKind } from '../kinds.ts'
import type { RuleList } from '../rules/rule-lists.ts'

/** What a row of a form may be, by XLSForm's names. */
export const QUESTION_TYPES = [
  'note',
  'text',
  'integer',
  'decimal',
  'date',
  'select_one',
  'select_multiple',
  'image',
  'geopoint',
] as const
export type QuestionType = (typeof QUESTION_TYPES)[number]
export type ItemType = QuestionType | 'begin_group' | 'end_group'

/** A row of a form's survey sheet: a question, or where a group begins or ends. */
export type FormItem = {
  readonly type: ItemType
  /** By which expressions and answers know it; empty for the end of a group. */
  readonly name: string
  readonly label: PartText
  readonly hint?: PartText
  readonly required?: boolean
  /** Asked only where this holds; of a group, all of it. */
  readonly relevant?: string
  /** What its answer (`.`) must meet. */
  readonly constraint?: string
  readonly constraintMessage?: PartText
  /** The list it is chosen from. */
  readonly list?: string
  /** What it takes from the rules of the markets of a place: see `withRules`. */
  readonly rules?: RuleList
  /** `multiline` for a longer text. */
  readonly appearance?: string
  /** Where this holds something is found wrong here. */
  readonly findingIf?: string
  readonly findingSeverity?: FindingSeverity
}

export type FormChoice = { readonly name: string; readonly label: PartText }

/** One version of a form, as a department wrote it. */
export type InspectionForm = {
  /** By which its versions belong together: `vung-trong`. */
  readonly formId: string
  readonly title: PartText
  readonly siteKind: FormSiteKind
  readonly kinds: readonly InspectionKind[]
  readonly items: readonly FormItem[]
  readonly lists: Readonly<Record<string, readonly FormChoice[]>>
}

/** The variable by which a form asks less or more by why one is there: `${kind} = 'initial'`. */
export const KIND_NAME = 'kind'

/** Bounds of a form; the largest in use has a hundred questions. */
export const FORM_BOUNDS = {
  items: 300,
  choices: 1_000,
  label: 500,
  hint: 1_000,
  name: 50,
  depth: 5,
} as const

export const NAME_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,49}$/
/** A blank would part it into two, see `Value`. */
export const CHOICE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,49}$/
export const FORM_ID_PATTERN = /^[a-z0-9][a-z0-9_-]{0,49}$/

/** A text in a language, else in the one it was surely written in. */
export function saidIn(text: PartText, lang: Language): string {
  return text[lang] ?? text.vi ?? text.en ?? text.zh ?? ''
}
