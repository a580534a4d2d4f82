import { inspectionPlan, monitoringRule, seasonWindow } from '../../db/schema/index.ts'
import { fillAll } from '../copy/fill.ts'
import { MARKETS } from '../copy/markets.ts'
import { MONITORING_COPY as C, MONITORING_RULES_COPY as W } from '../copy/portal/monitoring.ts'
import { RISK_NAMES, VISIT_KIND_NAMES } from '../copy/portal/monitoring-names.ts'
import { MONITORING_REFUSALS as R } from '../copy/refusals/monitoring.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { daysBetween, toCalendarDate } from '../lib/time/calendar-date.ts'
import { choice, day, line, lines, optionalChoice, optionalDay, optionalLine } from './fields.ts'
import { count } from './number-fields.ts'
import { optionalProse, prose } from './prose-fields.ts'
import { type Fault, resource } from './resource.ts'

/** More than twice a month in the longest season. */
const MOST_PER_SEASON = 24
const LONGEST_SEASON_DAYS = 366
const MOST_PER_DAY = 20
const YEARS = { from: 2020, to: 2100 }

/** Visits that one form assigns, at most. */
const MOST_ASSIGNED = 200

const foldedCrop = ({ crop }: { crop: string | null }) => ({
  cropFolded: crop === null ? null : foldVietnamese(crop),
})

/** How often places are looked at in a season, for the days the rule holds. */
export const MONITORING_RULE = resource({
  actions: { add: 'monitoring.rule.add', edit: 'monitoring.rule.edit' },
  entity: 'monitoring_rule',
  noun: W.noun,
  table: monitoringRule,
  may: { read: 'monitoring.plan', write: 'monitoring.plan' },
  target: ({ provinceCode, communeCode }) => ({
    organisationId: null,
    place: { provinceCode, communeCode },
  }),
  fields: {
    crop: optionalLine({ label: W.crop, hint: W.cropHint, max: 120 }),
    market: optionalChoice<string>({ label: W.market, choices: MARKETS, row: 'what' }),
    risk: optionalChoice({ label: W.risk, choices: RISK_NAMES, row: 'what' }),
    perSeason: count({ label: W.perSeason, initial: '2', row: 'how' }),
    kind: choice({ label: W.kind, choices: VISIT_KIND_NAMES, initial: 'periodic', row: 'how' }),
    fromOn: day({ label: W.from, row: 'days' }),
    toOn: optionalDay({ label: W.to, row: 'days' }),
    legalBasis: line({ label: W.basis, max: 200 }),
  },
  derive: foldedCrop,
  initial: (now) => ({ createdAt: now }),
  check: ({ perSeason, fromOn, toOn }) => {
    const faults: Fault[] = []
    if (toOn !== null && toOn < fromOn) faults.push({ path: 'toOn', text: W.endsBeforeStart })
    if (perSeason > MOST_PER_SEASON) {
      faults.push({ path: 'perSeason', text: fillAll(W.atMost, { most: MOST_PER_SEASON }) })
    }
    return faults
  },
})

/** A season of a province as days of the calendar. */
export const SEASON_WINDOW = resource({
  actions: { add: 'monitoring.window.add', edit: 'monitoring.window.edit' },
  entity: 'season_window',
  noun: W.windowNoun,
  table: seasonWindow,
  may: { read: 'monitoring.plan', write: 'monitoring.plan' },
  target: ({ provinceCode }) => ({
    organisationId: null,
    place: { provinceCode, communeCode: null },
  }),
  fields: {
    name: line({ label: W.name, hint: W.nameHint, max: 80 }),
    crop: optionalLine({ label: W.crop, hint: W.cropHint, max: 120 }),
    fromOn: day({ label: W.windowFrom, row: 'days' }),
    toOn: day({ label: W.windowTo, row: 'days' }),
  },
  derive: foldedCrop,
  initial: (now) => ({ createdAt: now }),
  check: ({ fromOn, toOn }) => {
    const [from, to] = [toCalendarDate(fromOn), toCalendarDate(toOn)]
    if (from === null || to === null) return []
    if (to < from) return [{ path: 'toOn', text: W.endsBeforeStart }]
    const isLong = daysBetween(from, to) >= LONGEST_SEASON_DAYS
    return isLong ? [{ path: 'toOn', text: W.tooLong }] : []
  },
})

/** The visits of a year in a place: what there is to say before they are worked out. */
export const INSPECTION_PLAN = resource({
  actions: { add: 'monitoring.plan.add', edit: 'monitoring.plan.edit' },
  entity: 'inspection_plan',
  noun: C.noun,
  table: inspectionPlan,
  may: { read: 'monitoring.read', write: 'monitoring.plan' },
  target: ({ provinceCode, communeCode }) => ({
    organisationId: null,
    place: { provinceCode, communeCode },
  }),
  fields: {
    year: count({ label: C.year, fixed: true, row: 'when' }),
    perDay: count({ label: C.perDay, hint: C.perDayHint, initial: '4', row: 'when' }),
    provinceCode: line({ label: C.province, max: 10, fixed: true, row: 'where' }),
    communeName: optionalLine({
      ...{ label: C.commune, hint: C.communeHint, max: 100, fixed: true, row: 'where' },
    }),
    note: optionalLine({ label: C.note, max: 500 }),
  },
  initial: (now) => ({ createdAt: now, madeAt: null, version: 1 }),
  check: ({ year, perDay }) => {
    const faults: Fault[] = []
    if (year < YEARS.from || year > YEARS.to) {
      faults.push({ path: 'year', text: fillAll(R.yearFar, YEARS) })
    }
    if (perDay > MOST_PER_DAY) {
      faults.push({ path: 'perDay', text: fillAll(R.perDayFar, { most: MOST_PER_DAY }) })
    }
    return faults
  },
})

const NO_YES = { no: C.no, yes: C.yes }

/** What is settled when visits are worked out. */
export const PLAN_MAKING = {
  fields: { overload: choice({ label: C.overload, choices: NO_YES, initial: 'no' }) },
}

/** Visits given to somebody, many at once. */
export const VISIT_ASSIGNMENT = {
  fields: {
    inspectorId: line({ label: C.inspector, max: 60, row: 'who' }),
    plannedOn: optionalDay({ label: C.plannedOn, hint: C.plannedHint, row: 'who' }),
    visits: lines({
      ...{
        label: C.assignVisits,
        max: 60,
        most: MOST_ASSIGNED,
        type: 'checks' as const,
        required: true,
      },
    }),
  },
}

/** The forms by which one visit moves on. */
export const VISIT_DONE = {
  fields: {
    doneOn: day({ label: C.doneOn }),
    reason: prose({ label: C.reason, max: 500 }),
  },
}
export const VISIT_MOVE = {
  fields: {
    plannedOn: day({ label: C.plannedOn, hint: C.plannedHint }),
    reason: optionalProse({ label: C.reason, max: 500 }),
  },
}
export const VISIT_CANCEL = { fields: { reason: prose({ label: C.reason, max: 500 }) } }
