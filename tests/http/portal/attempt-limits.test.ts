import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { deleteStaleAccountRows } from '../../../db/queries/accounts-limits.ts'
import { accountsDatabase, makeAccount, openBrowser } from '../../support/accounts-app.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

describe('attempts to sign in', () => {
  it('are refused after eight, in words and with the time to wait, even with the right password', async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(db, { limits: 'on', address: '203.0.113.1' })
    for (let i = 0; i < 8; i++) {
      expect((await browser.signIn(person.email, `sai ${i}`)).status).toBe(400)
    }
    const answer = await browser.signIn(person.email)
    expect(answer.status).toBe(429)
    expect(Number(answer.response.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(answer.model).toMatchObject({
      ...{ kind: 'portal/sign-in', email: person.email },
      error: expect.stringContaining('Đã thử quá nhiều lần. Hãy thử lại sau 15 phút'),
    })
    // Neither somebody else there nor the same person elsewhere is held up.
    const other = await makeAccount(db, 'officer')
    expect((await browser.signIn(other.email)).status).toBe(303)
    const elsewhere = openBrowser(db, { limits: 'on', address: '203.0.113.2' })
    expect((await elsewhere.signIn(person.email)).status).toBe(303)
  })

  it('count anew once the time is over, and from nothing after the right password', async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(db, { limits: 'on', address: '203.0.113.3' })
    const wrong = async (times: number) => {
      for (let i = 0; i < times; i++) await browser.signIn(person.email, 'sai')
    }
    await wrong(7)
    expect((await browser.signIn(person.email)).status).toBe(303)
    // As on a device that was never seen before.
    browser.cookies.clear()
    await wrong(8)
    expect((await browser.signIn(person.email)).status).toBe(429)
    await db.run(sql`UPDATE rate_limit SET last_request = last_request - ${15 * 60_000}`)
    expect((await browser.signIn(person.email)).status).toBe(303)
  })

  it('at the same moment are all counted', async () => {
    const person = await makeAccount(db, 'officer')
    const browsers = Array.from({ length: 20 }, () =>
      openBrowser(db, { limits: 'on', address: '203.0.113.4' }),
    )
    const answers = await Promise.all(browsers.map((b) => b.signIn(person.email, 'sai')))
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(8)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(12)
  })

  it('leave no address behind', async () => {
    const rows = JSON.stringify(await db.all(sql`SELECT * FROM rate_limit`))
    expect(rows).not.toMatch(/203\.0\.113|example\.vn/)
  })

  it('keep the form that waits', async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(db, { limits: 'on', address: '203.0.113.5' })
    for (let i = 0; i < 8; i++) await browser.signIn(person.email, 'sai')
    const fields = { email: person.email, password: 'sai', nextMethod: 'POST' }
    const waiting = { next: '/portal/account/name', 'keep.name': 'Tên đã gõ' }
    const answer = await browser.post('/portal/sign-in', { ...fields, ...waiting })
    expect(answer.status).toBe(429)
    expect(answer.model).toMatchObject({ kept: [{ name: 'name', value: 'Tên đã gõ' }] })
  })
})

describe('asking for letters', () => {
  it('is limited for one address', async () => {
    const browser = openBrowser(db, { limits: 'on', address: '203.0.113.6' })
    const ask = () => browser.post('/portal/forgot-password', { email: 'ai-do@example.vn' })
    for (let i = 0; i < 4; i++) expect((await ask()).status).toBe(200)
    const refused = await ask()
    expect(refused.status).toBe(429)
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(3000)
  })

  it('is limited for the invitations of one organisation', async () => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db, { limits: 'on', address: '203.0.113.7' })
    await browser.signIn(person.email)
    const send = (email: string) =>
      browser.post('/portal/members/invite', { email, role: 'packer' })
    expect((await send('mot@example.vn')).status).toBe(200)
    await db.run(sql`UPDATE rate_limit SET count = 60 WHERE key LIKE 'invite:%'`)
    const answer = await send('hai@example.vn')
    expect(answer.status).toBe(429)
    expect(answer.model).toMatchObject({ invite: { values: { email: 'hai@example.vn' } } })
  })

  it('is not limited where limits are off', async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(db, { address: '203.0.113.8' })
    for (let i = 0; i < 9; i++) await browser.signIn(person.email, 'sai')
    expect((await browser.signIn(person.email)).status).toBe(303)
  })
})

describe('the daily job', () => {
  it('takes away counters, sessions and links that are over, and nothing else', async () => {
    const person = await makeAccount(db, 'officer')
    const browser = openBrowser(db, { limits: 'on', address: '203.0.113.9' })
    await browser.signIn(person.email, 'sai')
    await browser.signIn(person.email)
    await browser.post('/portal/forgot-password', { email: person.email })
    const count = async () => {
      const [row] = await db.all<{ n: number }>(sql`
        SELECT (SELECT count(*) FROM rate_limit) + (SELECT count(*) FROM session)
          + (SELECT count(*) FROM verification) AS n`)
      return row?.n ?? 0
    }
    const before = await count()
    await deleteStaleAccountRows(db, Date.now())
    expect(await count()).toBe(before)
    expect((await browser.get('/portal/account')).status).toBe(200)
    await deleteStaleAccountRows(db, Date.now() + 8 * 86_400_000)
    expect(await count()).toBe(0)
  })
})
