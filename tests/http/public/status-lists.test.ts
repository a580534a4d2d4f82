import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { labelStatus, statusDue, statusKey } from '../../../db/schema/index.ts'
import { createVerifier } from '../../../site/public/verify.js'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { revokeKey } from '../../../worker/verbs/keys/revoke-key.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { suspendOrganisation } from '../../../worker/verbs/organisations/suspend-organisation.ts'
import { keepStatusLists } from '../../../worker/verbs/status-lists/keep-lists.ts'
import { rotateStatusKey } from '../../../worker/verbs/status-lists/status-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun, NOW, setStatus } from '../../support/factories.ts'
import { pathsOf } from '../scan/support.ts'
import { type PublicApp, publicApp } from './support.ts'

const INDEX = '/.well-known/label-status.json'
const DAY_MS = 86_400_000
const ORIGIN = 'https://tem.example.vn'

async function claimsOf(app: PublicApp, kid: string) {
  const token = await (await app.ask(`/.well-known/label-status/${kid}`)).text()
  const { body } = await app.askJson('/.well-known/status-jwks.json')
  const { payload } = await compactVerify(token, createLocalJWKSet(body))
  return { token, claims: JSON.parse(new TextDecoder().decode(payload)) }
}

/** What a verifier that fetches all there is now says of a label. */
async function offline(app: PublicApp, path: string, now = NOW) {
  const { lists } = (await app.askJson(INDEX)).body
  const tokens: string[] = []
  for (const { kid } of lists) tokens.push((await claimsOf(app, kid)).token)
  const verifier = await createVerifier({
    jwks: (await app.askJson('/.well-known/jwks.json')).body,
    statusJwks: (await app.askJson('/.well-known/status-jwks.json')).body,
    ...{ lists: tokens, now: () => now },
  })
  return verifier.verify(path)
}

async function world(given: Parameters<typeof makeRun>[1] = {}) {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  const made = await makeRun(ctx, given)
  return { db, ctx, ...made, app: publicApp(db), paths: await pathsOf(ctx, made.run.id) }
}

describe('status lists', () => {
  it('are named for every key that is not revoked, those without a label too', async () => {
    const { app, run, ctx } = await world()
    const { kid: next } = await rotateKey({ ctx, input: {} })
    const { body } = await app.askJson(INDEX)
    expect(body.lists).toEqual(
      [next, run.kid].toSorted().map((kid) => ({
        kid,
        uri: `${ORIGIN}/.well-known/label-status/${kid}`,
        issuedAt: new Date(NOW).toISOString(),
        expiresAt: new Date(NOW + 7 * DAY_MS).toISOString(),
      })),
    )
    expect((await claimsOf(app, next)).claims.goc.batches).toEqual({})
  })

  it('are Token Status Lists by a key of their own', async () => {
    const { app, run, batch, db } = await world()
    const answer = await app.ask(`/.well-known/label-status/${run.kid}`)
    expect(answer.headers.get('content-type')).toBe('application/statuslist+jwt')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=30')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const { token, claims } = await claimsOf(app, run.kid)
    const [key] = await db.select().from(statusKey)
    expect(decodeProtectedHeader(token)).toEqual({
      ...{ alg: 'Ed25519', typ: 'statuslist+jwt', kid: key?.kid },
    })
    const iat = NOW / 1_000
    expect(claims).toEqual({
      sub: `${ORIGIN}/.well-known/label-status/${run.kid}`,
      ...{ iat, exp: iat + 604_800, ttl: 43_200 },
      status_list: { bits: 2, lst: expect.any(String) },
      goc: { kid: run.kid, batches: { [batch.ref]: 0 }, serials: {}, until: {}, notices: [] },
      goc_issued: [[[1, 10, expect.stringMatching(/^[cf]$/)]]],
    })
    const { body } = await app.askJson('/.well-known/jwks.json')
    expect(JSON.stringify(body)).not.toContain(key?.kid)
    expect(key?.privateJwe.split('.')).toHaveLength(5)
  })

  it('tell a recall within 30 seconds, and are answered 304 until something changes', async () => {
    const { app, run, batch, ctx, paths } = await world()
    const at = `/.well-known/label-status/${run.kid}`
    const before = await app.ask(at)
    const headers = { 'if-none-match': before.headers.get('etag') ?? '' }
    app.wait(60_000)
    expect((await app.ask(at, { headers })).status).toBe(304)
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng' } })
    app.wait(30_000)
    expect((await app.ask(at, { headers })).status).toBe(200)
    expect(await offline(app, paths[0] ?? '')).toMatchObject({ standing: 'recalled' })
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Nhầm lô', withdraw: true } })
    app.wait(30_000)
    expect(await offline(app, paths[0] ?? '')).toMatchObject({ standing: 'clear_or_notice' })
  })

  it('tell void labels by serial', async () => {
    const { app, run, batch, ctx, paths } = await world()
    const input = { runId: run.id, kind: 'void', from: 3, to: 4, reason: 'Rách' } as const
    await voidLabels({ ctx, input })
    const { claims } = await claimsOf(app, run.kid)
    const { profile } = run
    expect(claims.goc.serials).toEqual({ [batch.ref]: [[3, 4, 1, profile.charAt(0)]] })
    const answers = await Promise.all(paths.slice(1, 5).map((path) => offline(app, path)))
    const standings = answers.map(({ standing }) => standing)
    expect(standings).toEqual(['clear_or_notice', 'stop', 'stop', 'clear_or_notice'])
  })

  it('tell what documents tell: a producer who was suspended', async () => {
    const { app, batch, ctx, run } = await world()
    await claimsOf(app, run.kid)
    const { organisationId } = batch
    const texts = { suspendedOn: '2026-06-01', reason: 'x', documentNo: '1/QĐ' }
    await suspendOrganisation({ ctx, input: { organisationId, texts } })
    app.wait(30_000)
    expect((await claimsOf(app, run.kid)).claims.goc.notices).toEqual([batch.ref])
  })

  it('hold until the goods run out, or a decision made for a later day takes effect', async () => {
    const { app, ctx, batch, run, paths } = await world({ batch: { expiresOn: '2026-06-18' } })
    const until = async () => (await claimsOf(app, run.kid)).claims.goc.until[batch.ref]
    expect(await until()).toBe('2026-06-18T17:00:00.000Z')
    const path = paths[0] ?? ''
    const last = Date.parse('2026-06-18T23:59:59+07:00')
    expect(await offline(app, path, last)).toMatchObject({ authenticity: 'genuine' })
    const past = await offline(app, path, last + 1_000)
    expect(past).toMatchObject({ authenticity: 'unknown', reason: 'status_outdated' })
    const decided = { codeId: batch.area.id, market: 'CHN', effectiveOn: '2026-06-17' } as const
    await setStatus(ctx, { ...decided, status: 'suspended' })
    app.wait(30_000)
    expect(await until()).toBe('2026-06-16T17:00:00.000Z')
    app.wait(4 * DAY_MS)
    expect((await claimsOf(app, run.kid)).claims.goc.until).toEqual({})
    const today = NOW + 4 * DAY_MS + 60_000
    expect(await offline(app, path, today)).toMatchObject({ standing: 'stop' })
  })

  it('are made anew twice a day, so that a week is left of them', async () => {
    const { app, run } = await world()
    const first = (await claimsOf(app, run.kid)).claims.iat
    app.wait(5 * 3_600_000)
    expect((await claimsOf(app, run.kid)).claims.iat).toBe(first)
    app.wait(3_600_000)
    expect((await claimsOf(app, run.kid)).claims.iat).toBe(first + 6 * 3_600)
  })

  it('are gone for a revoked key, which nobody can judge by without a network', async () => {
    const { app, run, ctx, paths } = await world()
    await claimsOf(app, run.kid)
    await revokeKey({ ctx, input: { kid: run.kid, from: NOW + 1_000 } })
    app.wait(30_000)
    expect((await app.askJson(INDEX)).body.lists).toEqual([])
    expect((await app.ask(`/.well-known/label-status/${run.kid}`)).status).toBe(404)
    expect(await offline(app, paths[0] ?? '')).toMatchObject({
      ...{ authenticity: 'unknown', reason: 'key_revoked' },
    })
  })

  it('answer 404 for a key that never was, and 400 never names one', async () => {
    const { app } = await world()
    expect((await app.ask('/.well-known/label-status/ZZZ')).status).toBe(404)
    expect((await app.ask('/.well-known/label-status/none')).status).toBe(404)
  })
})

describe('the key of status lists', () => {
  it('is rotated; lists it signed are verified while they last', async () => {
    const { app, run, ctx } = await world()
    const before = (await claimsOf(app, run.kid)).token
    const { kid } = await rotateStatusKey({ ctx, input: { revoke: false } })
    app.wait(30_000)
    const after = (await claimsOf(app, run.kid)).token
    expect(decodeProtectedHeader(after).kid).toBe(kid)
    const keys = async () => (await app.askJson('/.well-known/status-jwks.json')).body
    await compactVerify(before, createLocalJWKSet(await keys()))
    app.wait(7 * DAY_MS)
    expect((await keys()).keys).toHaveLength(1)
  })

  it('that got out is believed by nobody any more', async () => {
    const { app, run, ctx } = await world()
    const before = (await claimsOf(app, run.kid)).token
    await rotateStatusKey({ ctx, input: { revoke: true } })
    app.wait(30_000)
    const { body } = await app.askJson('/.well-known/status-jwks.json')
    await expect(compactVerify(before, createLocalJWKSet(body))).rejects.toThrow()
    await claimsOf(app, run.kid)
  })
})

describe('judging anew', () => {
  const keep = (db: Database, giveWay = () => undefined as Promise<void> | undefined) =>
    keepStatusLists(makeContext(db, { giveWay }), { origin: ORIGIN, endBy: NOW + 60_000 })

  it('by several at once stores every batch once and leaves nothing to do', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    for (let at = 0; at < 12; at++) await makeRun(ctx)
    await Promise.all([keep(db), keep(db), keep(db)])
    await keep(db)
    expect(await db.select().from(statusDue)).toEqual([])
    expect(await db.select().from(labelStatus)).toHaveLength(12)
  })

  it('loses nothing that was decided while it was judged', async () => {
    const { db, ctx, batch, app, run } = await world()
    let recalled = false
    await keep(db, () => {
      if (recalled) return undefined
      recalled = true
      return recallBatch({ ctx, input: { ref: batch.ref, reason: 'x' } }).then(() => undefined)
    })
    expect(recalled).toBe(true)
    expect(await db.select().from(statusDue)).toHaveLength(1)
    await claimsOf(app, run.kid)
    const [row] = await db.select().from(labelStatus)
    expect(JSON.parse(row?.entry ?? '')).toMatchObject({ value: 3 })
  })
})
