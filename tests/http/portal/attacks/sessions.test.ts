import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import { openSession } from '../../../../worker/http/accounts/open-session.ts'
import { sessionCookie } from '../../../../worker/http/accounts/session-cookie.ts'
import {
  accountsDatabase,
  makeAccount,
  openBrowser,
  SETTINGS,
} from '../../../support/accounts-app.ts'

const COOKIE = '__Secure-goc.session_token'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

type Row = Readonly<Record<string, string | number | null>>
const sessionsOf = (userId: string) =>
  db.all<Row>(sql`SELECT * FROM session WHERE user_id = ${userId}`)

/** A cookie as one would have it who knows GOC_AUTH_SECRET too. */
const signed = (token: string) => /=([^;]*)/.exec(sessionCookie(token, SETTINGS))?.[1] ?? ''

async function statusWith(cookie: string): Promise<number> {
  const thief = openBrowser(db)
  thief.cookies.set(COOKIE, cookie)
  return (await thief.get('/portal/account')).status
}

describe('a copy of the sessions', () => {
  it('opens nothing, even with the secret that signs cookies', async () => {
    const person = await makeAccount(db, 'admin')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const [row] = await sessionsOf(person.userId)
    for (const value of Object.values(row ?? {})) {
      expect(await statusWith(signed(String(value)))).toBe(401)
    }
    const token = decodeURIComponent(browser.cookies.get(COOKIE) ?? '').split('.')[0] ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(row?.['token']).toBe(createHash('sha256').update(token).digest('base64url'))
    expect(JSON.stringify(row)).not.toContain(token)
    expect(await statusWith(signed(token))).toBe(200)
  })

  it('of a version that kept tokens as they are opens nothing any more', async () => {
    const person = await makeAccount(db, 'admin')
    const [token, now] = ['an-old-token-of-thirty-two-letters', Date.now()]
    await db.run(sql`INSERT INTO session (id, expires_at, token, created_at, updated_at, user_id)
      VALUES ('old', ${now + 86_400_000}, ${token}, ${now}, ${now}, ${person.userId})`)
    expect(await statusWith(signed(token))).toBe(401)
  })
})

describe('a session that was in the browser before somebody signed in', () => {
  it('is not taken over: invented ones stay unknown', async () => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    const planted = signed('chosen-by-somebody-else')
    browser.cookies.set(COOKIE, planted)
    expect((await browser.signIn(person.email)).status).toBe(303)
    expect(browser.cookies.get(COOKIE)).not.toBe(planted)
    expect(await statusWith(planted)).toBe(401)
    expect(await statusWith(browser.cookies.get(COOKIE) ?? '')).toBe(200)
  })

  it('ends, so that nothing of it is left open', async () => {
    const [stranger, person] = [await makeAccount(db, 'officer'), await makeAccount(db, 'producer')]
    const browser = openBrowser(db)
    await browser.signIn(stranger.email)
    const planted = browser.cookies.get(COOKIE) ?? ''
    await browser.signIn(person.email)
    expect(await statusWith(planted)).toBe(401)
    expect(await sessionsOf(stranger.userId)).toEqual([])
    expect(await sessionsOf(person.userId)).toHaveLength(1)
  })

  it('goes on where the password was wrong', async () => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    await browser.signIn(person.email, 'sai mật khẩu rồi')
    expect((await browser.get('/portal/account')).status).toBe(200)
  })
})

describe('a sign-in', () => {
  it('opens nothing once what proved it was changed meanwhile', async () => {
    const { userId } = await makeAccount(db, 'producer')
    const opened = await openSession({
      ...{ db, settings: SETTINGS, headers: new Headers(), userId },
      proof: { stands: sql`1 = 2`, statements: [] },
    })
    expect(opened).toEqual({ kind: 'proof_gone' })
    expect(await sessionsOf(userId)).toEqual([])
  })

  it.each([
    ['a very long password', 'x'.repeat(100_000)],
    ['a password that holds NUL', 'x\u0000y'],
    ['a password of half a letter', '\ud83d'],
  ])('is refused with %s as with any other', async (_, password) => {
    const person = await makeAccount(db, 'producer')
    expect((await openBrowser(db).signIn(person.email, password)).status).toBe(400)
  })

  it('keeps of what the browser calls itself no more than a line', async () => {
    const person = await makeAccount(db, 'producer')
    const { status } = await openBrowser(db).fetch('/portal/sign-in', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'user-agent': `${'a'.repeat(9_000)}\u0085` },
      body: new URLSearchParams({ email: person.email, password: 'một câu ngắn dễ nhớ' }),
    })
    const [row] = await sessionsOf(person.userId)
    expect([status, String(row?.['user_agent'])]).toEqual([303, 'a'.repeat(512)])
  })
})
