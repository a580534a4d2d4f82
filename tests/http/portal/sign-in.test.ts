import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { signedInQuery } from '../../../db/queries/accounts-sessions.ts'
import type { AccountModel } from '../../../site/models/account.ts'
import { sessionCookie } from '../../../worker/http/accounts/session-cookie.ts'
import {
  AGENT,
  type Answer,
  accountsDatabase,
  makeAccount,
  ORIGIN,
  openBrowser,
  PASSWORD,
  SETTINGS,
} from '../../support/accounts-app.ts'
import { makeContext, makeOrganisation } from '../../support/factories.ts'
import { makePerson } from '../../support/portal-app.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

function accountOf({ model }: Answer): AccountModel {
  if (model?.kind !== 'portal/account') throw new Error('this is not the account page')
  return model
}

const COOKIE = '__Secure-goc.session_token'

describe('signing in', () => {
  it('opens the portal with e-mail and password, in any case of letters', async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(db)
    expect((await browser.get('/portal/account')).status).toBe(401)
    const answer = await browser.signIn(` ${person.email.toUpperCase()} `)
    expect([answer.status, answer.location]).toEqual([303, '/portal'])
    const account = await browser.get('/portal/account')
    expect(account.status).toBe(200)
    expect(account.model).toMatchObject({
      kind: 'portal/account',
      email: person.email,
      portal: { person: { name: person.name, role: 'officer', organisations: 1 } },
    })
  })

  it('sets cookies that scripts cannot read and that other sites do not send', async () => {
    const person = await makeAccount(db, 'producer')
    const { response } = await openBrowser(db).signIn(person.email)
    const [cookie = '', device = '', ...others] = response.headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(
      /^__Secure-goc\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(device).toMatch(/^__Secure-goc\.device=[^;]+; .*; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('does not tell which of the two was wrong, and keeps the e-mail', async () => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    const wrong = await browser.signIn(person.email, 'không phải câu này')
    const nobody = await browser.signIn('khong-co-ai@example.vn')
    const broken = await browser.signIn('không phải địa chỉ')
    for (const answer of [wrong, nobody, broken]) expect(answer.status).toBe(400)
    expect(wrong.model).toMatchObject({ kind: 'portal/sign-in', email: person.email })
    const texts = [wrong, nobody, broken].map(({ model }) => (model as { error: string }).error)
    expect(new Set(texts)).toEqual(new Set(['Thư điện tử hoặc mật khẩu chưa đúng.']))
    expect(browser.cookies.size).toBe(0)
  })

  it('tells somebody who works for no organisation (any more), and leaves no session', async () => {
    const person = await makeAccount(db, 'packer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    await db.run(sql`DELETE FROM member WHERE user_id = ${person.userId}`)
    expect((await browser.get('/portal/account')).status).toBe(401)
    const answer = await openBrowser(db).signIn(person.email)
    expect(answer.model).toMatchObject({ error: expect.stringContaining('không thuộc đơn vị nào') })
    expect(answer.response.headers.getSetCookie()).toEqual([])
  })

  it('refuses a form sent from another site', async () => {
    const person = await makeAccount(db, 'admin')
    const body = new URLSearchParams({ email: person.email, password: PASSWORD })
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    const answer = await openBrowser(db).fetch('/portal/sign-in', { method: 'POST', headers, body })
    expect(answer.status).toBe(403)
    expect(answer.response.headers.getSetCookie()).toEqual([])
  })

  it.each([
    ['/portal/codes?q=a%20b', '/portal/codes?q=a%20b'],
    ['https://evil.example/portal', '/portal'],
    ['//evil.example/portal', '/portal'],
    ['/portal/../../evil', '/portal'],
    ['/portal\\@evil.example', '/portal'],
    ['/portalevil', '/portal'],
    ['/portal/sign-out', '/portal'],
    ['javascript:alert(1)', '/portal'],
  ])('goes on to %s only within the portal', async (next, where) => {
    const person = await makeAccount(db, 'officer')
    const fields = { email: person.email, password: PASSWORD, next, nextMethod: 'GET' }
    expect((await openBrowser(db).post('/portal/sign-in', fields)).location).toBe(where)
  })
})

describe('who is signed in', () => {
  const row = (token: string) => ({ [COOKIE]: token })
  const withCookie = (cookie: Record<string, string>) => {
    const browser = openBrowser(db)
    for (const [name, value] of Object.entries(cookie)) browser.cookies.set(name, value)
    return browser.get('/portal/account')
  }

  it('is nobody with a forged, cut, foreign or unsigned cookie', async () => {
    const person = await makeAccount(db, 'admin')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const real = browser.cookies.get(COOKIE) ?? ''
    const token = decodeURIComponent(real).split('.')[0] ?? ''
    const foreign = sessionCookie(token, { ...SETTINGS, GOC_AUTH_SECRET: 'another secret' })
    const foreignValue = /=([^;]+);/.exec(foreign)?.[1] ?? ''
    for (const value of [
      token,
      `${token}.`,
      real.slice(0, -8),
      `x${real}`,
      foreignValue,
      '.',
      '',
    ]) {
      expect((await withCookie(row(value))).status).toBe(401)
    }
    expect((await withCookie({ [COOKIE]: real })).status).toBe(200)
    // The name a page without TLS would have set does not count under TLS.
    expect((await withCookie({ 'goc.session_token': real })).status).toBe(401)
  })

  it('is nobody once the session is over', async () => {
    const person = await makeAccount(db, 'admin')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    await db.run(
      sql`UPDATE session SET expires_at = ${Date.now() - 1} WHERE user_id = ${person.userId}`,
    )
    expect((await browser.get('/portal/account')).status).toBe(401)
  })

  it('is prolonged once a day and not on every request', async () => {
    const person = await makeAccount(db, 'admin')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    // The first page tells the browser that its owner inspects.
    await browser.get('/portal/account')
    expect((await browser.get('/portal/account')).response.headers.getSetCookie()).toEqual([])
    const soon = Date.now() + 3 * 86_400_000
    await db.run(sql`UPDATE session SET expires_at = ${soon} WHERE user_id = ${person.userId}`)
    const { response } = await browser.get('/portal/account')
    expect(response.headers.getSetCookie()[0]).toContain('Max-Age=604800')
    const [session] = await db.all<{ expires: number }>(
      sql`SELECT expires_at AS expires FROM session WHERE user_id = ${person.userId}`,
    )
    expect(session?.expires).toBeGreaterThan(Date.now() + 6.9 * 86_400_000)
    const again = await browser.get('/portal/account')
    expect(again.response.headers.getSetCookie()).toEqual([])
    expect(again.status).toBe(200)
  })

  it('holds the role that stands in the register, whatever the request claims', async () => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const headers = { 'x-role': 'admin', 'x-goc-role': 'admin' }
    expect((await browser.fetch('/portal/audit?role=admin', { headers })).status).toBeOneOf([
      403, 404,
    ])
    await db.run(sql`UPDATE member SET role = 'superuser' WHERE user_id = ${person.userId}`)
    expect((await browser.get('/portal/account')).status).toBe(401)
  })

  it('works for the organisation last chosen, and only for one of their own', async () => {
    const person = await makeAccount(db, 'officer')
    const second = await makeOrganisation(makeContext(db))
    const foreign = await makeOrganisation(makeContext(db))
    await db.run(sql`INSERT INTO member (id, organization_id, user_id, role, created_at)
      VALUES (${`m-${second.id}`}, ${second.id}, ${person.userId}, 'producer', ${Date.now()})`)
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const choose = (organisation: string) =>
      browser.post('/portal/account/organisation', { organisation })
    expect((await choose(second.id)).location).toBe('/portal/account?done=switched')
    expect((await browser.get('/portal/account')).model).toMatchObject({
      portal: { person: { role: 'producer', organisationName: second.name, organisations: 2 } },
    })
    expect((await choose(foreign.id)).status).toBe(404)
    // One that was chosen and left counts no more.
    await db.run(
      sql`UPDATE session SET active_organization_id = ${foreign.id} WHERE user_id = ${person.userId}`,
    )
    expect((await browser.get('/portal/account')).model).toMatchObject({
      portal: { person: { role: 'officer', organisationName: person.organisationName } },
    })
  })

  it('is read in one statement, by indexes alone', async () => {
    const query = signedInQuery(db, { tokenHash: 'x', now: 0 }).getSQL()
    const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
    const steps = plan.map(({ detail }) => detail)
    expect(steps.filter((step) => /^SCAN (?!\(subquery)/.test(step))).toEqual([])
    expect(steps.join('\n')).toMatch(/SEARCH session USING INDEX session_token_unique/)
    expect(steps.join('\n')).toMatch(/SEARCH n USING (?:COVERING )?INDEX notification_unread/)
  })
})

describe('signing out', () => {
  it('ends the session here, elsewhere, or everywhere', async () => {
    const person = await makeAccount(db, 'inspector')
    const [phone, desk, lost] = [openBrowser(db), openBrowser(db), openBrowser(db)]
    for (const browser of [phone, desk, lost]) await browser.signIn(person.email)
    const stale = new Map(phone.cookies)
    expect((await phone.post('/portal/sign-out')).location).toBe('/portal/sign-in?done=out')
    for (const [name, value] of stale) phone.cookies.set(name, value)
    expect((await phone.get('/portal/account')).status).toBe(401)

    const page = await desk.get('/portal/account')
    const sessions = accountOf(page).sessions
    expect(sessions).toHaveLength(2)
    expect(sessions[0]?.device).toBe('Chrome trên Android')
    const other = sessions.find(({ here }) => !here)?.id ?? ''
    await desk.post('/portal/account/sessions/end', { session: other })
    expect((await lost.get('/portal/account')).status).toBe(401)
    expect((await desk.get('/portal/account')).status).toBe(200)

    await phone.signIn(person.email)
    expect((await desk.post('/portal/account/sign-out-everywhere')).location).toBe(
      '/portal/sign-in?done=everywhere',
    )
    expect((await phone.get('/portal/account')).status).toBe(401)
    expect((await desk.get('/portal/account')).status).toBe(401)
  })

  it('leaves sessions of other people alone', async () => {
    const [one, two] = [await makeAccount(db, 'officer'), await makeAccount(db, 'officer')]
    const [first, second] = [openBrowser(db), openBrowser(db)]
    await first.signIn(one.email)
    await second.signIn(two.email)
    const page = await first.get('/portal/account')
    const id = accountOf(page).sessions[0]?.id ?? ''
    await second.post('/portal/account/sessions/end', { session: id })
    expect((await first.get('/portal/account')).status).toBe(200)
  })
})

describe('routes under /api/auth/', () => {
  it.each([
    ['POST', '/api/auth/sign-up/email'],
    ['POST', '/api/auth/sign-in/email'],
    ['GET', '/api/auth/get-session'],
    ['POST', '/api/auth/organization/create'],
    ['POST', '/api/auth/organization/invite-member'],
    ['POST', '/api/auth/organization/update-member-role'],
    ['POST', '/api/auth/change-password'],
    ['POST', '/api/auth/request-password-reset'],
    ['GET', '/api/auth/passkey/list-user-passkeys'],
    ['POST', '/api/auth/passkey/delete-passkey'],
    ['POST', '/api/auth/passkey/generate-register-options'],
    ['GET', '/api/auth/ok'],
    ['GET', '/api/auth/passkey/generate-register-options/'],
    ['GET', '/api/auth//passkey/generate-register-options'],
  ])('%s %s is not there', async (method, path) => {
    const person = await makeAccount(db, 'admin')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const headers = { origin: ORIGIN, 'content-type': 'application/json' }
    const init = method === 'POST' ? { method, headers, body: '{}' } : { method }
    expect((await browser.fetch(path, init)).status).toBe(404)
  })

  it('give the beginning of a passkey to somebody signed in, and to nobody else', async () => {
    const person = await makeAccount(db, 'admin')
    const browser = openBrowser(db)
    const path = '/api/auth/passkey/generate-register-options'
    expect((await browser.fetch(path)).status).toBe(401)
    await browser.signIn(person.email)
    const { response } = await browser.fetch(path)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ rp: { name: 'Gốc', id: 'tem.example.vn' } })
    const stolen = { 'sec-fetch-site': 'cross-site' }
    expect((await browser.fetch(path, { headers: stolen })).status).toBe(403)
  })

  it('refuse a passkey that nobody made', async () => {
    const browser = openBrowser(db)
    const options = await browser.fetch('/api/auth/passkey/generate-authenticate-options')
    expect(options.status).toBe(200)
    const answer = await browser.fetch('/api/auth/passkey/verify-authentication', {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json', 'user-agent': AGENT },
      body: JSON.stringify({ response: { id: 'x', response: {} } }),
    })
    expect(answer.status).toBe(401)
    expect(browser.cookies.has(COOKIE)).toBe(false)
  })
})

describe('a person without a password', () => {
  it('cannot sign in with an empty one', async () => {
    const person = await makePerson(db, 'officer')
    expect((await openBrowser(db).signIn(person.email, '')).status).toBe(400)
  })
})
