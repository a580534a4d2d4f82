import type { RouteHandler } from '@hono/zod-openapi'
import { fillAll } from '../../../copy/fill.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { ownContext } from '../../../verbs/own-context.ts'
import {
  freshListIndex,
  freshStatusKeys,
  freshStatusList,
  type ListsDeps,
} from '../../../verbs/status-lists/fresh-lists.ts'
import { asAnswer } from '../as-answer.ts'
import { documentResponse } from '../document-response.ts'
import { jsonDocument } from '../json-document.ts'
import type { listIndexRoute, statusKeysRoute, statusListRoute } from './contract.ts'

type Context = Parameters<RouteHandler<typeof listIndexRoute, AppEnv>>[0]

/** `GET /.well-known/label-status.json`: open to everyone. */
export const showListIndex: RouteHandler<typeof listIndexRoute, AppEnv> = async (c) => {
  const lists = await freshListIndex(depsOf(c))
  return asAnswer(await jsonDocument(c, { ...lists, value: { lists: lists.value } }))
}

/** `GET /.well-known/label-status/{KID}`: open to everyone. */
export const showStatusList: RouteHandler<typeof statusListRoute, AppEnv> = async (c) => {
  const { kid } = c.req.valid('param')
  const { value, readAt, stale } = await freshStatusList(depsOf(c), kid)
  if (value?.token == null) throw notFound(fillAll(THINGS.key, { kid }))
  const response = await documentResponse({
    context: c,
    body: value.token,
    contentType: 'application/statuslist+jwt',
    readAt,
    stale,
  })
  return asAnswer(response)
}

/** `GET /.well-known/status-jwks.json`: open to everyone. */
export const showStatusKeys: RouteHandler<typeof statusKeysRoute, AppEnv> = async (c) => {
  return asAnswer(await jsonDocument(c, await freshStatusKeys(depsOf(c))))
}

function depsOf(c: Context): ListsDeps {
  const { deps } = c.var
  const { db, now, cache, waitUntil, origin } = deps
  return { db, now, cache, waitUntil, origin, own: () => ownContext(deps) }
}
