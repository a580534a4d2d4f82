import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { accountsDatabase, makeAccount, openBrowser } from '../../support/accounts-app.ts'
import { challengeOf, device, send } from '../../support/passkey-ceremony.ts'
import { softwareAuthenticator } from '../../support/software-authenticator.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

async function withPasskey() {
  const person = await makeAccount(db, 'officer')
  const browser = openBrowser(db)
  await browser.signIn(person.email)
  const authenticator = device()
  const challenge = await challengeOf(browser, 'generate-register-options')
  const response = authenticator.create(challenge)
  const added = await send(browser, 'verify-registration', { response, name: 'Điện thoại' })
  return { person, browser, authenticator, added }
}

describe('a passkey', () => {
  it('is added by its owner, is on record, and signs in without a password', async () => {
    const { person, browser, authenticator, added } = await withPasskey()
    expect(added.status).toBe(200)
    expect((await browser.get('/portal/account')).model).toMatchObject({
      passkeys: [{ name: 'Điện thoại' }],
    })
    const rows = await db.all(sql`SELECT action, actor FROM audit_log
      WHERE entity = 'user' AND entity_id = ${person.userId}`)
    expect(rows).toEqual([{ action: 'account.passkey_add', actor: `user:${person.userId}` }])

    const phone = openBrowser(db)
    const challenge = await challengeOf(phone, 'generate-authenticate-options')
    const response = authenticator.get(challenge)
    expect((await send(phone, 'verify-authentication', { response })).status).toBe(200)
    expect((await phone.get('/portal/account')).model).toMatchObject({ email: person.email })
  })

  it('is called what its owner typed, without what nobody can see', async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const challenge = await challengeOf(browser, 'generate-register-options')
    const name = `${'Điện thoại'.normalize('NFD')}\u202e\ud83d\u0000`
    const added = await send(browser, 'verify-registration', {
      response: device().create(challenge),
      name,
    })
    expect(added.status).toBe(200)
    expect((await browser.get('/portal/account')).model).toMatchObject({
      passkeys: [{ name: 'Điện thoại\ufffd' }],
    })
  })

  it('answers a challenge once, and only on our own pages', async () => {
    const { authenticator } = await withPasskey()
    const phone = openBrowser(db)
    const challenge = await challengeOf(phone, 'generate-authenticate-options')
    const response = authenticator.get(challenge)
    const elsewhere = { origin: 'https://evil.example' }
    expect((await send(phone, 'verify-authentication', { response }, elsewhere)).status).toBe(403)
    expect((await send(phone, 'verify-authentication', { response })).status).toBe(200)
    const again = await send(openBrowser(db), 'verify-authentication', { response })
    expect(again.status).toBe(400)
    phone.cookies.delete('__Secure-goc.session_token')
    expect((await send(phone, 'verify-authentication', { response })).status).toBe(400)
  })

  it('of another device, or made for another site, opens nothing', async () => {
    await withPasskey()
    const phone = openBrowser(db)
    const challenge = await challengeOf(phone, 'generate-authenticate-options')
    const response = device().get(challenge)
    expect((await send(phone, 'verify-authentication', { response })).status).toBe(401)
    const { authenticator } = await withPasskey()
    const phished = softwareAuthenticator({ origin: 'https://evil.example', rpId: 'evil.example' })
    const other = await challengeOf(phone, 'generate-authenticate-options')
    const mixed = { ...phished.get(other), id: authenticator.get(other).id }
    expect((await send(phone, 'verify-authentication', { response: mixed })).status).toBe(400)
    expect(phone.cookies.has('__Secure-goc.session_token')).toBe(false)
  })

  it('is not added in a session older than a day', async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const old = Date.now() - 2 * 86_400_000
    await db.run(sql`UPDATE session SET created_at = ${old} WHERE user_id = ${person.userId}`)
    const { status } = await browser.fetch('/api/auth/passkey/generate-register-options')
    expect(status).toBe(403)
  })

  it('of somebody who was removed signs them in to nothing', async () => {
    const { person, authenticator } = await withPasskey()
    await db.run(sql`DELETE FROM member WHERE user_id = ${person.userId}`)
    const phone = openBrowser(db)
    const challenge = await challengeOf(phone, 'generate-authenticate-options')
    await send(phone, 'verify-authentication', { response: authenticator.get(challenge) })
    expect((await phone.get('/portal/account')).status).toBe(401)
  })
})
