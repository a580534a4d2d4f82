import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { runBatch } from '../../../db/queries/run-batch.ts'
import {
  code,
  codeStatusEvent,
  organisation,
  site,
  siteHousehold,
} from '../../../db/schema/index.ts'
import { refreshEntriesFor } from '../../../worker/verbs/codes/refresh-register-entries.ts'
import {
  makeCode,
  makeOrganisation,
  makeProduct,
  makeSite,
  setStatus,
} from '../../support/factories.ts'
import { mangoArea, registerApp } from './register-support.ts'

beforeEach(() => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => log.mockRestore()
})

describe('GET /suspensions', () => {
  it('lists what holds today, newest first, one line a market', async () => {
    const { ctx, open } = await registerApp()
    const [a, b, c] = [await makeCode(ctx), await makeCode(ctx), await makeCode(ctx)]
    const decide = (
      made: { id: string },
      status: 'suspended' | 'revoked' | 'active',
      on: string,
      market = 'CHN',
    ) => setStatus(ctx, { codeId: made.id, market, status, effectiveOn: on })
    await decide(a, 'suspended', '2026-05-01')
    await decide(a, 'revoked', '2026-06-02', 'USA')
    await decide(b, 'suspended', '2026-06-01')
    await decide(b, 'active', '2026-06-10')
    await decide(c, 'suspended', '2026-05-20')
    await decide(c, 'suspended', '2026-07-01', 'USA')
    const model = await open('/suspensions', 'suspensions')
    expect(model.items.map((item) => [item.code, item.market, item.status, item.since])).toEqual([
      [a.code, 'USA', 'revoked', '2026-06-02'],
      [c.code, 'CHN', 'suspended', '2026-05-20'],
      [a.code, 'CHN', 'suspended', '2026-05-01'],
    ])
    const usa = await open('/suspensions?market=usa', 'suspensions')
    expect(usa.items.map((item) => item.code)).toEqual([a.code])
    expect(usa.csvHref).toBe('/open-data/suspensions.csv?market=USA')
  })

  it('leaves out what was corrected', async () => {
    const { ctx, db, open } = await registerApp()
    const made = await makeCode(ctx)
    const given = { codeId: made.id, market: 'CHN', status: 'suspended' } as const
    const id = await setStatus(ctx, { ...given, effectiveOn: '2026-06-01' })
    await db.insert(codeStatusEvent).values({
      ...{ id: 'correction', codeId: made.id, market: 'CHN', status: 'none', amendsId: id },
      ...{ effectiveOn: '2026-06-01', recordedAt: ctx.now() + 1, actor: 'test' },
    })
    expect((await open('/suspensions', 'suspensions')).items).toEqual([])
  })

  it('narrows by place and crop, and goes on page by page', async () => {
    const { ctx, open } = await registerApp()
    const place = await mangoArea(ctx)
    for (let i = 0; i < 52; i++) {
      const made = await makeCode(ctx, i === 0 ? {} : { siteId: place.id })
      const given = { codeId: made.id, market: 'CHN', status: 'suspended' } as const
      await setStatus(ctx, { ...given, effectiveOn: '2026-06-01' })
    }
    const first = await open('/suspensions?unit=an+giang&crop=xoai', 'suspensions')
    expect(first.items).toHaveLength(50)
    const next = await open(first.nextHref ?? '', 'suspensions')
    expect(next.items).toHaveLength(1)
  })
})

describe('open data', () => {
  const lines = (text: string) =>
    text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n')

  it('gives the whole register as CSV, one line a code and market, safe to open', async () => {
    const { ctx, ask } = await registerApp()
    const place = await mangoArea(ctx, '=HYPERLINK("http://x")')
    const made = await makeCode(ctx, { siteId: place.id })
    const decision = { codeId: made.id, status: 'suspended', effectiveOn: '2026-06-01' } as const
    await setStatus(ctx, { ...decision, market: 'CHN' })
    const response = await ask('/open-data/codes.csv')
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head = '', line = '', ...rest] = lines(new TextDecoder().decode(bytes))
    expect(rest).toEqual([])
    expect(head).toMatch(
      /^code,kind,scheme,name,holder,.*,market,status,status_since,valid_to,water_source$/,
    )
    expect(line).toContain(`${made.code},growing_area,vn-sector,"'=HYPERLINK(""http://x"")"`)
    expect(line).toContain('An Giang,Xoài,12.5,10.53,105.41,,,,CHN,suspended,2026-06-01,')
  })

  it('gives it as JSON in pages that fit together', async () => {
    const { ctx, db, ask } = await registerApp()
    const place = await mangoArea(ctx)
    const rows = Array.from({ length: 2_001 }, (_, i) => ({
      ...{ id: `c${i}`, code: `VN-XX-${i}`, searchKey: `VNXX${i}`, siteId: place.id },
      ...{ scheme: 'x', createdAt: 1 },
    }))
    for (let at = 0; at < rows.length; at += 500)
      await db.insert(code).values(rows.slice(at, at + 500))
    await runBatch(db, refreshEntriesFor(db, { siteIds: [place.id] }))
    const body = (await (await ask('/open-data/codes.json')).json()) as {
      licence: string
      statusOn: string
      items: { code: string }[]
    }
    expect(body).toMatchObject({
      statusOn: '2026-06-15',
      licence: expect.stringContaining('CC BY'),
    })
    expect(new Set(body.items.map((item) => item.code)).size).toBe(2_001)
  })

  it('is not sent again while nothing changed', async () => {
    const { ctx, ask, wait } = await registerApp()
    const made = await makeCode(ctx)
    const first = await ask('/open-data/codes.csv')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('last-modified')).toMatch(/GMT$/)
    const again = () => ask('/open-data/codes.csv', { headers: { 'if-none-match': etag } })
    expect((await again()).status).toBe(304)
    const decision = { codeId: made.id, market: 'CHN', status: 'suspended' } as const
    await setStatus(
      { ...ctx, now: () => ctx.now() + 1 },
      { ...decision, effectiveOn: '2026-06-15' },
    )
    expect((await again()).status).toBe(200)
    wait(86_400_000)
    expect((await again()).headers.get('etag')).not.toBe(etag)
  })

  it('is not sent again to who has it by its date, nor when something else changed', async () => {
    const { ctx, ask } = await registerApp()
    const made = await makeCode(ctx)
    for (const path of ['codes.csv', 'codes.json', 'suspensions.csv']) {
      const first = await ask(`/open-data/${path}`)
      const modified = first.headers.get('last-modified') ?? ''
      const tag = first.headers.get('etag') ?? ''
      // A product is nothing that the register tells.
      await makeProduct(ctx)
      const dated = (date: string) =>
        ask(`/open-data/${path}`, { headers: { 'if-modified-since': date } })
      const same = await dated(modified)
      expect([path, same.status, await same.text()]).toEqual([path, 304, ''])
      expect(same.headers.get('etag')).toBe(tag)
      expect((await dated(new Date(Date.parse(modified) - 1000).toUTCString())).status).toBe(200)
      expect((await dated('nonsense')).status).toBe(200)
      const byTag = await ask(`/open-data/${path}`, { headers: { 'if-none-match': tag } })
      expect([path, byTag.status]).toEqual([path, 304])
      // A tag that is another says more than a date that fits.
      const headers = { 'if-none-match': 'W/"x"', 'if-modified-since': modified }
      expect((await ask(`/open-data/${path}`, { headers })).status).toBe(200)
    }
    expect(made.code).toBeTruthy()
  })

  it('lists what is suspended, narrowed as the page is', async () => {
    const { ctx, ask } = await registerApp()
    const place = await mangoArea(ctx)
    const made = await makeCode(ctx, { siteId: place.id })
    const other = await makeCode(ctx)
    for (const { id: codeId } of [made, other]) {
      const given = { codeId, market: 'CHN', status: 'revoked' } as const
      await setStatus(ctx, { ...given, effectiveOn: '2026-06-01' })
    }
    const text = await (await ask('/open-data/suspensions.csv?crop=xo%C3%A0i')).text()
    expect(lines(text).slice(1)).toEqual([expect.stringContaining(`${made.code},growing_area`)])
  })
})

describe('what is nobody’s business', () => {
  it('is in no page, document or file', async () => {
    const { ctx, db, ask, open } = await registerApp()
    const { id: organisationId } = await makeOrganisation(ctx, { name: 'Trần Văn Kín' })
    const secret = { kind: 'household' as const, hotline: '0909111222', taxNo: '0312345678' }
    await db.update(organisation).set(secret).where(eq(organisation.id, organisationId))
    const place = await makeSite(ctx, { organisationId, name: 'Vườn Trần Văn Kín' })
    const private_ = { representative: 'Lê Thị Giấu', phone: '0909333444', lat: 10.123456 }
    await db
      .update(site)
      .set({ ...private_, lng: 105.654321 })
      .where(eq(site.id, place.id))
    const household = { name: 'Phạm Văn Hộ', nameFolded: 'pham van ho', phone: '0909555666' }
    await db
      .insert(siteHousehold)
      .values({ id: 'h', siteId: place.id, position: 1, createdAt: 1, ...household })
    const made = await makeCode(ctx, { siteId: place.id })
    const given = { codeId: made.id, market: 'CHN', status: 'suspended' } as const
    await setStatus(ctx, { ...given, effectiveOn: '2026-06-01' })
    const texts = [JSON.stringify(await open('/codes', 'register'))]
    texts.push(JSON.stringify(await open(`/codes/${made.code}`, 'code')))
    texts.push(JSON.stringify(await open('/suspensions', 'suspensions')))
    for (const path of [
      '/api/v1/codes',
      `/api/v1/codes/${made.code}`,
      '/open-data/codes.csv',
      '/open-data/codes.json',
      '/open-data/suspensions.csv',
    ]) {
      texts.push(await (await ask(path)).text())
    }
    for (const text of texts) {
      expect(text).toContain(made.code)
      expect(text).not.toMatch(/Kín|Giấu|Phạm|0909|0312345678|10\.123|105\.654|operator:|"ids"/)
    }
    for (const q of ['kin', 'giau', 'pham', '0909333444']) {
      expect((await open(`/codes?q=${q}`, 'register')).items).toEqual([])
    }
  })
})
