import type { RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { REQUEST_REFUSALS } from '../../../copy/refusals/requests.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import { PUBLIC_DOCUMENT_HEADERS } from '../../../http/headers.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { codeChanges } from '../../../verbs/codes/public-code-changes.ts'
import { findPublicCode } from '../../../verbs/codes/public-find-code.ts'
import { freshRegister } from '../../../verbs/codes/public-fresh-register.ts'
import { publicList } from '../../../verbs/codes/public-list-codes.ts'
import { nextSince } from '../../../verbs/documents/followed-since.ts'
import { invalidInput } from '../../../verbs/guard/parse-input.ts'
import { asAnswer } from '../as-answer.ts'
import { datedDocument, jsonDocument } from '../json-document.ts'
import { PAGE_ROWS } from '../query-fields.ts'
import { codeDocument } from './code-document.ts'
import type { codeRoute, codesRoute } from './contract.ts'
import { unknownCode } from './unknown-code.ts'

/** `GET /api/v1/codes/{CODE}`: open to everyone. */
export const showCode: RouteHandler<typeof codeRoute, AppEnv> = async (c) => {
  const answer = await findPublicCode(c.var.deps, c.req.valid('param').CODE)
  switch (answer.kind) {
    case 'read_as': {
      const headers = { ...PUBLIC_DOCUMENT_HEADERS, location: `/api/v1/codes/${answer.code}` }
      return new Response(null, { status: 308, headers })
    }
    case 'unknown':
      throw unknownCode(answer.candidates)
    case 'found':
      return codeDocument(c, answer)
  }
}

/** `GET /api/v1/codes`: open to everyone. */
export const listCodes: RouteHandler<typeof codesRoute, AppEnv> = async (c) => {
  const { deps } = c.var
  const { lang: _, since, ...asked } = c.req.valid('query')
  if (since != null) return asAnswer(await listChanges(c, { ...asked, since }))
  const today = vietnamDateOf(deps.now())
  const query = {
    ...asked,
    status: asked.status ?? null,
    market: asked.market ?? null,
    limit: asked.limit ?? PAGE_ROWS.usual,
  }
  const page = await freshRegister(deps, { query, today })
  return asAnswer(await jsonDocument(c, { ...page, value: publicList(page.value, today) }))
}

type Asked = {
  readonly since: number
  readonly cursor: string | null
  readonly limit?: number | null | undefined
  readonly [filter: string]: unknown
}

/** What the register says otherwise since then. Filters do not go with it: see the refusal. */
async function listChanges(c: Context<AppEnv>, asked: Asked): Promise<Response> {
  const { since, cursor, limit, ...filters } = asked
  const given = Object.keys(filters).filter((name) => filters[name] != null)
  if (given.length > 0) {
    throw invalidInput(given.map((path) => ({ path, text: REQUEST_REFUSALS.notWithSince })))
  }
  const { deps } = c.var
  const readAt = deps.now()
  const changes = await codeChanges({
    db: deps.db(),
    since,
    cursor,
    limit: limit ?? PAGE_ROWS.usual,
    today: vietnamDateOf(readAt),
  })
  const read = { value: changes, readAt, stale: false }
  return datedDocument(c, read, { nextSince: nextSince(readAt) })
}
