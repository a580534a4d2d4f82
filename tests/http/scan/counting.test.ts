import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { insertScans } from '../../../db/queries/scans.ts'
import { scanCount } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, NOW } from '../../support/factories.ts'
import { forge, issued, JSON_ONLY, PHONE, scanApp } from './support.ts'

const database = freshDatabase()
const context = async () => makeContext((await database).db)

describe('a scan', () => {
  it('by a person counts once, with what was said and nothing personal but the source to hash', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const app = scanApp(ctx.db, { clientAddress: (headers) => headers.get('x-real-ip') })
    const headers = { ...PHONE, 'x-real-ip': '203.0.113.7' }
    await app.ask(`${path}?fbclid=secret`, { headers })
    expect(app.scans).toEqual([
      {
        ref: batch.ref,
        unitSpace: `B/${batch.ref}`,
        serial: 1,
        scannedAt: NOW,
        standing: 'clear',
        region: null,
        visitorSource: `203.0.113.7|${PHONE['user-agent']}`,
        addressSource: '203.0.113.7',
        isVisit: true,
      },
    ])
    await app.ask(path, { headers })
    expect(app.scans).toHaveLength(2)
  })

  it.each([
    ['HEAD', { method: 'HEAD', headers: PHONE }],
    ['a call for JSON', { headers: { ...PHONE, ...JSON_ONLY } }],
    [
      'a search robot',
      { headers: { ...PHONE, 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' } },
    ],
    ['a link preview', { headers: { ...PHONE, 'user-agent': 'facebookexternalhit/1.1' } }],
    ['Zalo’s preview', { headers: { ...PHONE, 'user-agent': 'ZaloBot/1.0' } }],
    ['a command line', { headers: { ...PHONE, 'user-agent': 'curl/8.5.0' } }],
    ['no user agent', { headers: { accept: PHONE.accept } }],
    ['an endless user agent', { headers: { ...PHONE, 'user-agent': 'x'.repeat(5_000) } }],
    ['a prefetch', { headers: { ...PHONE, 'sec-purpose': 'prefetch' } }],
    ['a prerender', { headers: { ...PHONE, 'sec-purpose': 'prefetch;prerender' } }],
    ['an older prefetch', { headers: { ...PHONE, purpose: 'prefetch' } }],
    ['Safari’s preview', { headers: { ...PHONE, purpose: 'preview' } }],
    ['Firefox’s prefetch', { headers: { ...PHONE, 'x-moz': 'prefetch' } }],
  ])('by %s does not count', async (_, init) => {
    const ctx = await context()
    const { path } = await issued(ctx)
    const app = scanApp(ctx.db)
    expect((await app.ask(path, init)).status).toBe(200)
    expect(app.scans).toEqual([])
  })

  it('of something not genuine, a typed code or a question to verify does not count', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(forge(path))
    await app.open(`${path}x`)
    await app.open(`/b/${batch.ref}`)
    await app.open(`/check?code=${encodeURIComponent(path)}`)
    await app.ask('/api/v1/verify', {
      method: 'POST',
      headers: { ...PHONE, 'content-type': 'application/json' },
      body: JSON.stringify({ code: path }),
    })
    expect(app.scans).toEqual([])
  })

  it('of a gs1 unit is counted under its GTIN, of a whole batch under the batch', async () => {
    const ctx = await context()
    const unit = await issued(ctx, { profile: 'gs1' })
    const whole = await issued(ctx, { profile: 'gs1', wholeBatch: true })
    const app = scanApp(ctx.db)
    await app.open(unit.path)
    await app.open(whole.path)
    expect(app.scans.map((scan) => [scan.unitSpace, scan.serial])).toEqual([
      [`01/${unit.batch.gtin}`, 1],
      [`01/${whole.batch.gtin}/10/${whole.batch.ref}`, 0],
    ])
  })
})

describe('what a page tells of earlier scans', () => {
  const row = (ref: string, serial: number, scannedAt: number) => ({
    ref,
    unitSpace: `B/${ref}`,
    serial,
    scannedAt,
    standing: 'clear',
    region: null,
    visitor: null,
  })

  it('is the first scan, then how often and since when', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const app = scanApp(ctx.db)
    expect((await app.askJson(path)).body.scans).toEqual({ count: 0, firstOn: null })
    expect(await (await app.open(path)).text()).toContain('[Đây là lần quét đầu tiên của tem này.]')
    // 23:30 on the 15th and 00:30 on the 16th in Viet Nam.
    await insertScans(ctx.db, [
      row(batch.ref, 1, Date.parse('2026-06-15T16:30:00Z')),
      row(batch.ref, 1, Date.parse('2026-06-15T17:30:00Z')),
    ])
    app.wait(300_000)
    const { body } = await app.askJson(path)
    expect(body.scans).toEqual({ count: 2, firstOn: '2026-06-15' })
    expect(await (await app.open(path)).text()).toContain('[Trước lần này, tem đã được quét 2 lần')
  })

  it('is that of the label alone, not of its neighbours', async () => {
    const ctx = await context()
    const { batch, paths } = await issued(ctx)
    await insertScans(ctx.db, [row(batch.ref, 2, NOW)])
    const app = scanApp(ctx.db)
    const counts = []
    for (const path of paths.slice(0, 3)) counts.push((await app.askJson(path)).body.scans.count)
    expect(counts).toEqual([0, 1, 0])
  })

  it('comes with the batch in one call of the database, and alone when the batch is held', async () => {
    const ctx = await context()
    const { paths } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open((await issued(ctx)).path) // reads the keys
    const calls = async (path: string) => {
      const before = app.state.databaseCalls
      await app.open(path)
      return app.state.databaseCalls - before
    }
    expect(await calls(paths[0] ?? '')).toBe(1)
    expect(await calls(paths[0] ?? '')).toBe(0)
    expect(await calls(paths[1] ?? '')).toBe(1)
    expect(await calls(paths[1] ?? '')).toBe(0)
  })

  it('is no reason to fail: it is unknown when it cannot be read', async () => {
    const ctx = await context()
    const { paths } = await issued(ctx)
    const app = scanApp(ctx.db)
    await app.open(paths[0] ?? '')
    app.breakDatabase()
    const { status, body } = await app.askJson(paths[1] ?? '')
    expect(status).toBe(200)
    expect(body).toMatchObject({ authenticity: 'genuine', stale: false, scans: null })
  })
})

describe('stored scans', () => {
  it('add up however they arrive, and keep the earliest and latest day', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx)
    const scan = (serial: number, at: string) => ({
      ref: batch.ref,
      unitSpace: `B/${batch.ref}`,
      serial,
      scannedAt: Date.parse(at),
      standing: 'clear',
      region: 'An Giang',
      visitor: 'hash',
    })
    await insertScans(ctx.db, [scan(1, '2026-06-20T03:00:00Z'), scan(2, '2026-06-20T03:00:00Z')])
    await insertScans(ctx.db, [])
    await insertScans(ctx.db, [scan(1, '2026-06-18T03:00:00Z'), scan(1, '2026-06-25T03:00:00Z')])
    await insertScans(ctx.db, [scan(1, '2026-06-22T03:00:00Z')])
    const many = Array.from({ length: 4_500 }, () => scan(3, '2026-06-20T03:00:00Z'))
    await insertScans(ctx.db, many)
    const rows = await ctx.db
      .select()
      .from(scanCount)
      .where(eq(scanCount.unitSpace, `B/${batch.ref}`))
      .orderBy(scanCount.serial)
    expect(
      rows.map(({ serial, count, firstOn, lastOn }) => [serial, count, firstOn, lastOn]),
    ).toEqual([
      [1, 4, '2026-06-18', '2026-06-25'],
      [2, 1, '2026-06-20', '2026-06-20'],
      [3, 4_500, '2026-06-20', '2026-06-20'],
    ])
  })
})
