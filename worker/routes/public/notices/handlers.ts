import type { RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import type { AppEnv } from '../../../http/app-env.ts'
import type { Fresh } from '../../../platform/facts-cache.ts'
import { nextSince } from '../../../verbs/documents/followed-since.ts'
import { freshNotices } from '../../../verbs/notices/fresh-notices.ts'
import type { NoticeList } from '../../../verbs/notices/list-notices.ts'
import { asAnswer } from '../as-answer.ts'
import { documentResponse } from '../document-response.ts'
import { datedDocument } from '../json-document.ts'
import { PAGE_ROWS } from '../query-fields.ts'
import { atomFeed } from './atom-feed.ts'
import type { atomRoute, noticesRoute } from './contract.ts'

/** `GET /api/v1/notices`: open to everyone. */
export const listPublicNotices: RouteHandler<typeof noticesRoute, AppEnv> = async (c) => {
  const asked = askedOf(c.req.valid('query'))
  const fresh = await freshNotices(c.var.deps, asked)
  if (prefersAtom(c.req.header('accept') ?? '')) return asAnswer(await answerAtom(c, fresh, asked))
  const { readAt, stale } = fresh
  const value = { ...fresh.value, items: fresh.value.items.map(({ parts: _, ...item }) => item) }
  const told = { nextSince: nextSince(readAt), stale }
  return asAnswer(await datedDocument(c, { value, readAt, stale }, told))
}

/** `GET /api/v1/notices.atom`: open to everyone. */
export const feedNotices: RouteHandler<typeof atomRoute, AppEnv> = async (c) => {
  const asked = askedOf(c.req.valid('query'))
  const fresh = await freshNotices(c.var.deps, asked)
  return asAnswer(await answerAtom(c, fresh, asked))
}

function answerAtom(
  context: Context<AppEnv>,
  { value: list, readAt, stale }: Fresh<NoticeList>,
  asked: Asked,
): Promise<Response> {
  const { deps, language } = context.var
  const body = atomFeed({
    list,
    language,
    origin: deps.origin,
    issuerName: deps.issuerName,
    href: (cursor) => atomHref({ ...asked, cursor }),
    cursor: asked.cursor,
    readAt,
  })
  return documentResponse({ context, body, contentType: 'application/atom+xml', readAt, stale })
}

type Asked = {
  readonly cursor: string | null
  readonly since: number | null
  readonly limit: number
}

function askedOf(query: {
  readonly cursor: string | null
  readonly since?: number | null | undefined
  readonly limit?: number | null | undefined
}): Asked {
  const { cursor, since = null, limit } = query
  return { cursor, since, limit: limit ?? PAGE_ROWS.usual }
}

function atomHref({ cursor, since, limit }: Asked): string {
  const query = new URLSearchParams()
  if (since !== null) query.set('since', new Date(since).toISOString())
  if (cursor !== null) query.set('cursor', cursor)
  if (limit !== PAGE_ROWS.usual) query.set('limit', String(limit))
  return `/api/v1/notices.atom${query.size === 0 ? '' : `?${query}`}`
}

/** Atom only when it is named and liked better than JSON. */
function prefersAtom(accept: string): boolean {
  const quality = (type: string) =>
    parseAccept(accept).find((a) => a.type.toLowerCase() === type)?.q
  return (quality('application/atom+xml') ?? 0) > (quality('application/json') ?? 0)
}
