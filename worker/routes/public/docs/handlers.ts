import type { OpenAPIHono, RouteHandler } from '@hono/zod-openapi'
import type { AppEnv } from '../../../http/app-env.ts'
import { contentSecurityPolicy } from '../../../http/headers.ts'
import { preferredLanguage } from '../../../http/negotiate.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { demoLabels } from '../../../verbs/documents/demo-labels.ts'
import { demoThings } from '../../../verbs/documents/demo-things.ts'
import { contextOf } from '../../../verbs/own-context.ts'
import { asAnswer } from '../as-answer.ts'
import { documentResponse } from '../document-response.ts'
import type { docsRoute, documentRoute } from './contract.ts'
import { docsPage } from './docs-page.ts'
import { DOCS_STYLE } from './docs-style.ts'
import { openApiDocument } from './openapi-document.ts'
import { withExamples } from './with-examples.ts'

type Apps = readonly OpenAPIHono<AppEnv>[]

/** `GET /api/openapi.json`: open to everyone. Made once, when first asked for. */
export function serveDocument(apps: Apps): RouteHandler<typeof documentRoute, AppEnv> {
  let kept: string | null = null
  return async (c) => {
    const { deps } = c.var
    const labels = kept === null && deps.demo ? await demoLabels(contextOf(deps)) : []
    const things = labels === null || labels.length === 0 ? {} : await demoThings(deps.db())
    const body = kept ?? JSON.stringify(withExamples(openApiDocument(apps), labels ?? [], things))
    // Without its labels it is made again: the database may answer by then.
    if (labels !== null) kept = body
    const read = { readAt: deps.now(), stale: false }
    const document = { context: c, body, contentType: 'application/json', ...read } as const
    return asAnswer(await documentResponse(document))
  }
}

/** `GET /api/docs`: open to everyone. Made once for each language, when first asked for. */
export function serveDocs(apps: Apps): RouteHandler<typeof docsRoute, AppEnv> {
  const kept = new Map<Language, string>()
  return async (c) => {
    const lang = preferredLanguage(
      c.req.query('lang') ?? null,
      c.req.header('accept-language') ?? null,
    )
    const { origin } = c.var.deps
    const html = kept.get(lang) ?? docsPage(openApiDocument(apps), { origin, lang })
    kept.set(lang, html)
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-language': lang,
      'content-security-policy': contentSecurityPolicy(await hashOf(DOCS_STYLE)),
      'cache-control': 'public, max-age=300',
      vary: 'Accept-Language',
    }
    return new Response(html, { headers })
  }
}

async function hashOf(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}
