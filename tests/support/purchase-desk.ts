import { siteCrop, siteLink } from '../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../site/models/records.ts'
import type { Place } from '../../worker/domain/access/roles.ts'
import { freshDatabase } from './database.ts'
import { makeCode, makeContext, makeOrganisation, makeSite, makeUnits } from './factories.ts'
import { makePerson, type PortalAnswer, portalApp } from './portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const FAR: Place = { provinceCode: '15', communeCode: null }

export const PURCHASES = '/portal/purchases'
export const MAY = '2026-05-01..2026-05-31'

export type Texts = Readonly<Record<string, string>>
export type PurchaseDesk = Awaited<ReturnType<typeof purchaseDesk>>

/** A buyer, a grower with one coded area of mangoes, the officer of their province and one of another. */
export async function purchaseDesk() {
  const test = await freshDatabase()
  const ctx = makeContext(test.db)
  await makeUnits(test.db, [
    ['91', 'Tỉnh An Giang'],
    ['30337', 'Xã Mỹ Đức', '91'],
  ])
  const place = { provinceCode: '91', communeCode: '30337' }
  const { id: growerId } = await makeOrganisation(ctx, { ...place, name: 'HTX Trồng Xoài' })
  const { id: buyerId } = await makeOrganisation(ctx, { ...place, name: 'Cơ sở Thu Mua' })
  const area = { ...place, organisationId: growerId, name: 'Vùng xoài', communeName: 'Xã Mỹ Đức' }
  const { id: siteId } = await makeSite(ctx, area)
  const crop = { siteId, crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa: 10 }
  await test.db.insert(siteCrop).values(crop)
  const { id: codeId, code } = await makeCode(ctx, { siteId })
  type Role = Parameters<typeof makePerson>[1]
  const appOf = async (role: Role, of: Parameters<typeof makePerson>[2]) =>
    portalApp(test.db, await makePerson(test.db, role, of))
  const buyer = await appOf('packer', { organisationId: buyerId })
  const grower = await appOf('producer', { organisationId: growerId })
  const officer = await appOf('officer', { place: HERE })
  const elsewhere = await appOf('officer', { place: FAR })
  const line = (texts: Texts = {}) => ({
    period: MAY,
    code1: code,
    boughtKg1: '1.200',
    destination1: 'CHN',
    ...texts,
  })
  return {
    test,
    ctx,
    growerId,
    buyerId,
    siteId,
    codeId,
    code,
    buyer,
    grower,
    officer,
    elsewhere,
    line,
    send: (texts?: Texts) => buyer.post(`${PURCHASES}/new`, line(texts)),
    /** The grower lets the buyer use its code. */
    authorise: async () => {
      const house = await makeCode(ctx, { slot: 'packing_house', holderId: buyerId })
      await test.db.insert(siteLink).values({
        ...{ id: ctx.newId(), packingHouseId: house.siteId, growingAreaId: siteId },
        ...{ fromOn: '2026-01-01', createdAt: ctx.now(), actor: 'operator:test' },
        ...{ areaConfirmedAt: ctx.now(), houseConfirmedAt: ctx.now() },
      })
    },
  }
}

/** As it is shown: figure and unit stay together. */
export const kg = (figure: string) => `${figure}\u00a0kg`

export const idOf = ({ location }: PortalAnswer) =>
  /purchases\/([^/?]+)/.exec(location ?? '')?.[1] ?? ''
export const form = (answer: PortalAnswer) => (answer.model as RecordFormModel).form
export const list = (answer: PortalAnswer) => answer.model as RecordListModel
export const detail = (answer: PortalAnswer) => answer.model as DetailModel
