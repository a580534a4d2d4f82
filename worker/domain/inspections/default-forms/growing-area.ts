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
  whichOf,
  worded,
} from './rows.ts'

type Name = keyof typeof GROWING_AREA_QUESTIONS

const MULTILINE = { appearance: 'multiline' } as const

/** What is asked of the rules of the markets of a place. */
const OF_MARKETS = {
  inputs: [ask<Name>('note', 'banned_note', { rules: 'banned' })],
  pests: [whichOf<Name>('pests_seen', { rules: 'pests', wrong: 'some' })],
  field: [whichOf<Name>('checks_made', { rules: 'checks', wrong: 'none' })],
  samples: [ask<Name>('note', 'limits_note', { rules: 'limits' })],
} as const

const NOTHING = { inputs: [], pests: [], field: [], samples: [] } as const

type OfMarkets = Readonly<Record<keyof typeof OF_MARKETS, readonly Row<Name>[]>>

const rowsWith = (rules: OfMarkets): readonly Row<Name>[] => [
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
    ...rules.inputs,
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
    ...rules.pests,
    ask('select_multiple', 'pest_method', { list: 'pest_method' }),
    isIt('pest_records', 'major'),
  ]),
  ...group<Name>('field', [
    isIt('gap_applied', null),
    isIt('weeds_cleared', 'minor'),
    isIt('isolated', 'minor'),
    ...rules.field,
  ]),
  ...rules.samples,
  ...commonRows,
]

function formWith(rules: OfMarkets): InspectionForm {
  const items = worded(rowsWith(rules), GROWING_AREA_QUESTIONS)
  return {
    formId: 'vung-trong',
    title: DEFAULT_FORM_TITLES.growing_area,
    siteKind: 'growing_area',
    kinds: INSPECTION_KINDS,
    items,
    lists: listsOf(items),
  }
}

/** As it was before it asked for rules; minutes that name it are read by it. */
export const GROWING_AREA_FORM_1: InspectionForm = formWith(NOTHING)

/** What a growing area is asked where its department has no form of its own. */
export const GROWING_AREA_FORM: InspectionForm = formWith(OF_MARKETS)
