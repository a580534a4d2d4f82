import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../../db/client.ts'
import { inviteMember } from '../../../../worker/verbs/accounts/invite-member.ts'
import {
  accountsDatabase,
  type Browser,
  makeAccount,
  ORIGIN,
  openBrowser,
  PASSWORD,
} from '../../../support/accounts-app.ts'
import { makeContext } from '../../../support/factories.ts'
import { softwareAuthenticator } from '../../../support/software-authenticator.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

const DEVICE = '__Secure-goc.device'
const NEW_PASSWORD = 'một câu khác hẳn câu cũ'
let networks = 0

/** A machine nobody has signed in on, on a network of its own unless it has no address at all. */
const machine = (address?: string): Browser =>
  openBrowser(db, { limits: 'on', ...(address === undefined ? {} : { address }) })
const network = () => {
  networks += 1
  return `198.51.${Math.floor(networks / 250)}.${networks % 250}`
}

/** As if somebody had tried so often already: hashing as many wrong passwords takes its time on purpose. */
const triedBefore = (limit: string, count: number) =>
  db.run(sql`UPDATE rate_limit SET count = ${count} WHERE key LIKE ${`${limit}:%`}`)

/** All the wrong passwords it takes until nobody unknown may try that account any more. */
async function exhaust(email: string): Promise<void> {
  await db.run(sql`DELETE FROM rate_limit`)
  // No address, so that only the account's own limit counts.
  const stranger = machine()
  await stranger.signIn(email, 'sai')
  await triedBefore('sign_in_account', 100)
  expect((await stranger.signIn(email, 'sai')).status).toBe(429)
  expect((await machine(network()).signIn(email)).status).toBe(429)
}

describe('an officer whose account a stranger keeps trying', { timeout: 60_000 }, () => {
  it('signs in on a device they signed in on before', async () => {
    const officer = await makeAccount(db, 'officer')
    const office = machine(network())
    await office.signIn(officer.email)
    await office.post('/portal/sign-out')
    await exhaust(officer.email)
    expect((await office.signIn(officer.email)).status).toBe(303)
    // Nor can the stranger take the place of that device, or use its attempts up.
    const stolen = machine(network())
    stolen.cookies.set(DEVICE, (office.cookies.get(DEVICE) ?? '').replace(/.$/, 'A'))
    expect((await stolen.signIn(officer.email)).status).toBe(429)
  })

  it('signs in there also where strangers on the same network use up all it has', async () => {
    const officer = await makeAccount(db, 'officer')
    const address = network()
    const office = machine(address)
    await office.signIn(officer.email)
    await machine(address).signIn('ai-do@example.vn', 'sai')
    await triedBefore('sign_in_machine', 200)
    expect((await machine(address).signIn('ai-do@example.vn', 'sai')).status).toBe(429)
    expect((await office.signIn(officer.email)).status).toBe(303)
    const ask = (browser: Browser, email: string) =>
      browser.post('/portal/forgot-password', { email })
    expect((await ask(machine(address), 'ai-do@example.vn')).status).toBe(200)
    await triedBefore('forgot_machine', 40)
    expect((await ask(machine(address), 'ai-khac@example.vn')).status).toBe(429)
    expect((await ask(office, officer.email)).status).toBe(200)
  })

  it('signs in anywhere by a letter, and the device is known from then on', async () => {
    const officer = await makeAccount(db, 'officer')
    await exhaust(officer.email)
    const fresh = machine(network())
    const refused = await fresh.signIn(officer.email)
    expect(refused.model).toMatchObject({ error: expect.stringContaining('Quên mật khẩu') })
    await fresh.post('/portal/forgot-password', { email: officer.email })
    const letter = fresh.letters.findLast(({ to }) => to === officer.email)
    const token = /token=([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''
    const set = await fresh.post('/portal/reset-password', { token, newPassword: NEW_PASSWORD })
    expect(set.status).toBe(303)
    expect((await fresh.signIn(officer.email, NEW_PASSWORD)).status).toBe(303)
  })

  it('has links that work in the mailbox where the stranger asked for all the letters', async () => {
    const officer = await makeAccount(db, 'officer')
    const stranger = machine(network())
    const ask = (browser: Browser) =>
      browser.post('/portal/forgot-password', { email: officer.email })
    for (let i = 0; i < 4; i++) expect((await ask(stranger)).status).toBe(200)
    const refused = await ask(machine(network()))
    expect(refused.status).toBe(429)
    expect(refused.model).toMatchObject({
      form: { problem: expect.stringContaining('liên kết trong thư mới nhất') },
    })
    const letter = stranger.letters.findLast(({ to }) => to === officer.email)
    const token = /token=([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''
    const fields = { token, newPassword: NEW_PASSWORD }
    expect((await machine(network()).post('/portal/reset-password', fields)).status).toBe(303)
  })

  it('signs in with a passkey on a device that is new', async () => {
    const officer = await makeAccount(db, 'officer')
    const office = machine(network())
    await office.signIn(officer.email)
    const authenticator = softwareAuthenticator({ origin: ORIGIN, rpId: 'tem.example.vn' })
    await ceremony(office, 'register', (challenge) => authenticator.create(challenge))
    await exhaust(officer.email)
    const phone = machine(network())
    await ceremony(phone, 'authenticate', (challenge) => authenticator.get(challenge))
    expect((await phone.get('/portal/account')).status).toBe(200)
    // Known by it, for the password too.
    await phone.post('/portal/sign-out')
    expect((await phone.signIn(officer.email)).status).toBe(303)
  })
})

const STEPS = {
  register: ['generate-register-options', 'verify-registration'],
  authenticate: ['generate-authenticate-options', 'verify-authentication'],
} as const

async function ceremony(
  browser: Browser,
  kind: keyof typeof STEPS,
  respond: (challenge: string) => object,
): Promise<void> {
  const [first, second] = STEPS[kind]
  const { response } = await browser.fetch(`/api/auth/passkey/${first}`)
  const { challenge } = (await response.json()) as { challenge: string }
  const answer = await browser.fetch(`/api/auth/passkey/${second}`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify({ response: respond(challenge) }),
  })
  expect(answer.status).toBe(200)
}

describe('whoever holds a link', { timeout: 60_000 }, () => {
  it('uses it where strangers on the same network tried all the links they may', async () => {
    const officer = await makeAccount(db, 'officer')
    const admin = await makeAccount(db, 'admin')
    const address = network()
    const asker = machine(network())
    await asker.post('/portal/forgot-password', { email: officer.email })
    const letter = asker.letters.findLast(({ to }) => to === officer.email)
    const token = /token=([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''
    const { path } = await inviteMember({
      ctx: makeContext(db, { now: Date.now }),
      input: {
        ...{ organisationId: admin.organisationId, email: 'nguoi-moi@example.vn' },
        role: 'packer',
      },
      origin: ORIGIN,
    })
    const stranger = machine(address)
    const tries = [
      () => stranger.get('/portal/invitations/doan-mo'),
      () =>
        stranger.post('/portal/reset-password', { token: 'doan-mo', newPassword: NEW_PASSWORD }),
    ]
    for (const [i, tryOne] of tries.entries()) {
      expect((await tryOne()).status).toBe([404, 409][i])
      await triedBefore('reset', 60)
      await triedBefore('invitation', 60)
      expect((await tryOne()).status).toBe(429)
    }
    const here = machine(address)
    const fields = { token, newPassword: NEW_PASSWORD }
    expect((await here.post('/portal/reset-password', fields)).status).toBe(303)
    const newcomer = machine(address)
    expect((await newcomer.get(path)).status).toBe(200)
    const form = { name: 'Người mới', password: PASSWORD }
    expect((await newcomer.post(path, form)).location).toBe('/portal')
    expect(newcomer.cookies.has(DEVICE)).toBe(true)
  })
})

describe('attempts are still few', { timeout: 60_000 }, () => {
  it('on a known device, for the account it knows and for others', async () => {
    const officer = await makeAccount(db, 'officer')
    const other = await makeAccount(db, 'officer')
    const office = machine(network())
    await office.signIn(officer.email)
    expect((await office.signIn(officer.email, 'sai')).status).toBe(400)
    await triedBefore('sign_in_device', 19)
    expect((await office.signIn(officer.email, 'sai')).status).toBe(400)
    expect((await office.signIn(officer.email)).status).toBe(429)
    // A cookie earned by one account proves nothing for another.
    await office.signIn(other.email, 'sai')
    await triedBefore('sign_in', 8)
    expect((await office.signIn(other.email)).status).toBe(429)
  })

  it('from one network, however many of its IPv6 addresses are used', async () => {
    const officer = await makeAccount(db, 'officer')
    await machine('2001:db8:7:8::1').signIn(officer.email, 'sai')
    await triedBefore('sign_in', 7)
    expect((await machine('2001:db8:7:8::2').signIn(officer.email, 'sai')).status).toBe(400)
    expect((await machine('2001:db8:7:8:ffff::9').signIn(officer.email)).status).toBe(429)
    expect((await machine('2001:db8:7:9::9').signIn(officer.email)).status).toBe(303)
  })

  it('whatever address a caller claims in headers nobody configured', async () => {
    const officer = await makeAccount(db, 'officer')
    const stranger = machine('203.0.113.77')
    const claim = (i: number) =>
      stranger.fetch('/portal/sign-in', {
        method: 'POST',
        headers: {
          ...{ 'sec-fetch-site': 'same-origin', 'cf-connecting-ip': `198.51.100.${i}` },
          'x-forwarded-for': `198.51.100.${i}`,
        },
        body: new URLSearchParams({ email: officer.email, password: 'sai' }),
      })
    expect((await claim(1)).status).toBe(400)
    await triedBefore('sign_in', 8)
    expect((await claim(2)).status).toBe(429)
  })
})
