import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { SCOPES, type Scope } from '../../../worker/verbs/context.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeContext,
  makeGtin,
  makeOrganisation,
  makeProduct,
  unique,
} from '../../support/factories.ts'
import { type Json, type PublicApp, publicApp } from './support.ts'

let db: Database
let app: PublicApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  app = publicApp(db)
})

/** A program with a token of an organisation of its own. */
async function program(given: { organisationRef?: string; scopes?: readonly Scope[] } = {}) {
  const ctx = makeContext(db)
  const organisationRef = given.organisationRef ?? (await makeOrganisation(ctx)).id
  const { scopes = SCOPES } = given
  const input = { name: 'phần mềm', scopes: [...scopes], organisationRef }
  const { token } = await createToken({ ctx, input })
  const call = async (
    path: string,
    body?: unknown,
    method = body === undefined ? 'GET' : 'POST',
  ) => {
    const response = await app.ask(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json: Json = await response.json()
    return { status: response.status, headers: response.headers, json }
  }
  return { organisationId: organisationRef, token, call }
}

const declared = (productId: string, lot: string) => ({
  productId,
  lot,
  packedOn: '2026-06-14',
  quantity: { value: 10, unit: 'kg' },
  markets: ['VNM'],
})

describe('what a token made', () => {
  it('is at the address it was told, from the moment it was made', async () => {
    const { call, organisationId } = await program()
    const gtin = makeGtin()
    const product = await call('/api/v1/products', { name: 'Chè', gtin, warnings: ['Nóng'] })
    const batch = await call('/api/v1/batches', declared(product.json.id, 'L-1'))
    const at = `/api/v1/batches/${batch.json.ref}`
    const shownProduct = await call(product.headers.get('location') ?? '')
    expect(shownProduct.json).toMatchObject({
      id: product.json.id,
      organisationId,
      name: 'Chè',
      gtin,
      warnings: ['Nóng'],
    })
    expect(shownProduct.json).not.toHaveProperty('nameFolded')
    const open = await call(batch.headers.get('location') ?? '')
    expect([open.status, open.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(open.json).toMatchObject({ ref: batch.json.ref, lot: 'L-1', sealedAt: null })
    // Nobody else may know of it yet.
    expect((await app.ask(at)).status).toBe(404)
    const issued = await call(`${at}/labels`, { count: 3 })
    expect((await call(issued.headers.get('location') ?? '')).json.id).toBe(issued.json.run.id)
    const exception = await call(`/api/v1/runs/${issued.json.run.id}/exceptions`, {
      from: 2,
      to: 2,
      reason: 'Rách',
    })
    const shown = await call(exception.headers.get('location') ?? '')
    expect(shown.json).toMatchObject({
      id: exception.json.id,
      ref: batch.json.ref,
      runId: issued.json.run.id,
      ...{ kind: 'void', from: 2, to: 2, reason: 'Rách', holds: true },
    })
    // With labels it is public, to its own as to anybody, as soon as no answer is kept from before.
    app.wait(30_000)
    const sealed = await call(at)
    expect(sealed.json).toEqual(await (await app.ask(at)).json())
    expect((await call(`${at}/declaration`)).json).toMatchObject({
      ...declared(product.json.id, 'L-1'),
      sealedAt: '2026-06-15T02:00:00.000Z',
    })
    expect((await call(`${at}/runs`)).json.items.map(({ id }: Json) => id)).toEqual([
      issued.json.run.id,
    ])
    const exceptions = (await call(`${at}/exceptions`)).json.items
    expect(exceptions).toEqual([shown.json])
  })

  it('is found by its own lot number and GTIN, and listed page by page', async () => {
    const { call } = await program()
    const gtin = makeGtin()
    const tea = (await call('/api/v1/products', { name: 'Chè', gtin })).json.id
    const rice = (await call('/api/v1/products', { name: 'Gạo' })).json.id
    for (const lot of ['A', 'B']) {
      await call('/api/v1/batches', declared(tea, lot))
      await call('/api/v1/batches', declared(rice, lot))
    }
    const lots = async (query: string) => {
      const { items } = (await call(`/api/v1/batches?${query}`)).json
      return items.map((item: Json) => [item.product.name, item.lot]).toSorted()
    }
    expect(await lots('lot=A')).toEqual([
      ['Chè', 'A'],
      ['Gạo', 'A'],
    ])
    expect(await lots(`gtin=${gtin}`)).toEqual([
      ['Chè', 'A'],
      ['Chè', 'B'],
    ])
    expect(await lots(`lot=B&gtin=${gtin.replace(/^0+/, '')}`)).toEqual([['Chè', 'B']])
    expect(await lots('lot=Z')).toEqual([])
    const byGtin = (await call(`/api/v1/products?gtin=${gtin}`)).json.items
    expect(byGtin.map(({ id }: Json) => id)).toEqual([tea])
    const names: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Json = (await call(`/api/v1/products?limit=1&cursor=${cursor}`)).json
      names.push(...page.items.map(({ name }: Json) => name))
      cursor = page.nextCursor
    }
    expect(names).toEqual(['Chè', 'Gạo'])
    const refs = new Set<string>()
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Json = (await call(`/api/v1/batches?limit=3&cursor=${cursor}`)).json
      for (const { ref } of page.items) refs.add(ref)
      cursor = page.nextCursor
    }
    expect(refs.size).toBe(4)
  })

  it('may be read with any scope of the organisation’s tokens', async () => {
    const { call, organisationId } = await program()
    const { id } = (await call('/api/v1/products', { name: 'Chè' })).json
    const { ref } = (await call('/api/v1/batches', declared(id, 'L'))).json
    const run = (await call(`/api/v1/batches/${ref}/labels`, { count: 1 })).json.run.id
    // Who sends records of diaries has made nothing of these.
    for (const scope of SCOPES.filter((each) => each !== 'outbox:write')) {
      const other = await program({ organisationRef: organisationId, scopes: [scope] })
      for (const path of [
        '/api/v1/products',
        `/api/v1/products/${id}`,
        '/api/v1/batches?lot=L',
        `/api/v1/batches/${ref}/declaration`,
        `/api/v1/batches/${ref}/runs`,
        `/api/v1/batches/${ref}/exceptions`,
        `/api/v1/runs/${run}`,
      ]) {
        expect([scope, path, (await other.call(path)).status]).toEqual([scope, path, 200])
      }
    }
  })

  it('is not there for a token of another organisation', async () => {
    const { call, organisationId } = await program()
    const stranger = await program()
    const { id } = (await call('/api/v1/products', { name: 'Chè' })).json
    const { ref } = (await call('/api/v1/batches', declared(id, 'L'))).json
    const at = `/api/v1/batches/${ref}`
    expect((await stranger.call(at)).status).toBe(404)
    for (const part of ['declaration', 'runs', 'exceptions']) {
      expect([part, (await stranger.call(`${at}/${part}`)).status]).toEqual([part, 404])
    }
    expect((await stranger.call(`/api/v1/products/${id}`)).status).toBe(404)
    for (const list of ['products', 'batches']) {
      for (const query of ['', `?organisation=${organisationId}`]) {
        expect((await stranger.call(`/api/v1/${list}${query}`)).json.items).toEqual([])
      }
    }
  })

  it('is all there for a token of the operator, and one organisation’s where asked', async () => {
    const { call, organisationId } = await program()
    await call('/api/v1/products', { name: 'Chè' })
    const ctx = makeContext(db)
    await makeProduct(ctx)
    const input = { name: 'toàn hệ thống', scopes: [...SCOPES] }
    const { token } = await createToken({ ctx, input })
    const list = async (query: string) => {
      const headers = { authorization: `Bearer ${token}` }
      return (await app.askJson(`/api/v1/products${query}`, { headers })).body.items
    }
    expect((await list('')).length).toBeGreaterThan(1)
    const own = await list(`?organisation=${organisationId}`)
    expect(own.map((item: Json) => item.organisation.id)).toEqual([organisationId])
  })
})

describe('a conflict with something that exists', () => {
  it('names the batch that has the lot number, also when another is to be given it', async () => {
    const { call } = await program()
    const { id } = (await call('/api/v1/products', { name: 'Chè' })).json
    const { ref } = (await call('/api/v1/batches', declared(id, 'L1'))).json
    const again = await call('/api/v1/batches', declared(id, 'L1'))
    expect([again.status, again.json.code]).toEqual([409, 'conflict'])
    expect(again.json.existing).toEqual({ ref, href: `/api/v1/batches/${ref}` })
    expect(again.json.detail).toContain(ref)
    expect((await call(again.json.existing.href)).status).toBe(200)
    const other = (await call('/api/v1/batches', declared(id, 'L2'))).json.ref
    const moved = await call(`/api/v1/batches/${other}`, { lot: 'L1' }, 'PATCH')
    expect([moved.status, moved.json.existing.ref]).toEqual([409, ref])
  })

  it('names the product of the same name or GTIN, but not another organisation’s', async () => {
    const { call } = await program()
    const gtin = makeGtin()
    const { id } = (await call('/api/v1/products', { name: 'Chè', gtin })).json
    const existing = { id, href: `/api/v1/products/${id}` }
    for (const body of [{ name: 'CHÈ' }, { name: `X ${unique()}`, gtin }]) {
      const again = await call('/api/v1/products', body)
      expect([again.status, again.json.existing]).toEqual([409, existing])
      expect((await call(again.json.existing.href)).status).toBe(200)
    }
    const stranger = await program()
    const refused = await stranger.call('/api/v1/products', { name: 'Chè', gtin })
    expect(refused.status).toBe(409)
    expect(refused.json).not.toHaveProperty('existing')
    expect(JSON.stringify(refused.json)).not.toContain(id)
  })
})

describe('a query', () => {
  it('with a parameter that there is none of is refused by its name, in the language asked for', async () => {
    const { call } = await program()
    for (const path of [
      '/api/v1/products',
      '/api/v1/batches',
      '/api/v1/codes',
      '/api/v1/notices',
      '/api/v1/notices.atom',
    ]) {
      const { status, json } = await call(`${path}?lotnumber=A&limt=5`)
      expect([path, status, json.code]).toEqual([path, 400, 'invalid_input'])
      expect(json.errors).toEqual([
        { path: 'lotnumber', message: 'There is no such parameter.' },
        { path: 'limt', message: 'There is no such parameter.' },
      ])
      const known = await app.ask(`${path}?lang=en`, {
        headers: { authorization: `Bearer ${(await program()).token}` },
      })
      expect([path, known.status]).toEqual([path, 200])
    }
  })

  it('with a GTIN or limit that cannot be is refused', async () => {
    const { call } = await program()
    for (const query of ['gtin=123', 'limit=0', 'limit=101', 'cursor=x']) {
      expect([query, (await call(`/api/v1/products?${query}`)).status]).toEqual([query, 400])
    }
  })
})

describe('figures that hardly can be meant', () => {
  it('are asked about with a code and go through once it is confirmed; many labels are only told', async () => {
    const { call } = await program()
    const product = await call('/api/v1/products', { name: `Chè ${unique()}` })
    const batch = await call('/api/v1/batches', {
      ...declared(product.json.id, `L-${unique()}`),
      packedOn: '2026-06-18',
    })
    const path = `/api/v1/batches/${batch.json.ref}/labels`
    const asked = await call(path, { count: 2_000 })
    expect([asked.status, asked.json.code]).toEqual([409, 'needs_confirmation'])
    expect(asked.json.questions).toEqual([
      {
        code: 'packed_ahead',
        text: expect.stringContaining('has not come'),
        figures: { packedOn: '2026-06-18', today: '2026-06-15' },
      },
    ])
    const made = await call(path, { count: 2_000, confirm: ['packed_ahead'] })
    expect(made.status).toBe(201)
    expect(made.json.warnings).toMatchObject([
      { code: 'many_labels', figures: { labels: 2_000, most: 1_000 } },
    ])
  })
})
