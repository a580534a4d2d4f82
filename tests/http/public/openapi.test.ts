import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AppEnv } from '../../../worker/http/app-env.ts'
import { issuingRoutes } from '../../../worker/routes/issuing/index.ts'
import { DOCS_TOKENS } from '../../../worker/routes/public/docs/docs-style.ts'
import { openApiDocument } from '../../../worker/routes/public/docs/openapi-document.ts'
import { publicRoutes } from '../../../worker/routes/public/index.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun } from '../../support/factories.ts'
import { type Json, publicApp } from './support.ts'

const database = freshDatabase()

/** The first field of a body as something it cannot be. */
function wrong(body: Json): Json {
  return { [Object.keys(body)[0] ?? '']: { not: 'this' } }
}

describe('GET /api/openapi.json', () => {
  let document: Json
  beforeAll(async () => {
    const { db } = await database
    document = (await publicApp(db).askJson('/api/openapi.json')).body
  })

  it('describes every public path of the service and both paths of labels', () => {
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.entries<Json>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    )
    const ofAccounts =
      /^\w+ \/api\/v1\/(?:products|runs|exceptions|diary|outbox|batches$|batches\/\{\w+\}\/)|^patch /
    expect(operations.filter((name) => !ofAccounts.test(name)).toSorted()).toEqual([
      'get /.well-known/jwks.json',
      'get /api/docs',
      'get /api/openapi.json',
      'get /api/v1/batches/{REF}',
      'get /api/v1/codes',
      'get /api/v1/codes/{CODE}',
      'get /api/v1/notices',
      'get /api/v1/notices.atom',
      'get /b/{REF}',
      'get /healthz',
      'get /o/{ORGANISATION}',
      'get /open-data/codes.csv',
      'get /open-data/codes.json',
      'get /open-data/dictionary.csv',
      'get /open-data/suspensions.csv',
      'get /p/{PRODUCT}',
      'get /readyz',
      'get /{SIG}/01/{GTIN}/10/{REF}',
      'get /{SIG}/01/{GTIN}/10/{REF}/21/{UNIT}',
      'get /{SIG}/B/{REF}/{SERIAL}',
      'get /{SIG}/B/{REF}/{SERIAL}/{AREAS}/{HOUSE}',
      'get /{SIG}/C/{CODE}',
      'get /{SIG}/{SUBJECT}',
      'post /api/v1/verify',
      'post /api/v1/verify/bulk',
    ])
  })

  it('declares every error of verify as a problem, and its body as required', () => {
    const { requestBody, responses } = document.paths['/api/v1/verify'].post
    expect(requestBody.required).toBe(true)
    expect(Object.keys(responses)).toEqual(['200', '400', '413', '415', '429', '503'])
    for (const status of ['400', '413', '415', '429', '503']) {
      const { schema } = responses[status].content['application/problem+json']
      expect(schema).toEqual({ $ref: '#/components/schemas/Problem' })
    }
    expect(document.components.schemas.VerifyRequest.properties.code.maxLength).toBe(2_000)
  })

  it('points to no schema that is not there', () => {
    const text = JSON.stringify(document)
    const names = [...text.matchAll(/#\/components\/schemas\/([\w-]+)/g)].map((match) => match[1])
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) expect(Object.keys(document.components.schemas)).toContain(name)
  })

  it('has real answers of every document within its published schemas', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const { batch, run } = await makeRun(ctx, { batch: { packingHouse: null, expiresOn: null } })
    const [label] = await collectLabels(await reprint({ ctx, input: { runId: run.id, to: 1 } }))
    const app = publicApp(db)
    const fits = (name: string, body: unknown) => {
      // JSON Schema's own place for named schemas, in place of OpenAPI's.
      const text = JSON.stringify({ $ref: `#/$defs/${name}`, $defs: document.components.schemas })
      const schema = JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/'))
      return z.fromJSONSchema(schema).safeParse(body).error
    }
    const code = `/api/v1/codes/${batch.area.code}`
    for (const [name, path] of [
      ['Provenance', `/api/v1/batches/${batch.ref}`],
      ['Code', code],
      ['CodeList', '/api/v1/codes'],
      ['NoticeList', '/api/v1/notices'],
      ['KeySet', '/.well-known/jwks.json'],
      ['Problem', '/api/v1/codes/x'],
      ['Health', '/healthz'],
    ] as const) {
      const { body } = await app.askJson(path)
      expect([name, fits(name, body)]).toEqual([name, undefined])
      expect([name, fits(name, { ...body, ...wrong(body) })]).not.toEqual([name, undefined])
    }
    for (const text of [label?.url, 'malformed']) {
      const verdict = await (await app.verify({ code: text })).json()
      expect(fits('Verdict', verdict)).toBeUndefined()
    }
  })

  it('takes in other routers’ operations, and one path however its parameter is called', () => {
    const other = new OpenAPIHono<AppEnv>()
    other.openapi(
      createRoute({
        method: 'patch',
        path: '/api/v1/batches/{ref}',
        request: { params: z.object({ ref: z.string() }) },
        responses: { 204: { description: 'Changed.' } },
      }),
      (c) => c.body(null, 204),
    )
    const { paths = {} } = openApiDocument([publicRoutes(), other])
    const item = paths['/api/v1/batches/{REF}']
    expect(Object.keys(item ?? {}).toSorted()).toEqual(['get', 'patch'])
    expect(item?.patch?.parameters).toMatchObject([{ in: 'path', name: 'REF' }])
  })

  it('of the whole service has no path twice and every path parameter declared', () => {
    const { paths = {} } = openApiDocument([publicRoutes(), issuingRoutes()])
    const shapes = Object.keys(paths).map((path) => path.replace(/\{[^}]+\}/g, '{}'))
    expect(new Set(shapes).size).toBe(shapes.length)
    expect(Object.keys(paths['/api/v1/batches/{REF}'] ?? {})).toContain('patch')
    for (const [path, item] of Object.entries<Json>(paths)) {
      const names = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1])
      for (const operation of Object.values<Json>(item)) {
        const declared = (operation.parameters ?? []).filter((p: Json) => p.in === 'path')
        expect([path, declared.map((p: Json) => p.name).toSorted()]).toEqual([
          path,
          names.toSorted(),
        ])
      }
    }
  })
})

describe('GET /api/docs', () => {
  it('is one page of every operation, without script or request to another site', async () => {
    const { db } = await database
    const app = publicApp(db)
    const response = await app.ask('/api/docs')
    const html = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).not.toMatch(/<script|\son\w+=|\sstyle=|src=|@import|url\(/i)
    const { body } = await app.askJson('/api/openapi.json')
    for (const [path, item] of Object.entries<Json>(body.paths)) {
      for (const method of Object.keys(item))
        expect(html).toContain(`${method.toUpperCase()} ${path}`)
    }
  })

  it('allows its own style by hash and nothing else', async () => {
    const { db } = await database
    const response = await publicApp(db).ask('/api/docs')
    const style = /<style>([\s\S]*?)<\/style>/.exec(await response.text())?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}';`)
  })

  it('links only to places on the page or on this site', async () => {
    const { db } = await database
    const html = await (await publicApp(db).ask('/api/docs')).text()
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
    const links = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '')
    const broken = links.filter((link) =>
      link.startsWith('#') ? !ids.has(link.slice(1)) : !link.startsWith('/'),
    )
    expect(links.length).toBeGreaterThan(20)
    expect(broken).toEqual([])
  })

  it('has the colours of the public pages', () => {
    const css = readFileSync(new URL('../../../site/styles/tokens.css', import.meta.url), 'utf8')
    const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
    for (const [name, value] of Object.entries(DOCS_TOKENS.light))
      expect(light).toContain(`${name}: ${value};`)
    for (const [name, value] of Object.entries(DOCS_TOKENS.dark))
      expect(dark).toContain(`${name}: ${value};`)
  })
})
