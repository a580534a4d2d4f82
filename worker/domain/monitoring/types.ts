import type { CalendarDate } from '../../lib/time/calendar-date.ts'
import type { DaysOff } from '../calendar/public-holidays.ts'
import type { Risk, VisitKind, VisitState } from './kinds.ts'

/** A place with at least one code that is active today, and what decides how often it is looked at. */
export type WatchedSite = {
  readonly id: string
  readonly communeCode: string | null
  /** Folded names. */
  readonly crops: readonly string[]
  /** In which it has an active code. */
  readonly markets: readonly string[]
  readonly risks: readonly Risk[]
  /** Days of visits under other plans, done or due: they count for the season they fall in. */
  readonly elsewhere: readonly string[]
}

/** How often places that fit are looked at in one season; what it leaves null fits every place. */
export type MonitoringRule = {
  readonly id: string
  readonly communeCode: string | null
  /** Folded, and as it was written. */
  readonly crop: string | null
  readonly cropName: string | null
  readonly market: string | null
  readonly risk: Risk | null
  readonly kind: VisitKind
  readonly perSeason: number
  readonly fromOn: string
  readonly toOn: string | null
}

/** A season (vụ) as days of the calendar, both ends included; of every crop where it names none. */
export type SeasonWindow = {
  readonly id: string
  readonly name: string | null
  readonly crop: string | null
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
}

/** Who may be sent: within a province, or within one commune of it alone. */
export type Inspector = { readonly id: string; readonly communeCode: string | null }

/** By which rule a visit is there; all null for the one a season that every place gets. */
export type VisitReason = {
  readonly crop: string | null
  readonly market: string | null
  readonly risk: Risk | null
}

/** A visit that a season needs, by number within it. */
export type VisitNeed = {
  readonly siteId: string
  readonly communeCode: string | null
  readonly window: SeasonWindow
  readonly number: number
  readonly kind: VisitKind
  readonly why: VisitReason
  readonly windowFrom: CalendarDate
  readonly dueOn: CalendarDate
  /** How many risks the place has: the more, the earlier. */
  readonly urgency: number
}

/** A visit that stands in the plan already. */
export type StoredVisit = {
  readonly id: string
  readonly siteId: string
  readonly windowId: string
  readonly number: number
  readonly state: VisitState
  /** Why it was cancelled; null where the plan itself did. */
  readonly stateReason: string | null
  readonly inspectorId: string | null
  readonly plannedOn: string | null
  readonly windowFrom: string
  readonly dueOn: string
}

/** When, and by whom; both null where nobody has room. */
export type Slot = { readonly inspectorId: string | null; readonly plannedOn: CalendarDate | null }

export type ScheduledNeed = VisitNeed & Slot

export type PlanInput = {
  readonly sites: readonly WatchedSite[]
  readonly rules: readonly MonitoringRule[]
  readonly windows: readonly SeasonWindow[]
  readonly inspectors: readonly Inspector[]
  readonly existing: readonly StoredVisit[]
  /** Days on which inspectors go elsewhere. */
  readonly busy: readonly { readonly inspectorId: string; readonly plannedOn: string }[]
  /** Visits of one inspector on one day. */
  readonly perDay: number
  /** True where more than that may be put on somebody. */
  readonly overload: boolean
  readonly today: CalendarDate
  readonly daysOff: DaysOff
}

/** What making a plan comes to: only what is new or differs. */
export type VisitPlan = {
  readonly added: readonly ScheduledNeed[]
  /** Visits nobody has yet that change, and those that come back. */
  readonly revised: readonly (ScheduledNeed & { readonly id: string })[]
  /** Visits nobody has that are needed no more. */
  readonly dropped: readonly string[]
  /** Visits somebody has though no season needs them any more: a person decides about those. */
  readonly surplus: readonly string[]
  readonly kept: number
  /** Of what is new or changed, how many nobody has room for. */
  readonly unassigned: number
}
