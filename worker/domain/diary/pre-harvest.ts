import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'
import type { PreHarvestBreach } from '../standing/types.ts'

/** A diary entry as far as waiting periods go. */
export type TreatmentEntry = {
  readonly kind: string
  /** ISO calendar date. */
  readonly occurredOn: string
  readonly summary: string
  readonly details: Readonly<Record<string, unknown>>
  /** Ids of the households it was made for; null where any may be meant. */
  readonly households?: readonly string[] | null
}

/** A harvest: its day, and of which households; null where any may be meant. */
export type HarvestDay = {
  /** ISO calendar date. */
  readonly on: string
  readonly households: readonly string[] | null
}

const TREATMENTS: ReadonlySet<string> = new Set([
  'plant_protection',
  'veterinary',
  'pond_treatment',
])

/** Longer than any registered interval; a larger number is a slip of the pen, not a rule. */
const LONGEST_INTERVAL_DAYS = 730

/**
 * Harvests made before the waiting period of a treatment had passed: the pre-harvest interval of a
 * pesticide (Law 41/2013/QH13, article 72: use by the label's isolation time) or the withdrawal
 * period of a veterinary drug. Day `occurredOn + interval` itself is allowed. A treatment after a
 * harvest, or without a known interval, breaches nothing; nor does one that was made for other households
 * than those harvested from, where both are known. One breach a treatment and day of harvest, by harvest
 * day, then treatment day.
 */
export function findPreHarvestBreaches(input: {
  readonly entries: readonly TreatmentEntry[]
  readonly harvests: readonly HarvestDay[]
}): PreHarvestBreach[] {
  const breaches: PreHarvestBreach[] = []
  for (const entry of input.entries) {
    const sprayedOn = toCalendarDate(entry.occurredOn)
    const intervalDays = intervalOf(entry)
    if (sprayedOn === null || intervalDays === null) continue
    const allowedOn = addDays(sprayedOn, intervalDays)
    const concerned = input.harvests.filter(({ households }) => concerns(entry, households))
    for (const harvestedOn of new Set(concerned.map(({ on }) => on))) {
      if (harvestedOn < sprayedOn || harvestedOn >= allowedOn) continue
      breaches.push({ productName: nameOf(entry), sprayedOn, intervalDays, harvestedOn })
    }
  }
  return breaches.sort(
    (a, b) =>
      compare(a.harvestedOn, b.harvestedOn) ||
      compare(a.sprayedOn, b.sprayedOn) ||
      compare(a.productName, b.productName),
  )
}

/** True unless both say for whom, and no household is named by both. */
function concerns({ households = null }: TreatmentEntry, harvested: readonly string[] | null) {
  if (households === null || harvested === null) return true
  return harvested.some((id) => households.includes(id))
}

/** The first day on which goods may be harvested after a treatment; null for what asks for no waiting. */
export function harvestAllowedOn(entry: TreatmentEntry): string | null {
  const on = toCalendarDate(entry.occurredOn)
  const days = intervalOf(entry)
  return on === null || days === null ? null : addDays(on, days)
}

/** Whole days; a part of a day counts as a day, to err towards safety. */
function intervalOf(entry: TreatmentEntry): number | null {
  if (!TREATMENTS.has(entry.kind)) return null
  const days = waitingDaysOf(entry.details)
  return days === null || days <= 0 || days > LONGEST_INTERVAL_DAYS ? null : days
}

/** The days that particulars say, as a number or in words; null where they say none. */
export function waitingDaysOf(details: TreatmentEntry['details']): number | null {
  const days = readDays(details['intervalDays']) ?? readDays(details['withdrawalDays'])
  return days === null ? null : Math.ceil(days)
}

/** A number, or a text that begins with one: `7`, `7,5`, `14 ngày`. */
function readDays(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const digits = /^\s*(\d+(?:[.,]\d+)?)/.exec(value)?.[1]
  return digits === undefined ? null : Number(digits.replace(',', '.'))
}

function nameOf(entry: TreatmentEntry): string {
  for (const name of [entry.details.product, entry.details.activeIngredient]) {
    if (typeof name === 'string' && name.trim() !== '') return name.trim()
  }
  return entry.summary
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
