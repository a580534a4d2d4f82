import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import type { DaysOff } from '../calendar/public-holidays.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { SiteKind } from '../standing/types.ts'
import type { ApplicationState } from './workflow.ts'

/** What an application is for, as far as its term and its checks depend on it. */
export type Asked = {
  readonly siteKind: SiteKind
  /** Empty for goods sold at home alone. */
  readonly exportMarkets: readonly string[]
  readonly crops: readonly string[]
}

/** A rule in force from a day on, for what it fits; the first that fits of the latest day counts. */
export type TermRule = {
  readonly from: string
  readonly basis: string
  readonly fits: {
    readonly export?: boolean
    readonly siteKind?: SiteKind
    /** Any of these crops for any of these markets. */
    readonly crops?: readonly string[]
    readonly markets?: readonly string[]
  }
  /** From the day a complete application was handed in. */
  readonly workingDays: number
  /** Must the place be seen before a code is granted? */
  readonly checkRequired: boolean
}

/**
 * Terms by law, newest rules first among those of a day. The figures of 2026 are known from reports of
 * the resolution alone (Resolution 36/2026/NQ-CP): an installation may give rules of its own.
 */
export const TERM_RULES: readonly TermRule[] = [
  {
    from: '2026-08-01',
    basis: '36/2026/NQ-CP',
    fits: { crops: ['sầu riêng'], markets: ['CHN'] },
    workingDays: 10,
    checkRequired: true,
  },
  {
    from: '2026-08-01',
    basis: '36/2026/NQ-CP',
    fits: { export: true },
    workingDays: 10,
    checkRequired: false,
  },
  {
    from: '2026-08-01',
    basis: '36/2026/NQ-CP',
    fits: {},
    workingDays: 3,
    checkRequired: false,
  },
  // Before it a place was seen first; no term in working days is known of that time.
  {
    from: '2022-08-19',
    basis: '3156/QĐ-BNN-TT',
    fits: {},
    workingDays: 10,
    checkRequired: true,
  },
]

/** The rule in force on the day it was handed in. Throws where no rule reaches back so far. */
export function termRuleFor(
  asked: Asked,
  day: CalendarDate,
  rules: readonly TermRule[] = TERM_RULES,
): TermRule {
  let found: TermRule | undefined
  for (const rule of rules) {
    if (rule.from > day || !fits(rule, asked)) continue
    if (found === undefined || rule.from > found.from) found = rule
  }
  if (found === undefined) throw new RangeError(`no rule for applications on ${day}`)
  return found
}

/** True where one of the wanted crops is among those asked for, however its tones and case stand. */
export function namesAny(wanted: readonly string[], asked: readonly string[]): boolean {
  const folded = new Set(asked.map(foldVietnamese))
  return wanted.some((crop) => folded.has(foldVietnamese(crop)))
}

function fits({ fits: want }: TermRule, asked: Asked): boolean {
  const isExport = asked.exportMarkets.length > 0
  return (
    (want.export === undefined || want.export === isExport) &&
    (want.siteKind === undefined || want.siteKind === asked.siteKind) &&
    (want.crops === undefined || namesAny(want.crops, asked.crops)) &&
    (want.markets === undefined || want.markets.some((one) => asked.exportMarkets.includes(one)))
  )
}

/**
 * The last day for an answer. Its term runs anew from the day a supplement made the application
 * complete, and stands still while one is waited for.
 */
export function answerDueOn(input: {
  readonly state: ApplicationState
  /** The day it was last handed in; null for a draft. */
  readonly handedInOn: CalendarDate | null
  readonly rule: Pick<TermRule, 'workingDays'>
  readonly daysOff: DaysOff
}): CalendarDate | null {
  const { state, handedInOn, rule, daysOff } = input
  if (handedInOn === null) return null
  switch (state) {
    case 'submitted':
    case 'documents_passed':
    case 'field_check_scheduled':
    case 'field_checked':
      return addWorkingDays(handedInOn, rule.workingDays, daysOff)
    case 'draft':
    case 'supplement_requested':
    case 'approved':
    case 'rejected':
    case 'withdrawn':
      return null
  }
}
