import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { AccountModel } from '../../../site/models/account.ts'
import {
  type Answer,
  accountsDatabase,
  type Browser,
  makeAccount,
  openBrowser,
  PASSWORD,
} from '../../support/accounts-app.ts'
import { makePerson } from '../../support/portal-app.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

const NEW = 'một câu khác cũng dễ nhớ'

function accountOf({ model }: Answer): AccountModel {
  if (model?.kind !== 'portal/account') throw new Error('this is not the account page')
  return model
}

const auditOf = (userId: string) =>
  db.all<{ action: string }>(
    sql`SELECT action FROM audit_log WHERE entity = 'user' AND entity_id = ${userId} ORDER BY seq`,
  )

describe('changing one’s password', () => {
  const change = (browser: Browser, currentPassword: string, newPassword: string) =>
    browser.post('/portal/account/password', { currentPassword, newPassword })

  it('needs the present one, ends the other sessions and keeps this one', async () => {
    const person = await makeAccount(db, 'producer')
    const [here, elsewhere] = [openBrowser(db), openBrowser(db)]
    await here.signIn(person.email)
    await elsewhere.signIn(person.email)
    const wrong = await change(here, 'không phải', NEW)
    expect(wrong.status).toBe(400)
    expect(accountOf(wrong).passwordForm).toMatchObject({
      values: {},
      errors: { currentPassword: 'Mật khẩu hiện nay chưa đúng.' },
    })
    expect((await change(here, PASSWORD, NEW)).location).toBe('/portal/account?done=password')
    expect((await here.get('/portal/account')).status).toBe(200)
    expect((await elsewhere.get('/portal/account')).status).toBe(401)
    expect((await openBrowser(db).signIn(person.email)).status).toBe(400)
    expect((await openBrowser(db).signIn(person.email, NEW)).status).toBe(303)
    expect(await auditOf(person.userId)).toEqual([{ action: 'account.password' }])
  })

  it.each(['ngắn', PASSWORD])('refuses %s', async (password) => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const answer = await change(browser, PASSWORD, password)
    expect(accountOf(answer).passwordForm.errors['newPassword']).toBeTypeOf('string')
  })

  it('takes the same letters typed composed or not', async () => {
    const person = await makeAccount(db, 'producer')
    const answer = await openBrowser(db).signIn(person.email, PASSWORD.normalize('NFD'))
    expect(answer.status).toBe(303)
  })
})

describe('a forgotten password', () => {
  const linkFor = async (email: string): Promise<string | null> => {
    const browser = openBrowser(db)
    const answer = await browser.post('/portal/forgot-password', { email })
    expect([answer.status, answer.model]).toMatchObject([200, { sent: true }])
    await browser.settle()
    const letter = browser.letters.findLast(({ to }) => to === email)
    const url = /https:\S+/.exec(letter?.body ?? '')?.[0]
    return url === undefined ? null : new URL(url).pathname + new URL(url).search
  }
  const tokenOf = (path: string | null) =>
    new URLSearchParams(path?.split('?')[1]).get('token') ?? ''
  const set = (path: string | null, newPassword: string) =>
    openBrowser(db).post('/portal/reset-password', { token: tokenOf(path), newPassword })

  it('is set anew by the link of a letter, once, and ends every session', async () => {
    const person = await makeAccount(db, 'officer')
    const old = openBrowser(db)
    await old.signIn(person.email)
    const path = await linkFor(person.email)
    expect((await openBrowser(db).get(path ?? '')).model).toMatchObject({ open: true })
    expect((await set(path, 'ngắn')).status).toBe(400)
    expect((await set(path, NEW)).location).toBe('/portal/sign-in?done=reset')
    expect((await old.get('/portal/account')).status).toBe(401)
    expect((await openBrowser(db).signIn(person.email, NEW)).status).toBe(303)
    expect((await set(path, 'một câu thứ ba dài hơn')).status).toBe(409)
    expect((await openBrowser(db).get(path ?? '')).model).toMatchObject({ open: false })
    expect(await auditOf(person.userId)).toEqual([{ action: 'account.password_reset' }])
  })

  it('answers the same for an address without an account, and writes no letter', async () => {
    expect(await linkFor('khong-co-ai-ca@example.vn')).toBeNull()
    const person = await makePerson(db, 'officer')
    expect(await linkFor(person.email)).toBeNull()
  })

  it('has no use for the other links once one was used, nor after an hour', async () => {
    const person = await makeAccount(db, 'officer')
    const [first, second] = [await linkFor(person.email), await linkFor(person.email)]
    expect(tokenOf(first)).not.toBe(tokenOf(second))
    expect((await set(second, NEW)).status).toBe(303)
    expect((await set(first, PASSWORD)).status).toBe(409)
    const third = await linkFor(person.email)
    await db.run(sql`UPDATE verification SET expires_at = ${Date.now() - 1}`)
    expect((await set(third, PASSWORD)).status).toBe(409)
  })

  it('leaves nothing in the database that opens anything', async () => {
    const person = await makeAccount(db, 'officer')
    const token = tokenOf(await linkFor(person.email))
    const rows = JSON.stringify(await db.all(sql`SELECT * FROM verification`))
    expect(rows).not.toContain(token)
  })
})

describe('passkeys', () => {
  const add = (userId: string, id: string) =>
    db.run(sql`INSERT INTO passkey (id, name, public_key, user_id, credential_id, counter,
        device_type, backed_up, created_at)
      VALUES (${id}, 'Điện thoại', 'x', ${userId}, ${`c-${id}`}, 0, 'multiDevice', 1, ${Date.now()})`)

  it('are listed and taken away by their owner alone, and that is on record', async () => {
    const [owner, other] = [await makeAccount(db, 'officer'), await makeAccount(db, 'officer')]
    await add(owner.userId, 'key-1')
    const [mine, theirs] = [openBrowser(db), openBrowser(db)]
    await mine.signIn(owner.email)
    await theirs.signIn(other.email)
    expect(accountOf(await mine.get('/portal/account')).passkeys).toMatchObject([
      { id: 'key-1', name: 'Điện thoại' },
    ])
    const fields = { passkey: 'key-1' }
    expect((await theirs.post('/portal/account/passkeys/remove', fields)).status).toBe(404)
    expect((await mine.post('/portal/account/passkeys/remove', fields)).status).toBe(303)
    expect(accountOf(await mine.get('/portal/account')).passkeys).toEqual([])
    expect(await auditOf(owner.userId)).toEqual([{ action: 'account.passkey_remove' }])
  })
})
