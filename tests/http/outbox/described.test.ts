import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { connectWeb, type Database } from '../../../db/client.ts'
import type { Role } from '../../../worker/domain/access/roles.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase } from '../../support/database.ts'
import { describedAnswers } from '../../support/described-answers.ts'
import { makeContext } from '../../support/factories.ts'
import {
  checksItem,
  OUTBOX,
  type OutboxApp,
  outboxApp,
  photoPath,
} from '../../support/outbox/outbox-app.ts'
import { makeJpeg } from '../../support/pictures.ts'
import { makePerson } from '../../support/portal-app.ts'

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }

let db: Database
let described: ReturnType<typeof describedAnswers>
let photo: Uint8Array<ArrayBuffer>
let path: string
let bearer: string

const appOf = async (role: Role) => outboxApp(db, await makePerson(db, role))

beforeAll(async () => {
  db = (await freshDatabase()).db
  const { response } = await outboxApp(db, null).app.ask('/api/openapi.json', {})
  described = describedAnswers(await response.json())
  photo = new Uint8Array(await makeJpeg({ width: 20, height: 20 }))
  path = photoPath(createHash('sha256').update(photo).digest('hex'))
  const input = { name: 'x', scopes: ['batches:write' as const] }
  bearer = (await createToken({ ctx: makeContext(db), input })).token
})

async function ask(to: OutboxApp, at: string, init: RequestInit): Promise<number> {
  const method = init.method ?? 'GET'
  const { response } = await to.app.ask(at, init)
  const faults = await described.faults(method, at, response.clone())
  expect([method, at, faults]).toEqual([method, at, []])
  return response.status
}

const post = (to: OutboxApp, body: string, headers: Record<string, string> = OWN_PAGE) =>
  ask(to, OUTBOX, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

const put = (to: OutboxApp, at: string, bytes: Uint8Array<ArrayBuffer>, headers = OWN_PAGE) =>
  ask(to, at, { method: 'PUT', headers, body: bytes })

describe('every answer of the outbox is as the description says', () => {
  it('to whoever sends records', async () => {
    const inspector = await appOf('inspector')
    const items = [checksItem('x'), checksItem('y', { photos: ['a'.repeat(64)] }), null]
    expect(await post(inspector, JSON.stringify({ items }))).toBe(200)
    expect(await post(inspector, '[')).toBe(400)
    expect(await post(outboxApp(db, null), '{}')).toBe(401)
    expect(await post(inspector, '{}', { 'sec-fetch-site': 'cross-site' })).toBe(403)
    const theirs = { ...OWN_PAGE, 'goc-account': 'x' }
    expect(await post(inspector, '{}', theirs)).toBe(409)
    expect(await post(inspector, `{"items": ["${'x'.repeat(1_100_000)}"]}`)).toBe(413)
    expect(await post(inspector, '{}', { ...OWN_PAGE, 'content-type': 'text/plain' })).toBe(415)
  })

  it('to whoever sends photos and asks for them', async () => {
    const inspector = await appOf('inspector')
    const see = (to: OutboxApp, at: string, headers: Record<string, string> = {}) =>
      ask(to, at, { headers })
    expect(await see(inspector, path)).toBe(404)
    expect(await put(inspector, path, photo)).toBe(201)
    expect(await put(inspector, path, photo)).toBe(200)
    expect(await see(inspector, path)).toBe(200)
    const scoped = { authorization: `Bearer ${bearer}` }
    const nobody = outboxApp(db, null)
    expect(await see(nobody, path, scoped)).toBe(403)
    expect(await see(nobody, path)).toBe(401)
    expect(await see(inspector, path, { 'goc-account': 'x' })).toBe(409)
    expect(await see(inspector, photoPath('x'))).toBe(400)
    expect(await put(nobody, path, photo)).toBe(401)
    expect(await put(inspector, path, photo, { 'sec-fetch-site': 'cross-site' })).toBe(403)
    const theirs = { ...OWN_PAGE, 'goc-account': 'x' }
    expect(await put(inspector, path, photo, theirs)).toBe(409)
    expect(await put(inspector, photoPath('b'.repeat(64)), photo)).toBe(400)
    expect(await put(inspector, path, new Uint8Array(10_485_761))).toBe(413)
    const text = new TextEncoder().encode('not a photo')
    const named = photoPath(createHash('sha256').update(text).digest('hex'))
    expect(await put(inspector, named, text)).toBe(415)
  })

  it('while the database is away', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const away = outboxApp(db, null, {
      db: () => connectWeb({ url: 'http://127.0.0.1:9', authToken: undefined }),
    })
    const headers = { authorization: `Bearer ${bearer}` }
    expect(await post(away, '{}', headers)).toBe(503)
    expect(await ask(away, path, { headers })).toBe(503)
    expect(await ask(away, path, { method: 'PUT', headers, body: photo })).toBe(503)
  })

  it('with each answer of the description given once', () => {
    const here = described.all.filter((each) => /Outbox/.test(each))
    expect(here.length).toBeGreaterThan(20)
    expect(here.filter((each) => !described.seen.has(each))).toEqual([])
  })
})
