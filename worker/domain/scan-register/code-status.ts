import type { CodeStatus } from '../standing/types.ts'
import type { RegisterCode } from './scan-register.ts'

/**
 * The status of a code in each market it has decisions for, on a day: the last decision that had
 * taken effect by then (decisions stand in the order in which they come to count).
 */
export function codeStatusOn(
  { decisions }: Pick<RegisterCode, 'decisions'>,
  day: string,
): readonly { readonly market: string; readonly status: CodeStatus; readonly since: string }[] {
  const held = new Map<string, { market: string; status: CodeStatus; since: string }>()
  for (const [market, status, since] of decisions) {
    if (since <= day) held.set(market, { market, status, since })
  }
  return [...held.values()].sort((a, b) => (a.market < b.market ? -1 : 1))
}
