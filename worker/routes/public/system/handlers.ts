import type { RouteHandler } from '@hono/zod-openapi'
import type { AppEnv } from '../../../http/app-env.ts'
import { unavailable } from '../../../http/to-problem.ts'
import { checkDatabase } from '../../../verbs/documents/check-database.ts'
import { freshKeySet } from '../../../verbs/documents/fresh-key-set.ts'
import { freshDocumentKeys } from '../../../verbs/signed-papers/fresh-document-keys.ts'
import { asAnswer } from '../as-answer.ts'
import { jsonDocument } from '../json-document.ts'
import type { documentKeySetRoute, healthRoute, keySetRoute, readyRoute } from './contract.ts'
import { healthAnswer } from './health.ts'

const NOT_KEPT = { 'cache-control': 'no-store' }

/** `GET /.well-known/jwks.json`: open to everyone. */
export const showKeySet: RouteHandler<typeof keySetRoute, AppEnv> = async (c) => {
  return asAnswer(await jsonDocument(c, await freshKeySet(c.var.deps)))
}

/** `GET /.well-known/document-jwks.json`: open to everyone. */
export const showDocumentKeySet: RouteHandler<typeof documentKeySetRoute, AppEnv> = async (c) => {
  return asAnswer(await jsonDocument(c, await freshDocumentKeys(c.var.deps)))
}

/** `GET /healthz`, where it is not answered before the router. */
export const showHealth: RouteHandler<typeof healthRoute, AppEnv> = () => asAnswer(healthAnswer())

/** `GET /readyz`: open to everyone. Whatever the database fails with, it is not ready. */
export const showReadiness: RouteHandler<typeof readyRoute, AppEnv> = async (c) => {
  try {
    await checkDatabase(c.var.deps.db())
  } catch (error) {
    throw unavailable(error)
  }
  return c.json({ status: 'ok' as const }, 200, NOT_KEPT)
}
