import { and, eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import type { ScanRow } from '../../../db/queries/scans.ts'
import { labelDay, labelVisitor, scanCount } from '../../../db/schema/index.ts'
import { runDaily } from '../../../worker/jobs/run-daily.ts'
import { bufferScans, type ScanSink } from '../../../worker/platform/scan-sink.ts'
import { storeScans } from '../../../worker/verbs/scan/store-scans.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, NOW } from '../../support/factories.ts'
import { runnerDeps } from '../../unit/jobs/support.ts'
import { issued, PHONE, scanApp } from './support.ts'

const database = freshDatabase()
const context = async () => makeContext((await database).db)
const DAY_MS = 86_400_000

/** Scans of a label by so many visitors, each of an address of their own unless given. */
function visitsOf(
  label: { readonly ref: string; readonly unitSpace?: string; readonly serial?: number },
  given: {
    readonly visitors: number
    readonly at?: number
    readonly address?: (visitor: number) => string
    readonly region?: (visitor: number) => string
  },
): ScanRow[] {
  const { ref, serial = 1 } = label
  const { visitors, at = NOW, address = String, region = () => 'An Giang' } = given
  return Array.from({ length: visitors }, (_, number) => ({
    ...{ ref, serial, unitSpace: label.unitSpace ?? `B/${ref}` },
    ...{ scannedAt: at, standing: 'clear', region: region(number), visitor: `v${at}-${number}` },
    visit: { address: `a${at}-${address(number)}`, visitor: `v${at}-${number}` },
  }))
}

async function suspectedAt(ref: string, serial = 1): Promise<number | null> {
  const { db } = await database
  const [row] = await db
    .select()
    .from(scanCount)
    .where(and(eq(scanCount.unitSpace, `B/${ref}`), eq(scanCount.serial, serial)))
  return row?.suspectedAt ?? null
}

describe('a unit’s label that many open', () => {
  it('says so at the top of its page and in verify within a minute', async () => {
    const ctx = await context()
    const { batch, paths } = await issued(ctx, { batch: { markets: ['CHN'] } })
    const [path = '', next = ''] = paths
    const app = scanApp(ctx.db)
    expect((await app.askJson(path)).body.reasons[0].code).toBe('packed_for_export')
    await storeScans(ctx.db, visitsOf(batch, { visitors: 60 }), NOW)
    app.wait(30_000)
    const { body } = await app.askJson(path)
    expect(body.standing).toBe('notice')
    const [first] = body.reasons
    expect(first).toMatchObject({
      ...{ code: 'copy_suspected', severity: 'notice', market: null, since: '2026-06-15' },
      recordedAt: new Date(NOW).toISOString(),
    })
    expect(first.text.vi).toContain('không chứng minh')
    expect(body.scans).toEqual({ count: 60, firstOn: '2026-06-15' })
    expect(await (await app.open(path)).text()).toContain('genuine/notice/copy_suspected')
    const verified = await app.ask('/api/v1/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: path }),
    })
    expect((await verified.json()).reasons[0].code).toBe('copy_suspected')
    // Its neighbour was opened by nobody.
    expect((await app.askJson(next)).body.reasons[0].code).toBe('packed_for_export')
  })

  it('is suspect as soon as sixty have opened it in a day, however they arrive', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx)
    const rows = visitsOf(batch, { visitors: 60 })
    for (const row of rows.slice(0, 59)) await storeScans(ctx.db, [row, row], NOW)
    await Promise.all(rows.map((row) => storeScans(ctx.db, [row], NOW)))
    expect(await suspectedAt(batch.ref)).toBe(NOW)
  })

  it('is not by one visitor, however often and for however long', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx)
    for (let day = 0; day < 40; day++) {
      const rows = visitsOf(batch, { visitors: 1, at: NOW + day * DAY_MS })
      await storeScans(ctx.db, Array(100).fill(rows[0]), NOW + day * DAY_MS)
    }
    expect(await suspectedAt(batch.ref)).toBeNull()
    const days = await ctx.db
      .select()
      .from(labelDay)
      .where(eq(labelDay.unitSpace, `B/${batch.ref}`))
    expect(days).toEqual([])
  })

  it('counts three of one address at most, as a household is', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx)
    const rows = visitsOf(batch, { visitors: 500, address: () => 'one' })
    for (let at = 0; at < rows.length; at += 7)
      await storeScans(ctx.db, rows.slice(at, at + 7), NOW)
    const mine = eq(labelDay.unitSpace, `B/${batch.ref}`)
    const days = await ctx.db.select().from(labelDay).where(mine)
    expect(days.map(({ visitors }) => visitors)).toEqual([3])
    expect(await suspectedAt(batch.ref)).toBeNull()
  })

  it('keeps no more visitors than it takes, nor longer than the day they are told apart by', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx)
    const rows = visitsOf(batch, { visitors: 900 })
    for (let at = 0; at < rows.length; at += 100) {
      await storeScans(ctx.db, rows.slice(at, at + 100), NOW)
    }
    const mine = eq(labelVisitor.unitSpace, `B/${batch.ref}`)
    expect((await ctx.db.select().from(labelVisitor).where(mine)).length).toBeLessThanOrEqual(400)
    await runDaily(runnerDeps(ctx.db, { now: NOW + 3 * DAY_MS }))
    expect(await ctx.db.select().from(labelVisitor).where(mine)).toEqual([])
    const days = await ctx.db
      .select()
      .from(labelDay)
      .where(eq(labelDay.unitSpace, `B/${batch.ref}`))
    expect(days).toHaveLength(1)
  })

  it('adds provinces and days up', async () => {
    const ctx = await context()
    const [near, far] = [await issued(ctx), await issued(ctx)]
    const ten = (number: number) => `Tỉnh ${number % 10}`
    for (let day = 0; day < 3; day++) {
      const at = NOW + day * DAY_MS
      const few = { visitors: 6, at }
      await storeScans(ctx.db, visitsOf(near.batch, few), at)
      await storeScans(ctx.db, visitsOf(far.batch, { ...few, region: ten }), at)
    }
    expect(await suspectedAt(near.batch.ref)).toBeNull()
    expect(await suspectedAt(far.batch.ref)).not.toBeNull()
  })

  it('is never one for the whole batch, which many share', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx, { wholeBatch: true })
    await storeScans(ctx.db, visitsOf({ ...batch, serial: 0 }, { visitors: 200 }), NOW)
    const { body } = await scanApp(ctx.db).askJson(path)
    expect(body).toMatchObject({ standing: 'clear', scans: { count: 200 } })
  })
})

describe('a visitor', () => {
  const openedBy = async (...visits: readonly Readonly<Record<string, string>>[]) => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const delivered: ScanRow[] = []
    const waiting: Promise<unknown>[] = []
    const sink: ScanSink = bufferScans({
      hashVisitor: (source, day) => `${day} ${source}`,
    }).sinkFor(() => async (rows) => void delivered.push(...rows))
    const app = scanApp(ctx.db, {
      clientAddress: (headers) => headers.get('x-real-ip'),
      scans: { record: (scan) => sink.record(scan, (work) => waiting.push(work)) },
    })
    for (const headers of visits) {
      await app.ask(`${path}?lang=${headers['lang'] ?? 'vi'}`, {
        headers: { ...PHONE, ...headers },
      })
    }
    await Promise.all(waiting)
    await storeScans(ctx.db, delivered, NOW)
    const mine = eq(labelVisitor.unitSpace, `B/${batch.ref}`)
    return (await ctx.db.select().from(labelVisitor).where(mine)).length
  }

  it('is one however often they reload and in whatever language', async () => {
    const here = { 'x-real-ip': '203.0.113.7' }
    const visits = Array.from({ length: 50 }, (_, at) => ({
      ...here,
      lang: ['vi', 'en', 'zh'][at % 3] ?? 'vi',
    }))
    expect(await openedBy(...visits)).toBe(1)
  })

  it('of one network is one, whichever address of it a telephone takes today', async () => {
    expect(
      await openedBy({ 'x-real-ip': '2001:db8:1:2::7' }, { 'x-real-ip': '2001:db8:1:2:9::1' }),
    ).toBe(1)
    expect(await openedBy({ 'x-real-ip': '2001:db8:1:2::7' }, { 'x-real-ip': '2001:db8::7' })).toBe(
      2,
    )
  })

  it('who is signed in, a robot or a preview is none', async () => {
    expect(
      await openedBy(
        { cookie: 'goc.session_token=x.y' },
        { cookie: 'a=b; __Secure-goc.session_token=x.y' },
        { 'user-agent': 'Googlebot/2.1' },
        { 'sec-purpose': 'prefetch' },
      ),
    ).toBe(0)
  })

  it('is told by the browser alone where no address is believed', async () => {
    const agents = Array.from({ length: 5 }, (_, at) => ({
      'user-agent': `Mozilla/5.0 (Linux; Android 1${at}) Chrome/140.0.0.0 Mobile Safari/537.36`,
    }))
    expect(await openedBy(...agents)).toBe(5)
  })
})

describe('a suspicion that could not be written', () => {
  it('doubles no scan, and is written with the next look of any of them', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx)
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const rows = visitsOf(batch, { visitors: 60 })
    let fails = true
    const failing = new Proxy(ctx.db, {
      get: (target, name, receiver) => {
        if (name !== 'batch') return Reflect.get(target, name, receiver)
        return async (statements: Parameters<typeof target.batch>[0]) => {
          if (statements.length === 1 && fails) throw new Error('cut off')
          return target.batch(statements)
        }
      },
    })
    await storeScans(failing, rows, NOW)
    expect(error).toHaveBeenCalledWith(expect.stringContaining('copies_not_marked'))
    expect(await suspectedAt(batch.ref)).toBeNull()
    fails = false
    await storeScans(failing, rows.slice(0, 1), NOW)
    expect(await suspectedAt(batch.ref)).toBe(NOW)
    const [row] = await ctx.db
      .select()
      .from(scanCount)
      .where(eq(scanCount.unitSpace, `B/${batch.ref}`))
    expect(row?.count).toBe(61)
    error.mockRestore()
  })
})
