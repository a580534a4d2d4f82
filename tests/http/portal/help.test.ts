import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { HELP_OF } from '../../../worker/copy/portal/help/index.ts'
import { ROLES } from '../../../worker/domain/access/roles.ts'
import { freshDatabase } from '../../support/database.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
})

describe('help', () => {
  it.each(ROLES)('of a %s opens on pages that this role may open', async (role) => {
    const person = await makePerson(db, role, { place: { provinceCode: '91', communeCode: null } })
    const asset = async () => new Response('the app')
    const app = portalApp(db, person, { asset })
    expect((await app.get('/portal/help')).location).toBe(`/portal/help/${role}`)
    expect((await app.get(`/portal/help/${role}`)).model).toMatchObject({
      kind: 'portal/help',
      role,
    })
    for (const { href } of HELP_OF[role]) {
      expect([href, (await app.get(href)).status]).toEqual([href, expect.toBeOneOf([200, 303])])
    }
  })

  it('is read before anybody signs in, and of an unknown role it is that of a producer', async () => {
    const app = portalApp(db, null)
    expect((await app.get('/portal/help')).location).toBe('/portal/help/producer')
    const typed = await app.get('/help?lang=en')
    expect([typed.status, typed.location]).toEqual([303, '/portal/help?lang=en'])
    expect((await app.get('/portal/help/officer')).status).toBe(200)
    expect((await app.get('/portal/help/nobody')).location).toBe('/portal/help/producer')
  })

  it('names each piece of work once on its page', () => {
    for (const jobs of Object.values(HELP_OF)) {
      const ids = jobs.map(({ id }) => id)
      expect(new Set([...ids, 'others']).size).toBe(ids.length + 1)
    }
  })
})
