import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import type { Person } from '../../../../worker/verbs/context.ts'
import { accountsDatabase, makeAccount, PASSWORD, signedIn } from '../../../support/accounts-app.ts'
import { makeUnits } from '../../../support/factories.ts'

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

async function memberId(person: Person): Promise<string> {
  const [row] = await db.all<{ id: string }>(
    sql`SELECT id FROM member WHERE user_id = ${person.userId}`,
  )
  return row?.id ?? ''
}

describe('somebody dismissed', () => {
  it('is nobody from their next request on, whatever cookie they kept', async () => {
    const admin = await makeAccount(db, 'admin')
    const clerk = await makeAccount(db, 'officer', {
      ...{ organisationId: admin.organisationId, place: PROVINCE },
    })
    const browser = await signedIn(db, clerk)
    expect((await browser.get('/portal/codes')).status).toBe(200)
    await (await signedIn(db, admin)).post(`/portal/members/${await memberId(clerk)}/remove`)
    expect((await browser.get('/portal/codes')).status).toBe(401)
    expect((await browser.post('/portal/account/name', { name: 'Còn đây' })).status).toBe(401)
    const passkeys = await browser.fetch('/api/auth/passkey/generate-register-options', {
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(passkeys.status).toBe(401)
  })

  it('loses a role from the very next request on, and works on in their other organisation only', async () => {
    const admin = await makeAccount(db, 'admin')
    const clerk = await makeAccount(db, 'officer', {
      ...{ organisationId: admin.organisationId, place: PROVINCE },
    })
    const home = await makeAccount(db, 'producer')
    await db.run(sql`INSERT INTO member (id, organization_id, user_id, role, created_at)
      VALUES (${`second-${clerk.userId}`}, ${home.organisationId}, ${clerk.userId}, 'producer', 9e14)`)
    const browser = await signedIn(db, clerk)
    const [row] = await db.all<{ id: string }>(sql`SELECT id FROM member
      WHERE user_id = ${clerk.userId} AND role = 'officer'`)
    await (await signedIn(db, admin)).post(`/portal/members/${row?.id}/remove`)
    const account = await browser.get('/portal/account')
    expect(account.model).toMatchObject({ portal: { person: { role: 'producer' } } })
    expect((await browser.get('/portal/codes/new')).status).toBe(403)
    const fields = { organisation: admin.organisationId }
    expect((await browser.post('/portal/account/organisation', fields)).status).toBe(404)
    expect((await browser.get('/portal/codes/new')).status).toBe(403)
  })
})

describe('what hangs on an account', () => {
  it('is ended by its holder alone: sessions of others go on', async () => {
    const victim = await makeAccount(db, 'producer')
    const theirs = await signedIn(db, victim)
    const [session] = await db.all<{ id: string }>(
      sql`SELECT id FROM session WHERE user_id = ${victim.userId}`,
    )
    const thief = await signedIn(db, await makeAccount(db, 'admin'))
    await thief.post('/portal/account/sessions/end', { session: session?.id ?? '' })
    expect((await theirs.get('/portal')).status).toBe(200)
    await thief.post('/portal/account/sign-out-everywhere')
    expect((await theirs.get('/portal')).status).toBe(200)
    expect((await thief.get('/portal')).status).toBe(401)
  })

  it('ends everywhere by a new password, but here', async () => {
    const person = await makeAccount(db, 'producer')
    const [here, there] = [await signedIn(db, person), await signedIn(db, person)]
    const newPassword = 'một câu khác hẳn câu cũ'
    const fields = { currentPassword: PASSWORD, newPassword }
    expect((await here.post('/portal/account/password', fields)).status).toBe(303)
    expect([(await here.get('/portal')).status, (await there.get('/portal')).status]).toEqual([
      200, 401,
    ])
  })
})
