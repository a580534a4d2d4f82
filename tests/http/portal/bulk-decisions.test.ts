import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PageModel } from '../../../site/page-models.ts'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  setStatus,
  unique,
} from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

const HERE = { provinceCode: '91', communeCode: '30337' }

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
const ctxOf = () => makeContext(test.db)
const codeIn = async (place: object = HERE) =>
  makeCode(ctxOf(), { siteId: (await makeSite(ctxOf(), place)).id })
const officer = async () =>
  portalApp(test.db, await makePerson(test.db, 'officer', { place: HERE }))

function shown<K extends PageModel['kind']>(model: PageModel | null, kind: K) {
  if (model?.kind !== kind) throw new Error(`shown: ${model?.kind}`)
  return model as Extract<PageModel, { kind: K }>
}

const common = (given: Record<string, string | File> = {}) => ({
  ...{ list: '', market: 'CHN', status: 'suspended', effectiveOn: '2026-06-10' },
  ...{ reasonCode: 'phytosanitary', reason: '', documentNo: '33/TB' },
  ...given,
})
const eventsOf = (codeId: string) =>
  test.db.all<{ status: string; importId: string | null }>(sql`
    SELECT status, import_id AS importId FROM code_status_event WHERE code_id = ${codeId} ORDER BY rowid`)
const countOf = async (what: ReturnType<typeof sql>) =>
  (await test.db.all<{ n: number }>(sql`SELECT count(*) AS n FROM ${what}`))[0]?.n

async function previewed(app: ReturnType<typeof portalApp>, fields: Record<string, string | File>) {
  const { location, status, model } = await app.post('/portal/codes/bulk', fields)
  if (location === null)
    throw new Error(
      `not previewed: ${status} ${JSON.stringify(shown(model, 'portal/codes/bulk').form.errors)}`,
    )
  return {
    path: location,
    page: shown((await app.get(location)).model, 'portal/codes/bulk-preview'),
  }
}

describe('deciding on many codes', () => {
  it('tells of every row what becomes of it, and records nothing yet', async () => {
    const good = await codeIn()
    const same = await codeIn()
    await setStatus(ctxOf(), {
      codeId: same.id,
      market: 'CHN',
      status: 'suspended',
      effectiveOn: '2026-06-10',
    })
    const away = await codeIn({ provinceCode: '15', communeCode: '02641' })
    const list = [
      good.code.toLowerCase().replaceAll('-', ' '),
      same.code,
      away.code,
      'VN-AGOR-99999',
      good.code,
    ]
    const { page } = await previewed(await officer(), common({ list: list.join('\n') }))
    expect(page.ready).toBe(1)
    expect(page.decisions.map(([first]) => first?.text)).toEqual([good.code])
    const named = page.totals.map(({ label, count }) => `${count} ${label}`).sort()
    expect(named).toEqual([
      '1 không có mã này',
      '1 ngoài địa bàn',
      '1 sẽ ghi',
      '1 trùng dòng khác',
      '1 đã có trong sổ',
    ])
    expect(await eventsOf(good.id)).toHaveLength(1)
  })

  it('records a confirmed list once, however often it is confirmed', async () => {
    const codes = [await codeIn(), await codeIn(), await codeIn()]
    const app = await officer()
    const list = codes.map(({ code }) => code).join('; ')
    const { path } = await previewed(app, common({ list }))
    expect((await app.post(path, {})).location).toBe(`${path}?done=bulk`)
    expect((await app.post(path, {})).status).toBe(303)
    const importId = path.split('/').at(-1)
    for (const { id } of codes) {
      expect(await eventsOf(id)).toMatchObject([
        { status: 'active' },
        { status: 'suspended', importId },
      ])
      const audits = sql`audit_log WHERE entity_id = ${id} AND action = 'code.status'`
      expect(await countOf(audits)).toBe(1)
    }
    const run = shown((await app.get(path)).model, 'portal/codes/bulk-run')
    expect([run.rows.length, run.mayUndo]).toEqual([3, true])
  })

  it('records nothing twice when it is confirmed twice at the same moment', async () => {
    const { id, code } = await codeIn()
    const app = await officer()
    const { path } = await previewed(app, common({ list: code }))
    const both = await Promise.all([app.post(path, {}), app.post(path, {})])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await eventsOf(id)).toHaveLength(2)
  })

  it('leaves alone what was decided since the preview, reports it, and goes on with the rest', async () => {
    const [mine, theirs] = [await codeIn(), await codeIn()]
    const app = await officer()
    const { path } = await previewed(app, common({ list: `${mine.code}\n${theirs.code}` }))
    await setStatus(ctxOf(), {
      codeId: theirs.id,
      market: 'CHN',
      status: 'revoked',
      effectiveOn: '2026-06-11',
    })
    await app.post(path, {})
    expect(await eventsOf(mine.id)).toHaveLength(2)
    expect((await eventsOf(theirs.id)).map(({ status }) => status)).toEqual(['active', 'revoked'])
    const run = shown((await app.get(path)).model, 'portal/codes/bulk-run')
    expect(run.problems).toMatchObject([
      [{ text: theirs.code }, { text: 'vừa có quyết định khác' }],
    ])
  })

  it('brings nothing back that was revoked, and says so of the row', async () => {
    const [gone, good] = [await codeIn(), await codeIn()]
    await setStatus(ctxOf(), {
      ...{ codeId: gone.id, market: 'CHN', status: 'revoked' as const },
      effectiveOn: '2026-02-01',
    })
    const list = `${gone.code}\n${good.code}`
    const asked = common({ list, status: 'active', reasonCode: 'remedied' })
    const { page } = await previewed(await officer(), asked)
    expect(page.ready).toBe(1)
    const named = page.problems.map((row) => [row[0]?.text, row.at(-1)?.text])
    expect(named).toEqual([[gone.code, 'mã đã thu hồi hoặc hủy']])
    expect(page.problems[0]?.at(-1)?.small).toContain('cấp lại mã mới')
  })

  it('asks for a tick where days are unusual', async () => {
    const { id, code } = await codeIn()
    const app = await officer()
    const { path, page } = await previewed(app, common({ list: code, effectiveOn: '2026-12-01' }))
    expect(page.unusual).toHaveLength(1)
    const asked = await app.post(path, {})
    expect([asked.status, await eventsOf(id)]).toMatchObject([400, { length: 1 }])
    expect((await app.post(path, { confirm: '1' })).status).toBe(303)
    expect(await eventsOf(id)).toHaveLength(2)
  })

  it('reads an official list with a heading, its own values before the common ones', async () => {
    const [a, b] = [await codeIn(), await codeIn()]
    const csv = [
      'STT,Mã số vùng trồng,Tên vùng trồng,Thị trường,Trạng thái,Ngày hiệu lực,Lý do,Số văn bản',
      `1,${a.code},Vùng A,"Trung Quốc, EU",Thu hồi,01/06/2026,Dư lượng,77/QĐ`,
      `2,${b.code},Vùng B,,,,,`,
      '3,VN-AGOR-1,Vùng C,Sao Hỏa,,,,',
    ].join('\n')
    const file = new File([csv], 'danh-sach.csv', { type: 'text/csv' })
    const { page } = await previewed(await officer(), common({ file }))
    expect(page.decisions.map((row) => row.map(({ text, status }) => status ?? text))).toEqual(
      [
        [a.code, 'Trung Quốc', 'active', 'revoked', '01/06/2026', 'Dư lượng'],
        [a.code, 'Liên minh châu Âu', 'none', 'revoked', '01/06/2026', 'Dư lượng'],
        [b.code, 'Trung Quốc', 'active', 'suspended', '10/06/2026', 'Vi phạm kiểm dịch thực vật'],
      ].sort((x, y) => (x[1] === 'Liên minh châu Âu' ? -1 : y[1] === 'Liên minh châu Âu' ? 1 : 0)),
    )
    expect(page.problems[0]?.[2]?.small).toContain('Sao Hỏa')
  })

  it.each([
    [{}, 'list'],
    [{ list: 'VN-AGOR-1', market: 'XYZ' }, 'market'],
    [{ file: new File(['\u0000\u0001\u0002'], 'a.xlsx') }, 'file'],
  ])('refuses %o at the field %s', async (given, field) => {
    const answer = await (await officer()).post('/portal/codes/bulk', common(given))
    const { form } = shown(answer.model, 'portal/codes/bulk')
    expect([answer.status, Object.keys(form.errors)]).toEqual([400, [field]])
  })

  it('shows a preview to nobody but who made it', async () => {
    const { code } = await codeIn()
    const { path } = await previewed(await officer(), common({ list: code }))
    const other = await officer()
    expect((await other.get(path)).status).toBe(404)
    expect((await other.post(path, {})).status).toBe(404)
  })

  it('is taken back whole: what stood before counts again, and the history keeps both', async () => {
    const codes = [await codeIn(), await codeIn()]
    const app = await officer()
    const { path } = await previewed(
      app,
      common({ list: codes.map(({ code }) => code).join('\n') }),
    )
    await app.post(path, {})
    const reason = 'Nhầm danh sách.'
    expect((await app.post(`${path}/undo`, { reason })).location).toBe(`${path}?done=undone`)
    for (const { id, code } of codes) {
      const page = shown((await app.get(`/portal/codes/${code}`)).model, 'portal/codes/show')
      expect(page.markets).toMatchObject([{ market: 'CHN', status: 'active' }])
      expect(await eventsOf(id)).toHaveLength(3)
    }
    expect((await app.post(path, { confirm: '1' })).status).toBe(303)
    expect(await eventsOf(codes[0]?.id ?? '')).toHaveLength(3)
  })

  it('records 829 decisions at once and tells each holder once', async () => {
    const holders = [await makeOrganisation(ctxOf()), await makeOrganisation(ctxOf())]
    const codes = await manyCodes(
      829,
      holders.map(({ id }) => id),
    )
    const app = await officer()
    const { path, page } = await previewed(app, common({ list: codes.join('\n') }))
    expect(page.ready).toBe(829)
    await app.post(path, {})
    const importId = path.split('/').at(-1)
    expect(await countOf(sql`code_status_event WHERE import_id = ${importId}`)).toBe(829)
    for (const { id } of holders) {
      const told = await test.db.all<{ body: string }>(
        sql`SELECT body FROM notification WHERE organisation_id = ${id}`,
      )
      expect(told).toHaveLength(1)
      expect(told[0]?.body).toMatch(/41[45] quyết định/)
    }
  }, 60_000)
})

/** Codes in turn of these holders, written in a few statements. */
async function manyCodes(count: number, holders: readonly string[]): Promise<string[]> {
  const ctx = ctxOf()
  const sites = await Promise.all(
    holders.map((organisationId) => makeSite(ctx, { ...HERE, organisationId })),
  )
  const rows = Array.from({ length: count }, (_, i) => {
    const code = `VN-BTOR-${String(10_000 + unique())}`
    return [ctx.newId(), code, codeSearchKey(code), sites[i % sites.length]?.id, ctx.now()]
  })
  const json = JSON.stringify(rows)
  await test.db.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
    SELECT value->>0, value->>1, value->>2, value->>3, 'unknown', value->>4 FROM json_each(${json})`)
  await test.db.run(sql`INSERT INTO code_status_event (id, code_id, market, status, effective_on, recorded_at, actor)
    SELECT 'e-' || (value->>0), value->>0, 'CHN', 'active', '2025-01-01', value->>4, 'test' FROM json_each(${json})`)
  return rows.map(([, code]) => String(code))
}
