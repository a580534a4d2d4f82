import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  caseFile,
  notification,
  purchaseDispute,
  purchaseLine,
  purchaseReport,
  season,
  siteCrop,
  siteLink,
} from '../../../db/schema/index.ts'
import type { WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeSite,
  makeUnits,
  setStatus,
} from '../../support/factories.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const PATH = '/portal/purchases'
const MAY = '2026-05-01..2026-05-31'

let test: TestDatabase
let ctx: VerbContext
let buyer: PortalApp
let grower: PortalApp
let officer: PortalApp
let elsewhere: PortalApp
let buyerId: string
let growerId: string
let siteId: string
let codeId: string
let code: string

beforeEach(async () => {
  test = await freshDatabase()
  ctx = makeContext(test.db)
  await makeUnits(test.db, [
    ['91', 'Tỉnh An Giang'],
    ['30337', 'Xã Mỹ Đức', '91'],
  ])
  const place = { provinceCode: '91', communeCode: '30337' }
  growerId = (await makeOrganisation(ctx, { ...place, name: 'HTX Trồng Xoài' })).id
  buyerId = (await makeOrganisation(ctx, { ...place, name: 'Cơ sở Thu Mua' })).id
  const area = { ...place, organisationId: growerId, name: 'Vùng xoài', communeName: 'Xã Mỹ Đức' }
  siteId = (await makeSite(ctx, area)).id
  const crop = { siteId, crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa: 10 }
  await test.db.insert(siteCrop).values(crop)
  ;({ id: codeId, code } = await makeCode(ctx, { siteId }))
  buyer = portalApp(test.db, await makePerson(test.db, 'packer', { organisationId: buyerId }))
  grower = portalApp(test.db, await makePerson(test.db, 'producer', { organisationId: growerId }))
  officer = portalApp(test.db, await makePerson(test.db, 'officer', { place: HERE }))
  const far = { provinceCode: '15', communeCode: null }
  elsewhere = portalApp(test.db, await makePerson(test.db, 'officer', { place: far }))
})

/** The grower lets the buyer use its code. */
async function authorise(): Promise<void> {
  const house = await makeCode(ctx, { slot: 'packing_house', holderId: buyerId })
  await test.db.insert(siteLink).values({
    ...{ id: ctx.newId(), packingHouseId: house.siteId, growingAreaId: siteId },
    ...{ fromOn: '2026-01-01', createdAt: ctx.now(), actor: 'operator:test' },
    ...{ areaConfirmedAt: ctx.now(), houseConfirmedAt: ctx.now() },
  })
}

/** As it is shown: figure and unit stay together. */
const kg = (figure: string) => `${figure}\u00a0kg`

type Texts = Readonly<Record<string, string>>
const line = (texts: Texts = {}) => ({
  ...{ period: MAY, code1: code, boughtKg1: '1.200', destination1: 'CHN' },
  ...texts,
})
const send = (texts?: Texts, app = buyer) => app.post(`${PATH}/new`, line(texts))
const idOf = ({ location }: PortalAnswer) => /purchases\/([^/?]+)/.exec(location ?? '')?.[1] ?? ''
const form = (answer: PortalAnswer) => (answer.model as RecordFormModel).form
const list = (answer: PortalAnswer) => answer.model as RecordListModel
const detail = (answer: PortalAnswer) => answer.model as DetailModel
const asked = (answer: PortalAnswer) => form(answer).questions?.map(({ code: each }) => each)

describe('a report', () => {
  it('is one line: a code, kilograms, where they go; told once however often it is sent', async () => {
    await authorise()
    const once = 'once-0123456789'
    const first = await send({ once })
    expect([first.status, (await send({ once })).location]).toEqual([303, first.location])
    expect(await test.db.select().from(purchaseLine)).toMatchObject([
      {
        codeId,
        siteId,
        crop: 'mango',
        cropName: 'Xoài',
        boughtKg: 1200,
        destination: 'CHN',
        flags: [],
      },
    ])
    const shown = detail(await buyer.get(`${PATH}/${idOf(first)}`))
    expect(shown.title).toBe('Báo cáo tháng 05/2026')
    expect(list(await buyer.get(PATH)).rows[0]?.map(({ text }) => text)).toEqual([
      ...['tháng 05/2026', '1', kg('1.200'), '', 'Đã gửi'],
    ])
    // The period is reported; who means it otherwise corrects.
    expect((await send()).status).toBe(409)
  })

  it('refuses what cannot be, on its field, and keeps what was typed', async () => {
    await authorise()
    const house = await makeCode(ctx, { slot: 'packing_house' })
    const refused: readonly (readonly [Texts, string])[] = [
      [{ code1: 'VN-XXOR-9999' }, 'code1'],
      [{ code1: house.code }, 'code1'],
      [{ code1: '' }, 'code1'],
      [{ crop1: 'Sầu riêng' }, 'crop1'],
      [{ destination1: 'Sao Hỏa' }, 'destination1'],
      [{ destination1: '', soldKg1: '5' }, 'destination1'],
      [{ boughtKg1: 'nhiều' }, 'boughtKg1'],
      [{ period: '07/2026' }, 'period'],
      [{ period: '' }, 'period'],
      [{ code2: code, boughtKg2: '5', destination2: 'CHN' }, 'code2'],
    ]
    for (const [texts, field] of refused) {
      const answer = await send(texts)
      expect([texts, answer.status, Object.keys(form(answer).errors)]).toEqual([
        texts,
        400,
        [field],
      ])
      expect(form(answer).values['boughtKg1']).toBe(texts['boughtKg1'] ?? '1.200')
    }
    expect(await test.db.select().from(purchaseReport)).toEqual([])
  })

  it('asks about what is odd, keeps the answer, and tells the holder of a code nobody was let use', async () => {
    await setStatus(ctx, {
      ...{ codeId, market: 'CHN', status: 'suspended', effectiveOn: '2026-04-01' },
    })
    const odd = await send({ soldKg1: '1.500' })
    expect([odd.status, asked(odd)]).toEqual([409, ['not_active', 'no_authorisation', 'sold_more']])
    const confirm = 'not_active\nno_authorisation\nsold_more'
    expect((await send({ soldKg1: '1.500', confirm })).status).toBe(303)
    const [row] = await test.db.select().from(purchaseLine)
    expect(row?.flags).toEqual(['not_active', 'no_authorisation', 'sold_more'])
    expect(await test.db.select().from(notification)).toMatchObject([
      { organisationId: growerId, href: '/portal/my-codes/purchases' },
    ])
    // At home no code of a market is needed; nothing at all must be meant.
    const home = { period: '04/2026', destination1: 'VNM' }
    expect(asked(await send(home))).toEqual(['no_authorisation'])
    const nothing = { period: '03/2026', boughtKg1: '' }
    expect(asked(await send(nothing))).toEqual(['nothing'])
    const told = await send({ ...nothing, boughtKg1: '5', later: '1' })
    expect([told.status, Object.keys(form(told).errors)]).toEqual([400, ['boughtKg1']])
    expect((await send({ ...nothing, later: '1' })).status).toBe(303)
    expect((await send({ ...nothing, period: '02/2026', confirm: 'nothing' })).status).toBe(303)
  })

  it('is corrected by a further version with why, and withdrawn; of two at once one is told', async () => {
    await authorise()
    const id = idOf(await send())
    const correct = `${PATH}/${id}/correct`
    expect(form(await buyer.get(correct)).values).toMatchObject({ code1: code, boughtKg1: '1200' })
    const same = { ...line(), reason: 'xem lại', once: 'once-same-012345' }
    expect((await buyer.post(correct, same)).location).toContain('done=same')
    expect((await buyer.post(correct, line({ boughtKg1: '900' }))).status).toBe(400)
    const again = { ...line({ boughtKg1: '0,9 tấn' }), reason: 'cân lại' }
    const doubled = { ...again, once: 'once-again-01234' }
    const done = await buyer.post(correct, doubled)
    expect(done.location).toContain('done=corrected')
    expect((await buyer.post(correct, doubled)).location).toBe(done.location)
    const late = await buyer.post(correct, { ...again, boughtKg1: '800' })
    expect([late.status, form(late).values['boughtKg1']]).toEqual([409, '800'])
    expect((await buyer.get(correct)).status).toBe(409)
    const shown = detail(await buyer.get(`${PATH}/${idOf(done)}`))
    const versions = shown.sections.find((each) => each.id === 'versions')?.table?.rows ?? []
    expect(versions.map((cells) => cells[3]?.text)).toEqual([kg('1.200'), kg('900')])
    const withdrawal = { reason: 'nhầm kỳ', once: 'once-gone-012345' }
    const gone = await buyer.post(`${PATH}/${idOf(done)}/withdraw`, withdrawal)
    expect(gone.location).toContain('done=withdrawn')
    const twice = await buyer.post(`${PATH}/${idOf(done)}/withdraw`, withdrawal)
    expect(twice.location).toBe(gone.location)
    expect(list(await officer.get(PATH)).rows).toEqual([])
    // The period may be reported anew, on top of what was withdrawn.
    expect((await send()).status).toBe(303)
    const rows = await test.db.select().from(purchaseReport)
    expect(rows.map(({ version, isWithdrawn }) => [version, isWithdrawn])).toEqual([
      ...[
        [1, false],
        [2, false],
        [3, true],
        [4, false],
      ],
    ])
    for (const statement of [
      sql`UPDATE purchase_line SET bought_kg = 1`,
      sql`DELETE FROM purchase_report`,
      sql`UPDATE purchase_report SET reason = 'x'`,
      sql`UPDATE purchase_report SET replaced_by = NULL`,
    ]) {
      await expect(test.db.run(statement)).rejects.toThrow()
    }
  })

  it('takes further lines without being acted on', async () => {
    const answer = await buyer.post(`${PATH}/new`, line({ more: '1' }))
    const model = answer.model as RecordFormModel
    expect(answer.status).toBe(200)
    expect(model.inputs.map(({ name }) => name)).toContain('code2')
    expect(model.form.values).toMatchObject({ code1: code, boughtKg1: '1.200', rows: '2' })
    expect(await test.db.select().from(purchaseReport)).toEqual([])
  })

  it('is filled in from what was packed and contracted, and like the one before', async () => {
    await authorise()
    await createKey({ ctx, input: {} })
    const { id: productId } = await makeProduct(ctx, { organisationId: buyerId, name: 'Xoài' })
    const house = await makeCode(ctx, { slot: 'packing_house', holderId: buyerId })
    const batch = await makeBatch(ctx, {
      ...{ productId, growingAreas: [code], packingHouse: house.code, markets: ['CHN'] },
      ...{ packedOn: '2026-05-20', harvestedOn: ['2026-05-19'] },
    })
    await issueLabels({ ctx, input: { ref: batch.ref, count: 10 } })
    expect(list(await officer.get(`${PATH}/missing?period=${MAY}`)).rows).toMatchObject([
      [{ text: 'Cơ sở Thu Mua' }, { text: code }, { text: kg('1.000') }, { text: '1' }],
    ])
    const waits = async () =>
      ((await buyer.get('/portal/waiting/purchases_due')).model as WaitingModel).rows
    expect(await waits()).toMatchObject([{ fromOn: '2026-05-01', codes: 1, day: '2026-06-05' }])
    expect(form(await buyer.get(`${PATH}/new`)).values).toMatchObject({
      ...{ period: MAY, code1: code, boughtKg1: '1000', destination1: 'CHN' },
    })
    await send({ boughtKg1: '1.000', counterpart1: 'Công ty Xa', soldKg1: '400' })
    expect(await waits()).toEqual([])
    expect(list(await officer.get(`${PATH}/missing?period=${MAY}`)).rows).toEqual([])
    expect(form(await buyer.get(`${PATH}/new?like=last&period=04%2F2026`)).values).toMatchObject({
      ...{ period: '2026-04-01..2026-04-30', code1: code, counterpart1: 'Công ty Xa' },
    })
  })

  it('is typed in by an office of the place, and by no other', async () => {
    await authorise()
    const typed = { ...line(), organisation: 'co so thu mua' }
    const made = await officer.post(`${PATH}/new`, typed)
    expect(made.status).toBe(303)
    expect(await test.db.select().from(purchaseReport)).toMatchObject([
      { organisationId: buyerId, typedById: expect.any(String) },
    ])
    expect((await officer.post(`${PATH}/new`, line())).status).toBe(400)
    expect((await elsewhere.post(`${PATH}/new`, typed)).status).toBe(404)
    expect((await elsewhere.get(`${PATH}/${idOf(made)}`)).status).toBe(404)
    expect((await grower.get(`${PATH}/${idOf(made)}`)).status).toBe(404)
  })
})

describe('officers', () => {
  it('read lines and sums of their place, and take them along', async () => {
    await authorise()
    await send()
    await send({ period: '04/2026', boughtKg1: '800', destination1: 'processing' })
    expect(list(await officer.get(PATH)).rows).toHaveLength(2)
    expect(list(await elsewhere.get(PATH)).rows).toEqual([])
    const totals = list(await officer.get(`${PATH}/totals`))
    expect(totals.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['tháng 05/2026', 'Xã Mỹ Đức', 'Xoài', 'Trung Quốc', kg('1.200'), '', '1', '1'],
      ['tháng 04/2026', 'Xã Mỹ Đức', 'Xoài', 'Chế biến', kg('800'), '', '1', '1'],
      ['Tổng cộng', '', '', '', kg('2.000'), '', '', ''],
    ])
    const crops = list(await officer.get(`${PATH}/totals?by=crop&from=05/2026&to=05/2026`))
    expect(crops.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['Xoài', kg('1.200'), '', '1', '1'],
    ])
    for (const query of ['from=2026', 'to=01/0001', 'to=9999-99-99..9999-99-99', 'from=12/9999']) {
      expect([query, (await officer.get(`${PATH}/totals?${query}`)).status]).toEqual([query, 400])
    }
    for (const path of ['totals/export', 'export']) {
      const { response, status } = await officer.get(`${PATH}/${path}?format=csv`)
      expect([status, await response.text()]).toEqual([200, expect.stringContaining('Mỹ Đức')])
    }
    expect((await buyer.get(`${PATH}/export?format=csv`)).status).toBe(403)
  })

  it('set periods of their province, which stand in place of months', async () => {
    const given = { name: '6 tháng đầu năm', fromOn: '01/01/2026', toOn: '15/06/2026' }
    const add = (texts: Texts) => officer.post(`${PATH}/periods/new`, { ...given, ...texts })
    expect((await add({ dueOn: '01/12/2025' })).status).toBe(400)
    // A Saturday: the next working day.
    expect((await add({ dueOn: '20/06/2026' })).status).toBe(303)
    expect(list(await officer.get(`${PATH}/periods`)).rows[0]?.[3]?.text).toBe('22/06/2026')
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
    expect(list(await officer.get(PATH)).rows).toHaveLength(2)
    expect((await elsewhere.get(`${PATH}/periods`)).model).toMatchObject({ rows: [] })
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
    const look = (await officer.post(`${PATH}/list`, { list: text })).model as RecordFormModel
    expect(look.sections?.find(({ id }) => id === 'faults')?.table?.rows).toHaveLength(3)
    const kept = look.form.values['list'] ?? ''
    expect((await officer.post(`${PATH}/list/save`, { list: kept })).location).toContain('imported')
    expect((await test.db.select().from(purchaseLine)).map(({ boughtKg }) => boughtKg)).toEqual([
      ...[1500.5, 200],
    ])
    const again = (await officer.post(`${PATH}/list`, { list: kept })).model as DetailModel
    expect(again.notes?.[0]?.text).toContain('2')
    expect(again.sections).toEqual([])
    const other = `${head}\n${code},5/2026,Cơ sở Thu Mua,7,Trung Quốc`
    const refused = (await officer.post(`${PATH}/list`, { list: other })).model as DetailModel
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
    expect(list(await officer.get(PATH)).rows[0]?.[5]?.small).toContain('Đã khiếu nại')
  })

  it('plans what to sell of a season and is told in words how it went', async () => {
    await test.db.insert(season).values({
      ...{ id: 'vu', organisationId: growerId, siteId, crop: 'Xoài', cropFolded: 'xoai' },
      ...{ startsOn: '2026-01-01', expectedFromOn: '2026-04-01', expectedToOn: '2026-06-30' },
      ...{ markets: [], createdAt: ctx.now(), expectedYieldKg: 5000, yieldKg: 1000 },
    })
    const plan = `${PATH}/plan`
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
