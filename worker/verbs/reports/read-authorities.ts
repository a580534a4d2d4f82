import { type AuthorityRow, listAuthorities } from '../../../db/queries/authorities.ts'
import type { Place } from '../../domain/access/roles.ts'
import { authoritiesOf } from '../../domain/reports/authority-of.ts'
import type { ScanDeps } from '../scan/resolution.ts'

const MAX_AGE_MS = 10 * 60_000

/**
 * The body that answers for a place, as it is named on pages; null where there is none. All of them
 * are few and change seldom, so they are kept together for ten minutes.
 */
export async function authorityOf(
  deps: Pick<ScanDeps, 'db' | 'now' | 'cache' | 'waitUntil'>,
  place: Place,
): Promise<AuthorityRow | null> {
  const { value } = await deps.cache.read<readonly AuthorityRow[]>({
    key: 'authorities-1',
    maxAgeMs: MAX_AGE_MS,
    now: deps.now(),
    load: () => listAuthorities(deps.db()),
    sizeOf: (rows) => 64 + 2 * JSON.stringify(rows).length,
    waitUntil: deps.waitUntil,
    travel: { pack: (rows) => rows, unpack: (packed) => packed as readonly AuthorityRow[] },
  })
  return authoritiesOf(value, place)[0] ?? null
}
