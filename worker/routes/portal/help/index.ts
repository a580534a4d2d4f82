import { ROLES } from '../../../domain/access/roles.ts'
import type { PortalRoute, Visit } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/help'

/** How the main work of each role is done; nothing in it is anybody's, so nobody need sign in. */
export const helpRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'anyone', handle: async (visit) => toOwn(visit) },
  { method: 'GET', path: `${PATH}/:role`, may: 'anyone', handle: showHelp },
]

/** One's own; for whoever is not signed in that of a producer, who is the newest here. */
function toOwn(visit: Visit): Response {
  return seeOther(visit, `${PATH}/${visit.signedIn?.person.role ?? 'producer'}`)
}

async function showHelp(visit: Visit): Promise<Response> {
  const asked = visit.c.req.param('role')
  const role = ROLES.find((name) => name === asked)
  return role === undefined ? toOwn(visit) : showPortalPage(visit, { kind: 'portal/help', role })
}
