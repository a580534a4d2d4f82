import { Hono } from 'hono'
import { nanoid } from 'nanoid'
import { beforeAll, describe, expect, it } from 'vitest'
import { listDownloads } from '../../../db/queries/label-downloads.ts'
import { auditLog, labelRun, writeReceipt } from '../../../db/schema/index.ts'
import type { AppEnv, Deps } from '../../../worker/http/app-env.ts'
import { problemResponse } from '../../../worker/http/problem-response.ts'
import { toProblem } from '../../../worker/http/to-problem.ts'
import { issuingRoutes } from '../../../worker/routes/issuing/index.ts'
import { SCOPES, type Scope } from '../../../worker/verbs/context.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { revokeToken } from '../../../worker/verbs/tokens/revoke-token.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeProduct,
  makeRun,
  NOW,
  TEST_KEK,
  unique,
} from '../../support/factories.ts'

let test: TestDatabase
let app: Hono<AppEnv>
let now = NOW

beforeAll(async () => {
  test = await freshDatabase()
  app = new Hono<AppEnv>()
  app.use('*', async (c, next) => {
    const deps = { db: () => test.db, now: () => now, newId: () => nanoid(), kek: TEST_KEK }
    c.set('deps', { ...deps, labelOrigin: 'HTTPS://TEM.EXAMPLE.VN' } as unknown as Deps)
    await next()
  })
  app.route('/', issuingRoutes())
  app.onError((error) => {
    const problem = toProblem(error)
    return problemResponse({ problem, language: 'vi', instance: '/', requestId: 'r' })
  })
})

type Call = {
  method?: string
  token?: string | null
  body?: unknown
  headers?: Record<string, string>
}

async function call(path: string, { method = 'POST', token, body, headers = {} }: Call = {}) {
  const response = await app.request(path, {
    method,
    headers: {
      ...(token == null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : null,
  }
}

async function makeToken(
  given: { organisationRef?: string; scopes?: readonly Scope[]; expiresAt?: number } = {},
) {
  const { scopes = SCOPES, ...rest } = given
  const ctx = makeContext(test.db)
  return createToken({ ctx, input: { name: 'thử', scopes: [...scopes], ...rest } })
}

const EVERY_ROUTE: readonly [string, string, Scope | null][] = [
  ['POST', '/api/v1/products', 'batches:write'],
  ['POST', '/api/v1/batches', 'batches:write'],
  ['GET', '/api/v1/products', null],
  ['GET', '/api/v1/batches', null],
  ['GET', '/api/v1/products/x', null],
  ['GET', '/api/v1/exceptions/x', null],
  ['GET', '/api/v1/batches/7K3M9QX1/declaration', null],
  ['GET', '/api/v1/batches/7K3M9QX1/runs', null],
  ['GET', '/api/v1/batches/7K3M9QX1/exceptions', null],
  ['PATCH', '/api/v1/batches/7K3M9QX1', 'batches:write'],
  ['POST', '/api/v1/batches/7K3M9QX1/labels', 'labels:issue'],
  ['GET', '/api/v1/runs/x', null],
  ['GET', '/api/v1/runs/x/labels', 'labels:issue'],
  ['POST', '/api/v1/runs/x/exceptions', 'labels:void'],
  ['POST', '/api/v1/batches/7K3M9QX1/recall', 'recalls:write'],
  ['GET', '/api/v1/diary?site=x', 'diary:write'],
  ['GET', '/api/v1/diary/x', 'diary:write'],
  ['POST', '/api/v1/diary/x/corrections', 'diary:write'],
]

describe('every route', () => {
  it('is in this test', () => {
    const { paths = {} } = issuingRoutes().getOpenAPIDocument({
      openapi: '3.1.0',
      info: { title: '', version: '' },
    })
    const declared = Object.values(paths).flatMap((path) => Object.keys(path ?? {}))
    expect(declared).toHaveLength(EVERY_ROUTE.length)
  })

  it('answers 401 without a good token, before it reads anything else', async () => {
    const { id, token: revoked } = await makeToken()
    await revokeToken({ ctx: makeContext(test.db), input: { id } })
    const { token: expired } = await makeToken({ expiresAt: NOW })
    for (const [method, path] of EVERY_ROUTE) {
      for (const token of [null, 'goc_x', `goc_${'A'.repeat(43)}`, revoked, expired]) {
        const body = method === 'GET' ? undefined : '{not json'
        const answer = await call(path, { method, token, body })
        expect([path, answer.status, answer.json?.code]).toEqual([path, 401, 'unauthenticated'])
      }
    }
  })

  it('answers 403 to a token that has every scope but the right one', async () => {
    for (const [method, path, scope] of EVERY_ROUTE) {
      if (scope === null) continue
      const { token } = await makeToken({ scopes: SCOPES.filter((other) => other !== scope) })
      const body = method === 'GET' ? undefined : {}
      expect([path, (await call(path, { method, token, body })).status]).toEqual([path, 403])
    }
  })

  it('answers 404 to a token of another organisation', async () => {
    const { batch, run } = await makeRun(makeContext(test.db))
    const { organisationId } = await makeProduct(makeContext(test.db))
    const { token } = await makeToken({ organisationRef: organisationId })
    const voided = await voidLabels({
      ctx: makeContext(test.db),
      input: { runId: run.id, reason: 'Rách' },
    })
    const { siteId } = batch.area
    const entry = await makeDiaryEvent(makeContext(test.db), { siteId })
    const at = (path: string) =>
      path
        .replace('site=x', `site=${siteId}`)
        .replace('/diary/x', `/diary/${entry.id}`)
        .replace('7K3M9QX1', batch.ref)
        .replace('/products/x', `/products/${batch.productId}`)
        .replace('/exceptions/x', `/exceptions/${voided.id}`)
        .replace('/x', `/${run.id}`)
    const bodies: Record<string, unknown> = {
      labels: { count: 1 },
      exceptions: { reason: 'x' },
      recall: { reason: 'x' },
      corrections: { reason: 'x', dose: '1' },
    }
    for (const [method, path] of EVERY_ROUTE.slice(4)) {
      const body =
        method === 'GET' ? undefined : (bodies[path.split('/').at(-1) ?? ''] ?? { lot: 'X' })
      expect([path, (await call(at(path), { method, token, body })).status]).toEqual([path, 404])
    }
    const foreign = {
      productId: batch.productId,
      lot: 'X',
      quantity: { value: 1, unit: 'kg' },
      markets: ['VNM'],
    }
    expect((await call('/api/v1/batches', { token, body: foreign })).status).toBe(404)
    const product = { organisationId: batch.organisationId, name: 'X' }
    expect((await call('/api/v1/products', { token, body: product })).status).toBe(404)
  })
})

describe('a producer’s software', () => {
  it('declares, issues, downloads, voids and recalls with a token of its organisation', async () => {
    const { organisationId } = await makeProduct(makeContext(test.db))
    const { token } = await makeToken({ organisationRef: organisationId })
    const product = await call('/api/v1/products', { token, body: { name: `Chè ${unique()}` } })
    expect(product.status).toBe(201)
    const fields = {
      productId: product.json.id,
      lot: 'L1',
      quantity: { value: 10, unit: 'kg' },
      markets: ['VNM'],
    }
    const batch = await call('/api/v1/batches', { token, body: fields })
    expect(batch.headers.get('location')).toBe(`/api/v1/batches/${batch.json.ref}`)
    const path = `/api/v1/batches/${batch.json.ref}`
    const early = await call(`${path}/labels`, { token, body: { count: 2 } })
    expect([early.status, early.json.code]).toEqual([409, 'batch_incomplete'])
    const changes = { packedOn: '2026-06-14' }
    expect((await call(path, { method: 'PATCH', token, body: changes })).status).toBe(200)
    const issued = await call(`${path}/labels`, { token, body: { count: 3 } })
    expect(issued.status).toBe(201)
    expect(issued.json).toMatchObject({
      run: { fromSerial: 1, toSerial: 3, profile: 'compact' },
      fallback: { from: 'full', to: 'compact' },
    })
    const run = issued.headers.get('location') ?? ''
    expect((await call(path, { method: 'PATCH', token, body: changes })).json.code).toBe(
      'batch_sealed',
    )
    const voided = await call(`${run}/exceptions`, {
      token,
      body: { from: 2, to: 2, reason: 'Rách' },
    })
    expect([voided.status, voided.json.from, voided.json.to]).toEqual([201, 2, 2])
    const shown = await call(run, { method: 'GET', token })
    expect(shown.json).toMatchObject({
      ref: batch.json.ref,
      exceptions: [{ kind: 'void', from: 2, to: 2 }],
    })
    const csv = await call(`${run}/labels?format=csv`, { method: 'GET', token })
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('content-disposition')).toBe(
      `attachment; filename="tem-${batch.json.ref}-1-3.csv"`,
    )
    expect(csv.headers.get('goc-skipped')).toBe('2-2 void')
    const lines = csv.text.split('\n')
    expect(lines[0]).toBe('serial,url,ref,profile,kid')
    expect(lines.slice(1, 3).map((line) => line.split(',')[0])).toEqual(['1', '3'])
    const runId = run.split('/').at(-1) ?? ''
    const taken = await listDownloads(test.db, { runId, limit: 9 })
    expect(taken).toMatchObject([{ format: 'csv', fromSerial: 1, toSerial: 3, labels: 2 }])
    expect(taken[0]?.actor).toMatch(/^token:/)
    const recalled = await call(`${path}/recall`, { token, body: { reason: 'Thu hồi' } })
    expect(recalled.status).toBe(201)
    const after = await call(`${path}/labels`, { token, body: { count: 1 } })
    expect([after.status, after.json.code]).toEqual([409, 'standing_stop'])
    const audits = await test.db.select().from(auditLog)
    expect(audits.some((row) => row.actor.startsWith('token:') && row.source === 'api')).toBe(true)
  })

  it('gets the same file in every format whenever it asks', async () => {
    const { run } = await makeRun(makeContext(test.db), { count: 30 })
    const { token } = await makeToken()
    const signatures = { csv: 'serial,', pdf: '%PDF-', zpl: '~DY', svg: 'PK' }
    for (const [format, start] of Object.entries(signatures)) {
      const path = `/api/v1/runs/${run.id}/labels?format=${format}`
      const first = await call(path, { method: 'GET', token })
      const second = await call(path, { method: 'GET', token })
      expect([format, first.status, first.text.startsWith(start)]).toEqual([format, 200, true])
      expect(second.text === first.text).toBe(true)
    }
  })

  it('is told which sheets fit when the labels do not', async () => {
    const { run } = await makeRun(makeContext(test.db))
    const { token } = await makeToken()
    const zpl = await call(`/api/v1/runs/${run.id}/labels?format=zpl&layout=15x15`, {
      method: 'GET',
      token,
    })
    expect([zpl.status, zpl.json.code]).toEqual([422, 'layout_too_small'])
    expect(zpl.json.detail).toMatch(/mm/)
    const unknown = await call(`/api/v1/runs/${run.id}/labels?format=pdf&layout=99`, {
      method: 'GET',
      token,
    })
    expect(unknown.status).toBe(400)
  })

  it('cannot send anything but JSON of a bounded size', async () => {
    const { token } = await makeToken()
    const text = await call('/api/v1/products', {
      token,
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    })
    expect(text.status).toBe(415)
    const none = await call('/api/v1/products', { token })
    expect(none.status).toBe(415)
    const large = await call('/api/v1/products', { token, body: { name: 'x'.repeat(300_000) } })
    expect(large.status).toBe(413)
    const broken = await call('/api/v1/products', { token, body: '{' })
    expect(broken.status).toBe(400)
  })
})

describe('an Idempotency-Key', () => {
  const runsOf = async (batchId: string) =>
    (await test.db.select().from(labelRun)).filter((run) => run.batchId === batchId)

  it('makes the same request again give the same answer and one deed', async () => {
    const batch = await makeBatch(makeContext(test.db))
    const { token } = await makeToken()
    const ask = () =>
      call(`/api/v1/batches/${batch.ref}/labels`, {
        token,
        body: { count: 5 },
        headers: { 'idempotency-key': 'k1' },
      })
    const [first, second] = [await ask(), await ask()]
    expect(second.status).toBe(201)
    expect(second.text).toBe(first.text)
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await runsOf(batch.id)).toHaveLength(1)
  })

  it('lets one of many at once do the deed and gives all of them its answer', async () => {
    const batch = await makeBatch(makeContext(test.db))
    const { token } = await makeToken()
    const headers = { 'idempotency-key': 'k2' }
    const ask = () =>
      call(`/api/v1/batches/${batch.ref}/labels`, { token, body: { count: 5 }, headers })
    const answers = await Promise.all(Array.from({ length: 8 }, ask))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await runsOf(batch.id)).toHaveLength(1)
  })

  it('refuses another request under the same key, but not another caller’s', async () => {
    const batch = await makeBatch(makeContext(test.db))
    const [one, two] = [await makeToken(), await makeToken()]
    const ask = (token: string, count: number) =>
      call(`/api/v1/batches/${batch.ref}/labels`, {
        token,
        body: { count },
        headers: { 'idempotency-key': 'k3' },
      })
    expect((await ask(one.token, 1)).status).toBe(201)
    const other = await ask(one.token, 2)
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_mismatch'])
    expect((await ask(two.token, 2)).status).toBe(201)
  })

  it('is free again after a refusal, and after a day', async () => {
    const batch = await makeBatch(makeContext(test.db), { packedOn: null, expiresOn: null })
    const { token } = await makeToken()
    const headers = { 'idempotency-key': 'k4' }
    const ask = () =>
      call(`/api/v1/batches/${batch.ref}/labels`, { token, body: { count: 1 }, headers })
    expect((await ask()).json.code).toBe('batch_incomplete')
    await call(`/api/v1/batches/${batch.ref}`, {
      method: 'PATCH',
      token,
      body: { packedOn: '2026-06-14' },
    })
    expect((await ask()).status).toBe(201)
    now = NOW + 25 * 3_600_000
    expect((await ask()).json.run.fromSerial).toBe(2)
    expect(
      (await test.db.select().from(writeReceipt)).filter((row) => row.createdAt === NOW),
    ).toEqual([])
    now = NOW
  })
})

it('keeps only a hash of a token', async () => {
  const { token } = await makeToken()
  expect(token).toMatch(/^goc_[A-Za-z0-9_-]{43}$/)
  const rows = await test.db.all<{ dump: string }>(
    'SELECT json_group_array(json_array(name, token_hash, scopes)) AS dump FROM api_token UNION ALL SELECT json_group_array(json_array(after)) FROM audit_log',
  )
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(rows)).not.toContain(token.slice(4))
})

describe('a batch under somebody else’s code', () => {
  it('gets no labels through the API, and is told which code and why', async () => {
    const ctx = makeContext(test.db)
    const lent = await makeCode(ctx)
    const { id: productId } = await makeProduct(ctx)
    const batch = await makeBatch(ctx, { productId, growingAreas: [lent.code] })
    const { token } = await makeToken()
    const body = { count: 5, profile: 'full' }
    const answer = await call(`/api/v1/batches/${batch.ref}/labels`, { token, body })
    expect([answer.status, answer.json.code]).toEqual([409, 'standing_stop'])
    expect(answer.json.errors[0].path).toBe('code_use_not_authorised')
    expect(answer.text).toContain(lent.code)
  })
})
