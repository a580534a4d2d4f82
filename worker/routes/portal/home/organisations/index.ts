import type { PortalRoute } from '../../portal-route.ts'
import { createOne, editOne, newOne, saveOne } from './edit.ts'
import { showList } from './show-list.ts'
import { showOne } from './show-one.ts'

const READ = 'organisations.read'
const WRITE = 'organisations.write'

export const organisationRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal/organisations', may: READ, handle: showList },
  { method: 'GET', path: '/portal/organisations/new', may: WRITE, handle: newOne },
  { method: 'POST', path: '/portal/organisations/new', may: WRITE, handle: createOne },
  { method: 'GET', path: '/portal/organisations/:id', may: READ, handle: showOne },
  { method: 'GET', path: '/portal/organisations/:id/edit', may: WRITE, handle: editOne },
  { method: 'POST', path: '/portal/organisations/:id/edit', may: WRITE, handle: saveOne },
]
