import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import { passkey } from '../../../../db/schema/index.ts'
import {
  accountsDatabase,
  makeAccount,
  ORIGIN,
  openBrowser,
} from '../../../support/accounts-app.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

describe('routes that libraries for accounts have', () => {
  it.each([
    ...[
      'sign-in/email',
      'sign-up/email',
      'sign-out',
      'get-session',
      'list-sessions',
      'update-user',
    ],
    ...[
      'change-password',
      'change-email',
      'delete-user',
      'reset-password',
      'request-password-reset',
    ],
    ...['forget-password', 'revoke-session', 'revoke-sessions', 'set-password', 'link-social'],
    ...['organization/create', 'organization/invite-member', 'organization/accept-invitation'],
    ...['organization/update-member-role', 'organization/set-active', 'organization/list-members'],
    ...['organization/add-member', 'organization/leave', 'organization/get-full-organization'],
    ...['passkey/list-user-passkeys', 'passkey/delete-passkey', 'passkey/update-passkey', 'ok'],
    ...[
      'passkey/verify-registration/',
      'passkey/../sign-in/email',
      'passkey%2Fverify-registration',
    ],
    ...['error', 'verify-email', 'callback/github', 'sign-in/social', 'token', 'account-info'],
  ])('are not there: %s', async (name) => {
    const person = await makeAccount(db, 'admin')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await browser.fetch(`/api/auth/${name}`, {
        method,
        headers: {
          ...{ 'sec-fetch-site': 'same-origin', origin: ORIGIN },
          'content-type': 'application/json',
        },
        ...(method === 'GET' ? {} : { body: JSON.stringify({ email: person.email }) }),
      })
      expect([method, answer.status]).toEqual([method, expect.toBeOneOf([404, 405])])
    }
  })
})

describe('attempts to sign in', () => {
  it.each([
    ['the case of the address', (email: string, i: number) => mixed(email, i)],
    ['blanks around it', (email: string, i: number) => `${' '.repeat(i)}${email}\u00a0\t`],
  ])('are counted together whatever %s', async (_, spelled) => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db, { limits: 'on', address: '192.0.2.1' })
    const statuses: number[] = []
    for (let i = 0; i < 9; i++) {
      statuses.push((await browser.signIn(spelled(person.email, i), 'sai mật khẩu rồi')).status)
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 429])
    expect((await browser.signIn(person.email)).status).toBe(429)
  })

  it('are counted together whatever the request says of where it comes from', async () => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db, { limits: 'on', address: '192.0.2.2' })
    let last = 0
    for (let i = 0; i < 9; i++) {
      const answer = await browser.fetch('/portal/sign-in', {
        method: 'POST',
        headers: {
          ...{ 'sec-fetch-site': 'same-origin', 'x-forwarded-for': `203.0.113.${i}` },
          ...{ 'x-real-ip': `203.0.113.${i}`, forwarded: `for=203.0.113.${i}` },
        },
        body: new URLSearchParams({ email: person.email, password: 'sai mật khẩu rồi' }),
      })
      last = answer.status
    }
    expect(last).toBe(429)
  })

  it('answer alike whether or not the address has an account', async () => {
    const person = await makeAccount(db, 'producer')
    const ask = async (email: string) => {
      const { status, model } = await openBrowser(db).signIn(email, 'sai mật khẩu rồi')
      return [status, JSON.stringify(model).replaceAll(email, '…')]
    }
    expect(await ask('khong-co-ai@example.vn')).toEqual(await ask(person.email))
    const forgot = async (email: string) => {
      const answer = await openBrowser(db).post('/portal/forgot-password', { email })
      return [answer.status, JSON.stringify(answer.model).replaceAll(email, '…')]
    }
    expect(await forgot('khong-co-ai@example.vn')).toEqual(await forgot(person.email))
  })
})

function mixed(email: string, i: number): string {
  return [...email].map((c, at) => ((at + i) % 3 === 0 ? c.toUpperCase() : c)).join('')
}

describe('a link for a new password', () => {
  async function link(email: string): Promise<string> {
    const browser = openBrowser(db)
    await browser.post('/portal/forgot-password', { email })
    const letter = browser.letters.findLast(({ to }) => to === email)
    return /token=([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''
  }

  it('is used once, ends every session and every other link', async () => {
    const person = await makeAccount(db, 'producer')
    const old = openBrowser(db)
    await old.signIn(person.email)
    const [first, second] = [await link(person.email), await link(person.email)]
    expect(first).not.toBe(second)
    const newPassword = 'một câu khác hẳn câu cũ'
    const browser = openBrowser(db)
    const done = await browser.post('/portal/reset-password', { token: first, newPassword })
    expect(done.status).toBe(303)
    expect((await old.get('/portal')).status).toBe(401)
    for (const token of [first, second, '', 'x', `${second}x`, second.toUpperCase()]) {
      const fields = { token, newPassword: 'câu của kẻ khác đặt vào' }
      expect((await browser.post('/portal/reset-password', fields)).status).toBe(409)
    }
    expect((await openBrowser(db).signIn(person.email, newPassword)).status).toBe(303)
  })

  it('shuts out whoever else got in: their passkeys end with it', async () => {
    const person = await makeAccount(db, 'producer')
    const other = await makeAccount(db, 'producer')
    for (const { userId } of [person, other]) {
      await db.insert(passkey).values({
        ...{ id: `key-${userId}`, publicKey: 'x', userId, credentialID: `c-${userId}` },
        ...{ counter: 0, deviceType: 'singleDevice', backedUp: false },
      })
    }
    const fields = { token: await link(person.email), newPassword: 'một câu khác hẳn câu cũ' }
    expect((await openBrowser(db).post('/portal/reset-password', fields)).status).toBe(303)
    const left = await db.all(sql`SELECT user_id AS u FROM passkey
      WHERE user_id IN (${person.userId}, ${other.userId})`)
    expect(left).toEqual([{ u: other.userId }])
  })

  it('stands in the database as a hash alone', async () => {
    const person = await makeAccount(db, 'producer')
    const token = await link(person.email)
    const rows = JSON.stringify(await db.all(sql`SELECT * FROM verification`))
    expect(token.length).toBeGreaterThan(40)
    expect(rows).not.toContain(token)
  })
})
