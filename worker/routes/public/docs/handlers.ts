import type { OpenAPIHono, RouteHandler } from '@hono/zod-openapi'
import type { AppEnv } from '../../../http/app-env.ts'
import { contentSecurityPolicy } from '../../../http/headers.ts'
import { asAnswer } from '../as-answer.ts'
import { documentResponse } from '../document-response.ts'
import type { docsRoute, documentRoute } from './contract.ts'
import { docsPage } from './docs-page.ts'
import { DOCS_STYLE } from './docs-style.ts'
import { openApiDocument } from './openapi-document.ts'

type Apps = readonly OpenAPIHono<AppEnv>[]

/** `GET /api/openapi.json`: open to everyone. Made once, when first asked for. */
export function serveDocument(apps: Apps): RouteHandler<typeof documentRoute, AppEnv> {
  let body: string | null = null
  return async (c) => {
    body ??= JSON.stringify(openApiDocument(apps))
    const response = await documentResponse({
      context: c,
      body,
      contentType: 'application/json',
      readAt: c.var.deps.now(),
      stale: false,
    })
    return asAnswer(response)
  }
}

/** `GET /api/docs`: open to everyone. Made once, when first asked for. */
export function serveDocs(apps: Apps): RouteHandler<typeof docsRoute, AppEnv> {
  let html: string | null = null
  return async () => {
    html ??= docsPage(openApiDocument(apps))
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'vi',
      'content-security-policy': contentSecurityPolicy(await hashOf(DOCS_STYLE)),
      'cache-control': 'public, max-age=300',
    }
    return new Response(html, { headers })
  }
}

async function hashOf(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}
