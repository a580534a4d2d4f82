import { DEFAULT_CHOICES } from '../../../copy/default-forms/choices.ts'
import { DEFAULT_FORM_NOTES as N } from '../../../copy/default-forms/titles.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import type { FindingSeverity } from '../../findings/kinds.ts'
import type { FormItem, InspectionForm } from '../form/form.ts'
import type { RuleList } from '../rules/rule-lists.ts'

/** A row of a form before its words: they stand apart, by its name. */
export type Row<N extends string> = Omit<FormItem, 'name' | 'label'> & { readonly name: N | '' }

type More = Omit<FormItem, 'type' | 'name' | 'label'>

export const ask = <N extends string>(
  type: FormItem['type'],
  name: N,
  more: More = {},
): Row<N> => ({
  ...{ type, name },
  ...more,
})

/** Yes or no; the answer that is wrong is a finding of this severity. */
export const isIt = <N extends string>(
  name: N,
  wrong: FindingSeverity | null,
  more: More = {},
): Row<N> => ({
  ...{ type: 'select_one', name, list: 'yes_no', required: true },
  ...(wrong === null ? {} : { findingIf: ". = 'no'", findingSeverity: wrong }),
  ...more,
})

export const group = <N extends string>(
  name: N,
  rows: readonly Row<N>[],
  more: More = {},
): readonly Row<N>[] => [
  { type: 'begin_group', name, ...more },
  ...rows,
  { type: 'end_group', name: '' },
]

/** True where a question was answered so, or not so. */
export const answered = (name: string, choice: string, how: '=' | '!=' = '='): string =>
  `\${${name}} ${how} '${choice}'`

/** Which of the rules of a kind were met with; that none was is a choice beside them. */
export const whichOf = <N extends string>(
  name: N,
  given: { readonly rules: RuleList; readonly wrong: 'some' | 'none' },
): Row<N> => ({
  ...{ type: 'select_multiple', name, list: name, rules: given.rules, required: true },
  ...{ constraint: "not(selected(., 'none')) or count-selected(.) = 1" },
  constraintMessage: N.noneAlone,
  findingIf: given.wrong === 'none' ? "selected(., 'none')" : "not(selected(., 'none'))",
  findingSeverity: given.wrong === 'none' ? 'major' : 'critical',
})

export const POSITIVE: More = { constraint: '. > 0', constraintMessage: N.positive }
export const NOT_NEGATIVE: More = { constraint: '. >= 0', constraintMessage: N.notNegative }

/** Samples, what was mended, photos: asked of every place alike. */
type Common =
  | 'samples'
  | 'sample_taken'
  | 'sample_detail'
  | 'sample_result'
  | 'follow_up'
  | 'follow_up_seen'
  | 'proof'
  | 'photos'
  | 'position'

export const ONLINE: More = { relevant: answered('kind', 'online'), required: true }

export const commonRows: readonly Row<Common>[] = [
  ...group<Common>('samples', [
    isIt('sample_taken', null),
    ask('text', 'sample_detail', {
      ...{ relevant: answered('sample_taken', 'yes'), required: true, appearance: 'multiline' },
    }),
    ask('select_one', 'sample_result', {
      ...{ list: 'sample_result', relevant: answered('sample_taken', 'yes'), required: true },
      ...{ findingIf: ". = 'failed'", findingSeverity: 'critical' },
    }),
  ]),
  ...group<Common>(
    'follow_up',
    [ask('text', 'follow_up_seen', { required: true, appearance: 'multiline' })],
    { relevant: answered('kind', 'follow_up') },
  ),
  ...group<Common>('proof', [
    ask('image', 'photos'),
    ask('geopoint', 'position', { relevant: answered('kind', 'online', '!=') }),
  ]),
]

/** Rows with their words. */
export function worded<N extends string>(
  rows: readonly Row<N>[],
  words: Readonly<Record<N, LocalText>>,
): readonly FormItem[] {
  return rows.map((row) => ({ ...row, label: row.name === '' ? {} : words[row.name] }))
}

/** The lists these rows choose from. */
export function listsOf(items: readonly FormItem[]): InspectionForm['lists'] {
  const used = new Set(items.map(({ list }) => list))
  return Object.fromEntries(
    Object.entries(DEFAULT_CHOICES)
      .filter(([name]) => used.has(name))
      .map(([name, choices]) => [
        name,
        Object.entries(choices).map(([choice, label]) => ({ name: choice, label })),
      ]),
  )
}
