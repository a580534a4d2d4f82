import { Hono } from 'hono'
import { nanoid } from 'nanoid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { auditLog, labelRun, writeReceipt } from '../../../db/schema/index.ts'
import type { AppEnv, Deps } from '../../../worker/http/app-env.ts'
import { problemResponse } from '../../../worker/http/problem-response.ts'
import { toProblem } from '../../../worker/http/to-problem.ts'
import { issuingRoutes } from '../../../worker/routes/issuing/index.ts'
import { SCOPES } from '../../../worker/verbs/context.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeContext,
  makeDiaryEvent,
  makeProduct,
  makeRun,
  makeSite,
  NOW,
  TEST_KEK,
  unique,
} from '../../support/factories.ts'

type Fault = 'before' | 'after'

let test: TestDatabase
let app: Hono<AppEnv>
let token: string
/** What happens to the batch of the next change: nothing of it is done, or its answer is lost on the way. */
let fault: Fault | null = null

beforeAll(async () => {
  test = await freshDatabase()
  app = new Hono<AppEnv>()
  app.use('*', async (c, next) => {
    const deps = { db: () => faulty(test.db), now: () => NOW, newId: () => nanoid(), kek: TEST_KEK }
    c.set('deps', { ...deps, labelOrigin: 'HTTPS://TEM.EXAMPLE.VN' } as unknown as Deps)
    await next()
  })
  app.route('/', issuingRoutes())
  app.onError((error) => {
    const problem = toProblem(error)
    return problemResponse({ problem, language: 'vi', instance: '/', requestId: 'r' })
  })
  const input = { name: 'thử', scopes: [...SCOPES] }
  token = (await createToken({ ctx: makeContext(test.db), input })).token
  // The first run of all makes a signing key, which is a change of its own.
  await makeRun(makeContext(test.db))
})

beforeEach(() => {
  fault = null
})

/** A database whose connection breaks in the middle of one change. */
function faulty(db: Database): Database {
  const batch: Database['batch'] = async (statements) => {
    const now = statements.some(keepsReceipt) ? fault : null
    if (now !== null) fault = null
    if (now === 'before') throw new TypeError('fetch failed')
    const done = await db.batch(statements)
    if (now === 'after') throw new TypeError('fetch failed')
    return done
  }
  return new Proxy(db, {
    get: (target, name) => (name === 'batch' ? batch : Reflect.get(target, name)),
  })
}

/** Of all batches the one that is the change: what a verb reads first goes on. */
function keepsReceipt(statement: object): boolean {
  if (!('toSQL' in statement) || typeof statement.toSQL !== 'function') return false
  return JSON.stringify(statement.toSQL()).includes('write_receipt')
}

type Ask = { readonly method: string; readonly path: string; readonly body: unknown }

async function send({ method, path, body }: Ask, key: string) {
  const response = await app.request(path, {
    method,
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  })
  const location = response.headers.get('location')
  return { status: response.status, location, text: await response.text() }
}

const actions = async () => (await test.db.select().from(auditLog)).length

/** One request for each write there is, with something of its own to write to. */
const WRITES: Record<string, () => Promise<Ask>> = {
  'POST /api/v1/products': async () => {
    const { organisationId } = await makeProduct(makeContext(test.db))
    return {
      ...{ method: 'POST', path: '/api/v1/products' },
      body: { organisationId, name: `Chè ${unique()}` },
    }
  },
  'POST /api/v1/batches': async () => {
    const { id } = await makeProduct(makeContext(test.db))
    const quantity = { value: 10, unit: 'kg' }
    const body = { productId: id, lot: `L${unique()}`, quantity, markets: ['VNM'] }
    return { method: 'POST', path: '/api/v1/batches', body }
  },
  'PATCH /api/v1/batches/{ref}': async () => {
    const { ref } = await makeBatch(makeContext(test.db))
    return { method: 'PATCH', path: `/api/v1/batches/${ref}`, body: { lot: `L${unique()}` } }
  },
  'POST /api/v1/batches/{ref}/labels': async () => {
    const { ref } = await makeBatch(makeContext(test.db))
    return { method: 'POST', path: `/api/v1/batches/${ref}/labels`, body: { count: 3 } }
  },
  'POST /api/v1/runs/{id}/exceptions': async () => {
    const { run } = await makeRun(makeContext(test.db))
    const body = { from: 1, to: 2, reason: 'Rách' }
    return { method: 'POST', path: `/api/v1/runs/${run.id}/exceptions`, body }
  },
  'POST /api/v1/batches/{ref}/recall': async () => {
    const { ref } = await makeBatch(makeContext(test.db))
    return { method: 'POST', path: `/api/v1/batches/${ref}/recall`, body: { reason: 'Thu hồi' } }
  },
  'POST /api/v1/diary/{id}/corrections': async () => {
    const ctx = makeContext(test.db)
    const { id: siteId } = await makeSite(ctx)
    const { id } = await makeDiaryEvent(ctx, { siteId })
    const body = { reason: 'Ghi nhầm', note: `Mưa ${unique()}` }
    return { method: 'POST', path: `/api/v1/diary/${id}/corrections`, body }
  },
}

describe('every write', () => {
  it('is in this test', () => {
    const { paths = {} } = issuingRoutes().getOpenAPIDocument({
      ...{ openapi: '3.1.0', info: { title: '', version: '' } },
    })
    const declared = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations ?? {})
        .filter((method) => method !== 'get')
        .map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(Object.keys(WRITES).sort()).toEqual(declared.sort())
  })

  it.each(Object.keys(WRITES))('%s sent again is done once and answered alike', async (name) => {
    const ask = await (WRITES[name] as () => Promise<Ask>)()
    const key = `again-${name}`.replace(/[^\w-]/g, '')
    const before = await actions()
    const first = await send(ask, key)
    expect([200, 201]).toContain(first.status)
    expect(await actions()).toBe(before + 1)
    expect(await send(ask, key)).toEqual(first)
    expect(await actions()).toBe(before + 1)
    const other = await send({ ...ask, body: { ...(ask.body as object), reason: 'khác' } }, key)
    expect(other.status).toBe(422)
  })

  it.each(Object.keys(WRITES))('%s cut off before the deed leaves the key free', async (name) => {
    const ask = await (WRITES[name] as () => Promise<Ask>)()
    const key = `before-${name}`.replace(/[^\w-]/g, '')
    const before = await actions()
    fault = 'before'
    expect((await send(ask, key)).status).toBe(503)
    expect(await actions()).toBe(before)
    expect([200, 201]).toContain((await send(ask, key)).status)
    expect(await actions()).toBe(before + 1)
  })

  it.each(Object.keys(WRITES))(
    '%s whose answer was lost gets it when asked again',
    async (name) => {
      const ask = await (WRITES[name] as () => Promise<Ask>)()
      const key = `after-${name}`.replace(/[^\w-]/g, '')
      const before = await actions()
      fault = 'after'
      expect((await send(ask, key)).status).toBe(503)
      expect(await actions()).toBe(before + 1)
      const [second, third] = [await send(ask, key), await send(ask, key)]
      expect([200, 201]).toContain(second.status)
      expect(third).toEqual(second)
      expect(await actions()).toBe(before + 1)
    },
  )
})

it('a recall taken back twice at the same moment answers both alike', async () => {
  const { ref } = await makeBatch(makeContext(test.db))
  const path = `/api/v1/batches/${ref}/recall`
  await send({ method: 'POST', path, body: { reason: 'Thu hồi' } }, 'recall')
  const back = { method: 'POST', path, body: { reason: 'Nhầm lô', withdraw: true } }
  const answers = await Promise.all([1, 2, 3, 4].map(() => send(back, 'withdraw')))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
})

it('the answer of a run is read from the run, so that no other answer can be kept', async () => {
  const ask = await (WRITES['POST /api/v1/batches/{ref}/labels'] as () => Promise<Ask>)()
  const { text } = await send(ask, 'run')
  const { run } = JSON.parse(text) as { run: { id: string } }
  const kept = (await test.db.select().from(writeReceipt)).find(({ key }) => key === 'run')
  expect(kept?.receipt).toEqual({ run: { id: run.id }, fallback: null })
  const runs = await test.db.select().from(labelRun)
  expect(runs.filter(({ id }) => id === run.id)).toHaveLength(1)
})
