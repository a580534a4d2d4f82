import type { AuthorityView } from '../../../../site/models/report.ts'
import { EVERYWHERE, type Place } from '../../../domain/access/roles.ts'
import type { Deps } from '../../../http/app-env.ts'
import { authorityOf } from '../../../verbs/reports/read-authorities.ts'

/** The body that answers for a place (null: for no place that is known) as pages name it. */
export async function authorityView(
  deps: Pick<Deps, 'db' | 'now' | 'cache' | 'waitUntil'>,
  place: Place | null,
): Promise<AuthorityView | null> {
  const found = await authorityOf(deps, place ?? EVERYWHERE).catch(() => null)
  if (found === null) return null
  return { name: found.name, hotline: found.hotline, hours: found.hotlineHours }
}
