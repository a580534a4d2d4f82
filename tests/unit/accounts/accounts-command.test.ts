import { Command } from 'commander'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { register } from '../../../scripts/commands/accounts.ts'
import { openBrowser, PASSWORD } from '../../support/accounts-app.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'

let test: TestDatabase
let said: string[] = []

beforeAll(async () => {
  test = await freshDatabase()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
})
afterAll(() => vi.restoreAllMocks())
beforeEach(() => {
  said = []
})

async function accounts(...args: string[]): Promise<string> {
  const program = new Command('goc').exitOverride().configureOutput({ outputError: () => {} })
  register(program, async () => ({
    ctx: makeContext(test.db, { now: Date.now }),
    ...{ origin: 'https://tem.example.vn', ownHosts: new Set(['tem.example.vn']) },
    ...{ databaseUrl: test.url, authToken: undefined, close: async () => undefined },
  }))
  await program.parseAsync(['accounts', ...args], { from: 'user' })
  return said.join('').trim()
}

const OFFICE = ['--organisation', 'Chi cục Thử']
const FIRST = 'quan-tri@example.vn'

describe('goc accounts', () => {
  it('makes the first administrator of a fresh installation by a link', async () => {
    const link = await accounts('invite', FIRST, '--role', 'admin', ...OFFICE)
    expect(link).toMatch(/^https:\/\/tem\.example\.vn\/portal\/invitations\/[\w-]{43}$/)
    const browser = openBrowser(test.db)
    const form = { name: 'Quản trị đầu tiên', password: PASSWORD }
    expect((await browser.post(new URL(link).pathname, form)).location).toBe('/portal')
    expect((await browser.get('/portal/members')).model).toMatchObject({
      kind: 'portal/members',
      organisation: { name: 'Chi cục Thử' },
      portal: { person: { role: 'admin' } },
    })
  })

  it('makes no organisation by a mistyped name once somebody is there', async () => {
    const wrong = ['invite', 'x@example.vn', '--role', 'admin', '--organisation', 'Chi cục Thừ ạ']
    await expect(accounts(...wrong)).rejects.toThrow('goc organisations create')
  })

  it('lists members, and prints a link for a new password', async () => {
    expect(await accounts('list', ...OFFICE)).toBe(`${FIRST}  admin  Quản trị đầu tiên`)
    said = []
    const url = new URL(await accounts('reset-link', FIRST))
    const token = url.searchParams.get('token') ?? ''
    const newPassword = 'một câu khác để vào'
    const browser = openBrowser(test.db)
    expect((await browser.post(url.pathname, { token, newPassword })).status).toBe(303)
    expect((await browser.signIn(FIRST, newPassword)).status).toBe(303)
  })

  it('removes a member, but never the last administrator', async () => {
    await expect(accounts('remove', FIRST, ...OFFICE)).rejects.toMatchObject({ code: 'conflict' })
    const link = await accounts('invite', 'hai@example.vn', '--role', 'admin', ...OFFICE)
    const form = { name: 'Người thứ hai', password: PASSWORD }
    await openBrowser(test.db).post(new URL(link).pathname, form)
    await accounts('remove', FIRST, ...OFFICE)
    said = []
    expect(await accounts('list', ...OFFICE)).toBe('hai@example.vn  admin  Người thứ hai')
  })

  it('gives an officer the place they answer for', async () => {
    const province = ['--province', '91', '--commune', 'Long Xuyên']
    await accounts('invite', 'can-bo@example.vn', '--role', 'officer', ...OFFICE, ...province)
    const rows = await test.db.all(sql`SELECT province_code AS p, commune_code IS NOT NULL AS c
      FROM invitation WHERE email = 'can-bo@example.vn'`)
    expect(rows).toEqual([{ p: '91', c: 1 }])
    const wrong = ['--role', 'officer', ...OFFICE, '--province', '00']
    await expect(accounts('invite', 'ai@example.vn', ...wrong)).rejects.toMatchObject({
      errors: [{ path: 'province', text: { vi: 'Không có tỉnh này.' } }],
    })
  })

  it('stands in the log as who invited, and nobody signs in as it', async () => {
    const rows = await test.db.all<{ actor: string }>(
      sql`SELECT DISTINCT actor FROM audit_log WHERE action = 'member.invite'`,
    )
    expect(rows).toEqual([{ actor: 'operator:test' }])
    const answer = await openBrowser(test.db).signIn('nguoi-van-hanh@goc.invalid')
    expect(answer.status).toBe(400)
  })
})
