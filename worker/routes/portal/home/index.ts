import type { PortalRoute } from '../portal-route.ts'
import { organisationRoutes } from './organisations/index.ts'
import { showComponents } from './show-components.ts'
import { showHome } from './show-home.ts'
import { readAllMessages, readMessage, showMessages } from './show-messages.ts'
import { showWaiting } from './show-waiting.ts'

/** The first screen, what waits, messages, and the parts pages are made of. */
export const homeRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal', may: 'portal.use', handle: showHome },
  { method: 'GET', path: '/portal/waiting/:task', may: 'portal.use', handle: showWaiting },
  { method: 'GET', path: '/portal/notifications', may: 'portal.use', handle: showMessages },
  {
    method: 'POST',
    path: '/portal/notifications/read',
    may: 'portal.use',
    handle: readAllMessages,
  },
  {
    method: 'POST',
    path: '/portal/notifications/:id/read',
    may: 'portal.use',
    handle: readMessage,
  },
  { method: 'GET', path: '/portal/components', may: 'portal.use', handle: showComponents },
  ...organisationRoutes,
]
