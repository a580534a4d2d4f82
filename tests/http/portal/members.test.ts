import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { InvitationModel, MembersModel } from '../../../site/models/account.ts'
import type { Role } from '../../../worker/domain/access/roles.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import {
  type Answer,
  accountsDatabase,
  type Browser,
  makeAccount,
  openBrowser,
  PASSWORD,
  signedIn,
} from '../../support/accounts-app.ts'
import { makeUnits, unique } from '../../support/factories.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
  await makeUnits(db, [
    ['91', 'An Giang'],
    ['15', 'Lào Cai'],
    ['30544', 'Xã Chợ Mới', '91'],
    ['30307', 'Phường Long Xuyên', '91'],
  ])
})

const AN_GIANG = { provinceCode: '91', communeCode: null }

const newEmail = () => `nguoi-moi-${unique()}@example.vn`

function membersOf({ model }: Answer): MembersModel {
  if (model?.kind !== 'portal/members') throw new Error('this is not the list of members')
  return model
}

function invitationOf({ model }: Answer): InvitationModel {
  if (model?.kind !== 'portal/invitation') throw new Error('this is not an invitation')
  return model
}

/** Invites and gives the path of the link, read off the page as a person would copy it. */
async function invite(browser: Browser, fields: Record<string, string>): Promise<string> {
  const answer = await browser.post('/portal/members/invite', fields)
  expect(answer.status).toBe(200)
  return pathOfMade(answer)
}

function pathOfMade(answer: Answer): string {
  return new URL(membersOf(answer).madeLink?.url ?? '').pathname
}

async function invitationId(email: string): Promise<string> {
  const [row] = await db.all<{ id: string }>(sql`SELECT id FROM invitation
    WHERE email = ${email} AND status = 'pending'`)
  return row?.id ?? ''
}

const auditOf = (action: string, entityId: string) =>
  db.all<{ actor: string; after: string | null; before: string | null }>(
    sql`SELECT actor, before, after FROM audit_log WHERE action = ${action} AND entity_id = ${entityId}`,
  )

describe('an invitation', () => {
  it('makes somebody new a member with the role and place they were invited for', async () => {
    const officer = await makeAccount(db, 'officer', { place: AN_GIANG })
    const email = newEmail()
    const path = await invite(await signedIn(db, officer), {
      ...{ email, role: 'inspector', province: '91', commune: 'chợ mới' },
    })
    const browser = openBrowser(db)
    expect(invitationOf(await browser.get(path))).toMatchObject({
      ...{ state: 'newcomer', email, inviterName: officer.name },
      ...{ organisationName: officer.organisationName, place: 'Xã Chợ Mới, An Giang' },
    })
    const answer = await browser.post(path, { name: ' Lê  Thị Mới ', password: PASSWORD })
    expect([answer.status, answer.location]).toEqual([303, '/portal'])
    const account = await browser.get('/portal/account')
    expect(account.model).toMatchObject({
      portal: { person: { name: 'Lê Thị Mới', email, role: 'inspector' } },
    })
    const [row] = await db.all(sql`SELECT m.role, m.province_code AS p, m.commune_code AS c
      FROM member m JOIN user u ON u.id = m.user_id WHERE u.email = ${email}`)
    expect(row).toEqual({ role: 'inspector', p: '91', c: '30544' })
    expect((await openBrowser(db).signIn(email)).status).toBe(303)
  })

  it('is written to the one invited, in the outbox, and its secret to no log', async () => {
    const admin = await makeAccount(db, 'admin')
    const email = newEmail()
    const browser = await signedIn(db, admin)
    const path = await invite(browser, { email, role: 'admin' })
    const letters = browser.letters.filter(({ to }) => to === email)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.subject).toBe(`Lời mời vào ${admin.organisationName}`)
    expect(letters[0]?.body).toContain(`https://tem.example.vn${path}`)
    await openBrowser(db).post(path, { name: 'Người mới', password: PASSWORD })
    const log = JSON.stringify(await db.all(sql`SELECT * FROM audit_log`))
    expect(log).not.toContain(path.split('/').at(-1))
    expect(log).not.toContain(PASSWORD)
    const [invited] = await auditOf('member.invite', admin.organisationId)
    expect(invited).toMatchObject({ actor: `user:${admin.userId}` })
    expect(invited?.after).toContain(email)
  })

  it('is used once: of two at the same moment one is told', async () => {
    const admin = await makeAccount(db, 'admin')
    const email = newEmail()
    const path = await invite(await signedIn(db, admin), { email, role: 'packer' })
    const form = { name: 'Người mới', password: PASSWORD }
    const answers = await Promise.all([
      openBrowser(db).post(path, form),
      openBrowser(db).post(path, form),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = await openBrowser(db).get(path)
    expect([late.status, invitationOf(late).state]).toEqual([410, 'used'])
    expect(await db.all(sql`SELECT id FROM user WHERE email = ${email}`)).toHaveLength(1)
  })

  it('that is over, withdrawn or made up says so', async () => {
    const admin = await makeAccount(db, 'admin')
    const browser = await signedIn(db, admin)
    const late = newEmail()
    const over = await invite(browser, { email: late, role: 'packer' })
    const id = await invitationId(late)
    await db.run(sql`UPDATE invitation SET expires_at = ${Date.now() - 1} WHERE id = ${id}`)
    expect(invitationOf(await openBrowser(db).get(over)).state).toBe('expired')
    const form = { name: 'Người mới', password: PASSWORD }
    expect((await openBrowser(db).post(over, form)).status).toBe(409)

    const email = newEmail()
    const back = await invite(browser, { email, role: 'packer' })
    const invitation = await invitationId(email)
    await browser.post('/portal/members/withdraw', { invitation })
    expect(invitationOf(await openBrowser(db).get(back)).state).toBe('withdrawn')
    expect((await openBrowser(db).post(back, form)).status).toBe(409)
    expect((await openBrowser(db).get('/portal/invitations/made-up')).status).toBe(404)
  })

  it('has a link that is shown once, and another when it was lost', async () => {
    const browser = await signedIn(db, await makeAccount(db, 'admin'))
    const email = newEmail()
    const first = await invite(browser, { email, role: 'packer' })
    const list = await browser.get('/portal/members')
    expect(membersOf(list).madeLink).toBeNull()
    expect(JSON.stringify(list.model)).not.toContain(first.split('/').at(-1))
    const invitation = await invitationId(email)
    const renewed = await browser.post('/portal/members/renew', { invitation })
    const second = pathOfMade(renewed)
    expect(second).not.toBe(first)
    expect((await openBrowser(db).get(first)).status).toBe(404)
    expect(browser.letters.at(-1)?.body).toContain(second)
    const answer = await openBrowser(db).post(second, { name: 'Người mới', password: PASSWORD })
    expect(answer.location).toBe('/portal')
    const late = await browser.post('/portal/members/renew', { invitation })
    expect(late.status).toBe(409)
  })

  it('anew takes the place of the one before', async () => {
    const browser = await signedIn(db, await makeAccount(db, 'admin'))
    const email = newEmail()
    const first = await invite(browser, { email, role: 'packer' })
    const second = await invite(browser, { email, role: 'producer' })
    expect(invitationOf(await openBrowser(db).get(first)).state).toBe('withdrawn')
    expect(invitationOf(await openBrowser(db).get(second)).state).toBe('newcomer')
  })

  it('to somebody with an account is accepted only by them, signed in', async () => {
    const admin = await makeAccount(db, 'admin')
    const known = await makeAccount(db, 'producer')
    const path = await invite(await signedIn(db, admin), { email: known.email, role: 'agency' })
    const stranger = openBrowser(db)
    expect(invitationOf(await stranger.get(path)).state).toBe('sign_in')
    // A link alone never sets a password for an account that is there.
    const stolen = await stranger.post(path, { name: 'Kẻ khác', password: 'mật khẩu kẻ khác' })
    expect(stolen.status).toBe(409)
    const other = await signedIn(db, await makeAccount(db, 'officer'))
    expect(invitationOf(await other.get(path)).state).toBe('other')
    expect((await other.post(path)).status).toBe(409)
    const browser = await signedIn(db, known)
    expect(invitationOf(await browser.get(path)).state).toBe('accept')
    expect((await browser.post(path)).location).toBe('/portal')
    // The new organisation is the one worked for from then on.
    expect((await browser.get('/portal/account')).model).toMatchObject({
      portal: { person: { role: 'agency', organisationName: admin.organisationName } },
    })
  })

  it('brings back somebody who was removed from their only organisation, by their password', async () => {
    const producer = await makeAccount(db, 'producer')
    const { organisationId } = producer
    const colleague = await makeAccount(db, 'packer', { organisationId })
    const mine = await signedIn(db, producer)
    const list = membersOf(await mine.get('/portal/members'))
    const { href } = list.members.find(({ email }) => email === colleague.email) ?? {}
    expect((await mine.post(`${href}/remove`)).status).toBe(303)
    const back = openBrowser(db)
    expect((await back.signIn(colleague.email)).status).toBe(400)
    const path = await invite(mine, { email: colleague.email, role: 'packer' })
    expect(invitationOf(await back.get(path)).state).toBe('returning')
    // The link alone, or a new password with it, is not enough.
    const stolen = await back.post(path, { name: 'Kẻ khác', password: 'mật khẩu kẻ khác' })
    expect(stolen.status).toBe(400)
    expect(invitationOf(stolen).form.errors['password']).toContain('chưa đúng')
    expect((await back.get('/portal/account')).status).toBe(401)
    expect((await back.post(path, { password: PASSWORD })).location).toBe('/portal')
    expect((await back.get('/portal/account')).model).toMatchObject({
      portal: { person: { role: 'packer', organisationName: producer.organisationName } },
    })
  })

  it('does not let the password of somebody removed be guessed', async () => {
    const admin = await makeAccount(db, 'admin')
    const gone = await makeAccount(db, 'producer')
    await db.run(sql`DELETE FROM member WHERE user_id = ${gone.userId}`)
    const path = await invite(await signedIn(db, admin), { email: gone.email, role: 'packer' })
    const browser = openBrowser(db, { limits: 'on', address: '203.0.113.90' })
    for (let i = 0; i < 8; i++) {
      expect((await browser.post(path, { password: `sai ${i}` })).status).toBe(400)
    }
    expect((await browser.post(path, { password: PASSWORD })).status).toBe(429)
  })

  it('keeps what was typed when the password is too short, but not the password', async () => {
    const browser = await signedIn(db, await makeAccount(db, 'admin'))
    const path = await invite(browser, { email: newEmail(), role: 'packer' })
    const answer = await openBrowser(db).post(path, { name: 'Người mới', password: 'ngắn' })
    expect(answer.status).toBe(400)
    const { form } = invitationOf(answer)
    expect(form.values).toEqual({ name: 'Người mới' })
    expect(form.errors['password']).toContain('ít nhất 10 ký tự')
  })
})

describe('whoever invites', () => {
  const attempt = async (person: Person, fields: Record<string, string>) =>
    (await signedIn(db, person)).post('/portal/members/invite', { email: newEmail(), ...fields })

  it.each<[Role, string, number]>([
    ['producer', 'producer', 200],
    ['producer', 'packer', 200],
    ['producer', 'officer', 403],
    ['producer', 'admin', 403],
    ['packer', 'inspector', 403],
    ['officer', 'officer', 200],
    ['officer', 'agency', 200],
    ['officer', 'admin', 403],
    ['officer', 'producer', 403],
    ['admin', 'admin', 200],
    ['admin', 'superuser', 400],
  ])('as %s may hand out %s: %i', async (role, given, status) => {
    expect((await attempt(await makeAccount(db, role), { role: given })).status).toBe(status)
  })

  it('hands out no place beyond their own', async () => {
    const officer = await makeAccount(db, 'officer', { place: AN_GIANG })
    const commune = { provinceCode: '91', communeCode: '30544' }
    const local = await makeAccount(db, 'officer', { place: commune })
    const role = 'officer'
    expect((await attempt(officer, { role, province: '91' })).status).toBe(200)
    expect((await attempt(officer, { role, province: '' })).status).toBe(403)
    expect((await attempt(officer, { role, province: '15' })).status).toBe(403)
    expect((await attempt(local, { role, province: '91' })).status).toBe(403)
    expect((await attempt(local, { role, province: '91', commune: 'Long Xuyên' })).status).toBe(403)
    expect((await attempt(local, { role, province: '91', commune: 'Xã Chợ Mới' })).status).toBe(200)
  })

  it('is told of a place that is not there, with what was typed kept', async () => {
    const answer = await attempt(await makeAccount(db, 'admin'), {
      ...{ email: 'can-bo@example.vn', role: 'officer', province: '15', commune: 'Chợ Mới' },
    })
    expect(answer.status).toBe(400)
    expect(membersOf(answer).invite).toMatchObject({
      values: { email: 'can-bo@example.vn', commune: 'Chợ Mới' },
      errors: { commune: 'Không có xã, phường này trong tỉnh đã chọn.' },
    })
  })

  it('does so for their own organisation; only an administrator for any', async () => {
    const foreign = await makeAccount(db, 'producer')
    const organisation = foreign.organisationId
    const producer = await makeAccount(db, 'producer')
    expect((await attempt(producer, { role: 'producer', organisation })).status).toBe(404)
    const admin = await makeAccount(db, 'admin')
    expect((await attempt(admin, { role: 'producer', organisation })).status).toBe(200)
    const list = `/portal/members?organisation=${organisation}`
    expect((await (await signedIn(db, producer)).get(list)).status).toBe(404)
    expect(membersOf(await (await signedIn(db, admin)).get(list)).organisation.id).toBe(
      organisation,
    )
  })

  it('cannot invite a member again', async () => {
    const producer = await makeAccount(db, 'producer')
    const answer = await attempt(producer, { role: 'packer', email: producer.email })
    expect(membersOf(answer).invite.errors['email']).toContain('đã là thành viên')
  })
})

describe('a member', () => {
  const memberId = async (person: Person) => {
    const [row] = await db.all<{ id: string }>(
      sql`SELECT id FROM member WHERE user_id = ${person.userId}`,
    )
    return row?.id ?? ''
  }

  it('gets another role or place, which holds at once and is on record', async () => {
    const officer = await makeAccount(db, 'officer')
    const { organisationId } = officer
    const colleague = await makeAccount(db, 'inspector', { organisationId })
    const theirs = await signedIn(db, colleague)
    const id = await memberId(colleague)
    const fields = { role: 'officer', province: '91', commune: '' }
    const answer = await (await signedIn(db, officer)).post(`/portal/members/${id}/role`, fields)
    expect(answer.location).toBe('/portal/members?done=changed')
    expect((await theirs.get('/portal/account')).model).toMatchObject({
      portal: { person: { role: 'officer' } },
    })
    const [row] = await auditOf('member.role', id)
    expect(JSON.parse(row?.before ?? '')).toMatchObject({ role: 'inspector' })
    expect(JSON.parse(row?.after ?? '')).toMatchObject({ role: 'officer', provinceCode: '91' })
  })

  it('who is removed is nobody from the next request on', async () => {
    const producer = await makeAccount(db, 'producer')
    const { organisationId } = producer
    const colleague = await makeAccount(db, 'packer', { organisationId })
    const theirs = await signedIn(db, colleague)
    const id = await memberId(colleague)
    const mine = await signedIn(db, producer)
    expect((await mine.post(`/portal/members/${id}/remove`)).location).toContain('done=removed')
    expect((await theirs.get('/portal/account')).status).toBe(401)
    expect(await auditOf('member.remove', id)).toHaveLength(1)
    expect((await mine.post(`/portal/members/${id}/remove`)).status).toBe(404)
  })

  it('of another organisation, or of a higher role, is out of reach', async () => {
    const officer = await makeAccount(db, 'officer', { place: AN_GIANG })
    const { organisationId } = officer
    const admin = await makeAccount(db, 'admin', { organisationId })
    const wide = await makeAccount(db, 'officer', { organisationId })
    const foreign = await makeAccount(db, 'officer', { place: AN_GIANG })
    const mine = await signedIn(db, officer)
    for (const [person, status] of [
      [admin, 403],
      [wide, 403],
      [foreign, 404],
    ] as const) {
      const path = `/portal/members/${await memberId(person)}`
      expect((await mine.get(path)).status).toBe(status)
      expect((await mine.post(`${path}/remove`)).status).toBe(status)
      const fields = { role: 'inspector', province: '91' }
      expect((await mine.post(`${path}/role`, fields)).status).toBe(status)
    }
    const self = `/portal/members/${await memberId(officer)}/role`
    expect((await mine.post(self, { role: 'officer', province: '' })).status).toBe(403)
  })

  it('is kept where they are the last administrator', async () => {
    const fresh = await accountsDatabase()
    const [one, two] = [await makeAccount(fresh, 'admin'), await makeAccount(fresh, 'admin')]
    const browser = openBrowser(fresh)
    await browser.signIn(one.email)
    const rows = await fresh.all<{ id: string; userId: string }>(
      sql`SELECT id, user_id AS userId FROM member`,
    )
    const idOf = (person: Person) => rows.find(({ userId }) => userId === person.userId)?.id
    expect((await browser.post(`/portal/members/${idOf(two)}/remove`)).status).toBe(303)
    const role = await browser.post(`/portal/members/${idOf(one)}/role`, { role: 'producer' })
    expect(role.status).toBe(409)
    expect(role.model).toMatchObject({ form: { problem: expect.stringContaining('duy nhất') } })
    expect((await browser.get('/portal/account')).status).toBe(200)
  })

  it('does not shut themselves out with one press', async () => {
    const producer = await makeAccount(db, 'producer')
    const { organisationId } = producer
    await makeAccount(db, 'packer', { organisationId })
    const browser = await signedIn(db, producer)
    const path = `/portal/members/${await memberId(producer)}`
    expect((await browser.get(path)).model).toMatchObject({ self: true })
    const refused = await browser.post(`${path}/remove`)
    expect(refused.status).toBe(409)
    expect(refused.model).toMatchObject({ form: { problem: expect.stringContaining('Không tự') } })
    expect((await browser.get('/portal/account')).status).toBe(200)
  })

  it('is found on a later page of a long list', async () => {
    const producer = await makeAccount(db, 'producer')
    const { organisationId } = producer
    const people = Array.from({ length: 60 }, (_, i) => `p-${organisationId}-${i}`)
    await db.run(sql`INSERT INTO user (id, name, email, created_at, updated_at)
      SELECT value, value, value || '@example.vn', 0, 0 FROM json_each(${JSON.stringify(people)})`)
    await db.run(sql`INSERT INTO member (id, organization_id, user_id, role, created_at)
      SELECT value, ${organisationId}, value, 'packer', 5 FROM json_each(${JSON.stringify(people)})`)
    const browser = await signedIn(db, producer)
    const first = membersOf(await browser.get('/portal/members'))
    expect(first.members).toHaveLength(50)
    const second = membersOf(await browser.get(first.paging.olderHref ?? ''))
    expect(second.members).toHaveLength(11)
    expect(second.paging.olderHref).toBeNull()
    const names = new Set([...first.members, ...second.members].map(({ email }) => email))
    expect(names.size).toBe(61)
  })
})
