import type { RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readTypedRef } from '../../../domain/label/ref.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { unsealedOfToken } from '../../../verbs/batches/unsealed-of-token.ts'
import { malformedRef } from '../../../verbs/scan/malformed-ref.ts'
import { resolveTypedRef } from '../../../verbs/scan/resolve.ts'
import { batchJson } from '../../scan/rendered-batch.ts'
import { asAnswer } from '../as-answer.ts'
import { documentResponse } from '../document-response.ts'
import type { batchRoute } from './contract.ts'

/** `GET /api/v1/batches/{REF}`: open to everyone once labels were issued. */
export const showBatch: RouteHandler<typeof batchRoute, AppEnv> = async (c) => {
  const ref = readTypedRef(c.req.valid('param').REF)
  if (ref === null) throw malformedRef()
  const resolution = await resolveTypedRef(c.var.deps, ref)
  if (resolution === null || resolution.kind !== 'batch') return declared(c, ref)
  const response = await documentResponse({
    context: c,
    body: batchJson(resolution),
    contentType: 'application/json',
    readAt: resolution.asOf,
    stale: resolution.stale,
  })
  return asAnswer(response)
}

/** To a token of the organisation that declared it, a batch without labels is there already. */
async function declared(c: Context<AppEnv>, ref: string): Promise<never> {
  const { deps } = c.var
  const authorization = c.req.header('authorization')
  const batch = await unsealedOfToken(deps.db(), { authorization, ref, now: deps.now() })
  if (batch === null) throw problemOf('not_found')
  const headers = { 'cache-control': 'private, no-store', vary: 'Authorization' }
  return asAnswer(Response.json(batch, { headers }))
}
