import { beforeEach, describe, expect, it } from 'vitest'
import { siteCrop } from '../../../db/schema/index.ts'
import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, NOW } from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'
import { keeper, makeHousehold, recordId, SPRAY } from '../../unit/verbs/diary/diary-support.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})

async function kitOf(person: Parameters<typeof portalApp>[1]) {
  const { response } = await portalApp(test.db, person).ask('/app/kit', {
    headers: { accept: 'application/json' },
  })
  return { response, kit: (await response.json()) as FieldKit }
}

describe('the kit of a device', () => {
  it('holds the places of one’s organisation with their households and what was entered last', async () => {
    const { person, record } = await keeper(test)
    const { organisationId } = person
    const site = await makeSite(makeContext(test.db), {
      ...{ organisationId, name: 'A vườn xoài', provinceCode: '91', areaHa: 12 },
    })
    await test.db.insert(siteCrop).values({ siteId: site.id, crop: 'Xoài', cropFolded: 'xoai' })
    const { code } = await makeCode(makeContext(test.db), { siteId: site.id })
    const household = await makeHousehold(test, site.id)
    const householdIds = [household.id]
    const siteId = site.id
    await record({ siteId, householdIds }, { happenedOn: '2026-06-01' })
    const latest = { id: recordId(), happenedOn: '2026-06-10' }
    const values = { ...SPRAY, targetPest: 'Rầy', note: 'một lần' }
    await record({ siteId, householdIds, values }, latest)
    const { response, kit } = await kitOf(person)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(kit).toMatchObject({
      ...{ version: 1, serverNow: NOW, isCut: false },
      account: { id: person.userId, name: person.name, role: 'producer' },
      organisations: [{ id: organisationId }],
    })
    expect(kit.sites[0]).toMatchObject({
      ...{ id: siteId, code, crops: ['Xoài'], areaHa: 12, region: 'south' },
      households: [{ id: household.id, name: household.name }],
    })
    expect(kit.sites[0]?.kinds).toContain('plant_protection')
    expect(kit.sites[0]?.kinds).not.toContain('veterinary')
    expect(kit.last).toHaveLength(1)
    expect(kit.last[0]).toMatchObject({
      ...{ siteId, kind: 'plant_protection', occurredOn: '2026-06-10', householdIds },
      values: { targetPest: 'Rầy', dose: { value: '25', unit: 'ml/binh16' } },
    })
    expect(kit.last[0]?.values).not.toHaveProperty('note')
  })

  it('holds no place of others, none that was withdrawn, and none for who writes no diary', async () => {
    const { person, site } = await keeper(test)
    const { organisationId } = person
    await makeSite(makeContext(test.db))
    await makeSite(makeContext(test.db), { organisationId, withdrawnAt: NOW })
    expect((await kitOf(person)).kit.sites.map(({ id }) => id)).toEqual([site.id])
    for (const role of ['inspector', 'officer', 'agency'] as const) {
      const { kit } = await kitOf(await makePerson(test.db, role, { organisationId }))
      expect([kit.sites, kit.last, kit.kinds]).toEqual([[], [], []])
    }
  })

  it('is nobody’s who has not signed in', async () => {
    const { response, kit } = await kitOf(null)
    expect(response.status).toBe(401)
    expect(kit).not.toHaveProperty('sites')
  })
})
