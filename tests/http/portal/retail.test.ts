import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { retailItem, retailVisit } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { readWorkbook } from '../../support/at-once.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeUnits } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const PATH = '/portal/retail'

let db: Database
let inspector: PortalApp
let agency: PortalApp
let stranger: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  await makeUnits(db, [
    ['91', 'Tỉnh An Giang'],
    ['30337', 'Xã Mỹ Đức', '91'],
    ['30338', 'Phường Long Xuyên', '91'],
  ])
  inspector = portalApp(db, await makePerson(db, 'inspector', { place: HERE }))
  agency = portalApp(db, await makePerson(db, 'agency', { place: HERE }))
  const elsewhere = { provinceCode: '15', communeCode: null }
  stranger = portalApp(db, await makePerson(db, 'inspector', { place: elsewhere }))
})

const VISIT = { kind: 'market', shop: 'Chợ Mỹ Đức', visitedOn: '10/06/2026', commune: 'Mỹ Đức' }
const SEEN = {
  ...{ product1: 'Xoài cát', qr1: 'yes', verdict1: 'genuine', complete1: 'yes' },
  ...{ product2: 'Gạo thơm', qr2: 'yes', verdict2: 'forged', complete2: 'no' },
  ...{ product5: 'Rau muống', qr5: 'no' },
}

async function send(typed: Readonly<Record<string, string>>) {
  const { model } = await inspector.get(`${PATH}/new`)
  const { form, action } = model as RecordFormModel
  return inspector.post(action, { ...form.values, ...typed })
}

function rowsIn(bytes: Uint8Array) {
  const reading = readWorkbook(bytes, { fileName: 'a.xlsx' })
  if (!reading.ok) throw new Error('no workbook')
  return reading.workbook.sheets[0]?.rows ?? []
}

const idIn = (location: string | null) => /retail\/([^?/]+)/.exec(location ?? '')?.[1] ?? ''

describe('a visit to a shop', () => {
  it('keeps each product that was named, whichever rows were left empty', async () => {
    const id = idIn((await send({ ...VISIT, ...SEEN })).location)
    const items = await db.select().from(retailItem).where(eq(retailItem.visitId, id))
    expect(items).toHaveLength(3)
    expect(items.map(({ verdict }) => verdict)).toEqual(['genuine', 'forged', 'not_scanned'])
    const [visit] = await db.select().from(retailVisit).where(eq(retailVisit.id, id))
    expect(visit).toMatchObject({ communeCode: '30337', communeName: 'Xã Mỹ Đức' })
    const shown = (await agency.get(`${PATH}/${id}`)).model as DetailModel
    expect(shown.sections[0]?.table?.rows).toHaveLength(3)
    expect((await stranger.get(`${PATH}/${id}`)).status).toBe(404)
    expect((await agency.get(`${PATH}/new`)).status).toBe(403)
  })

  it('without a product, with an unanswered QR or an unknown commune stays as it was typed', async () => {
    const none = await send(VISIT)
    expect([none.status, (none.model as RecordFormModel).form.errors['product1']]).toEqual([
      400,
      expect.any(String),
    ])
    const open = await send({ ...VISIT, product1: 'Xoài' })
    expect((open.model as RecordFormModel).form.errors['qr1']).toBeDefined()
    expect((open.model as RecordFormModel).form.values['product1']).toBe('Xoài')
    const lost = await send({ ...VISIT, ...SEEN, commune: 'Không có xã này' })
    expect((lost.model as RecordFormModel).form.errors['commune']).toBeDefined()
  })

  it('that says what cannot be is told where: a scan of no QR, a day to come', async () => {
    const said = { ...VISIT, ...SEEN, verdict5: 'genuine' }
    const errors = async (typed: Readonly<Record<string, string>>) =>
      Object.keys(((await send(typed)).model as RecordFormModel).form.errors)
    expect(await errors(said)).toEqual(['verdict5'])
    expect(await errors({ ...VISIT, ...SEEN, visitedOn: '31/12/2099' })).toEqual(['visitedOn'])
  })

  it('is summed by shop however its name is typed, and by commune, on the screen and as Excel', async () => {
    await send({ ...VISIT, ...SEEN, shop: 'chợ mỹ đức' })
    await send({ ...VISIT, ...SEEN, shop: 'Siêu thị B', commune: 'Long Xuyên' })
    const shops = (await inspector.get(`${PATH}?by=shop`)).model as RecordListModel
    const texts = shops.rows.map((row) => row.map(({ text }) => text))
    const visits = await db
      .select()
      .from(retailVisit)
      .where(eq(retailVisit.shopFolded, 'cho my duc'))
    const n = visits.length
    const market = texts.find(([name]) => name?.toLowerCase() === 'chợ mỹ đức')
    expect(market?.slice(1)).toEqual([`${n}`, `${3 * n}`, `${2 * n}`, `${n}`, `${n}`, `${n}`])
    const communes = (await inspector.get(`${PATH}?by=commune`)).model as RecordListModel
    expect(communes.rows.map(([cell]) => cell?.text).sort()).toEqual(
      ['Phường Long Xuyên', 'Xã Mỹ Đức'].sort(),
    )
    const file = await inspector.get(`${PATH}/export`)
    const rows = rowsIn(new Uint8Array(await file.response.arrayBuffer()))
    expect(rows).toHaveLength(1 + 3 * (n + 1))
    const sums = await inspector.get(`${PATH}/export?by=commune`)
    expect(rowsIn(new Uint8Array(await sums.response.arrayBuffer()))).toHaveLength(3)
    const none = (await stranger.get(`${PATH}?by=shop`)).model as RecordListModel
    expect(none.rows).toEqual([])
  })
})
