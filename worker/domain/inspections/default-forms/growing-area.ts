import { GROWING_AREA_QUESTIONS } from '../../../copy/default-forms/growing-area.ts'
import { DEFAULT_FORM_TITLES, DEFAULT_FORM_NOTES as N } from '../../../copy/default-forms/titles.ts'
import type { InspectionForm } from '../form/form.ts'
import { INSPECTION_KINDS } from '../kinds.ts'
import {
  answered,
  ask,
  commonRows,
  group,
  isIt,
  listsOf,
  NOT_NEGATIVE,
  ONLINE,
  POSITIVE,
  type Row,
  worded,
} from './rows.ts'

type Name = keyof typeof GROWING_AREA_QUESTIONS

const MULTILINE = { appearance: 'multiline' } as const

const ROWS: readonly Row<Name>[] = [
  ...group<Name>('general', [
    ask('text', 'online_means', ONLINE),
    ask('decimal', 'area_ha', { required: true, ...POSITIVE }),
    ask('integer', 'household_count', NOT_NEGATIVE),
    ask('text', 'variety'),
    ask('integer', 'tree_age', {
      ...{ constraint: '. >= 0 and . <= 150', constraintMessage: N.years },
    }),
    ask('select_one', 'growth_stage', { list: 'growth_stage', required: true }),
    ask('date', 'expected_harvest', {
      ...{ constraint: '. >= today()', constraintMessage: N.notPast },
    }),
    ask('decimal', 'expected_yield_t', NOT_NEGATIVE),
  ]),
  ...group<Name>('inputs', [
    ask('text', 'pesticides_vn', MULTILINE),
    ask('text', 'pesticides_importer', MULTILINE),
    ask('text', 'pesticides_other', {
      ...MULTILINE,
      ...{ findingIf: 'string-length(.) > 0', findingSeverity: 'critical' },
    }),
    isIt('packaging_collected', 'minor'),
  ]),
  ...group<Name>('diary', [
    isIt('diary_exists', 'major'),
    isIt('diary_complete', 'minor', { relevant: answered('diary_exists', 'yes') }),
    ask('text', 'diary_missing', {
      ...{ relevant: answered('diary_complete', 'no'), required: true, ...MULTILINE },
    }),
  ]),
  ...group<Name>('pests', [
    ask('text', 'pest_composition', MULTILINE),
    ask('select_multiple', 'pest_method', { list: 'pest_method' }),
    isIt('pest_records', 'major'),
  ]),
  ...group<Name>('field', [
    isIt('gap_applied', null),
    isIt('weeds_cleared', 'minor'),
    isIt('isolated', 'minor'),
  ]),
  ...commonRows,
]

const items = worded(ROWS, GROWING_AREA_QUESTIONS)

/** What a growing area is asked where its department has no form of its own. */
export const GROWING_AREA_FORM: InspectionForm = {
  formId: 'vung-trong',
  title: DEFAULT_FORM_TITLES.growing_area,
  siteKind: 'growing_area',
  kinds: INSPECTION_KINDS,
  items,
  lists: listsOf(items),
}
