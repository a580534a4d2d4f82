import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from '../../http/app-env.ts'
import { refuseInput } from '../public/refuse-input.ts'
import * as contract from './contract.ts'
import * as diaryContract from './diary-contract.ts'
import * as diary from './diary-handlers.ts'
import * as handlers from './handlers.ts'
import * as readingContract from './reading-contract.ts'
import * as reading from './reading-handlers.ts'

/** What machines with a bearer token may do: declare batches, issue, void and recall labels, correct diaries, read all of it. */
export function issuingRoutes(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ strict: false, defaultHook: refuseInput })
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
  })
  app.openapi(contract.createProductRoute, handlers.addProduct)
  app.openapi(contract.createBatchRoute, handlers.addBatch)
  app.openapi(contract.updateBatchRoute, handlers.changeBatch)
  app.openapi(contract.issueRoute, handlers.issue)
  app.openapi(contract.showRunRoute, handlers.seeRun)
  app.openapi(contract.labelsRoute, handlers.downloadLabels)
  app.openapi(contract.exceptionRoute, handlers.addException)
  app.openapi(contract.recallRoute, handlers.recall)
  app.openapi(readingContract.listProductsRoute, reading.listOwnProducts)
  app.openapi(readingContract.showProductRoute, reading.seeProduct)
  app.openapi(readingContract.listBatchesRoute, reading.listOwnBatches)
  app.openapi(readingContract.declarationRoute, reading.seeDeclaration)
  app.openapi(readingContract.listRunsRoute, reading.listRunsOf)
  app.openapi(readingContract.listExceptionsRoute, reading.listExceptionsOf)
  app.openapi(readingContract.showExceptionRoute, reading.seeException)
  app.openapi(diaryContract.listDiaryRoute, diary.listDiary)
  app.openapi(diaryContract.showDiaryEntryRoute, diary.seeDiaryEntry)
  app.openapi(diaryContract.correctDiaryRoute, diary.correctDiary)
  return app
}
