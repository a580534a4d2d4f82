import { ORGANISATION_KINDS } from '../copy/names.ts'
import { APPLICATION_FORM_COPY as W } from '../copy/portal/application-form.ts'
import { CHECK_OUTCOME_NAMES } from '../copy/portal/application-names.ts'
import { APPLICATION_RULES_COPY as RULES } from '../copy/portal/application-rules.ts'
import { REISSUE_REASON_NAMES } from '../copy/portal/decision.ts'
import type { FormPart } from '../domain/applications/kinds.ts'
import type { ApplicationStep } from '../domain/applications/workflow.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import type { Field } from './field.ts'
import {
  day,
  line,
  lines,
  optionalChoice,
  optionalDay,
  optionalLine,
  optionallyRead,
  simple,
} from './fields.ts'
import { optionalCount, optionalDecimal } from './number-fields.ts'
import { optionalProse, prose } from './prose-fields.ts'
import { fault, readText } from './read-text.ts'
import { siteFields } from './site.ts'

type Fields = { readonly fields: Readonly<Record<string, Field<unknown>>> }

const YES_NO = { yes: W.yes, no: W.no }
/** A list of many hundred households, well within what a form may carry. */
const LONGEST_LIST = 60_000

/**
 * Answers of an application that a site does not keep. None must be there to be saved: what is missing
 * is told before it is handed in.
 */
const OWN = {
  change: { changeReason: optionalProse({ label: W.changeReason, max: 2_000 }) },
  holder: {
    newHolder: optionalLine({ label: W.newHolder, hint: W.newHolderHint, max: 200 }),
    newHolderKind: optionalChoice({ label: W.newHolderKind, choices: ORGANISATION_KINDS }),
  },
  households: {
    households: optionalProse({
      ...{ label: W.households, hint: W.householdsHint, max: LONGEST_LIST },
      audit: 'hidden',
    }),
  },
  people: {
    position: optionalLine({ label: W.position, max: 120 }),
    identityNo: optionallyRead(
      { label: W.identityNo, hint: W.identityHint, audit: 'hidden' },
      {
        max: 20,
        read: (text) => {
          const digits = text.replace(/[\s-]/g, '')
          return /^(?:\d{10}|\d{12}|\d{13})$/.test(digits) ? digits : fault(W.identityOdd)
        },
        input: { maxlength: 20, inputmode: 'numeric', code: true },
      },
    ),
  },
  goods: {
    crops: lines({ label: W.crops, max: 80, most: 60, type: 'checks' }),
    markets: lines({ label: W.markets, hint: W.marketsHint, max: 10, most: 30, type: 'checks' }),
  },
  growing: {
    harvestsPerYear: within(0, 12, { label: W.harvests, odd: W.harvestsOdd, row: 'harvest' }),
    expectedYieldT: optionalDecimal({ label: W.expectedYield, unit: 't', row: 'harvest' }),
    yieldAverage: optionalDecimal({ label: W.yieldAverage, unit: null, row: 'average' }),
    treeCount: optionalCount({ label: W.trees, row: 'trees' }),
    plantingYear: within(1900, 2200, {
      ...{ label: W.plantingYear, odd: W.plantingYearOdd, row: 'trees' },
    }),
    gap: lines({ label: W.gap, max: 20, most: 9, type: 'checks' }),
    procedure: optionalProse({ label: W.procedure, max: 10_000 }),
    pestPlan: optionalProse({ label: W.pestPlan, hint: W.pestPlanHint, max: 10_000 }),
    diaryKept: optionalChoice({ label: W.diary, choices: YES_NO }),
  },
  rules: {
    declared: lines({
      ...{ label: RULES.declared, hint: RULES.declaredHint, max: 80, most: 200, type: 'checks' },
    }),
  },
  commitment: {
    committed: optionalChoice({ label: W.committed, choices: { yes: W.committedYes } }),
  },
} as const

/** The questions of a part; facts of the site are asked as the site's own form asks them. */
export function applicationPart(
  part: FormPart,
  kind: { readonly id: string; readonly labelSlot: string },
): Fields {
  switch (part) {
    case 'place':
      return {
        fields: {
          ...siteFields({ kind, group: 'where' }).fields,
          ...siteFields({ kind, group: 'size' }).fields,
        },
      }
    case 'people':
      return asFields({ ...siteFields({ kind, group: 'contact' }).fields, ...OWN.people })
    case 'change':
    case 'holder':
    case 'households':
    case 'goods':
    case 'growing':
    case 'rules':
    case 'commitment':
      return asFields(OWN[part])
  }
}

/** Every answer there may be, by its name: what the log calls them. */
export const APPLICATION_ANSWERS: Fields = asFields(Object.assign({}, ...Object.values(OWN)))

/** What is said with each step that has a form; approval has one of its own. */
export const APPLICATION_STEP_FORMS = {
  submit: { note: optionalProse({ label: W.note, max: 2_000 }) },
  request_supplement: { reason: prose({ label: W.supplement, max: 4_000 }) },
  pass_documents: { note: optionalProse({ label: W.note, max: 2_000 }) },
  schedule_check: {
    checkOn: day({ label: W.checkOn }),
    note: optionalProse({ label: W.note, max: 2_000 }),
  },
  // Day and outcome must be said where no minutes are chosen.
  record_check: {
    inspectionId: optionalLine({ label: W.checkMinutes, hint: W.checkMinutesHint, max: 80 }),
    checkOn: optionalDay({ label: W.checkedOn }),
    outcome: optionalChoice({ label: W.outcome, choices: CHECK_OUTCOME_NAMES }),
    note: optionalProse({ label: W.finding, max: 4_000 }),
  },
  reject: { reason: prose({ label: W.reason, max: 4_000 }) },
  withdraw: { reason: prose({ label: W.reason, max: 2_000 }) },
} as const satisfies Record<Exclude<ApplicationStep, 'approve'>, object>

/** What every approval says; codes and statuses are asked by market beside it. */
export const APPROVAL = {
  fields: {
    issuedOn: day({ label: W.issuedOn, row: 'paper' }),
    documentNo: line({ label: W.documentNo, max: 100, code: true, row: 'paper' }),
    validTo: optionalDay({ label: W.validTo, hint: W.validToHint }),
    waiver: optionalProse({ label: RULES.waiver, hint: RULES.waiverHint, max: 2_000 }),
    oldEndsOn: optionalDay({ label: W.oldEndsOn, hint: W.oldEndsHint }),
    reasonKind: optionalChoice({
      label: W.reasonKind,
      choices: {
        name: REISSUE_REASON_NAMES.name,
        administrative: REISSUE_REASON_NAMES.administrative,
      },
    }),
  },
}

function within(
  least: number,
  most: number,
  given: {
    readonly label: LocalText
    readonly odd: LocalText
    readonly row: string
  },
): Field<number | null> {
  const { label, odd, row } = given
  return simple<number | null>(
    { label, row },
    {
      schema: readText({
        max: 10,
        read: (text): number | null => {
          const value = /^\d{1,4}$/.test(text) ? Number(text) : -1
          return value >= least && value <= most ? value : fault(odd)
        },
        blank: () => null,
      }),
      input: { inputmode: 'numeric', maxlength: 4 },
      text: (value) => (value === null ? '' : String(value)),
    },
  )
}

function asFields(fields: object): Fields {
  // Each is a field of the description above.
  return { fields: fields as Fields['fields'] }
}
