import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { code, codeStatusEvent, siteCrop } from '../../../db/schema/index.ts'
import { codeEntrySchema } from '../../../worker/routes/public/codes/contract.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  NOW,
  setStatus,
  unique,
} from '../../support/factories.ts'
import { publicApp } from './support.ts'

const database = freshDatabase()

describe('GET /api/v1/codes/{CODE}', () => {
  it('tells the register’s entry exactly as its schema has it', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const { id: organisationId, name: holderName } = await makeOrganisation(ctx)
    const place = { communeName: 'Chợ Mới', provinceName: 'An Giang', areaHa: 12.5 }
    const site = await makeSite(ctx, { organisationId, ...place })
    await db.insert(siteCrop).values({
      siteId: site.id,
      crop: 'Xoài',
      cropFolded: 'xoai',
      variety: 'Cát Hòa Lộc',
      plantedAreaHa: 11,
    })
    const made = await makeCode(ctx, { siteId: site.id })
    const { status, body } = await publicApp(db).askJson(`/api/v1/codes/${made.code}`)
    expect(status).toBe(200)
    expect(codeEntrySchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      code: made.code,
      kind: 'growing_area',
      holder: { name: holderName, kind: 'cooperative' },
      commune: 'Chợ Mới',
      province: 'An Giang',
      areaHa: 12.5,
      crops: [{ name: 'Xoài', variety: 'Cát Hòa Lộc', areaHa: 11 }],
      markets: [{ market: 'CHN', statusToday: 'active', since: '2025-01-01', validTo: null }],
      stale: false,
    })
  })

  it('tells decisions newest first, and which of them were corrected', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const made = await makeCode(ctx)
    const mistake = await setStatus(ctx, {
      codeId: made.id,
      market: 'CHN',
      status: 'revoked',
      effectiveOn: '2026-05-02',
    })
    const wording = { vi: 'Tạm dừng', en: 'Suspended', zh: '暂停' }
    await db.insert(codeStatusEvent).values({
      id: ctx.newId(),
      codeId: made.id,
      market: 'CHN',
      status: 'suspended',
      effectiveOn: '2026-05-01',
      recordedAt: NOW + 1,
      reason: 'Chưa khắc phục',
      documentNo: '12/TB',
      wording,
      amendsId: mistake,
      actor: 'operator:test',
    })
    const { body } = await publicApp(db).askJson(`/api/v1/codes/${made.code}`)
    expect(body.history).toEqual([
      expect.objectContaining({
        status: 'revoked',
        effectiveOn: '2026-05-02',
        amended: true,
        text: null,
      }),
      {
        market: 'CHN',
        status: 'suspended',
        effectiveOn: '2026-05-01',
        recordedAt: new Date(NOW + 1).toISOString(),
        reason: 'Chưa khắc phục',
        documentNo: '12/TB',
        text: wording,
        amended: false,
      },
      expect.objectContaining({ status: 'active', effectiveOn: '2025-01-01', amended: false }),
    ])
    expect(body.markets).toMatchObject([{ statusToday: 'suspended', since: '2026-05-01' }])
  })

  it('changes status at midnight in Vietnam without reading the database again', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const made = await makeCode(ctx)
    await setStatus(ctx, {
      codeId: made.id,
      market: 'CHN',
      status: 'suspended',
      effectiveOn: '2026-06-16',
    })
    const app = publicApp(db)
    // 2026-06-15 23:59:50 in Vietnam.
    app.wait(Date.parse('2026-06-15T16:59:50Z') - NOW)
    const before = await app.askJson(`/api/v1/codes/${made.code}`)
    app.wait(10_000)
    const after = await app.askJson(`/api/v1/codes/${made.code}`)
    expect(before.body.markets[0].statusToday).toBe('active')
    expect(after.body.markets[0].statusToday).toBe('suspended')
    expect(app.databaseCalls()).toBe(1)
  })

  it('names a household only once it has agreed, and its place by its kind until then', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const name = `Nguyễn Văn Kín ${unique()}`
    const secret = await makeOrganisation(ctx, {
      name,
      kind: 'household',
      hotline: '0900000000',
      taxNo: '1234567890',
      address: 'Ấp Kín',
    })
    const site = await makeSite(ctx, {
      organisationId: secret.id,
      name: `Vườn ${name}`,
      hamlet: 'Ấp Kín',
    })
    const made = await makeCode(ctx, { siteId: site.id })
    const { body } = await publicApp(db).askJson(`/api/v1/codes/${made.code}`)
    expect(body.holder).toEqual({ name: null, kind: 'household' })
    expect(body.name).toBe('Vùng trồng')
    expect(JSON.stringify(body)).not.toMatch(/Kín|0900000000|1234567890/)

    const open = await makeOrganisation(ctx, {
      name: `Trần Thị Mở ${unique()}`,
      kind: 'household',
      nameConsentOn: '2026-01-01',
    })
    const openSite = await makeSite(ctx, { organisationId: open.id })
    const openCode = await makeCode(ctx, { siteId: openSite.id })
    const told = await publicApp(db).askJson(`/api/v1/codes/${openCode.code}`)
    expect(told.body.holder.name).toBe(open.name)
  })

  it('finds a code however it is typed, and leads to its own spelling', async () => {
    const { db } = await database
    const made = await makeCode(makeContext(db), { code: 'VN-LDOR-0077' })
    const app = publicApp(db)
    const same = await app.askJson(`/api/v1/codes/${encodeURIComponent('vn ldor–0077')}`)
    expect(same).toMatchObject({ status: 200, body: { code: made.code } })
    for (const typed of ['VN-LDOR-77', 'vnldor077']) {
      const other = await app.ask(`/api/v1/codes/${typed}`)
      expect(other.status).toBe(308)
      expect(other.headers.get('location')).toBe('/api/v1/codes/VN-LDOR-0077')
    }
  })

  it('never guesses between two codes, but names them', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    await makeCode(ctx, { code: 'VN-HGOR-001' })
    await makeCode(ctx, { code: 'VN-HGOR-0001' })
    const { status, body } = await publicApp(db).askJson('/api/v1/codes/vnhgor1')
    expect(status).toBe(404)
    expect(body.errors.map((error: { message: string }) => error.message)).toEqual([
      'VN-HGOR-0001',
      'VN-HGOR-001',
    ])
  })

  it('leads from an older code to the one that replaced it, and each names the other', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const old = await makeCode(ctx)
    const renewed = await makeCode(ctx, { siteId: old.siteId, code: '91-PUC-XOAI-000123' })
    const link = { supersedesId: old.id, legacyCode: 'VN-AGOR-9999X' }
    await db.update(code).set(link).where(eq(code.id, renewed.id))
    const app = publicApp(db)
    const oldEntry = await app.askJson(`/api/v1/codes/${old.code}`)
    expect(oldEntry.body).toMatchObject({ code: old.code, supersededBy: [renewed.code] })
    const newEntry = await app.askJson(`/api/v1/codes/${renewed.code}`)
    expect(newEntry.body).toMatchObject({ supersedes: old.code, supersededBy: [] })
    const legacy = await app.ask('/api/v1/codes/VN-AGOR-9999X')
    expect(legacy.headers.get('location')).toBe(`/api/v1/codes/${renewed.code}`)
  })

  it('tells an unknown code (404) from a text that is none (400)', async () => {
    const { db } = await database
    const app = publicApp(db)
    expect(await app.askJson('/api/v1/codes/VN-NONE-0000')).toMatchObject({ status: 404 })
    for (const text of ['ab', 'A'.repeat(41), '???']) {
      const answer = await app.askJson(`/api/v1/codes/${encodeURIComponent(text)}`)
      expect(answer).toMatchObject({ status: 400, body: { code: 'malformed_code' } })
    }
  })

  it('is at most 30 seconds old, keeps its tag while it says the same, and outlives the database', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const made = await makeCode(ctx)
    const app = publicApp(db)
    const path = `/api/v1/codes/${made.code}`
    const first = await app.ask(path)
    app.wait(30_000)
    const second = await app.ask(path)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    await setStatus(ctx, {
      codeId: made.id,
      market: 'CHN',
      status: 'revoked',
      effectiveOn: '2026-06-15',
    })
    app.wait(30_000)
    const third = await app.askJson(path)
    expect(third.body.markets[0].statusToday).toBe('revoked')
    app.breakDatabase()
    app.wait(120_000)
    const old = await app.askJson(path)
    expect(old.body).toMatchObject({ stale: true, asOf: new Date(NOW + 60_000).toISOString() })
    expect(await app.askJson('/api/v1/codes/VN-NEVER-1')).toMatchObject({ status: 503 })
  })
})
