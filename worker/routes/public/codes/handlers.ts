import type { RouteHandler } from '@hono/zod-openapi'
import type { AppEnv } from '../../../http/app-env.ts'
import { PUBLIC_DOCUMENT_HEADERS } from '../../../http/headers.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { findPublicCode } from '../../../verbs/codes/public-find-code.ts'
import { freshRegister } from '../../../verbs/codes/public-fresh-register.ts'
import { publicList } from '../../../verbs/codes/public-list-codes.ts'
import { asAnswer } from '../as-answer.ts'
import { documentResponse } from '../document-response.ts'
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
  const asked = c.req.valid('query')
  const today = vietnamDateOf(deps.now())
  const query = {
    ...asked,
    status: asked.status ?? null,
    market: asked.market ?? null,
    limit: asked.limit ?? PAGE_ROWS.usual,
  }
  const { value: page, readAt, stale } = await freshRegister(deps, { query, today })
  const response = await documentResponse({
    context: c,
    body: JSON.stringify(publicList(page, today)),
    contentType: 'application/json',
    ...{ readAt, stale },
  })
  return asAnswer(response)
}
