import { DIARY_QUESTIONS } from '../../copy/diary-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatNumber, formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { DIARY_REFUSALS } from '../../copy/refusals/diary.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { daysBetween, toCalendarDate } from '../../lib/time/calendar-date.ts'
import type { ParsedEntry } from './entry-body.ts'
import type { EntryFault, EntryFinding, EntryQuestion } from './entry-fault.ts'
import { isMeasure, isProduct } from './is-measure.ts'
import { doseRate, type Measure } from './measures/measure.ts'

/** What is on record about the place when an entry arrives. */
export type EntryFacts = {
  /** Calendar date in Viet Nam by the server. */
  readonly today: string
  /** The first planting from 400 days before the work on; null where there is none. */
  readonly plantedOn: string | null
  /** The sowing day of the season it names; null where it names none. */
  readonly sownOn: string | null
  /** Treatments whose waiting was not over on the day of the work. */
  readonly waiting: readonly WaitingTreatment[]
  /** The dose of the same product there the last time. */
  readonly lastDose: Measure | null
  /** When an entry that says exactly the same was recorded; null where none was. */
  readonly sameAt: string | null
}

export type WaitingTreatment = {
  readonly productName: string
  readonly occurredOn: string
  readonly allowedOn: string
}

export type EntryJudgement = {
  readonly faults: readonly EntryFault[]
  readonly questions: readonly EntryQuestion[]
  /** Not asked about, kept on the entry. */
  readonly noticed: readonly EntryFinding[]
}

/** Late enough to be asked whether the day is right: clocks that are a year off show here. */
const LONG_AGO_DAYS = 60
const DOSE_TIMES = 10

/**
 * What cannot be is refused, what hardly can be is asked about, and what is merely bad news is told and
 * kept: a harvest inside an interval is recorded as it happened.
 */
export function judgeEntry(
  entry: Pick<ParsedEntry, 'kind' | 'values'> & { readonly occurredOn: string },
  facts: EntryFacts,
): EntryJudgement {
  return {
    faults: dayFaults(entry, facts),
    questions: [
      ...agoQuestions(entry, facts),
      ...plantingQuestions(entry, facts),
      ...doseQuestions(entry, facts),
      ...sameQuestions(facts),
    ],
    noticed: entry.kind === 'harvest' ? facts.waiting.map(insideInterval) : [],
  }
}

type Judged = Parameters<typeof judgeEntry>[0]

function dayFaults({ kind, occurredOn }: Judged, facts: EntryFacts): EntryFault[] {
  const path = 'happenedOn'
  if (occurredOn > facts.today) return [{ path, text: DIARY_REFUSALS.dayAheadClock }]
  const { sownOn } = facts
  if (kind !== 'harvest' || sownOn === null || occurredOn >= sownOn) return []
  const on = inEach((lang) => formatOn(sownOn, lang))
  return [{ path, text: fillAll(DIARY_REFUSALS.beforeSowing, { on }) }]
}

function agoQuestions({ occurredOn }: Judged, facts: EntryFacts): EntryQuestion[] {
  const [from, to] = [toCalendarDate(occurredOn), toCalendarDate(facts.today)]
  if (from === null || to === null) return []
  const days = daysBetween(from, to)
  if (days <= LONG_AGO_DAYS) return []
  const on = inEach((lang) => formatOn(occurredOn, lang))
  return [asked('long_ago', 'happenedOn', fillAll(DIARY_QUESTIONS.longAgo, { on, days }))]
}

function plantingQuestions({ kind, occurredOn }: Judged, facts: EntryFacts): EntryQuestion[] {
  const { plantedOn } = facts
  if (kind !== 'harvest' || plantedOn === null || occurredOn >= plantedOn) return []
  const on = inEach((lang) => formatOn(plantedOn, lang))
  const text = fillAll(DIARY_QUESTIONS.beforePlanting, { on })
  return [asked('harvest_before_planting', 'happenedOn', text)]
}

function doseQuestions({ values }: Judged, { lastDose }: EntryFacts): EntryQuestion[] {
  const { dose, product } = values
  if (dose === undefined || !isMeasure(dose) || lastDose === null) return []
  const [now, before] = [doseRate(dose), doseRate(lastDose)]
  if (now === null || before === null || now.basis !== before.basis) return []
  if (now.rate < before.rate * DOSE_TIMES) return []
  const times = inEach((lang) => formatNumber(now.rate / before.rate, lang))
  const name = product !== undefined && isProduct(product) ? product.name : ''
  const text = fillAll(DIARY_QUESTIONS.doseTimes, { times, product: name })
  return [asked('dose_unlike_before', 'values.dose', text)]
}

function sameQuestions({ sameAt }: EntryFacts): EntryQuestion[] {
  return sameAt === null ? [] : [asked('same_again', '', DIARY_QUESTIONS.sameAgain)]
}

function insideInterval({ productName, occurredOn, allowedOn }: WaitingTreatment): EntryFinding {
  const text = fillAll(DIARY_QUESTIONS.insideInterval, {
    product: productName,
    sprayedOn: inEach((lang) => formatOn(occurredOn, lang)),
    allowedOn: inEach((lang) => formatOn(allowedOn, lang)),
  })
  return { code: 'inside_interval', text, isConfirmed: false }
}

function asked(code: string, path: string, text: LocalText): EntryQuestion {
  return { code, path, text }
}
