import type { StatusEvent } from '../../../worker/domain/standing/types.ts'

/** Member states of the European Union, ISO 3166-1 alpha-3. */
const EU_MEMBERS =
  'AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE'.split(
    ' ',
  )

/**
 * "a code for EU covers its member states: for a member both histories count …; a batch for EU reads
 * EU's alone."
 */
export function marketsThatCount(destination: string): string[] {
  return EU_MEMBERS.includes(destination) ? [destination, 'EU'] : [destination]
}

/**
 * The decisions that count.
 *
 * "the unamended event": read as one that no other event amends, whatever became of that other one.
 * "An event of status `none` that amends another says that this decision, with whatever it amended,
 * was never taken": so it is no decision itself, and what it took back, or what that had replaced, does
 * not come back. An event that amends a decision of another market amends it all the same.
 */
export function countedEvents(events: readonly StatusEvent[]): StatusEvent[] {
  return events.filter((event) => {
    const amended = events.some((other) => other.amends === event.id)
    const takesBack = event.status === 'none' && event.amends !== null
    return !amended && !takesBack
  })
}

/**
 * The decisions that were taken, corrected or not. "An event of status `none` that amends another says
 * that this decision, with whatever it amended, was never taken".
 */
export function decisionsTaken(events: readonly StatusEvent[]): StatusEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  const never = new Set<string>()
  for (const taker of events) {
    if (taker.status !== 'none' || taker.amends === null) continue
    for (let at: StatusEvent | undefined = taker; at !== undefined && !never.has(at.id); ) {
      never.add(at.id)
      at = at.amends === null ? undefined : byId.get(at.amends)
    }
  }
  return events.filter(({ id }) => !never.has(id))
}

/** "the greatest (effectiveOn, recordedAt, id)" */
export function latestOf(events: readonly StatusEvent[]): StatusEvent | null {
  return inOrder(events).at(-1) ?? null
}

function inOrder(events: readonly StatusEvent[]): StatusEvent[] {
  return [...events].sort((a, b) => {
    if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1
    if (a.recordedAt !== b.recordedAt) return a.recordedAt - b.recordedAt
    return a.id < b.id ? -1 : 1
  })
}

/** "Status of a code on day D = the unamended event with the greatest … whose effectiveOn <= D", in one market. */
export function statusOracle(
  events: readonly StatusEvent[],
  market: string,
  day: string,
): StatusEvent | null {
  const counted = countedEvents(events)
  return latestOf(counted.filter((e) => e.market === market && e.effectiveOn <= day))
}

/**
 * The decision that gives a code's status at a destination on a day; null before the first one.
 *
 * "the worse status of the day wins". Read so: a history that says nothing of that day does not count
 * against one that does (a code for EU *covers* the member). The text does not rank the bad statuses
 * among each other; they differ only in the day told with them. Ranked here from revoked, over
 * cancelled, suspended, expired and pending, to `none`; of two alike the first in the order of
 * decisions, because "`since` is the first day on which the reason holds".
 */
export function statusAtDestination(
  events: readonly StatusEvent[],
  destination: string,
  day: string,
): StatusEvent | null {
  const found: StatusEvent[] = []
  for (const market of marketsThatCount(destination)) {
    const event = statusOracle(events, market, day)
    if (event !== null) found.push(event)
  }
  const worst = WORST_FIRST.find((status) => found.some((event) => event.status === status))
  return inOrder(found.filter((event) => event.status === worst))[0] ?? null
}

const WORST_FIRST = [
  'revoked',
  'cancelled',
  'suspended',
  'expired',
  'pending_foreign_approval',
  'none',
  'active',
]

/**
 * "After packing, the latest suspended, revoked or cancelled with effectiveOn > packedOn gives …; expired
 * and pending give none." Read so: of the decisions in force today the latest, if it is one of the
 * three and came after packing. (The other reading, the latest *among* the three, would leave
 * "expired and pending give none" without a meaning, and would call a code suspended whose status today,
 * shown beside it, is active again.) For a member of the EU both histories count: the later of the two.
 */
export function latestBadAfter(
  events: readonly StatusEvent[],
  destination: string,
  span: { packedOn: string; today: string },
): StatusEvent | null {
  const found: StatusEvent[] = []
  for (const market of marketsThatCount(destination)) {
    const event = statusOracle(events, market, span.today)
    if (event === null || event.effectiveOn <= span.packedOn) continue
    if (['suspended', 'revoked', 'cancelled'].includes(event.status)) found.push(event)
  }
  return latestOf(found)
}
