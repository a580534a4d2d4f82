import { OpenAPIHono } from '@hono/zod-openapi'
import { OUTBOX_LIMITS } from '../../domain/outbox/outbox-item.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { acceptsJsonOf } from '../issuing/accepts-json.ts'
import { sends } from './caller.ts'
import { outboxRoute, putPhotoRoute, seePhotoRoute } from './contract.ts'
import { receiveOutbox } from './handlers.ts'
import { putPhoto, seePhoto } from './photo-handlers.ts'

/**
 * What was written without signal. Bodies are read by the verbs and not by the router: one item that
 * does not fit its schema must not stop the others.
 */
export function outboxRoutes(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ strict: false })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'goc.session_token',
    description: 'Of somebody signed in; `__Secure-` stands before the name where TLS is.',
  })
  app.openAPIRegistry.registerPath(outboxRoute)
  app.post(
    outboxRoute.getRoutingPath(),
    sends,
    ...acceptsJsonOf(OUTBOX_LIMITS.bytes),
    receiveOutbox,
  )
  app.openAPIRegistry.registerPath(putPhotoRoute)
  app.put(putPhotoRoute.getRoutingPath(), sends, putPhoto)
  app.openAPIRegistry.registerPath(seePhotoRoute)
  app.get(seePhotoRoute.getRoutingPath(), sends, seePhoto)
  return app
}
