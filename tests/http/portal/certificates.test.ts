import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  auditLog,
  codeCertificate,
  codeMarket,
  codeStatusEvent,
  organisation,
  type site,
  siteBoundary,
  siteHousehold,
} from '../../../db/schema/index.ts'
import type { CertificatePageModel } from '../../../site/models/certificates.ts'
import { minimumModuleMm } from '../../../worker/lib/print/minimum-module.ts'
import { issueCertificate } from '../../../worker/verbs/certificates/issue-certificate.ts'
import { revokeKey } from '../../../worker/verbs/keys/revoke-key.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  NOW,
  setStatus,
} from '../../support/factories.ts'
import { makePerson, type PortalAnswer, portalApp } from '../../support/portal-app.ts'

const database = freshDatabase()
const context = async () => makeContext((await database).db)

const AN_GIANG = { provinceCode: '91', communeCode: null }

/** A code of a growing area in An Giang, active for China, and an officer of the province. */
async function anGiang(siteGiven: Partial<typeof site.$inferInsert> = {}) {
  const ctx = await context()
  const place = { provinceCode: '91', provinceName: 'An Giang', communeCode: '30337' }
  const made = await makeSite(ctx, { communeName: 'Xã Cù Lao Giêng', ...place, ...siteGiven })
  const code = await makeCode(ctx, { siteId: made.id })
  const officer = await makePerson(ctx.db, 'officer', { place: AN_GIANG })
  const path = `/portal/codes/${code.code}`
  return { ctx, code, path, officer, site: made, app: portalApp(ctx.db, officer) }
}

function pageOf<K extends CertificatePageModel['kind']>(answer: PortalAnswer, kind: K) {
  if (answer.model?.kind !== kind) throw new Error(`expected ${kind}, got ${answer.model?.kind}`)
  return answer.model as Extract<CertificatePageModel, { kind: K }>
}

describe('issuing a certificate of a code', () => {
  it('records the issue and leads to the page to be printed, whose QR is genuine', async () => {
    const { ctx, code, path, officer, app } = await anGiang()
    const posted = await app.post(`${path}/certificate`, {})
    expect(posted.status).toBe(303)
    const rows = await ctx.db
      .select()
      .from(codeCertificate)
      .where(eq(codeCertificate.codeId, code.id))
    expect(rows).toMatchObject([{ issuedAt: NOW, actor: `user:${officer.userId}` }])
    expect(posted.location).toBe(`${path}/certificate/${rows[0]?.id}`)
    const audit = await ctx.db.select().from(auditLog).where(eq(auditLog.entityId, code.id))
    expect(audit).toMatchObject([{ action: 'code.certificate', entity: 'code' }])

    const { sheet } = pageOf(await app.get(posted.location ?? ''), 'portal/certificates/sheet')
    expect(sheet).toMatchObject({
      authority: 'Sở thử nghiệm',
      title: 'Giấy xác nhận mã số vùng trồng',
      code: code.code,
      statusTitle: 'Trạng thái theo thị trường vào ngày in, 15/06/2026',
      markets: [{ name: 'Trung Quốc', status: 'active', since: '01/01/2025' }],
    })
    const scanned = await app.get(sheet.url.slice('HTTPS://TEM.EXAMPLE.VN'.length))
    expect(scanned).toMatchObject({ status: 200, model: { kind: 'certificate', code: code.code } })
  })

  it('prints the same QR again, and today’s status beside it', async () => {
    const { ctx, code, path, app } = await anGiang()
    const posted = await app.post(`${path}/certificate`, {})
    const first = pageOf(await app.get(posted.location ?? ''), 'portal/certificates/sheet')
    await setStatus(ctx, {
      ...{ codeId: code.id, market: 'CHN' },
      ...{ status: 'suspended', effectiveOn: '2026-06-15' },
    })
    app.wait(86_400_000)
    const again = pageOf(await app.get(posted.location ?? ''), 'portal/certificates/sheet')
    expect(again.sheet.url).toBe(first.sheet.url)
    expect(again.sheet.markets).toMatchObject([{ status: 'suspended' }])
    expect(again.sheet.statusTitle).toContain('16/06/2026')
  })

  it('has a QR whose modules a phone can read at the printed size, however long the code', async () => {
    const { ctx, app } = await anGiang()
    const made = await makeSite(ctx, { provinceCode: '91' })
    const long = 'VN-AGOR-00000000000000000000000000000099'
    await makeCode(ctx, { siteId: made.id, code: long })
    const posted = await app.post(`/portal/codes/${long}/certificate`, {})
    const { sheet } = pageOf(await app.get(posted.location ?? ''), 'portal/certificates/sheet')
    // 46 mm with its quiet zone, as the paper's style has it.
    expect(46 / (sheet.qr.size + 8)).toBeGreaterThan(minimumModuleMm.full)
  })

  it('says no, in words, while the code is active nowhere', async () => {
    const { ctx, code, path, app } = await anGiang()
    await setStatus(ctx, {
      ...{ codeId: code.id, market: 'CHN' },
      ...{ status: 'suspended', effectiveOn: '2026-06-01' },
    })
    const shown = pageOf(await app.get(`${path}/certificate`), 'portal/certificates/overview')
    expect(shown.refusal).toContain('không hoạt động ở thị trường nào')
    const posted = await app.post(`${path}/certificate`, {})
    expect(posted.status).toBe(409)
    const { form, issues } = pageOf(posted, 'portal/certificates/overview')
    expect(form.problem).toBe(shown.refusal)
    expect(issues).toEqual([])
  })

  it('lists what was issued, by whom, and does not print again under a revoked key', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const code = await makeCode(ctx)
    const admin = await makePerson(db, 'admin')
    const app = portalApp(db, admin)
    const path = `/portal/codes/${code.code}/certificate`
    const { location } = await app.post(path, {})
    const before = pageOf(await app.get(path), 'portal/certificates/overview')
    expect(before.issues).toMatchObject([{ href: location, by: admin.name, note: null }])
    const kid = before.issues[0]?.kid ?? ''
    await revokeKey({ ctx, input: { kid, from: NOW - 1 } })
    const after = pageOf(await app.get(path), 'portal/certificates/overview')
    expect(after.issues).toMatchObject([{ href: null, note: expect.stringContaining('thu hồi') }])
    expect((await app.get(location ?? '')).status).toBe(409)
  })

  it('names the holder in full to the holder and to officers, never to who scans', async () => {
    const ctx = await context()
    const household = await makeOrganisation(ctx, { kind: 'household', name: 'Nguyễn Văn Thử' })
    const name = 'Vườn ông Nguyễn Văn Thử'
    const { app, path } = await anGiang({ organisationId: household.id, name })
    const { location } = await app.post(`${path}/certificate`, {})
    const { sheet } = pageOf(await app.get(location ?? ''), 'portal/certificates/sheet')
    expect(sheet.facts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Nguyễn Văn Thử', name]),
    )
    const holder = await makePerson(ctx.db, 'producer', { organisationId: household.id })
    const own = await portalApp(ctx.db, holder).get(location ?? '')
    expect(JSON.stringify(pageOf(own, 'portal/certificates/sheet').sheet)).toContain(name)
    const scanned = await app.get(sheet.url.slice('HTTPS://TEM.EXAMPLE.VN'.length))
    expect(scanned.model?.kind).toBe('certificate')
    expect(JSON.stringify(scanned.model)).not.toContain('Nguyễn Văn Thử')
  })

  it('is the official form: number, authority, corners, hamlet, former district, expiry, signature', async () => {
    const place = { hamlet: 'Ấp Tấn Long', formerDistrict: 'Huyện Chợ Mới' }
    const { ctx, code, path, app, site: made } = await anGiang(place)
    await ctx.db
      .update(codeMarket)
      .set({ validTo: '2027-03-01' })
      .where(eq(codeMarket.codeId, code.id))
    const ring = [
      [105.5, 10.4],
      [105.51, 10.4],
      [105.51, 10.41],
      [105.5, 10.4],
    ]
    await ctx.db.insert(siteBoundary).values({
      ...{ id: ctx.newId(), siteId: made.id, areaHa: 60, source: 'typed' },
      ...{ geojson: JSON.stringify({ type: 'Polygon', coordinates: [ring] }) },
      ...{ minLng: 105.5, minLat: 10.4, maxLng: 105.51, maxLat: 10.41 },
      ...{ recordedAt: NOW, actor: 'operator:test' },
    })
    const first = await app.post(`${path}/certificate`, {})
    const second = await app.post(`${path}/certificate`, {})
    const sheetAt = async (href: string | null) =>
      pageOf(await app.get(href ?? ''), 'portal/certificates/sheet').sheet
    const sheet = await sheetAt(first.location)
    const numbers = [sheet.number, (await sheetAt(second.location)).number].toSorted()
    expect(numbers).toEqual([`Số: 01/2026/${code.code}`, `Số: 02/2026/${code.code}`])
    expect(Object.fromEntries(sheet.facts.map(({ label, text }) => [label, text]))).toMatchObject({
      'Cơ quan cấp': 'Sở thử nghiệm',
      'Ấp, thôn, tổ': 'Ấp Tấn Long',
      'Huyện trước 01/07/2025': 'Huyện Chợ Mới',
      'Có giá trị đến': '01/03/2027',
    })
    expect(sheet.corners?.points).toEqual([
      '1: 10.40000, 105.50000',
      '2: 10.40000, 105.51000',
      '3: 10.41000, 105.51000',
    ])
    expect(sheet.signature.day).toBe('Ngày 15 tháng 06 năm 2026')
  })
})

describe('who may', () => {
  it('officers of the place and the holder, nobody else, and strangers learn nothing', async () => {
    const { ctx, code, path, site: made } = await anGiang()
    const status = async (...given: Parameters<typeof makePerson>) => {
      const app = portalApp(ctx.db, await makePerson(...given))
      const shown = await app.get(`${path}/certificate`)
      const posted = await app.post(`${path}/certificate`, {})
      const notice = await app.get(`${path}/household-notice`)
      return [shown.status, posted.status, notice.status]
    }
    const elsewhere = { provinceCode: '15', communeCode: null }
    const { organisationId } = made
    expect(await status(ctx.db, 'officer', { place: AN_GIANG })).toEqual([200, 303, 200])
    expect(await status(ctx.db, 'producer', { organisationId })).toEqual([200, 303, 200])
    expect(await status(ctx.db, 'officer', { place: elsewhere })).toEqual([404, 404, 404])
    expect(await status(ctx.db, 'producer')).toEqual([404, 404, 404])
    expect(await status(ctx.db, 'agency', { place: AN_GIANG })).toEqual([403, 403, 403])
    expect(await status(ctx.db, 'inspector', { place: AN_GIANG })).toEqual([403, 403, 403])
    expect(await portalApp(ctx.db, null).get(`${path}/certificate`)).toMatchObject({ status: 401 })
    const issued = await ctx.db
      .select()
      .from(codeCertificate)
      .where(eq(codeCertificate.codeId, code.id))
    expect(issued).toHaveLength(2)
  })

  it('a certificate of another code is not found under this one', async () => {
    const { ctx, path, app } = await anGiang()
    const other = await makeCode(ctx)
    const { id } = await issueCertificate({ ctx, input: { code: other.code } })
    expect((await app.get(`${path}/certificate/${id}`)).status).toBe(404)
  })
})

describe('the notice to the households', () => {
  const noticeOf = async (app: ReturnType<typeof portalApp>, path: string) => {
    const page = pageOf(await app.get(path), 'portal/certificates/household-notice')
    if (page.notice === null) throw new Error('nothing to tell')
    return { ...page, notice: page.notice, text: JSON.stringify(page.notice) }
  }

  it('tells of a grant, with the code’s public page behind the QR', async () => {
    const { path, code, app } = await anGiang()
    const { notice, choices } = await noticeOf(app, `${path}/household-notice`)
    expect(notice.lead).toMatch(
      new RegExp(
        `^Mã số vùng trồng ${code.code} .* được phép dùng cho thị trường Trung Quốc từ ngày 01/01/2025`,
      ),
    )
    expect(notice.todo.join(' ')).toMatch(/nhật ký.*cách ly.*mượn.*Bán qua/s)
    expect(notice.url).toBe(`https://tem.example.vn/codes/${code.code}`)
    expect(choices).toMatchObject([{ text: 'Trung Quốc', current: true }])
  })

  it.each([
    ['suspended', 'bị tạm dừng cho thị trường Trung Quốc', 'Không giao hàng'],
    ['revoked', 'bị thu hồi cho thị trường Trung Quốc', 'Không in, không dán tem'],
    ['cancelled', 'bị hủy cho thị trường Trung Quốc', 'Không in, không dán tem'],
    ['expired', 'hết hiệu lực cho thị trường Trung Quốc', 'xin cấp lại'],
  ] as const)('tells of a code %s and what to do', async (status, lead, todo) => {
    const { ctx, path, code, app } = await anGiang()
    const decision = { codeId: code.id, market: 'CHN', status, effectiveOn: '2026-06-10' }
    await setStatus(ctx, decision)
    const { notice, text } = await noticeOf(app, `${path}/household-notice`)
    expect(notice.lead).toContain(lead)
    expect(notice.lead).toContain('từ ngày 10/06/2026')
    expect(text).toContain(todo)
    expect(text).not.toMatch(/\{\w+\}/)
  })

  it('tells a restoration from a first grant, and a correction from both', async () => {
    const { ctx, path, code, app } = await anGiang()
    const decide = (status: 'suspended' | 'active', effectiveOn: string) =>
      setStatus(ctx, { codeId: code.id, market: 'CHN', status, effectiveOn })
    const suspension = await decide('suspended', '2026-05-01')
    await decide('active', '2026-06-01')
    const lead = async () => (await noticeOf(app, `${path}/household-notice`)).notice.lead
    expect(await lead()).toContain('hoạt động trở lại')
    await ctx.db.insert(codeStatusEvent).values({
      ...{ id: ctx.newId(), codeId: code.id, market: 'CHN', status: 'active' },
      ...{ effectiveOn: '2026-05-01', recordedAt: NOW, actor: 'operator:test' },
      amendsId: suspension,
    })
    expect(await lead()).toContain('được phép dùng')
  })

  it('speaks of the market that was asked for', async () => {
    const { ctx, path, code, app } = await anGiang()
    const decision = { codeId: code.id, market: 'EU', effectiveOn: '2026-06-10' }
    await setStatus(ctx, { ...decision, status: 'suspended' })
    const { notice } = await noticeOf(app, `${path}/household-notice?market=EU`)
    expect(notice.lead).toContain('tạm dừng cho thị trường Liên minh châu Âu')
    const { notice: other } = await noticeOf(app, `${path}/household-notice?market=CHN`)
    expect(other.lead).toContain('được phép dùng cho thị trường Trung Quốc')
  })

  it('gives the telephone of the officer’s own body', async () => {
    const { ctx, path, officer, app } = await anGiang()
    await ctx.db
      .update(organisation)
      .set({ hotline: '0296 000 0000' })
      .where(eq(organisation.id, officer.organisationId))
    const { notice } = await noticeOf(app, `${path}/household-notice`)
    expect(notice.contact).toBe(`Hỏi: ${officer.organisationName}. Điện thoại: 0296 000 0000`)
  })

  it('adds the households to sign for officers only', async () => {
    const { ctx, path, site: made, app } = await anGiang()
    await ctx.db.insert(siteHousehold).values({
      ...{ id: ctx.newId(), siteId: made.id, position: 1, name: 'Hộ thử một' },
      ...{ nameFolded: 'ho thu mot', plot: 'Thửa 12', createdAt: NOW },
    })
    expect((await noticeOf(app, `${path}/household-notice`)).signatures).toBeNull()
    const asked = `${path}/household-notice?list=1`
    const { signatures, listLink } = await noticeOf(app, asked)
    expect(signatures?.rows).toEqual([{ no: 1, name: 'Hộ thử một', plot: 'Thửa 12' }])
    expect(listLink?.href).toBe(`${path}/household-notice?market=CHN`)
    const holder = await makePerson(ctx.db, 'producer', { organisationId: made.organisationId })
    const own = await noticeOf(portalApp(ctx.db, holder), asked)
    expect(own).toMatchObject({ signatures: null, listLink: null })
  })

  it('is not for packing houses', async () => {
    const ctx = await context()
    const { code } = await makeCode(ctx, { slot: 'packing_house' })
    const app = portalApp(ctx.db, await makePerson(ctx.db, 'admin'))
    expect((await app.get(`/portal/codes/${code}/household-notice`)).status).toBe(409)
  })
})
