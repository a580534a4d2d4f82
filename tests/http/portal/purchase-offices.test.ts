import { beforeEach, describe, expect, it } from 'vitest'
import { caseFile, purchaseDispute, purchaseLine, season } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import { enterDaysOff } from '../../support/days-off.ts'
import {
  detail,
  form,
  kg,
  list,
  PURCHASES,
  type PurchaseDesk,
  purchaseDesk,
  type Texts,
} from '../../support/purchase-desk.ts'

let test: PurchaseDesk['test']
let ctx: PurchaseDesk['ctx']
let buyer: PurchaseDesk['buyer']
let grower: PurchaseDesk['grower']
let officer: PurchaseDesk['officer']
let elsewhere: PurchaseDesk['elsewhere']
let growerId: PurchaseDesk['growerId']
let siteId: PurchaseDesk['siteId']
let code: PurchaseDesk['code']
let send: PurchaseDesk['send']
let authorise: PurchaseDesk['authorise']

beforeEach(async () => {
  ;({ test, ctx, buyer, grower, officer, elsewhere, growerId, siteId, code, send, authorise } =
    await purchaseDesk())
})

describe('officers', () => {
  it('read lines and sums of their place, and take them along', async () => {
    await authorise()
    await send()
    await send({ period: '04/2026', boughtKg1: '800', destination1: 'processing' })
    expect(list(await officer.get(PURCHASES)).rows).toHaveLength(2)
    expect(list(await elsewhere.get(PURCHASES)).rows).toEqual([])
    const totals = list(await officer.get(`${PURCHASES}/totals`))
    expect(totals.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['tháng 05/2026', 'Xã Mỹ Đức', 'Xoài', 'Trung Quốc', kg('1.200'), '', '1', '1'],
      ['tháng 04/2026', 'Xã Mỹ Đức', 'Xoài', 'Chế biến', kg('800'), '', '1', '1'],
      ['Tổng cộng', '', '', '', kg('2.000'), '', '', ''],
    ])
    const crops = list(await officer.get(`${PURCHASES}/totals?by=crop&from=05/2026&to=05/2026`))
    expect(crops.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['Xoài', kg('1.200'), '', '1', '1'],
    ])
    for (const query of ['from=2026', 'to=01/0001', 'to=9999-99-99..9999-99-99', 'from=12/9999']) {
      expect([query, (await officer.get(`${PURCHASES}/totals?${query}`)).status]).toEqual([
        query,
        400,
      ])
    }
    for (const path of ['totals/export', 'export']) {
      const { response, status } = await officer.get(`${PURCHASES}/${path}?format=csv`)
      expect([status, await response.text()]).toEqual([200, expect.stringContaining('Mỹ Đức')])
    }
    expect((await buyer.get(`${PURCHASES}/export?format=csv`)).status).toBe(403)
  })

  it('set periods of their province, which stand in place of months', async () => {
    const given = { name: '6 tháng đầu năm', fromOn: '01/01/2026', toOn: '15/06/2026' }
    const add = (texts: Texts) => officer.post(`${PURCHASES}/periods/new`, { ...given, ...texts })
    expect((await add({ dueOn: '01/12/2025' })).status).toBe(400)
    // A Saturday: the next working day.
    expect((await add({ dueOn: '20/06/2026' })).status).toBe(303)
    expect(list(await officer.get(`${PURCHASES}/periods`)).rows[0]?.[3]?.text).toBe('22/06/2026')
    expect(
      (await add({ fromOn: '01/06/2026', toOn: '30/06/2026', dueOn: '05/07/2026' })).status,
    ).toBe(400)
    await authorise()
    expect(Object.keys(form(await send()).errors)).toEqual(['period'])
    expect((await send({ period: '2026-01-01..2026-06-15' })).status).toBe(303)
    const running = { name: 'Nửa cuối tháng 6', fromOn: '16/06/2026', toOn: '31/12/2026' }
    expect((await add({ ...running, fromOn: '15/06/2026', dueOn: '15/12/2026' })).status).toBe(400)
    expect((await add({ ...running, dueOn: '15/12/2026' })).status).toBe(303)
    // It has not begun.
    const early = { period: '2026-06-16..2026-12-31' }
    expect((await send(early)).status).toBe(400)
    for (const app of [buyer, officer]) app.wait(86_400_000)
    expect((await send(early)).status).toBe(303)
    expect(list(await officer.get(PURCHASES)).rows).toHaveLength(2)
    expect((await elsewhere.get(`${PURCHASES}/periods`)).model).toMatchObject({ rows: [] })
  })

  it('are told where a due day leans on days off that are not decided yet, and so is who reports', async () => {
    const period = { name: 'Bảy tháng cuối năm', fromOn: '01/06/2026', toOn: '31/12/2026' }
    await officer.post(`${PURCHASES}/periods/new`, { ...period, dueOn: '11/01/2027' })
    const due = async () => {
      const { inputs } = (await buyer.get(`${PURCHASES}/new`)).model as RecordFormModel
      const choices = inputs.find(({ name }) => name === 'period')?.choices ?? []
      return [
        list(await officer.get(`${PURCHASES}/periods`)).rows[0]?.[3]?.text ?? '',
        choices.find(({ value }) => value.endsWith('2026-12-31'))?.text ?? '',
        list(await officer.get(`${PURCHASES}/missing?period=2026-06-01..2026-12-31`)).lead,
      ]
    }
    const provisional = expect.stringContaining('11/01/2027 (tạm tính')
    expect(await due()).toEqual([provisional, provisional, provisional])
    await enterDaysOff(ctx, { year: '2027', off: [['2027-01-01', '2027-01-01']] })
    expect((await due()).join()).not.toContain('tạm tính')
  })

  it('read lists of reports in, whole reports alone, and again without change', async () => {
    await authorise()
    const head = 'Mã số vùng trồng,Kỳ báo cáo,Đơn vị báo cáo,Đã mua (kg),Thị trường'
    const rows = [
      `${code},5/2026,Cơ sở Thu Mua,"1.500,5",Trung Quốc`,
      `${code},5/2026,Cơ sở Thu Mua,200,Nội địa`,
      `${code},4/2026,Cơ sở Thu Mua,100,Trung Quốc`,
      `SAI-MA,4/2026,Cơ sở Thu Mua,100,Trung Quốc`,
      `${code},4/2026,Ai Đó,100,Trung Quốc`,
    ]
    const text = [head, ...rows].join('\n')
    const look = (await officer.post(`${PURCHASES}/list`, { list: text })).model as RecordFormModel
    expect(look.sections?.find(({ id }) => id === 'faults')?.table?.rows).toHaveLength(3)
    const kept = look.form.values['list'] ?? ''
    expect((await officer.post(`${PURCHASES}/list/save`, { list: kept })).location).toContain(
      'imported',
    )
    expect((await test.db.select().from(purchaseLine)).map(({ boughtKg }) => boughtKg)).toEqual([
      ...[1500.5, 200],
    ])
    const again = (await officer.post(`${PURCHASES}/list`, { list: kept })).model as DetailModel
    expect(again.notes?.[0]?.text).toContain('2')
    expect(again.sections).toEqual([])
    const other = `${head}\n${code},5/2026,Cơ sở Thu Mua,7,Trung Quốc`
    const refused = (await officer.post(`${PURCHASES}/list`, { list: other })).model as DetailModel
    expect(refused.sections.map(({ id }) => id)).toEqual(['faults'])
  })
})

describe('the holder of a code', () => {
  it('sees what was bought through it, by whom, and disputes a line once', async () => {
    await send({ confirm: 'no_authorisation' })
    const through = '/portal/my-codes/purchases'
    const [cells] = list(await grower.get(through)).rows
    expect(cells?.slice(0, 4).map(({ text }) => text)).toEqual([
      ...['Cơ sở Thu Mua', code, 'tháng 05/2026', kg('1.200')],
    ])
    const dispute = cells?.[0]?.href ?? ''
    expect((await grower.post(dispute, { reason: '' })).status).toBe(400)
    expect((await grower.post(dispute, { reason: 'Tôi không bán cho họ' })).location).toContain(
      'disputedNow',
    )
    expect((await grower.post(dispute, { reason: 'lần nữa' })).status).toBe(409)
    expect(await test.db.select().from(purchaseDispute)).toHaveLength(1)
    expect(await test.db.select().from(caseFile)).toMatchObject([{ kind: 'dispute' }])
    expect(list(await grower.get(through)).rows[0]?.[0]?.href).toBeUndefined()
    expect((await buyer.get(dispute)).status).toBe(404)
    expect(list(await officer.get(PURCHASES)).rows[0]?.[5]?.small).toContain('Đã khiếu nại')
  })

  it('plans what to sell of a season and is told in words how it went', async () => {
    await test.db.insert(season).values({
      ...{ id: 'vu', organisationId: growerId, siteId, crop: 'Xoài', cropFolded: 'xoai' },
      ...{ startsOn: '2026-01-01', expectedFromOn: '2026-04-01', expectedToOn: '2026-06-30' },
      ...{ markets: [], createdAt: ctx.now(), expectedYieldKg: 5000, yieldKg: 1000 },
    })
    const plan = `${PURCHASES}/plan`
    const given = { seasonId: 'vu', month: '5/2026', buyer: 'Cơ sở thu mua', quantityKg: '2.000' }
    expect((await grower.post(`${plan}/new`, { ...given, seasonId: 'la' })).status).toBe(400)
    expect((await grower.post(`${plan}/new`, given)).status).toBe(303)
    expect((await grower.post(`${plan}/new`, given)).status).toBe(400)
    expect((await buyer.post(`${plan}/new`, given)).status).toBe(400)
    await send({ confirm: 'no_authorisation' })
    const shown = detail(await grower.get(plan))
    expect(shown.sections[0]?.text).toBe(
      `Tháng 05/2026: báo mua ít hơn dự kiến ${kg('800')}. ` +
        `Cả vụ đã báo mua ${kg('1.200')}, nhiều hơn đã thu hoạch (${kg('1.000')}).`,
    )
    const button = shown.sections[1]?.table?.rows[0]?.[2]?.button?.action ?? ''
    expect((await buyer.post(button, {})).status).toBe(403)
    expect((await grower.post(button, {})).location).toContain('planRemoved')
    expect(detail(await grower.get(plan)).sections[1]?.table?.rows).toEqual([])
  })
})
