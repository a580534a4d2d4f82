import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { code } from '../../../db/schema/index.ts'
import { refreshEntriesFor } from '../../../worker/verbs/codes/refresh-register-entries.ts'
import { makeCode, setStatus } from '../../support/factories.ts'
import { mangoArea, registerApp } from './register-support.ts'

beforeEach(() => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => log.mockRestore()
})

describe('GET /codes', () => {
  it('shows the codes found, what was asked, and where the list goes on with the same question', async () => {
    const { ctx, open } = await registerApp()
    const place = await mangoArea(ctx)
    for (let i = 0; i < 21; i++) await makeCode(ctx, { siteId: place.id })
    await makeCode(ctx)
    const first = await open('/codes?q=xoai&unit=an%20giang&lang=en', 'register')
    expect(first.items).toHaveLength(20)
    expect(first.asked).toMatchObject({ q: 'xoai', unit: 'an giang', kind: '' })
    expect(first.items[0]).toMatchObject({
      crops: [{ name: 'Xoài', areaHa: 10 }],
      markets: [{ market: 'CHN', statusToday: 'active' }],
    })
    expect(first.nextHref).toMatch(/^\/codes\?q=xoai&unit=an\+giang&cursor=[\w-]+&lang=en$/)
    const next = await open(first.nextHref ?? '', 'register')
    expect(next.items).toHaveLength(1)
    expect(next).toMatchObject({ nextHref: null, firstHref: '/codes?q=xoai&unit=an+giang&lang=en' })
  })

  it('says when what it shows is only close to what was typed', async () => {
    const { ctx, open } = await registerApp()
    const place = await mangoArea(ctx)
    const made = await makeCode(ctx, { siteId: place.id })
    const model = await open('/codes?q=cu+lao+gieeng', 'register')
    expect(model).toMatchObject({ near: true, items: [{ code: made.code }] })
    expect(await open('/codes?q=zzz+qqq', 'register')).toMatchObject({ near: false, items: [] })
  })

  it('stands while the database is away, for what was looked at just before', async () => {
    const { ctx, open, ask, breakDatabase, wait } = await registerApp()
    const made = await makeCode(ctx)
    await open('/codes?market=CHN', 'register')
    breakDatabase()
    wait(60_000)
    const kept = await open('/codes?market=CHN', 'register')
    expect(kept).toMatchObject({ stale: true, items: [{ code: made.code }] })
    expect((await ask('/codes?q=never+asked')).status).toBe(503)
  })

  it('shows a new decision within thirty seconds', async () => {
    const { ctx, open, wait } = await registerApp()
    const made = await makeCode(ctx)
    const path = '/codes?status=suspended'
    expect((await open(path, 'register')).items).toEqual([])
    const decision = { codeId: made.id, market: 'CHN', status: 'suspended' } as const
    await setStatus(ctx, { ...decision, effectiveOn: '2026-06-15' })
    wait(30_001)
    expect((await open(path, 'register')).items).toMatchObject([{ code: made.code }])
  })

  it.each(['status=fine', 'market=CHINA', 'cursor=%25'])('refuses %s with 400', async (query) => {
    const { ask } = await registerApp()
    expect((await ask(`/codes?${query}`)).status).toBe(400)
  })
})

describe('GET /codes/{CODE}', () => {
  it('tells the place to two decimals, the crops with their area, and what was announced', async () => {
    const { ctx, open } = await registerApp()
    const place = await mangoArea(ctx)
    const made = await makeCode(ctx, { siteId: place.id })
    const decide = (status: 'suspended' | 'active', effectiveOn: string) =>
      setStatus(ctx, { codeId: made.id, market: 'CHN', status, effectiveOn })
    await decide('suspended', '2026-05-01')
    await decide('active', '2026-06-01')
    const model = await open(`/codes/${made.code}`, 'code')
    expect(model.entry).toMatchObject({
      point: { lat: 10.53, lng: 105.41 },
      crops: [{ name: 'Xoài', areaHa: 10 }],
      withdrawnOn: null,
    })
    const kinds = model.notices.map(({ kind, on }) => [kind, on]).sort()
    expect(kinds).toEqual([
      ['restoration', '2026-06-01'],
      ['suspension', '2026-05-01'],
    ])
  })

  it('still answers for a code that was taken back, and says so', async () => {
    const { ctx, db, open } = await registerApp()
    const made = await makeCode(ctx)
    const withdrawnAt = Date.parse('2026-06-10T20:00:00Z')
    await runBatch(db, [
      db.update(code).set({ withdrawnAt }).where(eq(code.id, made.id)),
      ...refreshEntriesFor(db, { codeIds: [made.id] }),
    ])
    const { entry } = await open(`/codes/${made.code}`, 'code')
    expect(entry.withdrawnOn).toBe('2026-06-11')
    expect((await open('/codes', 'register')).items).toEqual([])
  })
})
