import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from '../../http/app-env.ts'
import { refuseInput } from '../public/refuse-input.ts'
import {
  createBatchRoute,
  createProductRoute,
  exceptionRoute,
  issueRoute,
  labelsRoute,
  recallRoute,
  showRunRoute,
  updateBatchRoute,
} from './contract.ts'
import { correctDiaryRoute, listDiaryRoute, showDiaryEntryRoute } from './diary-contract.ts'
import { correctDiary, listDiary, seeDiaryEntry } from './diary-handlers.ts'
import {
  addBatch,
  addException,
  addProduct,
  changeBatch,
  downloadLabels,
  issue,
  recall,
  seeRun,
} from './handlers.ts'
import {
  declarationRoute,
  listBatchesRoute,
  listExceptionsRoute,
  listProductsRoute,
  listRunsRoute,
  showExceptionRoute,
  showProductRoute,
} from './reading-contract.ts'
import {
  listExceptionsOf,
  listOwnBatches,
  listOwnProducts,
  listRunsOf,
  seeDeclaration,
  seeException,
  seeProduct,
} from './reading-handlers.ts'

/** What machines with a bearer token may do: declare batches, issue, void and recall labels, correct diaries, read all of it. */
export function issuingRoutes(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ strict: false, defaultHook: refuseInput })
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
  })
  app.openapi(createProductRoute, addProduct)
  app.openapi(createBatchRoute, addBatch)
  app.openapi(updateBatchRoute, changeBatch)
  app.openapi(issueRoute, issue)
  app.openapi(showRunRoute, seeRun)
  app.openapi(labelsRoute, downloadLabels)
  app.openapi(exceptionRoute, addException)
  app.openapi(recallRoute, recall)
  app.openapi(listProductsRoute, listOwnProducts)
  app.openapi(showProductRoute, seeProduct)
  app.openapi(listBatchesRoute, listOwnBatches)
  app.openapi(declarationRoute, seeDeclaration)
  app.openapi(listRunsRoute, listRunsOf)
  app.openapi(listExceptionsRoute, listExceptionsOf)
  app.openapi(showExceptionRoute, seeException)
  app.openapi(listDiaryRoute, listDiary)
  app.openapi(showDiaryEntryRoute, seeDiaryEntry)
  app.openapi(correctDiaryRoute, correctDiary)
  return app
}
