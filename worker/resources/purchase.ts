import { purchasePeriod, purchasePlan, purchaseReport } from '../../db/schema/index.ts'
import { fillAll } from '../copy/fill.ts'
import { MARKETS, marketName } from '../copy/markets.ts'
import {
  DESTINATION_PROCESSING,
  PURCHASE_LIST_COLUMNS,
  PURCHASE_COPY as W,
} from '../copy/portal/purchase.ts'
import { PURCHASE_REFUSALS as R } from '../copy/refusals/purchases.ts'
import { marketOf } from '../domain/lists/vocabulary/markets.ts'
import { type Destination, PROCESSING } from '../domain/purchases/kinds.ts'
import { monthIn } from '../domain/purchases/periods.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { LANGUAGES, type LocalText } from '../lib/text/local-text.ts'
import { daysBetween, toCalendarDate } from '../lib/time/calendar-date.ts'
import type { Field } from './field.ts'
import { day, line, optionalLine, optionallyRead, simple } from './fields.ts'
import { optionalMass } from './mass-field.ts'
import { amount } from './number-fields.ts'
import { optionalProse, prose } from './prose-fields.ts'
import { fault, readText } from './read-text.ts'
import { type Fault, fieldsOf, resource, thing } from './resource.ts'
import { typedColumns } from './typed-columns.ts'

/** A destination in words. */
export function destinationName(destination: Destination): LocalText {
  if (destination === PROCESSING) return DESTINATION_PROCESSING
  const said = (lang: (typeof LANGUAGES)[number]) => marketName(destination, lang)
  return { vi: said('vi'), en: said('en'), zh: said('zh') }
}

const PROCESSING_WORDS = new Set(
  [PROCESSING, ...LANGUAGES.map((lang) => DESTINATION_PROCESSING[lang])].map(foldVietnamese),
)

function destinationIn(text: string): Destination {
  if (PROCESSING_WORDS.has(foldVietnamese(text))) return PROCESSING
  return marketOf(text) ?? fault(R.destinationOdd)
}

function optionalDestination(given: Parameters<typeof simple>[0]): Field<Destination | null> {
  const choices: Record<string, LocalText> = { ...MARKETS, [PROCESSING]: DESTINATION_PROCESSING }
  return optionallyRead<Destination>(given, {
    max: 80,
    read: destinationIn,
    input: { type: 'select', choices },
    show: (value, lang) => destinationName(value)[lang],
  })
}

/** A line of a report, as its form asks for it: kilograms through one code. */
export const PURCHASE_LINE = {
  fields: {
    code: optionalLine({ label: W.code, max: 60, code: true }),
    boughtKg: optionalMass({ label: W.boughtKg, row: 'kg' }),
    destination: optionalDestination({ label: W.destination, row: 'kg' }),
    soldKg: optionalMass({ label: W.soldKg, group: 'more', row: 'sold' }),
    counterpart: optionalLine({ label: W.counterpart, max: 200, group: 'more', row: 'sold' }),
    crop: optionalLine({ label: W.crop, hint: W.cropHint, max: 120, group: 'more' }),
  },
}

/** Lines that one report has at most. */
export const MOST_LINES = 60

/**
 * Its questions by their place in the form; inputs carry the number, labels where there are several.
 * Of a grower what was sold is asked openly.
 */
export function purchaseLineFields(
  place: number,
  asked: { readonly isGrower?: boolean; readonly isOne?: boolean },
): Readonly<Record<string, Field<unknown>>> {
  const numbered = fieldsOf(PURCHASE_LINE).map(([name, field]): [string, Field<unknown>] => {
    const isOpen = asked.isGrower === true && (name === 'soldKg' || name === 'counterpart')
    const inputs = field.inputs.map((input) => ({
      ...input,
      ...(asked.isOne === true
        ? {}
        : { label: fillAll(W.ofLine, { n: place, label: input.label }) }),
      ...(input.row === undefined ? {} : { row: `${input.row}${place}` }),
    }))
    return [`${name}${place}`, { ...field, inputs, group: isOpen ? '' : field.group }]
  })
  return Object.fromEntries(numbered)
}

/** What of a report is asked beside its lines. */
export const PURCHASE_HEAD = {
  fields: {
    organisation: optionalLine({ label: W.organisation, hint: W.organisationHint, max: 200 }),
    period: line({ label: W.period, max: 60 }),
  },
}

export const PURCHASE_CORRECTION = {
  fields: { reason: prose({ label: W.reason, hint: W.reasonHint, max: 500 }) },
}

export const PURCHASE_WITHDRAWAL = {
  fields: { reason: prose({ label: W.withdrawReason, max: 500 }) },
}

/** What was bought and sold through coded areas in a period: private to its reporter, holders of the codes and officers. */
export const PURCHASE_REPORT = thing({
  actions: {
    add: 'purchase.report',
    correct: 'purchase.correct',
    withdraw: 'purchase.withdraw',
    list: 'purchase.list',
  },
  entity: 'purchase_report',
  noun: W.noun,
  table: purchaseReport,
  may: { read: 'purchases.read', write: 'purchases.write' },
  fields: { fromOn: day({ label: W.fromOn }), toOn: day({ label: W.toOn }) },
})

const LONGEST_DAYS = 366

/** A list of reports: a row for each line. */
export const PURCHASE_LIST = typedColumns(PURCHASE_LIST_COLUMNS, {
  required: ['code', 'period'],
  most: 200,
})

/** What a row of it must say. */
export const PURCHASE_ROW = {
  fields: { ...PURCHASE_LINE.fields, ...PURCHASE_HEAD.fields },
}

/** The days that a province asks to be reported together, and until when. */
export const PURCHASE_PERIOD = resource({
  actions: { add: 'purchase_period.add', edit: 'purchase_period.edit' },
  entity: 'purchase_period',
  noun: W.periodNoun,
  table: purchasePeriod,
  may: { read: 'purchase_periods.write', write: 'purchase_periods.write' },
  target: ({ provinceCode }) => ({
    organisationId: null,
    place: { provinceCode, communeCode: null },
  }),
  fields: {
    name: line({ label: W.periodName, hint: W.periodNameHint, max: 80 }),
    fromOn: day({ label: W.fromOn, row: 'days', fixed: true }),
    toOn: day({ label: W.toOn, row: 'days', fixed: true }),
    dueOn: day({ label: W.dueOn, hint: W.dueHint }),
    legalBasis: optionalLine({ label: W.legalBasis, max: 200 }),
  },
  initial: (now) => ({ createdAt: now }),
  check: ({ fromOn, toOn, dueOn }) => {
    const [from, to] = [toCalendarDate(fromOn), toCalendarDate(toOn)]
    if (from === null || to === null) return []
    if (to < from) return [{ path: 'toOn', text: R.periodBackwards }]
    const faults: Fault[] = []
    if (daysBetween(from, to) >= LONGEST_DAYS) faults.push({ path: 'toOn', text: R.periodLong })
    if (dueOn < fromOn) faults.push({ path: 'dueOn', text: R.dueEarly })
    return faults
  },
})

/** A month as people write it, kept as `YYYY-MM`. */
function month(given: Parameters<typeof simple>[0]): Field<string> {
  const shown = (value: string) => value.split('-').toReversed().join('/')
  return simple<string>(given, {
    schema: readText({ max: 40, read: (text) => monthIn(text) ?? fault(R.monthOdd), blank: null }),
    input: { required: true, maxlength: 40 },
    text: shown,
    show: shown,
  })
}

/** What a holder expects to sell of a season to somebody in a month. */
export const PURCHASE_PLAN = resource({
  actions: { add: 'purchase_plan.add', edit: 'purchase_plan.edit', remove: 'purchase_plan.remove' },
  entity: 'purchase_plan',
  noun: W.planNoun,
  table: purchasePlan,
  may: { read: 'codes.own', write: 'codes.own' },
  target: ({ organisationId }) => ({ organisationId, place: null }),
  fields: {
    buyer: line({ label: W.buyer, hint: W.buyerHint, max: 200 }),
    month: month({ label: W.month, hint: W.monthHint, row: 'when' }),
    quantityKg: amount({ label: W.plannedKg, row: 'when' }),
    seasonId: line({ label: W.season, max: 60, fixed: true }),
    note: optionalProse({ label: W.note, max: 500 }),
  },
  derive: ({ buyer }) => ({ buyerFolded: foldVietnamese(buyer) }),
  initial: (now) => ({ createdAt: now }),
})
