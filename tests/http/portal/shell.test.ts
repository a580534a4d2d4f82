import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { ComponentsModel } from '../../../site/models/home.ts'
import { ROLES } from '../../../worker/domain/access/roles.ts'
import { PORTAL_ROUTES } from '../../../worker/routes/portal/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
})

describe('the shell of the portal', () => {
  it('shows every role its first screen, messages and the parts of a page', async () => {
    for (const role of ROLES) {
      const app = portalApp(db, await makePerson(db, role))
      for (const path of ['/portal', '/portal/notifications', '/portal/components']) {
        const { status, model } = await app.get(path)
        expect([role, path, status]).toEqual([role, path, 200])
        expect(model).toMatchObject({ portal: { path, person: { role } } })
      }
    }
  })

  it('asks whoever is not signed in to sign in first, whatever was asked for', async () => {
    const app = portalApp(db, null)
    for (const path of ['/portal', '/portal/waiting/keys', '/portal/organisations/x']) {
      const { status, model } = await app.get(path)
      expect([status, model?.kind]).toEqual([401, 'portal/sign-in'])
    }
  })

  it('shows the sample form in the state asked for, and the fresh one for any other', async () => {
    const app = portalApp(db, await makePerson(db, 'producer'))
    const form = async (state: string) =>
      ((await app.get(`/portal/components?state=${state}`)).model as ComponentsModel).form
    expect(await form('refused')).toMatchObject({
      values: { name: '' },
      errors: { name: expect.any(String) },
    })
    expect((await form('filled')).errors).toEqual({})
    expect((await form('__proto__')).values).toEqual({})
  })

  it('keeps the way on at hand where something is refused', async () => {
    const app = portalApp(db, await makePerson(db, 'producer'))
    expect((await app.get('/portal/organisations')).model).toMatchObject({
      ...{ kind: 'portal/problem', code: 'forbidden', requestId: null },
      portal: { person: { role: 'producer' } },
    })
  })

  // The catch-all stands last of all routes.
  it.runIf(PORTAL_ROUTES.at(-1)?.path === '/portal/*')(
    'answers 404 within the shell for a path that is not there',
    async () => {
      const app = portalApp(db, await makePerson(db, 'agency'))
      for (const path of ['/portal/nowhere', '/portal/organisations/a/b/c']) {
        const { status, model } = await app.get(path)
        expect(status).toBe(404)
        expect(model).toMatchObject({ kind: 'portal/problem', code: 'not_found' })
      }
    },
  )
})
