import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { register } from '../../../scripts/commands/units.ts'
import { UsageError } from '../../../scripts/lib/usage-error.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext, makeSite } from '../../support/factories.ts'
import { type DecreeRow, decree } from './succession-support.ts'

let test: TestDatabase
let folder: string
let said: string[] = []

beforeAll(async () => {
  test = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'goc-merge-'))
  const hear = (text: unknown) => said.push(String(text)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  said = []
})

async function goc(text: string, ...args: string[]): Promise<string> {
  const path = join(folder, 'nghi-quyet.csv')
  writeFileSync(path, text)
  const program = new Command('goc').exitOverride()
  register(program, async () => ({
    ctx: makeContext(test.db),
    ...{ origin: 'https://tem.example.vn', ownHosts: new Set(['tem.example.vn']) },
    ...{ databaseUrl: test.url, authToken: undefined, close: async () => undefined },
  }))
  await program.parseAsync(['units', 'merge', path, ...args], { from: 'user' })
  return said.join('')
}

const HERE = { communeCode: '30307', provinceCode: '91', provinceName: 'An Giang' }

it('merges a whole province among all of today’s units, first tried out, then done, then known', async () => {
  const rows: DecreeRow[] = [
    { old: ['91', 'An Giang'], to: ['92', 'Thành phố Cần Thơ'], on: '2026-06-01' },
    { old: ['92', 'Cần Thơ'], to: ['92', 'Thành phố Cần Thơ'], on: '2026-06-01' },
  ]
  const { id } = await makeSite(makeContext(test.db), HERE)
  const tried = await goc(decree(rows), '--dry-run')
  expect(tried).toContain('(chạy thử, chưa ghi gì)')
  expect(tried).toContain('Sẽ chuyển 1 vùng trồng, cơ sở')
  const done = await goc(decree(rows))
  expect(done).toContain('2 dòng mới, 0 dòng đã có, 0 dòng bị từ chối.')
  expect(done).toContain('Đã kết thúc 104 và lập 103 đơn vị.')
  const [there] = await test.db.all(
    sql`SELECT commune_code AS commune, province_code AS province FROM site WHERE id = ${id}`,
  )
  expect(there).toEqual({ commune: '30307', province: '92' })
  said = []
  const again = await goc(decree(rows))
  expect(again).toContain('0 dòng mới, 2 dòng đã có')
  expect(again).toContain('Đã chuyển 0 vùng trồng, cơ sở; 0 đơn vị')
})

it('tells refused rows on the terminal and as JSON, and ends with an error', async () => {
  const text = decree([{ old: ['99999', 'Xã A'], to: ['99998', 'Xã B'], on: '2026-06-01' }])
  await expect(goc(text)).rejects.toThrow('1 dòng bị từ chối.')
  expect(said.join('')).toContain('"99999 Xã A" — Không có đơn vị nào đang có mã này.')
  said = []
  await expect(goc(text, '--json')).rejects.toThrow('1 dòng bị từ chối.')
  expect(JSON.parse(said.join(''))).toMatchObject({ counts: { fresh: 0, refused: 1 } })
})

it('says what a list must hold where a file is none', async () => {
  await expect(goc('mã cũ;tên cũ;ngày hiệu lực\n1;a;01/06/2026')).rejects.toThrow(UsageError)
})
