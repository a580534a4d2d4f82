import { type AuthorityRow, listAuthorities } from '../../../db/queries/authorities.ts'
import type { Place } from '../../domain/access/roles.ts'
import { authoritiesOf } from '../../domain/reports/authority-of.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'

const MAX_AGE_MS = 10 * 60_000
const KEY = 'authorities-1'

/**
 * The body that answers for a place, as it is named on pages; null where there is none. All of them
 * are few and change seldom, so they are kept together for ten minutes.
 */
export async function authorityOf(
  deps: PublicReadDeps,
  place: Place,
): Promise<AuthorityRow | null> {
  return nearest(await readAll(deps), place)
}

/**
 * The same as far as it is at hand: no scan waits for it. `settled` is false where nobody has read
 * them yet; they are then read behind the answer.
 */
export function authorityAtHand(
  deps: PublicReadDeps,
  place: Place,
): { readonly authority: AuthorityRow | null; readonly settled: boolean } {
  const fresh = deps.cache.fresh<Rows>({ key: KEY, maxAgeMs: MAX_AGE_MS, now: deps.now() })
  if (fresh === null) deps.waitUntil(readAll(deps).catch(() => undefined))
  const held = fresh?.value ?? deps.cache.peek<Rows>(KEY)?.value ?? null
  return { authority: held === null ? null : nearest(held, place), settled: held !== null }
}

type Rows = readonly AuthorityRow[]

function nearest(rows: Rows, place: Place): AuthorityRow | null {
  return authoritiesOf(rows, place)[0] ?? null
}

async function readAll(deps: PublicReadDeps): Promise<Rows> {
  const { value } = await readFresh<Rows>(deps, {
    key: KEY,
    maxAgeMs: MAX_AGE_MS,
    load: () => listAuthorities(deps.db()),
    dispensable: true,
  })
  return value
}
