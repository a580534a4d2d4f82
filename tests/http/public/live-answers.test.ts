import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { issueCertificate } from '../../../worker/verbs/certificates/issue-certificate.ts'
import { SCOPES, type Scope } from '../../../worker/verbs/context.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { describedAnswers } from '../../support/described-answers.ts'
import {
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeGtin,
  makeOrganisation,
  makeProduct,
  makeRun,
  unique,
} from '../../support/factories.ts'
import { decide } from './notices-support.ts'
import { type Json, type PublicApp, publicApp } from './support.ts'

/** What no test of this file reaches, each with its reason. */
const NOT_REACHED = [
  // A batch must be full of exceptions first.
  'addException 409',
]

type Call = { method?: string; token?: string | null; body?: unknown; headers?: object }

let db: Database
let app: PublicApp
let described: ReturnType<typeof describedAnswers>
let token: string
let organisationId: string
let world: Awaited<ReturnType<typeof makeWorld>>

async function tokenOf(scopes: readonly Scope[] = SCOPES): Promise<string> {
  const input = { name: 'phần mềm', scopes: [...scopes], organisationRef: organisationId }
  return (await createToken({ ctx: makeContext(db), input })).token
}

/** Asks, and holds the answer to the description. */
async function ask(path: string, given: Call = {}, to: PublicApp = app) {
  const { body, headers = {} } = given
  const method = given.method ?? (body === undefined ? 'GET' : 'POST')
  const asked = given.token === undefined ? token : given.token
  const response = await to.ask(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(asked === null ? {} : { authorization: `Bearer ${asked}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const faults = await described.faults(method, path, response.clone())
  expect([method, path, faults]).toEqual([method, path, []])
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const json: Json = isJson ? await response.json() : null
  return { status: response.status, headers: response.headers, json }
}

const batchOf = (productId: string, more: object = {}) => ({
  productId,
  lot: `L-${unique()}`,
  packedOn: '2026-06-14',
  quantity: { value: 10, unit: 'kg' },
  markets: ['VNM', 'CHN'],
  ...more,
})

/** One of everything, made through the API where it can be. */
async function makeWorld() {
  const ctx = makeContext(db)
  await makeRun(ctx)
  const area = await makeCode(ctx, { holderId: organisationId })
  const house = await makeCode(ctx, { holderId: organisationId, slot: 'packing_house' })
  const suspended = await makeCode(ctx)
  await decide(db, { codeId: suspended.id, status: 'suspended' })
  const gtin = makeGtin()
  const product = await ask('/api/v1/products', {
    body: {
      ...{ name: 'Chè', gtin, warnings: ['Nóng'], netContentValue: 0.5, netContentUnit: 'kg' },
      ...{ shelfLifeDays: 365, inputPerOutput: 4.5, mark: 'Chè thử', markNo: '4-0001' },
      ...{ description: { vi: 'Chè xanh' }, story: { vi: 'Của bà con', en: 'Of the village' } },
    },
  })
  const declared = batchOf(product.json.id, {
    growingAreas: [area.code],
    packingHouse: house.code,
  })
  const batch = await ask('/api/v1/batches', { body: declared })
  const at = `/api/v1/batches/${batch.json.ref}`
  const labels = async (profile: string, count: object) => {
    const issued = await ask(`${at}/labels`, { body: { profile, ...count } })
    const made = await reprint({ ctx, input: { runId: issued.json.run.id } })
    const [label] = await collectLabels(made)
    return {
      run: issued.json.run.id as string,
      path: (label?.url ?? '').slice('https://tem.example.vn'.length),
    }
  }
  return {
    product: product.json.id as string,
    named: (await makeProduct({ ...ctx, newId: () => 'V1StGXR8_Z5jdHi6B-myT' }, { organisationId }))
      .id,
    declared,
    at,
    ref: batch.json.ref as string,
    area: area.code,
    siteId: area.siteId,
    entry: (await makeDiaryEvent(ctx, { siteId: area.siteId })).id,
    compact: await labels('compact', { count: 3 }),
    full: await labels('full', { count: 2 }),
    gs1: await labels('gs1', { count: 2 }),
    whole: await labels('gs1', { wholeBatch: true }),
    certificate: new URL((await issueCertificate({ ctx, input: { code: area.code } })).url)
      .pathname,
  }
}

beforeAll(async () => {
  db = (await freshDatabase()).db
  app = publicApp(db)
  described = describedAnswers((await app.askJson('/api/openapi.json')).body)
  organisationId = (await makeOrganisation(makeContext(db))).id
  token = await tokenOf()
  world = await makeWorld()
  app.wait(60_000)
})

/** Every operation behind a token, with what must be sent. */
const guarded = (): [method: string, path: string, body?: unknown][] => [
  ['POST', '/api/v1/products', { name: `Chè ${unique()}` }],
  ['GET', '/api/v1/products'],
  ['GET', `/api/v1/products/${world.product}`],
  ['POST', '/api/v1/batches', batchOf(world.product)],
  ['GET', '/api/v1/batches'],
  ['PATCH', world.at, { lot: 'X' }],
  ['GET', `${world.at}/declaration`],
  ['GET', `${world.at}/runs`],
  ['GET', `${world.at}/exceptions`],
  ['POST', `${world.at}/labels`, { count: 1 }],
  ['POST', `${world.at}/recall`, { reason: 'x' }],
  ['GET', `/api/v1/runs/${world.compact.run}`],
  ['GET', `/api/v1/runs/${world.compact.run}/labels`],
  ['POST', `/api/v1/runs/${world.compact.run}/exceptions`, { reason: 'x' }],
  ['GET', '/api/v1/exceptions/x'],
  ['GET', '/api/v1/diary'],
  ['GET', `/api/v1/diary/${world.entry}`],
  ['POST', `/api/v1/diary/${world.entry}/corrections`, { reason: 'x', note: 'y' }],
]

describe('every answer is as the description says', () => {
  it('to anybody who reads the register, notices, data and keys', async () => {
    for (const path of [
      `/api/v1/codes/${world.area}`,
      '/api/v1/codes',
      '/api/v1/codes?since=2026-01-01T00:00:00Z',
      '/api/v1/notices',
      '/api/v1/notices.atom',
      '/open-data/codes.csv',
      '/open-data/codes.json',
      '/open-data/suspensions.csv',
      '/open-data/dictionary.csv',
      '/.well-known/jwks.json',
      world.at,
      `/p/${world.product}`,
      `/o/${organisationId}`,
      '/api/openapi.json',
      '/api/docs',
    ]) {
      const first = await ask(path, { token: null })
      expect([path, first.status]).toEqual([path, 200])
      const tag = first.headers.get('etag')
      if (tag === null) continue
      const again = await ask(path, { token: null, headers: { 'if-none-match': tag } })
      expect([path, again.status]).toEqual([path, 304])
    }
    for (const path of ['/healthz', '/readyz']) expect((await ask(path)).status).toBe(200)
    const atom = await ask('/api/v1/notices', { headers: { accept: 'application/atom+xml' } })
    expect(atom.status).toBe(200)
  })

  it('to anybody who asks for what cannot be', async () => {
    for (const [path, status] of [
      ['/api/v1/codes?limit=0', 400],
      ['/api/v1/codes?lot=1', 400],
      ['/api/v1/codes/%20', 400],
      ['/api/v1/codes/VN-XXOR-0000', 404],
      [`/api/v1/codes/${world.area.replace(/-0+/, '-')}`, 308],
      ['/api/v1/notices?since=gestern', 400],
      ['/api/v1/notices.atom?since=gestern', 400],
      ['/open-data/suspensions.csv?market=CHINA', 400],
      ['/open-data/suspensions.csv?markt=CHN', 400],
      ['/open-data/codes.csv?market=CHN', 400],
      ['/open-data/codes.json?market=CHN', 400],
      ['/open-data/dictionary.csv?file=x', 400],
      ['/api/v1/batches/x', 400],
      ['/api/v1/batches/00000000', 404],
      ['/b/x', 400],
      ['/b/00000000', 404],
      [`/b/${world.ref.toLowerCase()}`, 308],
      [`/b/${world.ref}`, 200],
      [`/p/xoai-cat-${world.named}`, 308],
      ['/p/khong-co', 404],
      ['/o/khong-co', 404],
    ] as const) {
      expect([path, (await ask(encodeURI(decodeURI(path)), { token: null })).status]).toEqual([
        path,
        status,
      ])
    }
  })

  it('to whoever opens a label, of each kind, genuine, forged and malformed', async () => {
    for (const { path } of [
      world.compact,
      world.full,
      world.gs1,
      world.whole,
      { path: world.certificate },
    ]) {
      const forged = path.replace(
        /^\/.{50}/,
        (start) => start.slice(0, -1) + (start.endsWith('0') ? '1' : '0'),
      )
      const malformed = path.replace('/', '/U').replace(/^(\/U.{105})./, '$1')
      for (const [text, status] of [
        [path, 200],
        [forged, 404],
        [malformed, 400],
      ] as const) {
        expect([text, (await ask(text, { token: null })).status]).toEqual([text, status])
        const page = await ask(text, { token: null, headers: { accept: 'text/html' } })
        expect([text, page.status]).toEqual([text, status])
      }
    }
    const other = `/${'A'.repeat(106)}/D/1`
    for (const path of [`${world.compact.path}/`, `${world.compact.path}?x=1`, other])
      await ask(path)
  })

  it('to whoever verifies', async () => {
    const url = `HTTPS://TEM.EXAMPLE.VN${world.full.path}`
    for (const [path, body] of [
      ['/api/v1/verify', { code: url }],
      ['/api/v1/verify', { code: 'gì đó' }],
      ['/api/v1/verify/bulk', { codes: [url, 'gì đó'] }],
      ['/api/v1/verify/bulk', { codes: [url], view: 'full' }],
    ] as const) {
      expect((await ask(path, { token: null, body })).status).toBe(200)
      expect((await ask(path, { token: null, body: {} })).status).toBe(400)
      const text = { token: null, body: '{}', headers: { 'content-type': 'text/plain' } }
      expect((await ask(path, text)).status).toBe(415)
      const large = JSON.stringify({ code: 'x'.repeat(2_000_000), codes: ['x'.repeat(2_000_000)] })
      expect((await ask(path, { token: null, body: large })).status).toBe(413)
      const limited = publicApp(db, { verifyLimit: async () => 7 })
      expect((await ask(path, { token: null, body }, limited)).status).toBe(429)
    }
  })

  it('to a program with a token, of each operation', async () => {
    const { product, at, compact } = world
    const changed = await ask('/api/v1/batches', { body: batchOf(product) })
    const open = `/api/v1/batches/${changed.json.ref}`
    expect((await ask(open, { method: 'PATCH', body: { lot: `M-${unique()}` } })).status).toBe(200)
    const voided = await ask(`/api/v1/runs/${compact.run}/exceptions`, {
      body: { from: 2, to: 2, reason: 'Rách' },
    })
    for (const path of [
      voided.headers.get('location') ?? '',
      '/api/v1/products',
      `/api/v1/products/${product}`,
      '/api/v1/batches',
      `${open}/declaration`,
      open,
      `${at}/runs`,
      `${at}/exceptions`,
      `/api/v1/runs/${compact.run}`,
      '/api/v1/diary',
      `/api/v1/diary?site=${world.siteId}&limit=1`,
      `/api/v1/diary/${world.entry}`,
      ...['csv', 'pdf', 'zpl', 'svg'].map(
        (format) => `/api/v1/runs/${compact.run}/labels?format=${format}`,
      ),
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 200])
    }
  })

  it('names a place for whatever was made, and something is there', async () => {
    const { product } = world
    const made = [await ask('/api/v1/products', { body: { name: `Gạo ${unique()}` } })]
    const batch = await ask('/api/v1/batches', { body: batchOf(product) })
    const at = `/api/v1/batches/${batch.json.ref}`
    const run = await ask(`${at}/labels`, { body: { count: 1 } })
    const voids = `/api/v1/runs/${run.json.run.id}/exceptions`
    made.push(batch, run, await ask(voids, { body: { reason: 'Rách' } }))
    const { id } = await makeDiaryEvent(makeContext(db), { siteId: world.siteId })
    const corrections = `/api/v1/diary/${id}/corrections`
    made.push(await ask(corrections, { body: { reason: 'Thử', dose: '1 kg/ha' } }))
    for (const withdraw of [undefined, true]) {
      made.push(await ask(`${at}/recall`, { body: { reason: 'Thử', withdraw } }))
    }
    // Two that hold are taken back at once.
    for (const reason of ['Một', 'Hai']) made.push(await ask(`${at}/recall`, { body: { reason } }))
    made.push(await ask(`${at}/recall`, { body: { reason: 'Thử', withdraw: true } }))
    expect(made.at(-1)?.headers.get('location')).toBe(`${at}/exceptions`)
    for (const { status, headers } of made) {
      const location = headers.get('location') ?? ''
      expect([status, location, (await ask(location)).status]).toEqual([201, location, 200])
    }
    const repeated = await ask(`${at}/recall`, { body: { reason: 'Khác', withdraw: true } })
    expect(repeated.status).toBe(409)
  })

  it('to whoever says the same again: what it made the first time, where it is', async () => {
    const ctx = makeContext(db)
    const batch = await ask('/api/v1/batches', { body: batchOf(world.product) })
    const at = `/api/v1/batches/${batch.json.ref}`
    const run = await ask(`${at}/labels`, { body: { count: 1 } })
    const { id } = await makeDiaryEvent(ctx, { siteId: world.siteId })
    for (const [path, body] of [
      [`/api/v1/runs/${run.json.run.id}/exceptions`, { reason: 'Rách' }],
      [`/api/v1/diary/${id}/corrections`, { reason: 'Thử', dose: '1 kg/ha' }],
      [`${at}/recall`, { reason: 'Thử' }],
      [`${at}/recall`, { reason: 'Thử', withdraw: true }],
    ] as const) {
      const [first, again] = [await ask(path, { body }), await ask(path, { body })]
      expect([path, first.status, first.headers.get('location')]).toEqual([
        ...[path, 201, expect.stringMatching(/^\/api\/v1\/(?:exceptions|diary)\/.+/)],
      ])
      expect([path, again.status, again.headers.get('location'), again.json]).toEqual([
        ...[path, 201, first.headers.get('location'), first.json],
      ])
    }
    const { json } = await ask(`${at}/exceptions?all=true`)
    expect(json.items.map(({ kind }: Json) => kind).toSorted()).toEqual([
      ...['recalled', 'recalled', 'void'],
    ])
  })

  it('to a program that may not, or asks for what is not there', async () => {
    const none = await tokenOf(['labels:void'])
    const only = await tokenOf(['recalls:write'])
    for (const [method, path, body] of guarded()) {
      expect([path, (await ask(path, { method, body, token: null })).status]).toEqual([path, 401])
      const mayRead = method === 'GET' && !/\/labels$|\/diary/.test(path)
      if (mayRead) continue
      const lacking = path.endsWith('/exceptions') ? only : none
      expect([path, (await ask(path, { method, body, token: lacking })).status]).toEqual([
        path,
        403,
      ])
    }
    for (const [method, path, body] of guarded()) {
      const elsewhere = path
        .replace(world.ref, '00000000')
        .replace(/(runs|products|diary)\/[^/]+/, '$1/x')
      if (/\/(?:products|batches|diary)$/.test(path)) continue
      expect([path, (await ask(elsewhere, { method, body })).status]).toEqual([path, 404])
    }
    expect((await ask('/api/v1/batches', { body: batchOf('x') })).status).toBe(404)
    expect((await ask('/api/v1/diary?site=x')).status).toBe(404)
    const foreign = { name: 'Chè', organisationId: 'x' }
    expect((await ask('/api/v1/products', { body: foreign })).status).toBe(404)
  })

  it('to a program that sends what cannot be read', async () => {
    for (const [method, path, body] of guarded()) {
      if (body === undefined) continue
      const text = { method, body: '{}', headers: { 'content-type': 'text/plain' } }
      expect([path, (await ask(path, text)).status]).toEqual([path, 415])
      const large = JSON.stringify({ name: 'x'.repeat(300_000) })
      expect([path, (await ask(path, { method, body: large })).status]).toEqual([path, 413])
      const wrong = { method, body: { name: 5, lot: 5, reason: 5, count: 'x' } }
      expect([path, (await ask(path, wrong)).status]).toEqual([path, 400])
    }
    const run = `/api/v1/runs/${world.compact.run}/labels`
    for (const path of [
      '/api/v1/products?limit=0',
      '/api/v1/batches?limit=0',
      `${world.at}/exceptions?all=x`,
      '/api/v1/diary?limit=0',
      '/api/v1/diary?cursor=x',
      `${run}?format=docx`,
      `${run}?form=csv`,
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 400])
    }
    expect((await ask(`${run}?format=zpl&layout=15x15`)).status).toBe(422)
  })

  it('to a program that meets what is there already', async () => {
    const { product, declared, at, compact } = world
    expect((await ask('/api/v1/products', { body: { name: 'CHÈ' } })).status).toBe(409)
    expect((await ask('/api/v1/batches', { body: declared })).status).toBe(409)
    expect((await ask(at, { method: 'PATCH', body: { lot: 'Y' } })).status).toBe(409)
    const bare = batchOf(product, { packedOn: null })
    const open = await ask('/api/v1/batches', { body: bare })
    const labels = `/api/v1/batches/${open.json.ref}/labels`
    expect((await ask(labels, { body: { count: 1 } })).status).toBe(409)
    const ahead = await ask('/api/v1/batches', {
      body: batchOf(product, { packedOn: '2026-06-18' }),
    })
    const early = `/api/v1/batches/${ahead.json.ref}/labels`
    const asked = await ask(early, { body: { count: 1 } })
    expect([asked.status, asked.json.code]).toEqual([409, 'needs_confirmation'])
    const confirm = asked.json.questions.map(({ code }: Json) => code)
    expect((await ask(early, { body: { count: 1, confirm } })).status).toBe(201)
    const correct = `/api/v1/diary/${world.entry}/corrections`
    expect((await ask(correct, { body: { reason: 'Không đổi gì' } })).status).toBe(409)
    const corrected = await ask(correct, { body: { reason: 'Thử', dose: '1 kg/ha' } })
    const other = await ask(correct, { body: { reason: 'Thử', dose: '2 kg/ha' } })
    expect([other.status, other.json.existing.href]).toEqual([
      ...[409, corrected.headers.get('location')],
    ])
    await ask(`/api/v1/runs/${compact.run}/exceptions`, { body: { reason: 'Rách' } })
    expect((await ask(`/api/v1/runs/${compact.run}/labels`)).status).toBe(409)
    const headers = { 'idempotency-key': 'one' }
    const recall = `/api/v1/batches/${(await ask('/api/v1/batches', { body: batchOf(product) })).json.ref}`
    const first = { name: `Chè ${unique()}` }
    expect((await ask('/api/v1/products', { body: first, headers })).status).toBe(201)
    for (const [method, path, body] of [
      ...guarded(),
      ['PATCH', recall, { lot: `N-${unique()}` }] as const,
    ]) {
      if (body === undefined) continue
      expect([path, (await ask(path, { method, body, headers })).status]).toEqual([path, 422])
    }
  })

  it('to everybody while the database is away', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const away = publicApp(db)
    away.breakDatabase()
    const { area, ref, at, compact, full, gs1, whole, certificate } = world
    for (const path of [
      ...['/api/v1/codes', `/api/v1/codes/${area}`, '/api/v1/notices', '/api/v1/notices.atom'],
      ...['/open-data/codes.csv', '/open-data/codes.json', '/open-data/suspensions.csv'],
      ...['/.well-known/jwks.json', '/readyz', at, `/b/${ref}`],
      ...[`/p/${world.product}`, `/o/${organisationId}`],
      ...[compact.path, full.path, gs1.path, whole.path, certificate],
      `/${compact.path.slice(1, 107)}/D/1`,
    ]) {
      const { status } = await ask(path, { token: null }, away)
      expect([path, [400, 503].includes(status)]).toEqual([path, true])
    }
    for (const [method, path, body] of guarded()) {
      expect([path, (await ask(path, { method, body }, away)).status]).toEqual([path, 503])
    }
    const url = `HTTPS://TEM.EXAMPLE.VN${compact.path}`
    for (const [path, body] of [
      ['/api/v1/verify', { code: url }],
      ['/api/v1/verify/bulk', { codes: [url] }],
    ] as const) {
      expect((await ask(path, { token: null, body }, away)).status).toBe(503)
    }
  })

  it('to whoever reads what was kept, while the database is away', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const kept = publicApp(db)
    const paths = ['/.well-known/jwks.json', '/api/v1/codes', '/api/v1/notices', world.at]
    for (const path of paths) expect((await ask(path, { token: null }, kept)).status).toBe(200)
    kept.breakDatabase()
    kept.wait(120_000)
    for (const path of paths) {
      const { status, headers } = await ask(path, { token: null }, kept)
      expect([path, status, headers.get('warning')]).toEqual([
        path,
        200,
        expect.stringMatching(/^110/),
      ])
    }
  })

  it('with each answer of the description given once', () => {
    // The outbox is held to the description where somebody is signed in: tests/http/outbox.
    const here = described.all.filter((each) => !/Outbox/.test(each))
    const missing = here.filter((each) => !described.seen.has(each))
    expect(missing).toEqual(NOT_REACHED)
  })
})
