import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import type { MembersModel } from '../../../../site/models/account.ts'
import type { Person } from '../../../../worker/verbs/context.ts'
import {
  type Answer,
  accountsDatabase,
  makeAccount,
  openBrowser,
  PASSWORD,
  signedIn,
} from '../../../support/accounts-app.ts'
import { makeUnits, unique } from '../../../support/factories.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
  await makeUnits(db, [
    ['91', 'An Giang'],
    ['15', 'Lào Cai'],
    ['30544', 'Xã Chợ Mới', '91'],
  ])
})

const PROVINCE = { provinceCode: '91', communeCode: null }
const COMMUNE = { provinceCode: '91', communeCode: '30544' }

const newEmail = () => `ke-gian-${unique()}@example.vn`

function membersOf({ model }: Answer): MembersModel {
  if (model?.kind !== 'portal/members') throw new Error('this is not the list of members')
  return model
}

async function memberId(person: Person): Promise<string> {
  const [row] = await db.all<{ id: string }>(
    sql`SELECT id FROM member WHERE user_id = ${person.userId}`,
  )
  return row?.id ?? ''
}

async function roleOf(person: Person) {
  const [row] = await db.all<{ role: string; p: string | null; c: string | null }>(
    sql`SELECT role, province_code AS p, commune_code AS c FROM member WHERE user_id = ${person.userId}`,
  )
  return row
}

/** An invitation into an organisation by its administrator: its row's id and the path of its link. */
async function invited(
  admin: Person,
  role: string,
  email = newEmail(),
): Promise<{ email: string; id: string; path: string }> {
  const browser = await signedIn(db, admin)
  const answer = await browser.post('/portal/members/invite', { email, role, province: '91' })
  const path = new URL(membersOf(answer).madeLink?.url ?? '').pathname
  const [row] = await db.all<{ id: string }>(sql`SELECT id FROM invitation WHERE email = ${email}`)
  return { email, id: row?.id ?? '', path }
}

describe('the link of an invitation', () => {
  it.each([
    ['admin', 'officer', COMMUNE],
    ['officer', 'officer', COMMUNE],
    ['officer', 'producer', { provinceCode: null, communeCode: null }],
  ] as const)(
    'to be %s is not made anew by a colleague who is %s and may not hand that out',
    async (role, reader, place) => {
      const admin = await makeAccount(db, 'admin')
      const { organisationId } = admin
      const { email, id } = await invited(admin, role)
      const clerk = await signedIn(db, await makeAccount(db, reader, { organisationId, place }))
      const answer = await clerk.get('/portal/members')
      expect(membersOf(answer).invitations.map((each) => each.email)).toContain(email)
      expect(JSON.stringify(answer.model)).not.toContain(id)
      const renewed = await clerk.post('/portal/members/renew', { invitation: id })
      expect([renewed.status, JSON.stringify(renewed.model)]).toEqual([
        403,
        expect.not.stringContaining('/portal/invitations/'),
      ])
    },
  )

  it('is not withdrawn by a colleague who may not hand that out', async () => {
    const admin = await makeAccount(db, 'admin')
    const { organisationId } = admin
    const { id } = await invited(admin, 'admin')
    const clerk = await makeAccount(db, 'officer', { organisationId, place: COMMUNE })
    const answer = await (await signedIn(db, clerk)).post('/portal/members/withdraw', {
      invitation: id,
    })
    expect(answer.status).toBe(403)
    expect(await db.all(sql`SELECT status FROM invitation WHERE id = ${id}`)).toEqual([
      { status: 'pending' },
    ])
  })

  it('of another organisation is not withdrawn', async () => {
    const { id } = await invited(await makeAccount(db, 'admin'), 'producer')
    const stranger = await signedIn(db, await makeAccount(db, 'producer'))
    for (const deed of ['withdraw', 'renew']) {
      const answer = await stranger.post(`/portal/members/${deed}`, { invitation: id })
      expect([deed, answer.status]).toEqual([deed, 404])
    }
  })

  it('is of no use to somebody else who is signed in', async () => {
    const victim = await makeAccount(db, 'producer')
    const admin = await makeAccount(db, 'admin')
    const { path } = await invited(admin, 'admin', victim.email)
    const thief = await signedIn(db, await makeAccount(db, 'producer'))
    const fields = { name: 'Kẻ trộm', password: PASSWORD }
    expect((await thief.post(path, fields)).status).toBe(409)
    expect((await openBrowser(db).post(path, fields)).status).toBe(409)
    expect(
      await db.all(sql`SELECT 1 FROM member WHERE role = 'admin'
      AND user_id <> ${admin.userId} AND organization_id = ${admin.organisationId}`),
    ).toEqual([])
  })
})

describe('a role', () => {
  it('is not raised by its holder, whatever the form claims', async () => {
    for (const [role, place] of [
      ['producer', { provinceCode: null, communeCode: null }],
      ['officer', COMMUNE],
    ] as const) {
      const person = await makeAccount(db, role, { place })
      const browser = await signedIn(db, person)
      const own = await memberId(person)
      for (const wanted of ['admin', 'officer', 'agency', 'inspector', 'owner', 'admin,officer']) {
        const fields = { role: wanted, province: '', commune: '' }
        const answer = await browser.post(`/portal/members/${own}/role`, fields)
        expect([wanted, answer.status]).not.toEqual([wanted, 303])
      }
      expect(await roleOf(person)).toEqual({ role, p: place.provinceCode, c: place.communeCode })
    }
  })

  it('is not handed out above one’s own, nor over a wider place', async () => {
    const officer = await signedIn(db, await makeAccount(db, 'officer', { place: COMMUNE }))
    const producer = await signedIn(db, await makeAccount(db, 'producer'))
    for (const [browser, fields] of [
      [officer, { role: 'admin' }],
      [officer, { role: 'officer', province: '91', commune: '' }],
      [officer, { role: 'officer', province: '', commune: '' }],
      [officer, { role: 'officer', province: '15', commune: '' }],
      [officer, { role: 'producer' }],
      [producer, { role: 'officer', province: '91' }],
      [producer, { role: 'admin' }],
    ] as const) {
      const email = newEmail()
      const answer = await browser.post('/portal/members/invite', { email, ...fields })
      expect([fields, answer.status]).toEqual([fields, expect.toBeOneOf([400, 403])])
      expect(await db.all(sql`SELECT 1 FROM invitation WHERE email = ${email}`)).toEqual([])
    }
  })

  it('is not handed out in another organisation', async () => {
    const other = await makeAccount(db, 'producer')
    const producer = await signedIn(db, await makeAccount(db, 'producer'))
    const officer = await signedIn(db, await makeAccount(db, 'officer', { place: PROVINCE }))
    for (const browser of [producer, officer]) {
      const path = `/portal/members?organisation=${other.organisationId}`
      expect((await browser.get(path)).status).toBe(404)
      const fields = {
        ...{ email: newEmail(), organisation: other.organisationId },
        ...{ role: 'inspector', province: '91' },
      }
      expect((await browser.post('/portal/members/invite', fields)).status).toBe(404)
      const member = await memberId(other)
      expect((await browser.get(`/portal/members/${member}`)).status).toBe(404)
      expect((await browser.post(`/portal/members/${member}/remove`)).status).toBe(404)
    }
    expect(await roleOf(other)).toBeDefined()
  })

  it('of a colleague with a wider place or another kind of role is left alone', async () => {
    const admin = await makeAccount(db, 'admin')
    const { organisationId } = admin
    const chief = await makeAccount(db, 'officer', { organisationId, place: PROVINCE })
    const clerk = await signedIn(
      db,
      await makeAccount(db, 'officer', { organisationId, place: COMMUNE }),
    )
    for (const person of [admin, chief]) {
      const id = await memberId(person)
      expect((await clerk.get(`/portal/members/${id}`)).status).toBe(403)
      const fields = { role: 'inspector', province: '91', commune: 'Chợ Mới' }
      expect((await clerk.post(`/portal/members/${id}/role`, fields)).status).toBe(403)
      expect((await clerk.post(`/portal/members/${id}/remove`)).status).toBe(403)
      expect((await roleOf(person))?.role).toBe(person.role)
    }
  })
})
