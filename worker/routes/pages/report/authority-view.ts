import type { AuthorityView } from '../../../../site/models/report.ts'
import { EVERYWHERE, type Place } from '../../../domain/access/roles.ts'
import type { Deps } from '../../../http/app-env.ts'
import { authorityAtHand, authorityOf } from '../../../verbs/reports/read-authorities.ts'

type Reading = Pick<Deps, 'db' | 'now' | 'cache' | 'waitUntil'>
type Found = Awaited<ReturnType<typeof authorityOf>>

/** The body that answers for a place (null: for no place that is known) as pages name it. */
export async function authorityView(
  deps: Reading,
  place: Place | null,
): Promise<AuthorityView | null> {
  return viewOf(await authorityOf(deps, place ?? EVERYWHERE).catch(() => null))
}

/** The same without waiting; a page that is not `settled` is not to be kept. */
export function authorityViewAtHand(
  deps: Reading,
  place: Place,
): { readonly authority: AuthorityView | null; readonly settled: boolean } {
  const { authority, settled } = authorityAtHand(deps, place)
  return { authority: viewOf(authority), settled }
}

function viewOf(found: Found): AuthorityView | null {
  return found && { name: found.name, hotline: found.hotline, hours: found.hotlineHours }
}
