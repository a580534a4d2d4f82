import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import { passkey } from '../../../../db/schema/index.ts'
import {
  accountsDatabase,
  type Browser,
  makeAccount,
  ORIGIN,
  openBrowser,
} from '../../../support/accounts-app.ts'
import { challengeOf, device, send } from '../../../support/passkey-ceremony.ts'

const SESSION = '__Secure-goc.session_token'
const CHALLENGE = '__Secure-goc.passkey'
const REGISTER = ['generate-register-options', 'verify-registration'] as const
const SIGN_IN = ['generate-authenticate-options', 'verify-authentication'] as const

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

async function somebody() {
  const person = await makeAccount(db, 'officer')
  const browser = openBrowser(db)
  await browser.signIn(person.email)
  return { ...person, browser }
}

async function withPasskey(authenticator = device()) {
  const owner = await somebody()
  const response = authenticator.create(await challengeOf(owner.browser, REGISTER[0]))
  expect((await send(owner.browser, REGISTER[1], { response })).status).toBe(200)
  return { ...owner, authenticator }
}

const passkeysOf = (userId: string) =>
  db.all<{ counter: number }>(sql`SELECT * FROM passkey WHERE user_id = ${userId}`)

async function signInStatus(browser: Browser, authenticator: ReturnType<typeof device>) {
  const response = authenticator.get(await challengeOf(browser, SIGN_IN[0]))
  return (await send(browser, SIGN_IN[1], { response })).status
}

describe('a challenge', () => {
  it('adds one passkey and no second one', async () => {
    const { userId, browser } = await somebody()
    const challenge = await challengeOf(browser, REGISTER[0])
    const [first, second] = [device().create(challenge), device().create(challenge)]
    expect((await send(browser, REGISTER[1], { response: first })).status).toBe(200)
    expect((await send(browser, REGISTER[1], { response: second })).status).toBe(400)
    expect(await passkeysOf(userId)).toHaveLength(1)
  })

  it.each([
    ['a passkey nobody knows', 401, () => ({ response: { id: 'x', response: {} } })],
    ['nothing that can be read', 400, () => '{"response":'],
    ['no JSON object', 400, () => 'null'],
  ])('is used up by %s', async (_, status, wrong) => {
    const { authenticator } = await withPasskey()
    const phone = openBrowser(db)
    const response = authenticator.get(await challengeOf(phone, SIGN_IN[0]))
    expect((await send(phone, SIGN_IN[1], wrong())).status).toBe(status)
    expect((await send(phone, SIGN_IN[1], { response })).status).toBe(400)
  })

  it('for adding a passkey signs nobody in, and the other way round', async () => {
    const { userId, browser, authenticator } = await withPasskey()
    const forAdding = authenticator.get(await challengeOf(browser, REGISTER[0]))
    expect((await send(browser, SIGN_IN[1], { response: forAdding })).status).toBe(400)
    const forSigningIn = device().create(await challengeOf(browser, SIGN_IN[0]))
    expect((await send(browser, REGISTER[1], { response: forSigningIn })).status).toBe(400)
    expect(await passkeysOf(userId)).toHaveLength(1)
  })

  it('for one person adds no passkey to another', async () => {
    const [one, two] = [await somebody(), await somebody()]
    const response = device().create(await challengeOf(one.browser, REGISTER[0]))
    two.browser.cookies.set(CHALLENGE, one.browser.cookies.get(CHALLENGE) ?? '')
    expect((await send(two.browser, REGISTER[1], { response })).status).toBe(400)
    expect(await passkeysOf(one.userId)).toEqual([])
    expect(await passkeysOf(two.userId)).toEqual([])
  })

  it('of one browser is not answered in another', async () => {
    const { authenticator } = await withPasskey()
    const [victim, thief] = [openBrowser(db), openBrowser(db)]
    const response = authenticator.get(await challengeOf(victim, SIGN_IN[0]))
    await challengeOf(thief, SIGN_IN[0])
    expect((await send(thief, SIGN_IN[1], { response })).status).toBe(400)
    expect((await send(openBrowser(db), SIGN_IN[1], { response })).status).toBe(400)
    expect(thief.cookies.has(SESSION)).toBe(false)
  })

  it('is over after five minutes', async () => {
    const { authenticator } = await withPasskey()
    const phone = openBrowser(db)
    const response = authenticator.get(await challengeOf(phone, SIGN_IN[0]))
    const [row] = await db.all<{ left: number }>(
      sql`SELECT max(expires_at) - ${Date.now()} AS left FROM verification`,
    )
    expect(row?.left).toBeGreaterThan(290_000)
    expect(row?.left).toBeLessThanOrEqual(300_000)
    await db.run(sql`UPDATE verification SET expires_at = ${Date.now() - 1}`)
    expect((await send(phone, SIGN_IN[1], { response })).status).toBe(400)
  })

  it('is kept so that a copy of the table does not answer it', async () => {
    const { authenticator } = await withPasskey()
    const phone = openBrowser(db)
    const response = authenticator.get(await challengeOf(phone, SIGN_IN[0]))
    const rows = await db.all<Record<string, unknown>>(sql`SELECT * FROM verification`)
    expect(JSON.stringify(rows)).not.toContain(phone.cookies.get(CHALLENGE))
    const thief = openBrowser(db)
    for (const value of rows.flatMap((row) => Object.values(row))) {
      thief.cookies.set(CHALLENGE, encodeURIComponent(String(value).replace(/^passkey:/, '')))
      expect((await send(thief, SIGN_IN[1], { response })).status).toBe(400)
    }
  })
})

describe('a passkey', () => {
  it('whose counter did not go on is refused: it may be a copy', async () => {
    const { userId, authenticator } = await withPasskey()
    expect(await signInStatus(openBrowser(db), authenticator)).toBe(200)
    expect(await passkeysOf(userId)).toMatchObject([{ counter: 1 }])
    for (const counter of [2, 50]) {
      await db.run(sql`UPDATE passkey SET counter = ${counter} WHERE user_id = ${userId}`)
      const phone = openBrowser(db)
      expect(await signInStatus(phone, authenticator)).toBe(400)
      expect(phone.cookies.has(SESSION)).toBe(false)
      expect(await passkeysOf(userId)).toMatchObject([{ counter }])
      await db.run(sql`UPDATE passkey SET counter = 2 WHERE user_id = ${userId}`)
    }
  })

  it('that does not count signs in again and again', async () => {
    const { authenticator } = await withPasskey(device({ counts: false }))
    for (let i = 0; i < 2; i++) expect(await signInStatus(openBrowser(db), authenticator)).toBe(200)
  })

  it('as an earlier version stored it goes on working', async () => {
    const { userId } = await somebody()
    const authenticator = device()
    const { id, response } = authenticator.create('x')
    // The key, 77 bytes of COSE for ES256, stands at the end of what a device attests.
    const key = Buffer.from(response.attestationObject, 'base64url').subarray(-77)
    await db.insert(passkey).values({
      ...{ id: `old-${userId}`, userId, name: null, credentialID: id, counter: 0 },
      ...{ publicKey: key.toString('base64'), deviceType: 'singleDevice', backedUp: false },
      ...{ transports: '', aaguid: '00000000-0000-0000-0000-000000000000' },
    })
    expect(await signInStatus(openBrowser(db), authenticator)).toBe(200)
    expect(await passkeysOf(userId)).toMatchObject([{ counter: 1 }])
  })

  it('of somebody else is not taken over by adding it again', async () => {
    const { userId, authenticator } = await withPasskey()
    const thief = await somebody()
    const response = authenticator.create(await challengeOf(thief.browser, REGISTER[0]))
    expect((await send(thief.browser, REGISTER[1], { response })).status).toBe(400)
    expect(await passkeysOf(userId)).toHaveLength(1)
    expect(await passkeysOf(thief.userId)).toEqual([])
  })

  it('gives the session to the cookie alone, a new one', async () => {
    const { authenticator } = await withPasskey()
    const stranger = await somebody()
    const phone = stranger.browser
    const planted = phone.cookies.get(SESSION) ?? ''
    const response = authenticator.get(await challengeOf(phone, SIGN_IN[0]))
    const answer = await send(phone, SIGN_IN[1], { response })
    const token = decodeURIComponent(phone.cookies.get(SESSION) ?? '').split('.')[0] ?? ''
    expect(token).toHaveLength(43)
    expect(await answer.response.text()).not.toContain(token)
    const fixed = openBrowser(db)
    fixed.cookies.set(SESSION, planted)
    expect((await fixed.get('/portal/account')).status).toBe(401)
  })
})

describe('a page of another site', () => {
  it.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a neighbour host', { 'sec-fetch-site': 'same-site', origin: 'https://evil.example.vn' }],
    ['a neighbour that names our origin', { 'sec-fetch-site': 'same-site', origin: ORIGIN }],
    ['no origin', { origin: 'null' }],
    ['no headers', {}],
    ['our host over HTTP', { origin: 'http://tem.example.vn' }],
  ])('ends no ceremony (%s), and uses no challenge up', async (_, headers) => {
    const { userId, browser, authenticator } = await withPasskey()
    const added = device().create(await challengeOf(browser, REGISTER[0]))
    expect((await send(browser, REGISTER[1], { response: added }, headers)).status).toBe(403)
    expect(await passkeysOf(userId)).toHaveLength(1)
    const phone = openBrowser(db)
    const response = authenticator.get(await challengeOf(phone, SIGN_IN[0]))
    expect((await send(phone, SIGN_IN[1], { response }, headers)).status).toBe(403)
    expect((await send(phone, SIGN_IN[1], { response })).status).toBe(200)
  })

  it.each(['cross-site', 'same-site'])('begins no ceremony (%s)', async (site) => {
    const { browser } = await somebody()
    for (const step of [REGISTER[0], SIGN_IN[0]]) {
      const headers = { 'sec-fetch-site': site }
      const { status } = await browser.fetch(`/api/auth/passkey/${step}`, { headers })
      expect([step, status]).toEqual([step, 403])
    }
    expect(browser.cookies.has(CHALLENGE)).toBe(false)
  })
})

describe('what is sent to end a ceremony', () => {
  it('is read no further than 64 KiB, whatever its length header says', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(16_384)),
    })
    const init = { method: 'POST', headers: { origin: ORIGIN }, body, duplex: 'half' }
    const { status } = await openBrowser(db).fetch(`/api/auth/passkey/${SIGN_IN[1]}`, init)
    expect(status).toBe(413)
  })

  it('sets a cookie for the ceremony alone', async () => {
    const { response } = await openBrowser(db).fetch(`/api/auth/passkey/${SIGN_IN[0]}`)
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Secure-goc\.passkey=[\w-]{43}; Max-Age=300; Path=\/api\/auth\/passkey; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})
