import { Command } from 'commander'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readHead } from '../../../db/queries/audit-chain.ts'
import { register as registerAudit } from '../../../scripts/commands/audit.ts'
import { register as registerKeys } from '../../../scripts/commands/keys.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'

let said: string[] = []

beforeAll(() => {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
})
afterAll(() => vi.restoreAllMocks())

async function goc(test: TestDatabase, ...args: string[]): Promise<string> {
  said = []
  const program = new Command('goc').exitOverride()
  const openContext = async () => ({
    ctx: makeContext(test.db),
    origin: 'https://tem.example.vn',
    ownHosts: new Set(['tem.example.vn']),
    databaseUrl: test.url,
    authToken: undefined,
    close: async () => undefined,
  })
  registerAudit(program, openContext)
  registerKeys(program, openContext)
  await program.parseAsync(args, { from: 'user' })
  return said.join('')
}

describe('goc audit', () => {
  it('finds what commands wrote already sealed, and prints the head to keep', async () => {
    const test = await freshDatabase()
    await goc(test, 'keys', 'rotate')
    const head = await readHead(test.db)
    expect(head?.seq).toBe(1)
    expect(await goc(test, 'audit', 'head')).toBe(`${head?.seq}:${head?.hash}\n`)
    expect(await goc(test, 'audit', 'verify')).toContain('Nhật ký còn nguyên: 1 dòng')
  })

  it('fails with the first row that does not fit: its number, time and thing', async () => {
    const test = await freshDatabase()
    await goc(test, 'keys', 'rotate')
    await goc(test, 'keys', 'rotate')
    await test.db.run(sql`DROP TRIGGER audit_log_no_update`)
    await test.db.run(sql`UPDATE audit_log SET actor = 'operator:khác' WHERE seq = 2`)
    const refusal = goc(test, 'audit', 'verify')
    await expect(refusal).rejects.toThrow(
      /Dòng 2 không khớp .* 09:00 ngày 15\/06\/2026, signing_key \w{3}, thao tác key.create, người làm operator:khác/,
    )
    expect(said.join('')).toContain('1 dòng đầu còn nguyên')
  })

  it('proves that a head kept elsewhere still stands in the chain', async () => {
    const test = await freshDatabase()
    await goc(test, 'keys', 'rotate')
    const head = (await goc(test, 'audit', 'head')).trim()
    await goc(test, 'keys', 'rotate')
    expect(await goc(test, 'audit', 'verify', '--expect-head', head)).toContain('còn nguyên')
    const other = `1:${'A'.repeat(43)}`
    await expect(goc(test, 'audit', 'verify', '--expect-head', other)).rejects.toThrow(/khác với/)
  })
})
