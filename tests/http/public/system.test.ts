import { importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { keySetSchema } from '../../../worker/routes/public/system/contract.ts'
import { revokeKey } from '../../../worker/verbs/keys/revoke-key.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeRun, NOW } from '../../support/factories.ts'
import { publicApp } from './support.ts'

const database = freshDatabase()

describe('GET /.well-known/jwks.json', () => {
  it('tells active and retired keys and nothing private, and revoked ones beside them', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const first = await rotateKey({ ctx, input: {} })
    const second = await rotateKey({ ctx, input: {} })
    const third = await rotateKey({ ctx, input: {} })
    await revokeKey({ ctx, input: { kid: first.kid, from: NOW } })
    const { status, body } = await publicApp(db).askJson('/.well-known/jwks.json')
    expect(status).toBe(200)
    expect(keySetSchema.parse(body)).toEqual(body)
    const kids = body.keys.map((key: { kid: string }) => key.kid)
    expect(kids.toSorted()).toEqual([second.kid, third.kid].toSorted())
    expect(body.revoked).toEqual([{ kid: first.kid, revokedFrom: new Date(NOW).toISOString() }])
    for (const key of body.keys) {
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
      expect(((await importJWK(key)) as CryptoKey).type).toBe('public')
    }
  })

  it('shows a new key within 30 seconds and may be read from any page', async () => {
    const { db } = await database
    const app = publicApp(db)
    const before = await app.ask('/.well-known/jwks.json')
    expect(before.headers.get('cache-control')).toBe('public, max-age=30')
    expect(before.headers.get('access-control-allow-origin')).toBe('*')
    const { kid } = await rotateKey({ ctx: makeContext(db), input: {} })
    app.wait(30_000)
    const headers = { 'if-none-match': before.headers.get('etag') ?? '' }
    const after = await app.ask('/.well-known/jwks.json', { headers })
    expect(await after.text()).toContain(`"kid":"${kid}"`)
  })
})

describe('health', () => {
  it('says the process is up without the database, and ready only with it', async () => {
    const { db } = await database
    const app = publicApp(db)
    expect(await app.askJson('/readyz')).toEqual({ status: 200, body: { status: 'ok' } })
    app.breakDatabase()
    const calls = app.databaseCalls()
    expect(await app.askJson('/healthz')).toEqual({ status: 200, body: { status: 'ok' } })
    expect(app.databaseCalls()).toBe(calls)
    const ready = await app.ask('/readyz', { headers: { accept: 'application/json' } })
    expect(ready.status).toBe(503)
    expect(ready.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(Number(ready.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('methods', () => {
  it('HEAD tells what GET tells, without a body', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const { batch } = await makeRun(ctx)
    const made = await makeCode(ctx)
    const app = publicApp(db)
    for (const path of [
      `/api/v1/batches/${batch.ref}`,
      `/api/v1/codes/${made.code}`,
      '/api/v1/codes',
      '/api/v1/notices',
      '/api/v1/notices.atom',
      '/.well-known/jwks.json',
      '/api/openapi.json',
      '/api/docs',
      '/healthz',
      '/api/v1/codes/VN-NONE-1',
    ]) {
      const get = await app.ask(path)
      const head = await app.ask(path, { method: 'HEAD' })
      expect([path, head.status]).toEqual([path, get.status])
      expect(await head.text()).toBe('')
      for (const name of ['content-type', 'cache-control', 'etag']) {
        expect(head.headers.get(name)).toBe(get.headers.get(name))
      }
    }
  })

  it.each([
    ['GET', '/api/v1/verify', 'POST'],
    ['DELETE', '/api/v1/codes', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/v1/codes/VN-AGOR-0001', 'GET, HEAD, OPTIONS'],
    ['PUT', '/.well-known/jwks.json', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/v1/verify', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('%s %s is refused with 405 and what is allowed', async (method, path, allow) => {
    const { db } = await database
    const response = await publicApp(db).ask(path, {
      method,
      headers: { accept: 'application/json' },
    })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe(allow)
  })

  it('an unknown path of the API is a 404 problem, in the language asked for', async () => {
    const { db } = await database
    const { status, body } = await publicApp(db).askJson('/api/v1/nothing', {
      headers: { 'accept-language': 'en' },
    })
    expect(status).toBe(404)
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is nothing here.',
      instance: '/api/v1/nothing',
      code: 'not_found',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('lets a script of another page read documents, refusals too, and ask with conditions', async () => {
    const { db } = await database
    const app = publicApp(db)
    const headers = {
      origin: 'https://other.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    }
    const preflight = await app.ask('/api/v1/codes/VN-AGOR-0001', { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/if-none-match/i)
    const refusal = await app.ask('/api/v1/codes/VN-NONE-1')
    expect([refusal.status, refusal.headers.get('access-control-allow-origin')]).toEqual([404, '*'])
  })
})
