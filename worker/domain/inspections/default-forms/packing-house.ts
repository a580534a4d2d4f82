import { PACKING_HOUSE_QUESTIONS } from '../../../copy/default-forms/packing-house.ts'
import { DEFAULT_FORM_TITLES } from '../../../copy/default-forms/titles.ts'
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

type Name = keyof typeof PACKING_HOUSE_QUESTIONS

/** What is asked of the rules of the markets of a place. */
const OF_MARKETS: readonly Row<Name>[] = [
  whichOf<Name>('treatments_made', { rules: 'treatments', wrong: 'none' }),
  whichOf<Name>('checks_made', { rules: 'checks', wrong: 'none' }),
  ask<Name>('note', 'papers_note', { rules: 'papers' }),
]

const rowsWith = (rules: readonly Row<Name>[]): readonly Row<Name>[] => [
  ...group<Name>('general', [
    ask('text', 'online_means', ONLINE),
    ask('decimal', 'floor_area_m2', POSITIVE),
    ask('decimal', 'capacity_t_per_day', { required: true, ...POSITIVE }),
    ask('decimal', 'cold_store_m3', NOT_NEGATIVE),
    ask('select_multiple', 'treatment', { list: 'treatment' }),
  ]),
  ...group<Name>('origin', [
    isIt('coded_only', 'critical'),
    isIt('ledger_kept', 'major'),
    ask('text', 'ledger_missing', {
      ...{ relevant: answered('ledger_kept', 'no'), required: true, appearance: 'multiline' },
    }),
    isIt('traced', 'major'),
    ...rules,
  ]),
  ...group<Name>('hygiene', [
    isIt('clean', 'minor'),
    isIt('pest_proof', 'minor'),
    isIt('waste_removed', 'minor'),
    isIt('water_safe', 'major'),
    isIt('food_safety_certificate', 'major'),
    isIt('staff_trained', 'minor'),
  ]),
  ...commonRows,
]

function formWith(rules: readonly Row<Name>[]): InspectionForm {
  const items = worded(rowsWith(rules), PACKING_HOUSE_QUESTIONS)
  return {
    formId: 'co-so-dong-goi',
    title: DEFAULT_FORM_TITLES.packing_house,
    siteKind: 'packing_house',
    kinds: INSPECTION_KINDS,
    items,
    lists: listsOf(items),
  }
}

/** As it was before it asked for rules; minutes that name it are read by it. */
export const PACKING_HOUSE_FORM_1: InspectionForm = formWith([])

/** What a packing house is asked where its department has no form of its own. */
export const PACKING_HOUSE_FORM: InspectionForm = formWith(OF_MARKETS)
