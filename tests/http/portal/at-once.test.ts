import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { Role } from '../../../worker/domain/access/roles.ts'
import { inviteMember } from '../../../worker/verbs/accounts/invite-member.ts'
import { requestNewPassword } from '../../../worker/verbs/accounts/request-new-password.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { withdrawException } from '../../../worker/verbs/labels/withdraw-exception.ts'
import {
  type Answer,
  type Browser,
  makeAccount,
  ORIGIN,
  openBrowser,
  PASSWORD,
} from '../../support/accounts-app.ts'
import { makeContext, makeRun, unique } from '../../support/factories.ts'
import { freshServer } from '../../support/server.ts'
import { softwareAuthenticator } from '../../support/software-authenticator.ts'

// Writers in one process take turns in a file; only a server shows what they do to each other.
let connect: () => Database
let db: Database
const context = () => makeContext(connect(), { now: Date.now })

beforeAll(async () => {
  const server = await freshServer()
  connect = server.connect
  db = connect()
})

const TIMES = 8
const LONG = 60_000
const ALREADY = 'Lời mời này đã được nhận'

/** The same at the same moment, on connections of their own. */
const eightTimes = <T>(work: (browser: Browser) => Promise<T>) =>
  Promise.all(Array.from({ length: TIMES }, () => work(openBrowser(connect()))))

const count = async (rows: SQL) =>
  (await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM ${rows}`))[0]?.n

/** One got through, seven were told. */
function expectOne(answers: readonly Answer[], told: { status: number; words: string }): void {
  const [done, others] = [303, told.status].map((status) =>
    answers.filter((answer) => answer.status === status),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([
    303,
    ...Array<number>(TIMES - 1).fill(told.status),
  ])
  expect(done?.map(({ location }) => location)).toHaveLength(1)
  for (const { model } of others ?? []) expect(JSON.stringify(model)).toContain(told.words)
}

async function invite(role: Role, email: string) {
  const admin = await makeAccount(db, 'admin')
  const { organisationId } = admin
  const input = { organisationId, email, role }
  const { id, path } = await inviteMember({ ctx: context(), input, origin: ORIGIN })
  return { admin, id, path, organisationId }
}

const newEmail = () => `tam-lan-${unique()}@example.vn`
const NEWCOMER = { name: 'Người mới', password: PASSWORD }

describe('an invitation accepted eight times at once', () => {
  it('makes one account and one member of somebody new', { timeout: LONG }, async () => {
    const email = newEmail()
    const { path, organisationId } = await invite('packer', email)
    const answers = await eightTimes((browser) => browser.post(path, NEWCOMER))
    expectOne(answers, { status: 409, words: ALREADY })
    expect(await count(sql`user WHERE email = ${email}`)).toBe(1)
    expect(await count(sql`member WHERE organization_id = ${organisationId}`)).toBe(2)
    // And once more, later.
    const late = await openBrowser(connect()).post(path, NEWCOMER)
    expect([late.status, JSON.stringify(late.model)]).toEqual([
      409,
      expect.stringContaining(ALREADY),
    ])
  })

  it('makes one member of somebody who is signed in', { timeout: LONG }, async () => {
    const person = await makeAccount(db, 'producer')
    const { path, organisationId } = await invite('agency', person.email)
    const browser = openBrowser(connect())
    await browser.signIn(person.email)
    const answers = await eightTimes((other) => {
      for (const [name, value] of browser.cookies) other.cookies.set(name, value)
      return other.post(path)
    })
    expectOne(answers, { status: 409, words: ALREADY })
    expect(await count(sql`member WHERE organization_id = ${organisationId}`)).toBe(2)
  })

  it('makes one member of somebody who comes back', { timeout: LONG }, async () => {
    const person = await makeAccount(db, 'producer')
    await db.run(sql`DELETE FROM member WHERE user_id = ${person.userId}`)
    const { path } = await invite('packer', person.email)
    const answers = await eightTimes((browser) => browser.post(path, { password: PASSWORD }))
    expectOne(answers, { status: 409, words: ALREADY })
    expect(await count(sql`member WHERE user_id = ${person.userId}`)).toBe(1)
  })

  it('and another to the same new address make one account', { timeout: LONG }, async () => {
    const email = newEmail()
    const paths = [(await invite('packer', email)).path, (await invite('producer', email)).path]
    const answers = await Promise.all(
      paths.flatMap((path) => [1, 2].map(() => openBrowser(connect()).post(path, NEWCOMER))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409])
    expect(JSON.stringify(answers.map(({ model }) => model))).toContain('đã có tài khoản')
    expect(await count(sql`user WHERE email = ${email}`)).toBe(1)
  })
})

it('an invitation withdrawn eight times at once is withdrawn once', { timeout: LONG }, async () => {
  const { admin, id } = await invite('packer', newEmail())
  const browser = openBrowser(connect())
  await browser.signIn(admin.email)
  const answers = await eightTimes((other) => {
    for (const [name, value] of browser.cookies) other.cookies.set(name, value)
    return other.post('/portal/members/withdraw', { invitation: id })
  })
  expectOne(answers, { status: 409, words: '' })
})

it('an address invited eight times at once has one invitation', { timeout: LONG }, async () => {
  const { organisationId } = await makeAccount(db, 'admin')
  const email = newEmail()
  const input = { organisationId, email, role: 'packer' as const }
  await Promise.all(
    Array.from({ length: TIMES }, () => inviteMember({ ctx: context(), input, origin: ORIGIN })),
  )
  expect(await count(sql`invitation WHERE email = ${email} AND status = 'pending'`)).toBe(1)
})

it('a link for a new password used eight times at once sets one', { timeout: LONG }, async () => {
  const person = await makeAccount(db, 'officer')
  const made = await requestNewPassword({
    ...{ ctx: context(), input: { email: person.email }, origin: ORIGIN },
  })
  const token = made?.path.split('=').at(-1) ?? ''
  let n = 0
  const answers = await eightTimes((browser) => {
    n += 1
    return browser.post('/portal/reset-password', { token, newPassword: `một câu thứ ${n} đủ dài` })
  })
  expectOne(answers, { status: 409, words: 'đã dùng hoặc hết hạn' })
  const actions = sql`audit_log WHERE action = 'account.password_reset' AND entity_id = ${person.userId}`
  expect(await count(actions)).toBe(1)
})

describe('the answer to one challenge of a passkey, sent eight times at once', () => {
  const send = (browser: Browser, step: string, response: object) =>
    browser.fetch(`/api/auth/passkey/${step}`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: JSON.stringify({ response }),
    })
  const challengeOf = async (browser: Browser, step: string) => {
    const { response } = await browser.fetch(`/api/auth/passkey/${step}`)
    return ((await response.json()) as { challenge: string }).challenge
  }
  const asEight = (browser: Browser, step: string, response: object) =>
    eightTimes((other) => {
      for (const [name, value] of browser.cookies) other.cookies.set(name, value)
      return send(other, step, response)
    })
  const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort()
  const ONE = [200, ...Array<number>(TIMES - 1).fill(400)]

  it('adds one passkey, and signs in once', { timeout: LONG }, async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(connect())
    await browser.signIn(person.email)
    const authenticator = softwareAuthenticator({ origin: ORIGIN, rpId: 'tem.example.vn' })
    const first = await challengeOf(browser, 'generate-register-options')
    const added = await asEight(browser, 'verify-registration', authenticator.create(first))
    expect(statuses(added)).toEqual(ONE)
    expect(await count(sql`passkey WHERE user_id = ${person.userId}`)).toBe(1)
    const actions = sql`audit_log WHERE action = 'account.passkey_add' AND entity_id = ${person.userId}`
    expect(await count(actions)).toBe(1)

    const phone = openBrowser(connect())
    const second = await challengeOf(phone, 'generate-authenticate-options')
    const entered = await asEight(phone, 'verify-authentication', authenticator.get(second))
    expect(statuses(entered)).toEqual(ONE)
    expect(await count(sql`session WHERE user_id = ${person.userId}`)).toBe(2)
  })
})

it('an exception taken back eight times at once is taken back once', {
  timeout: LONG,
}, async () => {
  const { run } = await makeRun(context())
  const { id } = await voidLabels({ ctx: context(), input: { runId: run.id, reason: 'Rách' } })
  const tries = await Promise.allSettled(
    Array.from({ length: TIMES }, () =>
      withdrawException({ ctx: context(), input: { exceptionId: id, reason: 'Nhầm' } }),
    ),
  )
  const back = sql`label_exception WHERE amends_id = ${id}`
  expect(await count(back)).toBe(1)
  const answered = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []))
  expect(new Set(answered).size).toBe(1)
  for (const one of tries) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' })
  }
})
