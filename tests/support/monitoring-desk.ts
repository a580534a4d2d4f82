import { eq } from 'drizzle-orm'
import { inspectionVisit, siteCrop } from '../../db/schema/index.ts'
import type { RecordFormModel } from '../../site/models/records.ts'
import { freshDatabase } from './database.ts'
import { makeCode, makeContext, makeOrganisation, makeSite, makeUnits } from './factories.ts'
import { makePerson, type PortalApp, portalApp } from './portal-app.ts'

export const HERE = { provinceCode: '91', communeCode: null }

export const MONITORING = '/portal/monitoring'
export const PLAN = { year: '2026', perDay: '4', provinceCode: '91', communeName: '', note: '' }

export type MonitoringDesk = Awaited<ReturnType<typeof monitoringDesk>>

/** An officer and an inspector of a province with three coded places: two in one commune, one in another. */
export async function monitoringDesk() {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  await makeUnits(db, [
    ['91', 'Tỉnh An Giang'],
    ['30001', 'Xã Mỹ Hòa', '91'],
    ['30002', 'Xã Tân Lập', '91'],
  ])
  const { id: organisationId } = await makeOrganisation(ctx, {
    provinceCode: '91',
    name: 'HTX Xoài thử',
  })
  const sites: string[] = []
  for (const [at, communeCode] of ['30001', '30001', '30002'].entries()) {
    const { id } = await makeSite(ctx, {
      organisationId,
      provinceCode: '91',
      communeCode,
      communeName: communeCode === '30001' ? 'Xã Mỹ Hòa' : 'Xã Tân Lập',
      lat: 10 + at / 10,
      lng: 105,
      name: `Vùng ${at}`,
    })
    await makeCode(ctx, { siteId: id, code: `VN-AGOR-100${at}` })
    await db.insert(siteCrop).values({ siteId: id, crop: 'Xoài', cropFolded: 'xoai' })
    sites.push(id)
  }
  const person = await makePerson(db, 'officer', { place: HERE })
  const inspectorPerson = await makePerson(db, 'inspector', {
    place: HERE,
    organisationId: person.organisationId,
  })
  const officer = portalApp(db, person)
  const visits = () => db.select().from(inspectionVisit).orderBy(inspectionVisit.siteId)
  return {
    db,
    sites,
    person,
    inspectorPerson,
    officer,
    inspector: portalApp(db, inspectorPerson),
    visits,
    /** Puts visits on days, as if they had been planned so. */
    putOn: async (days: readonly { plannedOn: string; dueOn: string }[]): Promise<void> => {
      const all = await visits()
      for (const [at, set] of days.entries()) {
        await db
          .update(inspectionVisit)
          .set(set)
          .where(eq(inspectionVisit.id, all[at]?.id ?? ''))
      }
    },
    /** A plan of the province with its visits, made as the pages do; gives its path. */
    madePlan: async (): Promise<`/portal/${string}`> => {
      const { location } = await officer.post(`${MONITORING}/new`, PLAN)
      const path = (location ?? '').replace(/\/make$/, '') as `/portal/${string}`
      const texts = await formOf(officer, `${path}/make`)
      await officer.post(`${path}/make`, { ...texts, overload: 'no' })
      return path
    },
  }
}

/** What a form says as it is opened. */
export const formOf = async (app: PortalApp, path: `/portal/${string}`) =>
  ((await app.get(path)).model as RecordFormModel).form.values as Record<string, string>
