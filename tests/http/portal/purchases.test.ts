import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { notification, purchaseLine, purchaseReport } from '../../../db/schema/index.ts'
import type { WaitingModel } from '../../../site/models/home.ts'
import type { RecordFormModel } from '../../../site/models/records.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { enterDaysOff } from '../../support/days-off.ts'
import { makeBatch, makeCode, makeProduct, setStatus } from '../../support/factories.ts'
import type { PortalAnswer } from '../../support/portal-app.ts'
import {
  detail,
  form,
  idOf,
  kg,
  list,
  MAY,
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
let buyerId: PurchaseDesk['buyerId']
let growerId: PurchaseDesk['growerId']
let siteId: PurchaseDesk['siteId']
let codeId: PurchaseDesk['codeId']
let code: PurchaseDesk['code']
let line: PurchaseDesk['line']
let send: PurchaseDesk['send']
let authorise: PurchaseDesk['authorise']

beforeEach(async () => {
  ;({
    test,
    ctx,
    buyer,
    grower,
    officer,
    elsewhere,
    buyerId,
    growerId,
    siteId,
    codeId,
    code,
    line,
    send,
    authorise,
  } = await purchaseDesk())
})

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
    const shown = detail(await buyer.get(`${PURCHASES}/${idOf(first)}`))
    expect(shown.title).toBe('Báo cáo tháng 05/2026')
    expect(list(await buyer.get(PURCHASES)).rows[0]?.map(({ text }) => text)).toEqual([
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
    const correct = `${PURCHASES}/${id}/correct`
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
    const shown = detail(await buyer.get(`${PURCHASES}/${idOf(done)}`))
    const versions = shown.sections.find((each) => each.id === 'versions')?.table?.rows ?? []
    expect(versions.map((cells) => cells[3]?.text)).toEqual([kg('1.200'), kg('900')])
    const withdrawal = { reason: 'nhầm kỳ', once: 'once-gone-012345' }
    const gone = await buyer.post(`${PURCHASES}/${idOf(done)}/withdraw`, withdrawal)
    expect(gone.location).toContain('done=withdrawn')
    const twice = await buyer.post(`${PURCHASES}/${idOf(done)}/withdraw`, withdrawal)
    expect(twice.location).toBe(gone.location)
    expect(list(await officer.get(PURCHASES)).rows).toEqual([])
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
    const answer = await buyer.post(`${PURCHASES}/new`, line({ more: '1' }))
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
    expect(list(await officer.get(`${PURCHASES}/missing?period=${MAY}`)).rows).toMatchObject([
      [{ text: 'Cơ sở Thu Mua' }, { text: code }, { text: kg('1.000') }, { text: '1' }],
    ])
    const waits = async () =>
      ((await buyer.get('/portal/waiting/purchases_due')).model as WaitingModel).rows
    expect(await waits()).toMatchObject([{ fromOn: '2026-05-01', codes: 1, day: '2026-06-05' }])
    // Five working days after the month, by the days off that were entered.
    await enterDaysOff(ctx, { year: '2026', off: [['2026-06-02', '2026-06-03']] })
    expect(await waits()).toMatchObject([{ day: '2026-06-09' }])
    expect(form(await buyer.get(`${PURCHASES}/new`)).values).toMatchObject({
      ...{ period: MAY, code1: code, boughtKg1: '1000', destination1: 'CHN' },
    })
    await send({ boughtKg1: '1.000', counterpart1: 'Công ty Xa', soldKg1: '400' })
    expect(await waits()).toEqual([])
    expect(list(await officer.get(`${PURCHASES}/missing?period=${MAY}`)).rows).toEqual([])
    expect(
      form(await buyer.get(`${PURCHASES}/new?like=last&period=04%2F2026`)).values,
    ).toMatchObject({
      ...{ period: '2026-04-01..2026-04-30', code1: code, counterpart1: 'Công ty Xa' },
    })
  })

  it('is typed in by an office of the place, and by no other', async () => {
    await authorise()
    const typed = { ...line(), organisation: 'co so thu mua' }
    const made = await officer.post(`${PURCHASES}/new`, typed)
    expect(made.status).toBe(303)
    expect(await test.db.select().from(purchaseReport)).toMatchObject([
      { organisationId: buyerId, typedById: expect.any(String) },
    ])
    expect((await officer.post(`${PURCHASES}/new`, line())).status).toBe(400)
    expect((await elsewhere.post(`${PURCHASES}/new`, typed)).status).toBe(404)
    expect((await elsewhere.get(`${PURCHASES}/${idOf(made)}`)).status).toBe(404)
    expect((await grower.get(`${PURCHASES}/${idOf(made)}`)).status).toBe(404)
  })
})
