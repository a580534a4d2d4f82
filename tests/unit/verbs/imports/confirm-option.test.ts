import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { register } from '../../../../scripts/commands/codes.ts'
import type { CommandContext } from '../../../../scripts/lib/open-context.ts'
import { UsageError } from '../../../../scripts/lib/usage-error.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeOrganisation } from '../../../support/factories.ts'
import { codeList, importContext } from './import-support.ts'

const folder = mkdtempSync(join(tmpdir(), 'goc-confirm-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let test: TestDatabase
let printed = ''
beforeEach(async () => {
  test = await freshDatabase()
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
  await makeOrganisation(importContext(test.db), { name: 'HTX nông nghiệp Minh Họa' })
})
afterEach(() => vi.restoreAllMocks())

async function run(...options: readonly string[]): Promise<unknown> {
  const path = join(folder, 'danh-sach.csv')
  writeFileSync(path, codeList([{ code: 'VN-AGOR-0001', holder: 'HTX NN Minh Họa' }]))
  const program = new Command().exitOverride()
  register(
    program,
    async (): Promise<CommandContext> => ({
      ctx: importContext(test.db),
      origin: 'http://localhost:8787',
      ownHosts: new Set(),
      databaseUrl: test.url,
      authToken: undefined,
      close: async () => undefined,
    }),
  )
  return program
    .parseAsync(['codes', 'import', path, ...options], { from: 'user' })
    .then(() => null)
    .catch((error: unknown) => error)
}

const holders = async () => {
  const rows = await test.db.all<{ name: string }>(sql`SELECT o.name FROM site s
    JOIN organisation o ON o.id = s.organisation_id`)
  return rows.map(({ name }) => name)
}

describe('a name almost as on record, at the command line', () => {
  it('is refused until it is confirmed, with how to do so', async () => {
    expect(await run()).toBeInstanceOf(Error)
    expect(printed).toContain('1 dòng cần xác nhận')
    expect(printed).toContain('--confirm same')
    expect(await holders()).toEqual([])
  })

  it.each([
    [['--confirm', 'same'], 'HTX nông nghiệp Minh Họa'],
    [['--confirm', 'new'], 'HTX NN Minh Họa'],
    [['--confirm'], 'HTX NN Minh Họa'],
  ] as const)('is stored with %s', async (options, holder) => {
    expect(await run(...options)).toBeNull()
    expect(await holders()).toEqual([holder])
  })

  it('is not confirmed by anything else', async () => {
    expect(await run('--confirm', 'maybe')).toBeInstanceOf(UsageError)
  })
})
