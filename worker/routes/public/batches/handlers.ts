import type { RouteHandler } from '@hono/zod-openapi'
import { readTypedRef } from '../../../domain/label/ref.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { malformedRef } from '../../../verbs/scan/malformed-ref.ts'
import { resolveTypedRef } from '../../../verbs/scan/resolve.ts'
import { batchJson } from '../../scan/rendered-batch.ts'
import { asAnswer } from '../as-answer.ts'
import { documentResponse } from '../document-response.ts'
import type { batchRoute } from './contract.ts'

/** `GET /api/v1/batches/{REF}`: open to everyone. */
export const showBatch: RouteHandler<typeof batchRoute, AppEnv> = async (c) => {
  const ref = readTypedRef(c.req.valid('param').REF)
  if (ref === null) throw malformedRef()
  const resolution = await resolveTypedRef(c.var.deps, ref)
  if (resolution === null || resolution.kind !== 'batch') throw problemOf('not_found')
  const response = await documentResponse({
    context: c,
    body: batchJson(resolution),
    contentType: 'application/json',
    readAt: resolution.asOf,
    stale: resolution.stale,
  })
  return asAnswer(response)
}
