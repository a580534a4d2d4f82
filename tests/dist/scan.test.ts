import { eq } from 'drizzle-orm'
import { compactVerify, createLocalJWKSet } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scanCount, scanEvent } from '../../db/schema/index.ts'
import { verdictSchema } from '../../worker/routes/public/schemas.ts'
import { recallBatch } from '../../worker/verbs/batches/recall-batch.ts'
import { forge } from '../http/scan/support.ts'
import { setStatus } from '../support/factories.ts'
import { dayFromNow, PHONE_HEADERS, RUNTIMES, startWorld, until, type World } from './world.ts'

describe.each(RUNTIMES)('the built Worker in %s', (runtime) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(runtime)
  })
  afterAll(() => world?.stop())

  it.each(['compact', 'full', 'gs1'] as const)(
    'answers a genuine %s label as page and verdict',
    async (profile) => {
      const { batch, path } = await world.issued({ profile })
      const page = await world.open(path)
      expect(page.status).toBe(200)
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.headers['content-security-policy']).toMatch(/style-src 'sha256-/)
      expect(page.text).toContain('Tem thật')
      expect(page.text).not.toMatch(/[\ue000\ue001]|undefined|\[object/)
      const { status, body } = await world.askJson(path)
      expect(status).toBe(200)
      expect(verdictSchema.parse(body)).toEqual(body)
      expect(body).toMatchObject({
        authenticity: 'genuine',
        standing: 'clear',
        batch: { ref: batch.ref },
      })
    },
  )

  it('publishes the key that verifies the label with jose alone', async () => {
    const { path } = await world.issued()
    const { body } = await world.askJson(path)
    const keySet = (await world.askJson('/.well-known/jwks.json')).body
    const { payload } = await compactVerify(body.jws, createLocalJWKSet(keySet))
    expect(new TextDecoder().decode(payload)).toBe(path.slice(108))
  })

  it('tells stop, notice, forged, unknown and malformed apart', async () => {
    const [good, recalled, suspended] = [
      await world.issued(),
      await world.issued(),
      await world.issued(),
    ]
    await recallBatch({
      ctx: world.ctx,
      input: { ref: recalled.batch.ref, reason: 'Dư lượng thuốc' },
    })
    const decision = { market: 'CHN', status: 'suspended', effectiveOn: dayFromNow(0) } as const
    await setStatus(world.ctx, { codeId: suspended.batch.area.id, ...decision })
    const cases = [
      [good.path, 200, 'genuine', 'clear'],
      [recalled.path, 200, 'genuine', 'stop'],
      [suspended.path, 200, 'genuine', 'notice'],
      [forge(good.path), 404, 'forged', null],
      [`/ZZZ${good.path.slice(4)}`, 404, 'unknown', null],
      [`${good.path}/x`, 400, 'malformed', null],
    ] as const
    for (const [path, status, authenticity, standing] of cases) {
      const verdict = await world.askJson(path)
      expect([verdict.status, verdict.body.authenticity, verdict.body.standing]).toEqual([
        status,
        authenticity,
        standing,
      ])
      const page = await world.open(path)
      expect(page.status).toBe(status)
      expect(page.headers['cache-control']).toBe('private, no-store')
      const head = await world.ask(path, { method: 'HEAD', headers: PHONE_HEADERS })
      expect([head.status, head.text]).toEqual([status, ''])
    }
  })

  it('judges text raw: what a URL parser would mend is malformed', async () => {
    const { path } = await world.issued({ profile: 'compact' })
    const [, sig = '', b, ref, serial] = path.split('/')
    const encoded = [
      `/${sig}/%2e/${b}/${ref}/${serial}`,
      `/${sig}/${b}\\${ref}\\${serial}`,
      `/${sig}\\${b}/${ref}/${serial}`,
    ]
    const wrong = [
      `/${sig}/%42/${ref}/${serial}`,
      `/${sig}/${b}%2F${ref}/${serial}`,
      `/${sig}//${b}/${ref}/${serial}`,
      `${path}//`,
    ]
    const dotted = [`/./${path.slice(1)}`, `/${sig}/./${b}/${ref}/${serial}`, `/x/..${path}`]
    const headers = { 'content-type': 'application/json' }
    for (const code of [...encoded, ...wrong, ...dotted]) {
      const body = JSON.stringify({ code })
      const { text } = await world.ask('/api/v1/verify', { method: 'POST', headers, body })
      expect([code, JSON.parse(text).authenticity]).toEqual([code, 'malformed'])
    }
    // workerd resolves dot segments before the Worker sees a path, Miniflare also `%2e` and `\\`.
    for (const changed of runtime === 'miniflare' ? wrong : [...wrong, ...encoded]) {
      const answer = await world.open(changed)
      expect([changed, [400, 404].includes(answer.status)]).toEqual([changed, true])
      expect(answer.text).not.toContain('Tem thật')
    }
    for (const same of [`${path}/`, `${path}?fbclid=1/B/2`, `${path}/?a#b`]) {
      expect((await world.open(same)).text).toContain('Tem thật')
    }
  })

  it('counts every scan of a crowd, each once, after answering', async () => {
    const { batch, paths } = await world.issued({ count: 40 })
    const pages = await Promise.all(paths.flatMap((path) => [world.open(path), world.open(path)]))
    expect(pages.every((page) => page.status === 200)).toBe(true)
    await world.askJson(paths[0] ?? '')
    await world.ask(paths[0] ?? '', { method: 'HEAD', headers: PHONE_HEADERS })
    const { db } = world.ctx
    const counts = () =>
      db
        .select()
        .from(scanCount)
        .where(eq(scanCount.unitSpace, `B/${batch.ref}`))
    await until(
      async () => (await counts()).reduce((sum, { count }) => sum + count, 0) >= 80,
      20_000,
    )
    expect((await counts()).map(({ count }) => count)).toEqual(paths.map(() => 2))
    const [event] = await db.select().from(scanEvent).where(eq(scanEvent.ref, batch.ref)).limit(1)
    expect(event?.visitor).toMatch(/^[\w-]{16}$/)
    expect(event?.standing).toBe('clear')
  })

  it('shows a typed code as a batch and leads other spellings to it', async () => {
    const { batch } = await world.issued()
    const typed = await world.open(`/b/${batch.ref.toLowerCase()}`)
    expect([typed.status, typed.headers['location']]).toEqual([308, `/b/${batch.ref}`])
    const page = await world.open(`/b/${batch.ref}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Tem thật')
  })
})
