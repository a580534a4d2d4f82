import type { StatusEvent } from '../../../worker/domain/standing/types.ts'

/**
 * Decisions without those that were taken back: an event of status `none` that amends another says
 * nothing of its own, and what it amends, with all that was amended by it, counts as never decided.
 * Where nothing else was decided in a market, none of its events is left, as before the first one.
 */
export function withoutTakenBack<E extends Pick<StatusEvent, 'id' | 'status' | 'amends'>>(
  events: readonly E[],
): readonly E[] {
  const isTaker = ({ status, amends }: E) => status === 'none' && amends !== null
  const takers = events.filter(isTaker)
  if (takers.length === 0) return events
  const byId = new Map(events.map((event) => [event.id, event]))
  const taken = new Set<string | null>()
  for (const { amends } of takers) {
    let id = amends
    while (id !== null && !taken.has(id)) {
      taken.add(id)
      id = byId.get(id)?.amends ?? null
    }
  }
  return events.filter((event) => !isTaker(event) && !taken.has(event.id))
}
