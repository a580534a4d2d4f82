import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { marketRulesOn } from '../../../db/queries/market-rules.ts'
import { marketRule, substanceRule } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import { rulesOfKind } from '../../../worker/domain/market-rules/rules-on.ts'
import { marksSections } from '../../../worker/routes/portal/labels/marks-section.ts'
import { packingMarks } from '../../../worker/verbs/market-rules/packing-marks.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { NOW } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let test: TestDatabase
let officer: PortalApp
let producer: PortalApp

beforeEach(async () => {
  test = await freshDatabase()
  officer = portalApp(test.db, await makePerson(test.db, 'officer'))
  producer = portalApp(test.db, await makePerson(test.db, 'producer'))
})

const PATH = '/portal/market-rules'
const CADMIUM = {
  ...{ crop: 'Sầu riêng', market: 'CHN', name: 'Cadmi', amount: '0,1', limitUnit: 'mg/kg' },
  ...{ nameEn: '', nameZh: '', validFrom: '2026-06-01', validTo: '', note: '' },
  ...{ source: 'CV 123/BVTV-KD ngày 01/6/2026', isDoubtful: 'no' },
}
const add = (texts: Readonly<Record<string, string>> = {}, kind = 'residue_limit') =>
  officer.post(`${PATH}/new/${kind}`, { ...CADMIUM, ...texts })
const idIn = (location: string | null) => /market-rules\/([^?]+)/.exec(location ?? '')?.[1] ?? ''
const limitsOn = async (day: string, asked = { crop: 'Sầu riêng Ri6', market: 'CHN' }) => {
  const rules = await marketRulesOn(test.db, { ...asked, day })
  return rulesOfKind(rules, 'residue_limit').flatMap(({ value: { name, limit } }) =>
    limit.kind === 'at_most' ? [`${name.vi} ${limit.value} ${limit.unit}`] : [],
  )
}
const record = (answer: { model: unknown }) => answer.model as RecordFormModel
const list = (answer: { model: unknown }) => answer.model as RecordListModel

describe('a rule of a market', () => {
  it('counts from its day on, before what is shipped, and says who wrote it', async () => {
    expect(await limitsOn('2026-06-15')).toEqual(['Cadmi 0.05 mg/kg'])
    const { status, location } = await add()
    expect([status, location]).toEqual([303, expect.stringContaining('?done=created')])
    expect(await limitsOn('2026-05-31')).toEqual(['Cadmi 0.05 mg/kg'])
    expect(await limitsOn('2026-06-01')).toEqual(['Cadmi 0.1 mg/kg'])
    const [logged] = await test.db.all<{ action: string; actor: string }>(
      sql`SELECT action, actor FROM audit_log WHERE entity = 'market_rule'`,
    )
    expect(logged).toEqual({ action: 'market_rule.add', actor: expect.stringContaining('user:') })
  })

  it('is changed from a later day, the old one staying for the days before', async () => {
    const id = idIn((await add()).location)
    const form = record(await officer.get(`${PATH}/${id}/change`))
    expect(form.form.values).toMatchObject({ amount: '0,1', validFrom: '2026-06-01' })
    expect(form.inputs.map(({ name }) => name)).not.toContain('crop')
    const changed = await officer.post(`${PATH}/${id}/change`, {
      ...{ ...CADMIUM, amount: '0,05', validFrom: '2026-07-01', reason: 'CV mới' },
      ...{ isLifted: 'no', isCorrection: 'no', crop: 'Xoài', market: 'USA' },
    })
    expect(changed.status).toBe(303)
    expect(await limitsOn('2026-06-30')).toEqual(['Cadmi 0.1 mg/kg'])
    expect(await limitsOn('2026-07-01')).toEqual(['Cadmi 0.05 mg/kg'])
    const shown = (await producer.get(`${PATH}/${id}`)).model as DetailModel
    // The shipped one it began from stands last.
    expect(shown.sections[0]?.table?.rows.map(([value]) => value?.text)).toEqual([
      '≤ 0,05 mg/kg',
      '≤ 0,1 mg/kg',
      '≤ 0,05 mg/kg',
    ])
    expect(shown.primary).toBeUndefined()
  })

  it('is corrected without being written over; of two who do so at once the second is told', async () => {
    const id = idIn((await add()).location)
    const correction = { ...CADMIUM, amount: '0,2', reason: 'Gõ nhầm', isCorrection: 'yes' }
    const sent = { ...correction, isLifted: 'no', once: 'once-rule-012345' }
    const first = await officer.post(`${PATH}/${id}/change`, sent)
    expect(first.status).toBe(303)
    // A doubled click is led to what the first one made.
    expect((await officer.post(`${PATH}/${id}/change`, sent)).location).toBe(first.location)
    const second = await officer.post(`${PATH}/${id}/change`, { ...correction, isLifted: 'no' })
    expect([second.status, record(second).form.values['amount']]).toEqual([409, '0,2'])
    expect((await officer.get(`${PATH}/${id}/change`)).status).toBe(409)
    expect(await limitsOn('2026-06-15')).toEqual(['Cadmi 0.2 mg/kg'])
    const rows = await test.db.select().from(marketRule)
    expect(rows.map(({ amount, replacedBy }) => [amount, replacedBy !== null])).toEqual(
      expect.arrayContaining([
        ['0.1', true],
        ['0.2', false],
      ]),
    )
    await expect(test.db.update(marketRule).set({ amount: null })).rejects.toThrow()
    await expect(test.db.delete(marketRule)).rejects.toThrow()
  })

  it('is not written twice for a day, and a shipped one is lifted by one of their own', async () => {
    await add()
    const again = await add({ amount: '0,3', name: 'Cadmium' })
    expect([again.status, record(again).form.errors['validFrom']]).toEqual([
      400,
      expect.stringContaining('sửa chỗ ghi sai'),
    ])
    expect(record(again).form.values['amount']).toBe('0,3')
    const lifted = await officer.post(`${PATH}/lib:mango-yield/change`, {
      ...{ amount: '25', validFrom: '2026-06-01', source: 'CV 9', reason: 'Bỏ', isLifted: 'yes' },
    })
    expect(lifted.status).toBe(303)
    const asked = { crop: 'xoài', market: 'CHN' }
    const ceilings = async (day: string) =>
      rulesOfKind(await marketRulesOn(test.db, { ...asked, day }), 'yield_ceiling').length
    expect([await ceilings('2026-05-31'), await ceilings('2026-06-01')]).toEqual([1, 0])
  })

  it('is refused on the field that does not fit, what was typed staying', async () => {
    const faults = async (texts: Readonly<Record<string, string>>, kind?: string) => {
      const answer = await add(texts, kind)
      expect(answer.status).toBe(400)
      return Object.keys(record(answer).form.errors)
    }
    expect(await faults({ amount: '' })).toEqual(['amount'])
    expect(await faults({ limitUnit: 'not_detected' })).toEqual(['amount'])
    expect(await faults({ amount: '0' })).toEqual(['amount'])
    expect(await faults({ validTo: '2026-05-31' })).toEqual(['validTo'])
    expect(await faults({ market: 'Sao Hỏa', crop: '', source: '' })).toEqual([
      'crop',
      'market',
      'source',
    ])
    const minutes = { method: 'vapour_heat', minutesLeast: '40', minutesMost: '20' }
    expect(await faults(minutes, 'treatment')).toEqual(['minutesMost'])
    expect((await producer.post(`${PATH}/new/residue_limit`, CADMIUM)).status).toBe(403)
  })

  it('is listed for its crop and market on a day, with what holds in general', async () => {
    await add()
    const scopes = list(await producer.get(PATH))
    expect(scopes.adding).toBeNull()
    const durian = scopes.rows.find(([crop]) => crop?.text === 'Sầu riêng')
    expect(durian?.[0]?.href).toContain('crop=durian')
    const ask = `${PATH}?crop=S%E1%BA%A7u+ri%C3%AAng&market=CHN`
    const today = list(await officer.get(`${ask}&day=2026-06-15`))
    const limits = today.rows.filter(([kind]) => kind?.text === 'Mức dư lượng tối đa')
    expect(limits.map(([, , value]) => value?.text)).toEqual([
      'không được phát hiện',
      '≤ 0,1 mg/kg',
    ])
    expect(today.rows.some(([, subject]) => subject?.small?.includes('Mọi thị trường'))).toBe(true)
    expect(
      list(await officer.get(`${PATH}?crop=@all&market=@export&day=2026-01-01`)).rows,
    ).toHaveLength(1)
    expect(list(await officer.get(`${PATH}?crop=%C4%91%C3%A0o&market=`)).rows).toEqual([])
  })
})

describe('a list of rules', () => {
  const LIST = [
    'Loại quy định;Cây trồng;Thị trường;Nội dung;Mức;Đơn vị;Có hiệu lực từ;Căn cứ',
    'Mức dư lượng tối đa;Sầu riêng;Trung Quốc;Cadmi;0,1;mg/kg;01/06/2026;CV 123',
    'Sản lượng cao nhất;Xoài;Mọi thị trường;;22,5;;01/06/2026;CV 124',
    'Mức dư lượng tối đa;Xoài;Nhật;Chì;;mg/kg;01/06/2026;CV 125',
    'Sinh vật lạ;Xoài;Nhật;Chì;1;mg/kg;01/06/2026;CV 126',
  ].join('\n')

  it('is looked at before anything is stored, each row read as its form would be', async () => {
    const looked = record(await officer.post(`${PATH}/list`, { list: LIST }))
    expect(await test.db.select().from(marketRule)).toEqual([])
    const [added, faults] = looked.sections ?? []
    expect(added?.table?.rows).toHaveLength(2)
    expect(faults?.table?.rows.map(([row]) => row?.text)).toEqual(['4', '5'])
    expect(faults?.table?.rows[0]?.[1]?.text).toContain('Mức: ')
    const saved = await officer.post(looked.action, looked.form.values)
    expect(saved.location).toBe(`${PATH}?done=imported`)
    expect(await limitsOn('2026-06-15')).toEqual(['Cadmi 0.1 mg/kg'])
    // Read in again it says nothing new; saved again by a doubled click it is there once.
    const again = (await officer.post(`${PATH}/list`, { list: LIST })).model as DetailModel
    expect(again.notes?.[0]?.text).toContain('2 dòng đã có')
    expect((await officer.post(looked.action, looked.form.values)).status).toBe(303)
    expect(await test.db.select().from(marketRule)).toHaveLength(2)
  })

  it('is written out as it is read back', async () => {
    await add()
    await add({ name: 'Bactrocera dorsalis', pestStatus: 'quarantine' }, 'pest')
    await add(
      { checkBefore: 'shipment', checkProof: 'lab_test', samplePercent: '2' },
      'required_check',
    )
    await add({ method: 'vapour_heat', temperatureC: '46,5', minutesLeast: '20' }, 'treatment')
    const { response } = await producer.get(`${PATH}/export?format=csv`)
    const text = await response.text()
    const before = await test.db.select().from(marketRule)
    const own = (await officer.post(`${PATH}/list`, { list: text })).model
    // Shipped rules of a known day are new to the database; the officers' own are all there already.
    const note = (own as RecordFormModel).note ?? ''
    expect(note).toContain(`${before.length} dòng đã có`)
    expect(note).toContain('0 dòng phải sửa')
    expect((await officer.get(`${PATH}/export?format=pdf`)).status).toBe(400)
  })
})

describe('the handbook', () => {
  it('shows everybody what a market asks of a crop today, and what it bans', async () => {
    await add()
    await test.db.insert(substanceRule).values({
      ...{ id: 's', substance: 'Carbendazim', substanceFolded: 'carbendazim', market: 'CHN' },
      ...{ effect: 'banned', fromOn: '2020-01-01', legalBasis: 'GB 2763', createdAt: NOW },
    })
    const visitor = portalApp(test.db, null)
    const { model, status } = await visitor.get('/handbook/durian/CHN')
    expect(status).toBe(200)
    if (model?.kind !== 'handbook') throw new Error('no handbook was shown')
    expect(model.handbook.rules.length).toBeGreaterThan(10)
    expect(model.handbook.substances.map(({ substance }) => substance)).toEqual(['Carbendazim'])
    const index = await visitor.get('/handbook')
    if (index.model?.kind !== 'handbook-index') throw new Error('no index was shown')
    expect(index.model.crops).toContainEqual({ crop: 'durian', markets: ['CHN'] })
  })

  it('leads to its own address, and is not there for what is no crop or market', async () => {
    const visitor = portalApp(test.db, null)
    const typed = await visitor.get('/handbook/S%E1%BA%A7u%20ri%C3%AAng/chn?lang=en')
    expect([typed.status, typed.location]).toEqual([308, '/handbook/durian/CHN?lang=en'])
    for (const path of [
      '/handbook/t%E1%BB%8Fi/CHN',
      '/handbook/durian/XXX',
      '/handbook/@all/CHN',
    ]) {
      expect((await visitor.get(path)).status, path).toBe(404)
    }
  })
})

describe('marks on the packing', () => {
  it('are told of the markets that want them, for goods whose name says the crop', async () => {
    const asked = { markets: ['VNM', 'AUS'], day: '2026-06-15' }
    const marks = await packingMarks(test, { ...asked, product: 'Nhãn xuồng cơm vàng' })
    expect(marks.map(({ market, marks: rules }) => [market, rules.length])).toEqual([['AUS', 5]])
    const codes = { growingAreas: ['VN-1'], packingHouse: 'VN-9' }
    const printed = 'Nhãn Product of Vietnam for Australia Nơi đóng gói: VN-9'
    const [section] = marksSections(marks, { lang: 'en', codes, printed })
    expect(section?.table?.rows.map(([, , , where]) => where?.text)).toEqual([
      ...['on the label', 'on the label', 'on the box', 'on the box', 'on the box'],
    ])
    expect(section?.table?.rows.map(([, , wording]) => wording?.text)).toContain(
      '“Product of Vietnam for Australia”',
    )
    expect(
      marksSections(await packingMarks(test, { ...asked, product: 'Gạo thơm' }), {
        ...{ lang: 'vi', codes, printed },
      }),
    ).toEqual([])
  })
})
