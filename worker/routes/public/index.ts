import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from '../../http/app-env.ts'
import { batchRoute } from './batches/contract.ts'
import { showBatch } from './batches/handlers.ts'
import { codeRoute, codesRoute } from './codes/contract.ts'
import { listCodes, showCode } from './codes/handlers.ts'
import { docsRoute, documentRoute } from './docs/contract.ts'
import { serveDocs, serveDocument } from './docs/handlers.ts'
import { atomRoute, noticesRoute } from './notices/contract.ts'
import { feedNotices, listPublicNotices } from './notices/handlers.ts'
import {
  codesCsvRoute,
  codesJsonRoute,
  dictionaryRoute,
  suspensionsCsvRoute,
} from './open-data/contract.ts'
import {
  downloadCodesCsv,
  downloadCodesJson,
  downloadDictionary,
  downloadSuspensionsCsv,
} from './open-data/handlers.ts'
import { allowReading } from './preflight.ts'
import { refuseInput } from './refuse-input.ts'
import { listIndexRoute, statusKeysRoute, statusListRoute } from './status-lists/contract.ts'
import { showListIndex, showStatusKeys, showStatusList } from './status-lists/handlers.ts'
import { documentKeySetRoute, healthRoute, keySetRoute, readyRoute } from './system/contract.ts'
import { showDocumentKeySet, showHealth, showKeySet, showReadiness } from './system/handlers.ts'
import { verifyBulk } from './verify/bulk-handler.ts'
import { verifyBulkRoute, verifyRoute } from './verify/contract.ts'
import { verify } from './verify/handlers.ts'

const DOCUMENTS = [
  ...[batchRoute, codesRoute, codeRoute, noticesRoute, atomRoute, keySetRoute],
  documentKeySetRoute,
  ...[codesCsvRoute, codesJsonRoute, suspensionsCsvRoute, dictionaryRoute],
  ...[listIndexRoute, statusListRoute, statusKeysRoute],
]

/**
 * What anyone may ask without an account. `others` are routers whose operations the API's
 * description shall name besides.
 */
export function publicRoutes(
  options: { others?: readonly OpenAPIHono<AppEnv>[] } = {},
): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ strict: false, defaultHook: refuseInput })
  app.openAPIRegistry.registerPath(verifyRoute)
  app.post(verifyRoute.getRoutingPath(), (c) => verify(c.var.deps, c.req.raw))
  app.openAPIRegistry.registerPath(verifyBulkRoute)
  app.post(verifyBulkRoute.getRoutingPath(), (c) => verifyBulk(c.var.deps, c.req.raw))
  app.openapi(batchRoute, showBatch)
  app.openapi(codesRoute, listCodes)
  app.openapi(codeRoute, showCode)
  app.openapi(noticesRoute, listPublicNotices)
  app.openapi(atomRoute, feedNotices)
  app.openapi(codesCsvRoute, downloadCodesCsv)
  app.openapi(codesJsonRoute, downloadCodesJson)
  app.openapi(suspensionsCsvRoute, downloadSuspensionsCsv)
  app.openapi(dictionaryRoute, downloadDictionary)
  app.openapi(keySetRoute, showKeySet)
  app.openapi(listIndexRoute, showListIndex)
  app.openapi(statusListRoute, showStatusList)
  app.openapi(statusKeysRoute, showStatusKeys)
  app.openapi(documentKeySetRoute, showDocumentKeySet)
  app.openapi(healthRoute, showHealth)
  app.openapi(readyRoute, showReadiness)
  const described = [app, ...(options.others ?? [])]
  app.openapi(documentRoute, serveDocument(described))
  app.openapi(docsRoute, serveDocs(described))
  for (const route of DOCUMENTS) app.options(route.getRoutingPath(), allowReading)
  return app
}
