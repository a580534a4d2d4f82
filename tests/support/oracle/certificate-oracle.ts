import type { StatusEvent } from '../../../worker/domain/standing/types.ts'
import type { OracleStanding } from './standing-oracle.ts'
import { countedEvents, statusOracle } from './status-oracle.ts'

/**
 * A printed certificate of a code: "`markets[]` by the code's status today; overall clear if active in
 * all its markets, notice if in some, stop if in none". Its markets are those with a decision that counts.
 */
export function certificateOracle(
  events: readonly StatusEvent[],
  today: string,
): { standing: OracleStanding; active: readonly string[]; inactive: readonly string[] } {
  const markets = [...new Set(countedEvents(events).map((event) => event.market))].sort()
  const isActive = (market: string) => statusOracle(events, market, today)?.status === 'active'
  const active = markets.filter(isActive)
  const inactive = markets.filter((market) => !isActive(market))
  if (active.length === 0) return { standing: 'stop', active, inactive }
  return { standing: inactive.length === 0 ? 'clear' : 'notice', active, inactive }
}
