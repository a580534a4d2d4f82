import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import {
  accountsDatabase,
  makeAccount,
  ORIGIN,
  openBrowser,
  PASSWORD,
} from '../../../support/accounts-app.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

const OUTSIDE = [
  ...[
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/portal',
    '/portal/..//evil.example',
  ],
  ...['/portal/%2e%2e//evil.example', '/portal/../../evil', '\t//evil.example', '/portalevil'],
  ...['javascript:alert(1)', '/portal\r\nset-cookie: a=b', '/portal/%2e%2e/%2e%2e/codes'],
  ...['/portal@evil.example', 'portal', '/PORTAL/', '/portal/../open-data', '/portal\u2028//evil'],
]

describe('after signing in', () => {
  it.each(OUTSIDE)('nobody is led out of the portal by next=%j', async (next) => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    const fields = { email: person.email, password: PASSWORD, next, nextMethod: 'GET' }
    const answer = await browser.post('/portal/sign-in', fields)
    expect(answer.status).toBe(303)
    const url = new URL(answer.location ?? '', ORIGIN)
    expect(url.origin).toBe(ORIGIN)
    expect(url.pathname).toMatch(/^\/portal(?:\/|$)/)
    const again = await browser.get(`/portal/sign-in?next=${encodeURIComponent(next)}`)
    const there = new URL(again.location ?? '', ORIGIN)
    expect([there.origin, there.pathname]).toEqual([ORIGIN, expect.stringMatching(/^\/portal/)])
  })

  it.each(OUTSIDE)('no form that waited is sent out of the portal by next=%j', async (next) => {
    const person = await makeAccount(db, 'producer')
    const fields = { email: person.email, password: PASSWORD, next, nextMethod: 'POST' }
    const { model } = await openBrowser(db).post('/portal/sign-in', { ...fields, 'keep.name': 'x' })
    if (model?.kind !== 'portal/resume') throw new Error('there is no form that waits')
    const url = new URL(model.path, ORIGIN)
    expect([url.origin, url.pathname]).toEqual([ORIGIN, expect.stringMatching(/^\/portal(\/|$)/)])
  })

  it('has a session of its own: one that was planted before is not taken over', async () => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    await browser.signIn((await makeAccount(db, 'producer')).email)
    const planted = new Map(browser.cookies)
    await browser.signIn(person.email)
    const fixed = openBrowser(db)
    for (const [name, value] of planted) fixed.cookies.set(name, value)
    const { model } = await fixed.get('/portal/account')
    expect(JSON.stringify(model)).not.toContain(person.email)
    expect(browser.cookies.get('__Secure-goc.session_token')).not.toBe(
      planted.get('__Secure-goc.session_token'),
    )
  })
})

describe('the cookie of a session', () => {
  it('is for this host, for HTTPS and not for script', async () => {
    const person = await makeAccount(db, 'producer')
    const answer = await openBrowser(db).signIn(person.email)
    const lines = answer.response.headers.getSetCookie().filter((line) => line.includes('session'))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line).toMatch(/^__Secure-goc\./)
      expect(line).toMatch(/; HttpOnly/i)
      expect(line).toMatch(/; Secure/i)
      expect(line).toMatch(/; SameSite=Lax/i)
      expect(line).not.toMatch(/domain=/i)
    }
  })

  it.each([
    ['without a signature', (t: string) => t.split('.')[0] ?? ''],
    ['with a signature of another', (t: string) => `${t.split('.')[0]}x.${t.split('.')[1]}`],
    ['with a signature cut short', (t: string) => t.slice(0, -4)],
    ['with an empty signature', (t: string) => `${t.split('.')[0]}.`],
    ['with SQL in it', () => "' OR 1=1 --.AAAA"],
    ['with broken escapes', () => '%E0%A4%A.%'],
  ])('opens nothing %s', async (_, forge) => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    const name = '__Secure-goc.session_token'
    const token = decodeURIComponent(browser.cookies.get(name) ?? '')
    const forged = forge(token)
    browser.cookies.set(name, forged.startsWith('%') ? forged : encodeURIComponent(forged))
    expect((await browser.get('/portal')).status).toBe(401)
  })
})

describe('a form of another site', () => {
  const forms: [string, Record<string, string>][] = [
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a neighbour host', { 'sec-fetch-site': 'same-site', origin: 'https://evil.example.vn' }],
    ['a neighbour that names our origin', { 'sec-fetch-site': 'same-site', origin: ORIGIN }],
    ['no origin', { origin: 'null' }],
    ['no headers', {}],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    ['another host', { origin: 'https://tem.example.vn.evil.example' }],
    ['another scheme', { origin: 'file://tem.example.vn' }],
    ['an origin with user info', { origin: 'https://tem.example.vn@evil.example' }],
  ]

  it.each(forms)('changes nothing from %s', async (_, headers) => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    for (const path of [
      '/portal/account/name',
      '/portal/account/sign-out-everywhere',
      '/portal/sign-out',
    ]) {
      const body = new URLSearchParams({ name: 'Tên do kẻ khác đặt' })
      const answer = await browser.fetch(path, { method: 'POST', headers, body })
      expect([path, answer.status]).toEqual([path, 403])
    }
    expect((await browser.get('/portal')).status).toBe(200)
    expect(await db.all(sql`SELECT name FROM user WHERE id = ${person.userId}`)).toEqual([
      { name: person.name },
    ])
  })

  it.each(forms)('signs nobody in from %s', async (_, headers) => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    const body = new URLSearchParams({ email: person.email, password: PASSWORD })
    const answer = await browser.fetch('/portal/sign-in', { method: 'POST', headers, body })
    expect([answer.status, answer.response.headers.getSetCookie()]).toEqual([403, []])
  })
})

describe('a private page', () => {
  it('is kept by no cache, shown in no frame and told to no other site', async () => {
    const person = await makeAccount(db, 'admin')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    for (const path of [
      ...['/portal', '/portal/account', '/portal/members', '/portal/sites', '/portal/codes'],
      ...['/portal/imports', '/portal/audit', '/portal/organisations', '/portal/khong-co'],
      ...['/portal/exports/codes?format=csv', '/portal/imports/templates/csv', '/portal/sign-in'],
    ]) {
      const { response, status } = await browser.get(path)
      const cache = response.headers.get('cache-control')
      if (status !== 303) expect([path, cache]).toEqual([path, expect.stringContaining('no-store')])
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('x-frame-options')).toBe('DENY')
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})
