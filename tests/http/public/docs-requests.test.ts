import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { SCOPES } from '../../../worker/verbs/context.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeOrganisation,
  makeRun,
  makeSite,
  unique,
} from '../../support/factories.ts'
import { makeJpeg } from '../../support/pictures.ts'
import { type Json, type PublicApp, publicApp } from './support.ts'

const ORIGIN = 'https://tem.example.vn'

let db: Database
let app: PublicApp
let document: Json

const folder = mkdtempSync(join(tmpdir(), 'goc-docs-'))
const FILE = join(folder, 'photo.jpg')
let photo: Uint8Array<ArrayBuffer>
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  photo = new Uint8Array(await makeJpeg({ width: 16, height: 16 }))
  writeFileSync(FILE, photo)
  db = (await freshDatabase()).db
  app = publicApp(db)
  document = (await app.askJson('/api/openapi.json')).body
})

const page = async (lang: string) => (await app.ask(`/api/docs?lang=${lang}`)).text()

const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The request that the page shows for each operation, by its title. */
function requestsOf(html: string): Map<string, string> {
  const sections = html.split('<section id="').slice(1)
  const pairs = sections.flatMap((section) => {
    const title = /<h3><code>([A-Z]+ [^<]+)<\/code>/.exec(section)?.[1]
    const sample = /<pre><code>(curl [\s\S]*?)<\/code><\/pre>/.exec(section)?.[1]
    return title === undefined ? [] : [[unescaped(title), unescaped(sample ?? '')] as const]
  })
  return new Map(pairs)
}

/** What a POSIX shell gives curl of a command. */
function shellArguments(command: string, variables: Readonly<Record<string, string>>): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\nuuidgen() { printf %s ${crypto.randomUUID()}; }\n${command}`
  const env = { PATH: process.env['PATH'] ?? '', ...variables }
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1)
}

/** A request as curl would send it. */
function send(args: readonly string[]): Promise<Response> {
  const headers = new Headers()
  let [method, url]: [string | null, string] = [null, '']
  let body: string | Uint8Array<ArrayBuffer> | null = null
  for (let at = 0; at < args.length; at++) {
    const text = args[at] ?? ''
    const next = () => args[++at] ?? ''
    if (text === '-X') method = next()
    else if (text === '-d') body = next()
    else if (text === '--data-binary') body = new Uint8Array(readFileSync(next().slice(1)))
    else if (text === '-H') {
      const [name = '', value = ''] = next().split(/: (.*)/s)
      headers.set(name, value)
    } else url = text
  }
  expect(url.toLowerCase().startsWith(`${ORIGIN}/`)).toBe(true)
  const sent = body === null ? {} : { body }
  return app.ask(url.slice(ORIGIN.length), { method: method ?? 'GET', headers, ...sent })
}

/** What a reader has of the steps before: of each operation anew, for some end what others need. */
async function variables(): Promise<Record<string, string>> {
  const ctx = makeContext(db)
  const { id: organisationRef } = await makeOrganisation(ctx)
  const { token } = await createToken({
    ctx,
    input: { name: 'x', scopes: [...SCOPES], organisationRef },
  })
  const post = async (path: string, body: object): Promise<Json> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    return (await app.askJson(path, { method: 'POST', headers, body: JSON.stringify(body) })).body
  }
  const { id: PRODUCT } = await post('/api/v1/products', { name: `Chè ${unique()}` })
  const batch = async () => {
    const quantity = { value: 1, unit: 'kg' }
    const body = { productId: PRODUCT, lot: `X${unique()}`, packedOn: '2026-06-10', quantity }
    return (await post('/api/v1/batches', { ...body, markets: ['VNM'] })).ref
  }
  const { run } = await post(`/api/v1/batches/${await batch()}/labels`, { count: 3 })
  const { id: EXCEPTION } = await post(`/api/v1/runs/${run.id}/exceptions`, {
    from: 3,
    to: 3,
    reason: 'Rách',
  })
  const [label] = await collectLabels(await reprint({ ctx, input: { runId: run.id, to: 1 } }))
  const { code: CODE } = await makeCode(ctx)
  const { id: siteId } = await makeSite(ctx, { organisationId: organisationRef })
  const { id: ENTRY } = await makeDiaryEvent(ctx, { siteId })
  const PHOTO = createHash('sha256').update(photo).digest('hex')
  await app.ask(`/api/v1/outbox/photos/${PHOTO}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: photo,
  })
  return {
    ...{ FILE, PHOTO, ORIGIN, TOKEN: token, PRODUCT, RUN: run.id, EXCEPTION, CODE, ENTRY },
    ORGANISATION: organisationRef,
    ...{ REF: await batch(), SEALED: run.ref, LABEL: label?.url ?? '' },
  }
}

describe('the quick start of the API', () => {
  it.each([
    ['vi', 'Bắt đầu', 'Tạo mã truy cập'],
    ['en', 'Quick start', 'Make a token'],
    ['zh', '快速开始', '创建令牌'],
  ])('is there in %s', async (lang, title, token) => {
    const response = await app.ask('/api/docs', { headers: { 'accept-language': lang } })
    expect(response.headers.get('content-language')).toBe(lang)
    const html = await response.text()
    expect(html).toContain(`<html lang="${lang}">`)
    expect(html).toContain(`<h2>${title}</h2>`)
    expect(html).toContain(token)
    expect(html).toBe(await page(lang))
    const start = /<section id="quick-start">[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    expect(start).toContain('/portal/tokens')
    for (const scope of SCOPES) expect(start).toContain(`<code>${scope}</code>`)
    expect(start).toContain(`ORIGIN=${ORIGIN}`)
    for (const name of Object.keys(await variables())) {
      if (!['CODE', 'SEALED', 'ORGANISATION'].includes(name)) expect(start).toContain(name)
    }
  })

  it('shows one request for every operation of the description, the same in each language', async () => {
    const operations = Object.entries<Json>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const requests = requestsOf(await page('en'))
    expect([...requests.keys()].toSorted()).toEqual(operations.toSorted())
    for (const lang of ['vi', 'zh']) expect(requestsOf(await page(lang))).toEqual(requests)
  })

  it('shows requests that work, each as a shell reads it', async () => {
    await makeRun(makeContext(db))
    const requests = requestsOf(await page('vi'))
    expect(requests.size).toBeGreaterThan(30)
    for (const [name, command] of requests) {
      const { SEALED = '', ...own } = await variables()
      app.wait(60_000)
      // What anyone may read is public once it has labels.
      const isPublic = /^GET \/(?:b|api\/v1\/batches)\/\{REF\}$/.test(name)
      const given = isPublic ? { ...own, REF: SEALED } : own
      const response = await send(shellArguments(command, given))
      expect([name, response.status, response.ok ? '' : await response.text()]).toEqual([
        ...[name, response.status < 300 ? response.status : 'a success', ''],
      ])
    }
  }, 60_000)

  it('says of each operation which scope it needs, and that scope alone is enough', async () => {
    const named = (text: string) => text.replace(/[{}]/g, '')
    for (const [path, item] of Object.entries<Json>(document.paths)) {
      for (const [method, { security, operationId }] of Object.entries<Json>(item)) {
        const scopes: string[] = security.flatMap((each: Json) => each.bearer ?? [])
        if (security.length === 0 || scopes.length === 0) continue
        const ask = async (given: readonly (typeof SCOPES)[number][]) => {
          const { token } = await createToken({
            ctx: makeContext(db),
            input: { name: 'x', scopes: [...given] },
          })
          const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
          const sent = method === 'get' ? {} : { body: '{}' }
          return (await app.ask(named(path), { method: method.toUpperCase(), headers, ...sent }))
            .status
        }
        const own = SCOPES.filter((scope) => scopes.includes(scope))
        const others = SCOPES.filter((scope) => !scopes.includes(scope))
        expect([operationId, await ask(own)]).not.toEqual([operationId, 403])
        expect([operationId, await ask(others)]).toEqual([operationId, 403])
      }
    }
  })
})
