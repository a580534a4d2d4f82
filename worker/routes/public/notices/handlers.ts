import type { RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import type { AppEnv } from '../../../http/app-env.ts'
import type { Fresh } from '../../../platform/facts-cache.ts'
import { freshNotices } from '../../../verbs/notices/fresh-notices.ts'
import type { NoticeList } from '../../../verbs/notices/list-notices.ts'
import { asAnswer } from '../as-answer.ts'
import { documentResponse } from '../document-response.ts'
import { atomFeed } from './atom-feed.ts'
import type { atomRoute, noticesRoute } from './contract.ts'

const PAGE_SIZE = 50

/** `GET /api/v1/notices`: open to everyone. */
export const listPublicNotices: RouteHandler<typeof noticesRoute, AppEnv> = async (c) => {
  const { cursor } = c.req.valid('query')
  const fresh = await freshNotices(c.var.deps, { cursor, limit: PAGE_SIZE })
  if (prefersAtom(c.req.header('accept') ?? '')) return asAnswer(await answerAtom(c, fresh, cursor))
  const { value, readAt, stale } = fresh
  const response = await documentResponse({
    context: c,
    body: JSON.stringify({ ...value, asOf: new Date(readAt).toISOString(), stale }),
    contentType: 'application/json',
    sameWhile: JSON.stringify(value),
    readAt,
    stale,
  })
  return asAnswer(response)
}

/** `GET /api/v1/notices.atom`: open to everyone. */
export const feedNotices: RouteHandler<typeof atomRoute, AppEnv> = async (c) => {
  const { cursor } = c.req.valid('query')
  const fresh = await freshNotices(c.var.deps, { cursor, limit: PAGE_SIZE })
  return asAnswer(await answerAtom(c, fresh, cursor))
}

function answerAtom(
  context: Context<AppEnv>,
  { value: list, readAt, stale }: Fresh<NoticeList>,
  cursor: string | null,
): Promise<Response> {
  const { deps, language } = context.var
  const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`
  const body = atomFeed({
    list,
    language,
    origin: deps.origin,
    issuerName: deps.issuerName,
    self: `/api/v1/notices.atom${query}`,
    readAt,
  })
  return documentResponse({ context, body, contentType: 'application/atom+xml', readAt, stale })
}

/** Atom only when it is named and liked better than JSON. */
function prefersAtom(accept: string): boolean {
  const quality = (type: string) =>
    parseAccept(accept).find((a) => a.type.toLowerCase() === type)?.q
  return (quality('application/atom+xml') ?? 0) > (quality('application/json') ?? 0)
}
