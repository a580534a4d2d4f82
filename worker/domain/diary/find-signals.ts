import { distanceKm, type LatLng } from '../../lib/geo/distance-km.ts'
import { daysBetween, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { EntryValues } from './entry-body.ts'
import type { EntryKind } from './entry-kinds/entry-kind.ts'
import { isMeasure } from './is-measure.ts'
import { metricOf } from './measures/measure.ts'
import type { Signal } from './signals.ts'

/** What an entry is compared with when it is recorded. */
export type SignalFacts = {
  readonly entry: {
    readonly kind: EntryKind
    readonly occurredOn: string
    readonly values: EntryValues
  }
  readonly photos: readonly PhotoFacts[]
  /** A point of the place; null where none is known. */
  readonly site: LatLng | null
  /** Work of the same kind on that day by the same person, at the same place, before this one. */
  readonly sameDay: readonly EntryValues[]
  /** Entries of other households that say word for word the same. */
  readonly identical: number
}

export type PhotoFacts = {
  readonly takenAt: number | null
  readonly at: LatLng | null
  /** The work of the first other entry with the very same photo; null where there is none. */
  readonly usedOn: string | null
}

/** Farther than the far end of a large growing area lies from its point. */
const FAR_KM = 15
/** A photo is of the work if it is no older than the day before. */
const DAYS_BEFORE = 1
/** So many households with the same words are a pattern. */
const IDENTICAL = 2
/** Hectares one person treats in a day at most, by how it is done. */
const HECTARES_A_DAY: Readonly<Record<string, number>> = { drone: 60, machine: 15 }
const HECTARES_A_DAY_BY_HAND = 4
const WORKING_HOURS = 10
const AT_HAND: ReadonlySet<EntryKind> = new Set(['plant_protection', 'fertiliser'])

/** What an inspector may want to look at, each with the figures that show it. */
export function findSignals(facts: SignalFacts): Signal[] {
  return [
    ...facts.photos.flatMap((photo) => photoSignals(photo, facts)),
    ...workSignals(facts),
    ...(facts.identical >= IDENTICAL
      ? [{ code: 'identical_entries', figures: { households: facts.identical + 1 } } as const]
      : []),
  ].filter(isFirst)
}

function photoSignals({ takenAt, at, usedOn }: PhotoFacts, facts: SignalFacts): Signal[] {
  const signals: Signal[] = []
  if (usedOn !== null) signals.push({ code: 'photo_reused', figures: { usedOn } })
  const { site, entry } = facts
  const km = at === null || site === null ? 0 : distanceKm(at, site)
  if (km > FAR_KM) signals.push({ code: 'photo_elsewhere', figures: { km: Math.round(km) } })
  const taken = takenAt === null ? null : vietnamDateOf(takenAt)
  const day = toCalendarDate(entry.occurredOn)
  if (taken !== null && day !== null && daysBetween(taken, day) > DAYS_BEFORE) {
    signals.push({ code: 'photo_of_another_day', figures: { takenOn: taken } })
  }
  return signals
}

/** Hectares of one person in one day, against what the way of working allows. */
function workSignals({ entry, sameDay }: SignalFacts): Signal[] {
  if (!AT_HAND.has(entry.kind)) return []
  const works = [entry.values, ...sameDay]
  const areaHa = works.reduce((sum, values) => sum + hectaresOf(values), 0)
  const { method } = entry.values
  const aDay =
    typeof method === 'string' && Object.hasOwn(HECTARES_A_DAY, method)
      ? (HECTARES_A_DAY[method] ?? HECTARES_A_DAY_BY_HAND)
      : HECTARES_A_DAY_BY_HAND
  const hours = hoursOf(works)
  const most = (aDay * hours) / WORKING_HOURS
  if (areaHa <= most) return []
  const figures = { areaHa: Math.round(areaHa * 100) / 100, hours, entries: works.length }
  return [{ code: 'fast_work', figures }]
}

function hectaresOf({ area }: EntryValues): number {
  const metric = area !== undefined && isMeasure(area) ? metricOf(area) : null
  return metric === null ? 0 : Number(metric.amount)
}

/** From the first to the last time that was written down, an hour at least; a working day without. */
function hoursOf(works: readonly EntryValues[]): number {
  const times = works.flatMap(({ time }) => (typeof time === 'string' ? [minutesOf(time)] : []))
  if (times.length < 2 || times.length < works.length) return WORKING_HOURS
  return Math.max(1, Math.ceil((Math.max(...times) - Math.min(...times)) / 60))
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** One of a kind an entry. */
function isFirst(signal: Signal, index: number, all: readonly Signal[]): boolean {
  return all.findIndex(({ code }) => code === signal.code) === index
}
