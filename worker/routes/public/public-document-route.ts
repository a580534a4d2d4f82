import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import { publicDocument } from './document-response.ts'
import { notModified, OPEN } from './responses.ts'

/** What differs from one public document to another. */
type Described = Omit<RouteConfig, 'method' | 'security' | 'middleware'> & {
  readonly operationId: string
}

/** A document that anyone may read, and ask for again by its entity tag. */
export function publicDocumentRoute<const R extends Described>(route: R) {
  const { operationId } = route
  // Its name stands first in the description.
  const common = { operationId, security: OPEN, method: 'get', middleware: publicDocument } as const
  return createRoute({
    ...common,
    ...route,
    responses: { ...notModified, ...route.responses },
  })
}
