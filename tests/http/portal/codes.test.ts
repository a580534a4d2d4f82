import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { organisation } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { refreshEntriesFor } from '../../../worker/verbs/codes/refresh-register-entries.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  setStatus,
  unique,
} from '../../support/factories.ts'
import { keptLetters } from '../../support/outside.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

const HERE = { provinceCode: '91', communeCode: '30337' }
const PROVINCE = { provinceCode: '91', communeCode: null }

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
const ctxOf = () => makeContext(test.db)

/** A code in the commune of the tests, in the register as lists show it. */
async function codeHere(given: { code?: string; market?: string } = {}) {
  const site = await makeSite(ctxOf(), { ...HERE, communeName: 'Xã Thử', provinceName: 'An Giang' })
  const made = await makeCode(ctxOf(), { siteId: site.id, ...given })
  await runBatch(test.db, refreshEntriesFor(test.db, { codeIds: [made.id] }))
  return { ...made, organisationId: site.organisationId }
}

async function officerApp(place: typeof HERE | typeof PROVINCE = PROVINCE) {
  const mailer = keptLetters()
  const app = portalApp(test.db, await makePerson(test.db, 'officer', { place }), { mailer })
  return { app, mailer }
}

function shown<K extends PageModel['kind']>(model: PageModel | null, kind: K) {
  if (model?.kind !== kind) throw new Error(`shown: ${model?.kind}`)
  return model as Extract<PageModel, { kind: K }>
}

const decision = (given: Record<string, string> = {}) => ({
  ...{ market: 'CHN', status: 'suspended', effectiveOn: '2026-06-10' },
  ...{ reasonCode: 'phytosanitary', reason: '', documentNo: '12/TB-BVTV' },
  ...{ wordingVi: '', wordingEn: '', wordingZh: '' },
  ...given,
})

describe('the list of codes', () => {
  it('finds a code by however it is typed and leads to it, within the place alone', async () => {
    const { code } = await codeHere({ code: 'VN-AGOR-8801' })
    const { app } = await officerApp()
    const list = shown((await app.get('/portal/codes?q=vn+agor+8801')).model, 'portal/codes/list')
    expect(list.rows.map(([first]) => first?.text)).toEqual([code])
    const elsewhere = { provinceCode: '15', communeCode: null }
    const other = portalApp(test.db, await makePerson(test.db, 'officer', { place: elsewhere }))
    const none = shown((await other.get('/portal/codes?q=8801')).model, 'portal/codes/list')
    expect(none.rows).toEqual([])
    expect((await other.get(`/portal/codes/${code}`)).status).toBe(404)
    expect((await other.post(`/portal/codes/${code}/status`, decision())).status).toBe(404)
  })

  it('finds a holder by the full name the public does not learn, and counts what fits', async () => {
    const name = 'Lê Thị Ẩn Danh'
    const holder = await makeOrganisation(ctxOf(), { kind: 'household', name })
    const codes: string[] = []
    for (const commune of ['30337', '30338']) {
      const place = { provinceCode: '91', communeCode: commune, name: 'Vườn nhà' }
      const site = await makeSite(ctxOf(), { organisationId: holder.id, ...place })
      const made = await makeCode(ctxOf(), { siteId: site.id })
      await runBatch(test.db, refreshEntriesFor(test.db, { codeIds: [made.id] }))
      codes.push(made.code)
    }
    const listed = async (app: Awaited<ReturnType<typeof officerApp>>['app'], q: string) =>
      shown((await app.get(`/portal/codes?q=${encodeURIComponent(q)}`)).model, 'portal/codes/list')
    const { app } = await officerApp()
    const all = await listed(app, 'le thi an danh')
    expect(all.rows.map(([first]) => first?.text)).toEqual(codes)
    expect([all.near, all.total]).toEqual([false, 'Tổng cộng: 2 mã số.'])
    const { app: ofCommune } = await officerApp(HERE)
    expect((await listed(ofCommune, name)).rows.map(([first]) => first?.text)).toEqual([codes[0]])
    const filtered = await app.get(`/portal/codes?q=${encodeURIComponent(name)}&market=USA`)
    expect(shown(filtered.model, 'portal/codes/list').rows).toEqual([])
    const open = await (await app.get('/api/v1/codes?q=le%20thi%20an%20danh')).response.text()
    expect(open).not.toContain(codes[0])
  })

  it('shows a holder their own codes and no way to decide on them', async () => {
    const { code, organisationId } = await codeHere()
    const app = portalApp(test.db, await makePerson(test.db, 'producer', { organisationId }))
    const { may } = shown((await app.get('/portal/codes')).model, 'portal/codes/list')
    expect(may).toEqual({ grant: false, decide: false })
    const page = shown((await app.get(`/portal/codes/${code}`)).model, 'portal/codes/show')
    expect([page.primary, page.markets.map(({ decideHref }) => decideHref)]).toEqual([null, [null]])
    expect((await app.get(`/portal/codes/${code}/status`)).status).toBe(403)
    const other = await codeHere()
    expect((await app.get(`/portal/codes/${other.code}`)).status).toBe(404)
  })

  it('goes from any spelling to the code’s own page', async () => {
    const { code } = await codeHere({ code: 'VN-AGOR-8802' })
    const { app } = await officerApp()
    expect((await app.get('/portal/codes/vn%20agor%208802')).location).toBe(`/portal/codes/${code}`)
  })
})

/** What stands in the database, the latest first. */
function storedDecisions(code: string) {
  return test.db.all<{ effectiveOn: string; reason: string; wording: string | null }>(
    sql`SELECT e.effective_on AS effectiveOn, e.reason, e.wording FROM code_status_event e
      JOIN code c ON c.id = e.code_id WHERE c.code = ${code} ORDER BY e.rowid DESC`,
  )
}

describe('a decision on a code', () => {
  it('changes the code, the notices and the feed at once, and the holder is told', async () => {
    const { code, organisationId } = await codeHere()
    await test.db
      .update(organisation)
      .set({ email: `${code.toLowerCase()}@example.vn` })
      .where(sql`id = ${organisationId}`)
    const { app, mailer } = await officerApp(HERE)
    // Read before, so that an isolate that kept them would show them old.
    await app.get('/api/v1/notices')
    await app.get('/api/v1/notices.atom')
    const form = await app.get(`/portal/codes/${code}/status?market=CHN`)
    const { seen = '' } = shown(form.model, 'portal/codes/status').form.values
    const answer = await app.post(`/portal/codes/${code}/status`, decision({ seen }))
    expect([answer.status, answer.location]).toEqual([303, `/portal/codes/${code}?done=decided`])
    const notices = await (await app.get('/api/v1/notices')).response.text()
    expect(notices).toContain(code)
    expect(notices).toContain('yêu cầu kiểm dịch thực vật')
    expect(await (await app.get('/api/v1/notices.atom')).response.text()).toContain(code)
    const page = shown((await app.get(`/portal/codes/${code}`)).model, 'portal/codes/show')
    expect(page.markets).toMatchObject([{ market: 'CHN', status: 'suspended' }])
    const [told] = await test.db.all<{ title: string }>(
      sql`SELECT title FROM notification WHERE organisation_id = ${organisationId}`,
    )
    expect(told?.title).toContain(code)
    await app.settle()
    expect(
      mailer.letters.filter(({ to }) => to === `${code.toLowerCase()}@example.vn`),
    ).toHaveLength(1)
  })

  it('shows the second of two officers what was decided meanwhile and keeps what they typed', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const { app: other } = await officerApp()
    const path = `/portal/codes/${code}/status`
    const opened = await app.get(`${path}?market=CHN`)
    const { seen = '' } = shown(opened.model, 'portal/codes/status').form.values
    const first = await other.post(path, decision({ seen, documentNo: '1/QĐ' }))
    expect(first.status).toBe(303)
    const mine = decision({ seen, status: 'revoked', reason: 'Lý do tôi đã gõ' })
    const second = await app.post(path, mine)
    expect(second.status).toBe(409)
    const model = shown(second.model, 'portal/codes/status')
    expect(model.now).toMatchObject({ status: 'suspended' })
    expect(model.now?.last).toContain('1/QĐ')
    expect(model.form.values).toMatchObject({ status: 'revoked', reason: 'Lý do tôi đã gõ' })
    expect(model.form.problem).toContain('Vừa có quyết định khác')
    // Having seen it, they may go on.
    const again = { ...mine, seen: model.form.values['seen'] ?? '' }
    expect((await app.post(path, again)).status).toBe(303)
  })

  it('does not forget what was seen when another field is mended', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}/status`
    const { seen = '' } = shown((await app.get(path)).model, 'portal/codes/status').form.values
    await app.post(path, decision({ seen }))
    const refused = await app.post(path, decision({ seen, documentNo: '', status: 'revoked' }))
    const model = shown(refused.model, 'portal/codes/status')
    expect([refused.status, Object.keys(model.form.errors)]).toEqual([400, ['documentNo']])
    expect(model.form.values['seen']).toBe(seen)
    const late = await app.post(
      path,
      decision({ seen: model.form.values['seen'] ?? '', status: 'revoked' }),
    )
    expect(late.status).toBe(409)
  })

  it.each([
    ['a day before the last decision', '2024-12-01', '01/01/2025'],
    ['a day to come', '2026-12-01', '01/12/2026'],
  ])('asks for a tick before %s, naming it', async (_what, effectiveOn, named) => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}/status`
    const { seen = '' } = shown((await app.get(path)).model, 'portal/codes/status').form.values
    const asked = await app.post(path, decision({ seen, effectiveOn }))
    const model = shown(asked.model, 'portal/codes/status')
    expect([asked.status, model.form.errors['confirm']?.includes(named)]).toEqual([400, true])
    expect((await app.post(path, decision({ seen, effectiveOn, confirm: '1' }))).status).toBe(303)
  })

  it.each([
    [{ effectiveOn: '0026-06-10' }, 'effectiveOn'],
    [{ effectiveOn: '2028-06-10' }, 'effectiveOn'],
    [{ reasonCode: 'mua' }, 'reasonCode'],
    [{ reasonCode: 'other' }, 'reason'],
    [{ market: 'XYZ' }, 'market'],
  ])('refuses %o at the field %s', async (given, field) => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const answer = await app.post(`/portal/codes/${code}/status`, decision(given))
    const { form } = shown(answer.model, 'portal/codes/status')
    expect([answer.status, Object.keys(form.errors)]).toEqual([400, [field]])
    expect(form.values).toMatchObject(given)
  })

  it('fills in words for the public without recording anything', async () => {
    const { code, id } = await codeHere()
    const { app } = await officerApp()
    const answer = await app.post(`/portal/codes/${code}/status`, decision({ intent: 'wording' }))
    const { form } = shown(answer.model, 'portal/codes/status')
    expect(form.values['wordingVi']).toMatch(/tạm dừng .*Trung Quốc.* kiểm dịch/)
    expect(form.values['wordingZh']).toContain('中国')
    const [{ n } = { n: 0 }] = await test.db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM code_status_event WHERE code_id = ${id}`,
    )
    expect(n).toBe(1)
  })

  it('shows what a decision does before it is recorded, market by market', async () => {
    const batch = await makeBatch(ctxOf(), { markets: ['CHN'] })
    const { code, siteId, id } = batch.area
    await test.db.run(sql`UPDATE site SET province_code = '91', commune_code = '30337'
      WHERE id = ${siteId}`)
    await test.db.run(sql`INSERT INTO code_market (code_id, market, created_at)
      VALUES (${id}, 'USA', 1)`)
    await setStatus(ctxOf(), {
      ...{ codeId: id, market: 'USA', status: 'active', effectiveOn: '2025-01-01' },
    })
    const { app } = await officerApp()
    const path = `/portal/codes/${code}/status`
    const { seen = '' } = shown((await app.get(path)).model, 'portal/codes/status').form.values
    const asked = decision({ seen, intent: 'preview', effectiveOn: '2026-12-01' })
    const answer = await app.post(path, asked)
    const { preview, form } = shown(answer.model, 'portal/codes/status')
    expect([answer.status, form.problem]).toEqual([200, null])
    expect(form.values).toMatchObject({ documentNo: '12/TB-BVTV', effectiveOn: '2026-12-01' })
    expect(preview?.rows.map((row) => row.map((cell) => cell.status ?? cell.text))).toEqual([
      ['Trung Quốc', 'active', 'suspended'],
      ['Hoa Kỳ', 'active', 'không đổi'],
    ])
    expect(preview?.notes[0]).toMatch(/từ 01\/12\/2026.*đang hoạt động/i)
    expect(preview?.warnings).toHaveLength(1)
    expect(preview?.reach[0]).toMatch(/^1 lô hàng .*; 0 lô đóng gói từ 01\/12\/2026/)
    expect(preview?.message.body).toContain('12/TB-BVTV')
    expect(preview?.wording?.en).toContain('suspended')
    expect(await storedDecisions(code)).toHaveLength(2)
    const recorded = await app.post(
      path,
      decision({ seen, confirm: '1', effectiveOn: '2026-12-01' }),
    )
    expect(recorded.status).toBe(303)
  })

  it('refuses in the preview what it would refuse to record', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const given = decision({ intent: 'preview', documentNo: '' })
    const answer = await app.post(`/portal/codes/${code}/status`, given)
    const { preview, form } = shown(answer.model, 'portal/codes/status')
    expect([answer.status, Object.keys(form.errors), preview]).toEqual([400, ['documentNo'], null])
  })

  it('keeps a paper with the decision and hands it out to who may read the code', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}/status`
    const pdf = new File(['%PDF-1.7 test'], 'quyết định.pdf', { type: 'text/html' })
    const { seen = '' } = shown((await app.get(path)).model, 'portal/codes/status').form.values
    expect((await app.post(path, { ...decision({ seen }), paper: pdf })).status).toBe(303)
    const page = shown((await app.get(`/portal/codes/${code}`)).model, 'portal/codes/show')
    const sent = (await app.get(page.papers[0]?.href ?? '')).response
    expect(sent.headers.get('content-type')).toBe('application/pdf')
    expect(await sent.text()).toBe('%PDF-1.7 test')
    const html = new File(['<script>'], 'a.pdf')
    const refused = await app.post(path, { ...decision({ status: 'active' }), paper: html })
    expect(Object.keys(shown(refused.model, 'portal/codes/status').form.errors)).toEqual(['paper'])
  })

  it('refuses a violation as the reason for being active', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const answer = await app.post(
      `/portal/codes/${code}/status`,
      decision({ status: 'active', reasonCode: 'phytosanitary' }),
    )
    const { form } = shown(answer.model, 'portal/codes/status')
    expect([answer.status, Object.keys(form.errors)]).toEqual([400, ['reasonCode']])
  })

  it('says at the status that a revoked code does not come back, in the reader’s language', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}/status`
    const { seen = '' } = shown((await app.get(path)).model, 'portal/codes/status').form.values
    const revoked = decision({ seen, status: 'revoked', reasonCode: 'fraud' })
    expect((await app.post(path, revoked)).status).toBe(303)
    const now = shown((await app.get(path)).model, 'portal/codes/status').form.values
    const back = decision({
      ...{ seen: now['seen'] ?? '', status: 'active' },
      reasonCode: 'remedied',
    })
    const answer = await app.post(path, back)
    const { form } = shown(answer.model, 'portal/codes/status')
    expect([answer.status, Object.keys(form.errors)]).toEqual([409, ['status']])
    expect(form.errors['status']).toMatch(/thu hồi.*cấp lại mã mới/)
    expect(form.values).toMatchObject({ status: 'active', reasonCode: 'remedied' })
  })

  it('offers a correction with the reason that was given, so that the public keeps it', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}`
    const { seen = '' } = shown((await app.get(`${path}/status`)).model, 'portal/codes/status').form
      .values
    await app.post(`${path}/status`, decision({ seen }))
    const [market] = shown((await app.get(path)).model, 'portal/codes/show').markets
    const page = await app.get(market?.moments[0]?.amendHref ?? '')
    const { form, amends } = shown(page.model, 'portal/codes/status')
    expect(form.values['reasonCode']).toBe(decision({})['reasonCode'])
    expect(amends?.text).toContain('kiểm dịch')
  })

  it('keeps reason and wording when only the day is corrected', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}`
    const { seen = '' } = shown((await app.get(`${path}/status`)).model, 'portal/codes/status').form
      .values
    const own = {
      reason: 'Phát hiện rệp sáp tại cửa khẩu',
      wordingVi: 'Mã số tạm dừng theo thông báo của Cục.',
      wordingEn: 'Suspended on notice of the Department.',
      wordingZh: '根据通知暂停。',
    }
    await app.post(`${path}/status`, decision({ seen, ...own }))
    const [market] = shown((await app.get(path)).model, 'portal/codes/show').markets
    const page = await app.get(market?.moments[0]?.amendHref ?? '')
    const { form } = shown(page.model, 'portal/codes/status')
    expect(form.values).toMatchObject({ ...own, documentNo: '12/TB-BVTV', market: 'CHN' })
    const late = { ...form.values, effectiveOn: '2026-06-11' }
    expect((await app.post(`${path}/status`, late)).status).toBe(303)
    const [last] = await storedDecisions(code)
    const { wordingVi: vi, wordingEn: en, wordingZh: zh } = own
    expect(last).toMatchObject({ effectiveOn: '2026-06-11', reason: own.reason })
    expect(JSON.parse(last?.wording ?? '')).toEqual({ vi, en, zh })
  })

  it('never says the words of the status that was corrected', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}`
    const { seen = '' } = shown((await app.get(`${path}/status`)).model, 'portal/codes/status').form
      .values
    await app.post(`${path}/status`, decision({ seen }))
    const [market] = shown((await app.get(path)).model, 'portal/codes/show').markets
    const page = await app.get(market?.moments[0]?.amendHref ?? '')
    const { form } = shown(page.model, 'portal/codes/status')
    const back = { ...form.values, status: 'active', reasonCode: 'corrected' }
    expect((await app.post(`${path}/status`, back)).status).toBe(303)
    const [last] = await storedDecisions(code)
    expect(last?.reason).toBe('Sửa quyết định đã ghi')
    expect(last?.wording).not.toContain('tạm dừng')
    expect(last?.wording).not.toContain('suspended')
  })

  it('takes wording in one language and marks the others as the template’s', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}/status`
    const { seen = '' } = shown((await app.get(path)).model, 'portal/codes/status').form.values
    const given = decision({ seen, wordingVi: 'Tạm dừng đến khi xử lý xong rệp sáp.' })
    expect((await app.post(path, given)).status).toBe(303)
    const [last] = await storedDecisions(code)
    const { vi, en, zh } = JSON.parse(last?.wording ?? '')
    expect(vi).toBe('Tạm dừng đến khi xử lý xong rệp sáp.')
    expect(en).toMatch(
      /suspended for export to China.*\(Standard words; the original is in Vietnamese\.\)$/,
    )
    expect(zh).toMatch(/暂停.*（标准用语，原文为越南语。）$/)
  })

  it.each([
    ['empty', new File([], 'quyết định.pdf'), 'trống'],
    ['broken', new File([Uint8Array.of(0x89, 80, 78, 71, 13, 10, 26, 10, 0)], 'a.png'), 'hỏng'],
  ])('refuses an %s paper at its field and keeps everything typed', async (_, paper, said) => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}/status`
    const { seen = '' } = shown((await app.get(path)).model, 'portal/codes/status').form.values
    const typed = decision({ seen, reason: 'Lý do tôi đã gõ', wordingVi: 'Lời tôi đã gõ' })
    const answer = await app.post(path, { ...typed, paper })
    const { form } = shown(answer.model, 'portal/codes/status')
    expect([answer.status, Object.keys(form.errors)]).toEqual([400, ['paper']])
    expect(form.errors['paper']).toContain(said)
    expect(form.values).toMatchObject(typed)
    expect(await storedDecisions(code)).toHaveLength(1)
  })

  it('corrects an earlier one, which is then marked', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}`
    const open = shown((await app.get(path)).model, 'portal/codes/show')
    const href = open.markets[0]?.moments[0]?.amendHref ?? ''
    const form = shown((await app.get(href)).model, 'portal/codes/status')
    const { seen = '', amends = '' } = form.form.values
    const answer = await app.post(
      `${path}/status`,
      decision({
        seen,
        amends,
        status: 'active',
        effectiveOn: '2025-02-01',
        reasonCode: 'corrected',
      }),
    )
    expect(answer.status).toBe(303)
    const [market] = shown((await app.get(path)).model, 'portal/codes/show').markets
    expect(market?.moments.map(({ amended }) => amended)).toEqual([false, true])
  })
})

describe('granting in the portal', () => {
  it('keeps what was typed through a warning and grants after the tick', async () => {
    const site = await makeSite(ctxOf(), HERE)
    const { app } = await officerApp(HERE)
    const code = `LA-${unique()}`
    const fields = {
      ...{ siteId: site.id, code, issuedOn: '2026-06-01', documentNo: '5/GXN' },
      ...{ 'markets.0.market': 'CHN', 'markets.0.status': 'active' },
    }
    const asked = await app.post('/portal/codes/new', fields)
    const { form } = shown(asked.model, 'portal/codes/grant')
    expect(form.errors['confirm']).toContain('không theo dạng')
    expect(form.values).toMatchObject(fields)
    const granted = await app.post('/portal/codes/new', { ...fields, confirm: '1' })
    expect(granted.location).toBe(`/portal/codes/${code}?done=granted`)
    const list = shown((await app.get(`/portal/codes?q=${code}`)).model, 'portal/codes/list')
    expect(list.rows).toHaveLength(1)
    const taken = await app.post('/portal/codes/new', { ...fields, confirm: '1' })
    expect(shown(taken.model, 'portal/codes/grant').takenHref).toBe(`/codes/${code}`)
  })

  it('asks for the first status of every market that is named', async () => {
    const site = await makeSite(ctxOf(), HERE)
    const { app } = await officerApp(HERE)
    const answer = await app.post('/portal/codes/new', {
      ...{ siteId: site.id, code: `VN-AGOR-8${unique()}`, issuedOn: '2026-06-01', documentNo: '5' },
      ...{ 'markets.0.market': 'CHN', 'markets.0.status': 'active', 'markets.1.market': 'USA' },
    })
    const { form } = shown(answer.model, 'portal/codes/grant')
    expect(Object.keys(form.errors)).toEqual(['markets.1.status'])
  })

  it('carries markets over to a re-issued code and shows the new one on the old', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}`
    const { form } = shown((await app.get(`${path}/reissue`)).model, 'portal/codes/grant')
    expect(form.values).toMatchObject({ 'markets.0.market': 'CHN', 'markets.0.status': 'active' })
    const fresh = `VN-AGOR-9${String(unique()).padStart(3, '0')}`
    const answer = await app.post(`${path}/reissue`, {
      ...{ ...form.values, code: fresh, issuedOn: '2026-06-12', documentNo: '9/GXN' },
      ...{ reasonKind: 'name', reason: 'Đổi tên hợp tác xã' },
    })
    expect(answer.location).toBe(`/portal/codes/${fresh}?done=granted`)
    const old = shown((await app.get(path)).model, 'portal/codes/show')
    expect(old.replacedBy).toEqual([fresh])
    expect(old.markets).toMatchObject([{ market: 'CHN', status: 'expired' }])
  })

  it('asks of a re-issued code when the old one ends, market by market', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}/reissue`
    const { form, oldMarkets } = shown((await app.get(path)).model, 'portal/codes/grant')
    expect(oldMarkets.map(({ value }) => value)).toEqual(['CHN'])
    const fresh = `VN-AGOR-9${String(unique()).padStart(3, '0')}`
    const fields = {
      ...{ ...form.values, code: fresh, issuedOn: '2026-06-12', documentNo: '9/GXN' },
      ...{ reasonKind: 'name', reason: 'Đổi tên' },
    }
    const early = await app.post(path, { ...fields, 'oldEnds.CHN': '2026-06-01' })
    const refused = shown(early.model, 'portal/codes/grant').form
    expect([early.status, Object.keys(refused.errors)]).toEqual([400, ['oldEnds.CHN']])
    expect((await app.post(path, { ...fields, 'oldEnds.CHN': '2026-09-01' })).status).toBe(303)
    const old = shown((await app.get(`/portal/codes/${code}`)).model, 'portal/codes/show')
    expect(old.markets).toMatchObject([{ market: 'CHN', status: 'active' }])
  })

  it('takes a code back and puts it back', async () => {
    const { code } = await codeHere()
    const { app } = await officerApp()
    const path = `/portal/codes/${code}`
    const post = (to: string) => app.post(`${path}/withdraw`, { to, reason: 'Gõ nhầm' })
    expect((await post('withdrawn')).status).toBe(303)
    expect(shown((await app.get(path)).model, 'portal/codes/show').withdrawn).toContain('nhập nhầm')
    expect(
      shown((await app.get(`/portal/codes?q=${code}`)).model, 'portal/codes/list').rows,
    ).toEqual([])
    await post('back')
    expect(shown((await app.get(path)).model, 'portal/codes/show').withdrawn).toBeNull()
  })
})

describe('formats of codes in the portal', () => {
  it('are for administrators, and a dangerous pattern is refused in words', async () => {
    const { app } = await officerApp()
    expect((await app.get('/portal/schemes')).status).toBe(403)
    const admin = portalApp(test.db, await makePerson(test.db, 'admin'))
    const list = shown((await admin.get('/portal/schemes')).model, 'portal/records')
    expect(list.rows).toHaveLength(5)
    const fields = {
      ...{ id: 'VN_TEST', kind: 'growing_area', marketRule: 'suffix', sample: 'AAA' },
      ...{ nameVi: 'Thử', nameEn: 'Test', nameZh: '测试', pattern: '^(A+)+$', source: 'Thử' },
      ...{ validFrom: '', validTo: '' },
    }
    const refused = await admin.post('/portal/schemes/new', fields)
    const { form } = shown(refused.model, 'portal/record')
    expect(form.errors['pattern']).toContain('{1,5}')
    const saved = await admin.post('/portal/schemes/new', { ...fields, pattern: '^A{3,5}$' })
    expect(saved.location).toBe('/portal/schemes?done=saved')
  })
})
