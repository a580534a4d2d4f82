import { afterAll, expect } from 'vitest'
import { administrativeSuccession, administrativeUnit } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import type { Role } from '../../../worker/domain/access/roles.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeSite } from '../../support/factories.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'

export const AN_GIANG = { provinceCode: '91', communeCode: null }
/** A commune that took in Kiến An in 2025. */
export const HERE = {
  ...{ provinceCode: '91', provinceName: 'Tỉnh An Giang' },
  ...{ communeCode: '30000', communeName: 'Xã Mỹ Hội Đông' },
}

/** A register with a few communes, and people who sign in to it. */
export async function openRegister() {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  const apps: PortalApp[] = []
  afterAll(async () => {
    for (const { settle } of apps) await settle()
  })
  const unit = (code: string, name: string, parentCode: string | null) => ({
    ...{ code, name, parentCode },
    level: parentCode === null ? ('province' as const) : ('commune' as const),
    ...{ nameFolded: foldVietnamese(name), validFrom: '2025-07-01' },
  })
  await db
    .insert(administrativeUnit)
    .values([
      unit('91', 'Tỉnh An Giang', null),
      unit('15', 'Tỉnh Lào Cai', null),
      unit('30000', 'Xã Mỹ Hội Đông', '91'),
      unit('30001', 'Xã Tân Mỹ', '91'),
      unit('30002', 'Phường Tân Mỹ', '91'),
      unit('02600', 'Xã Bảo Hà', '15'),
    ])
  await db.insert(administrativeSuccession).values({
    ...{ id: 'old', oldName: 'Xã Kiến An', oldDistrictName: 'Huyện Chợ Mới' },
    ...{ oldProvinceName: 'Tỉnh An Giang', oldNameFolded: 'xa kien an', newCode: '30000' },
    effectiveOn: '2025-07-01',
  })

  async function signedIn(role: Role, given: Parameters<typeof makePerson>[2] = {}) {
    const person = await makePerson(db, role, given)
    const app = portalApp(db, person)
    apps.push(app)
    return { person, ...app }
  }

  /** A growing area of a producer who is signed in. */
  async function makeOwnSite(given: Parameters<typeof makeSite>[1] = {}) {
    const app = await signedIn('producer')
    const { organisationId } = app.person
    const site = await makeSite(ctx, { organisationId, ...HERE, areaHa: 10, ...given })
    return { ...app, id: site.id, path: `/portal/sites/${site.id}` }
  }

  return { db, ctx, signedIn, makeOwnSite }
}

/** The model of the page that was shown, which must be of this kind. */
export function shown<K extends PageModel['kind']>(answer: PortalAnswer, kind: K) {
  expect(answer.model?.kind).toBe(kind)
  return answer.model as Extract<PageModel, { kind: K }>
}
