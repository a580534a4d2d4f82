import type { CodeStatus } from '../standing/types.ts'

/** Of two codes of one place for one market, the better one is the one that is used. */
const BEST_FIRST: readonly CodeStatus[] = [
  ...(['active', 'pending_foreign_approval', 'suspended', 'expired'] as const),
  ...(['cancelled', 'revoked', 'none'] as const),
]

/** From the status worth seeing first to the last: what is stopped is why one looks at a map. */
const URGENT_FIRST: readonly CodeStatus[] = [
  ...(['suspended', 'revoked', 'pending_foreign_approval', 'active'] as const),
  ...(['expired', 'cancelled', 'none'] as const),
]

/** What the codes of a place are, by market: of several codes for one the best. */
export function bestByMarket(
  statuses: readonly (readonly [market: string, status: CodeStatus])[],
): Record<string, CodeStatus> {
  const found: Record<string, CodeStatus> = {}
  for (const [market, status] of statuses) {
    const known = found[market]
    if (known === undefined || BEST_FIRST.indexOf(status) < BEST_FIRST.indexOf(known)) {
      found[market] = status
    }
  }
  return found
}

/**
 * The status a place is drawn in: the one that was asked for, else that of the market that was, else
 * the most urgent of all; `none` where nothing was ever decided.
 */
export function drawnStatus(
  markets: Readonly<Record<string, CodeStatus>>,
  asked: { readonly market: string | null; readonly status: CodeStatus | null },
): CodeStatus {
  if (asked.status !== null) return asked.status
  if (asked.market !== null) return markets[asked.market] ?? 'none'
  const all = Object.values(markets)
  return URGENT_FIRST.find((status) => all.includes(status)) ?? 'none'
}
