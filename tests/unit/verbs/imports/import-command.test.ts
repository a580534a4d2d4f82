import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readsFile } from '../../../../scripts/imports/run-import-command.ts'
import { commandOf } from '../../../../scripts/lib/goc-command.ts'
import type { CommandContext } from '../../../../scripts/lib/open-context.ts'
import { UsageError } from '../../../../scripts/lib/usage-error.ts'
import { importCodes } from '../../../../worker/verbs/imports/import-codes.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { codeList, importContext } from './import-support.ts'

const folder = mkdtempSync(join(tmpdir(), 'goc-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let test: TestDatabase
let printed = ''
beforeAll(async () => {
  test = await freshDatabase()
})
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
})

async function run(text: string, options: { dryRun?: true; json?: true } = {}): Promise<void> {
  const path = join(folder, 'danh-sach.csv')
  writeFileSync(path, text)
  const open = async (): Promise<CommandContext> => ({
    ctx: importContext(test.db),
    origin: 'http://localhost:8787',
    ownHosts: new Set(),
    databaseUrl: test.url,
    authToken: undefined,
    close: async () => undefined,
  })
  const goc = new Command('goc').exitOverride()
  readsFile(commandOf(goc, open, 'import'), {
    title: 'Danh sách mã số',
    read: (ctx, file) => importCodes({ ctx, input: file }),
  })
  const said = [...(options.dryRun ? ['--dry-run'] : []), ...(options.json ? ['--json'] : [])]
  await goc
    .parseAsync(['import', path, ...said], { from: 'user' })
    .finally(() => vi.restoreAllMocks())
}

describe('the import command', () => {
  it('ends well when every row is in, and says so when they were there already', async () => {
    await run(codeList([{ code: 'VN-AGOR-0001' }]))
    expect(printed).toContain('1 dòng: 1 thêm mới, 0 thay đổi, 0 đã có, 0 bị từ chối.')
  })

  it('fails after the good rows are in, naming sheet, row, column, value and reason of the others', async () => {
    const rows = [{ code: 'VN-AGOR-0002' }, { code: 'VN-AGOR-0003', area: 'abc' }]
    const error = await run(codeList(rows)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(UsageError)
    expect(printed).toMatch(/ {2}sheet "danh-sach" dòng 3, cột "Diện tích \(ha\)": "abc" — .+/)
  })

  it('tells both figures of a total that does not add up', async () => {
    const rows = codeList([
      { code: 'VN-AGOR-0004', area: '49.000' },
      { code: 'VN-AGOR-0005', area: '860' },
    ])
    await run(`${rows}\n;;Tổng cộng;;;;;9.861;;;;;`)
    expect(printed).toContain('in 9.861, cộng lại 49.860')
  })

  it('says that nothing was written in a dry run', async () => {
    await run(codeList([{ code: 'VN-AGOR-0006' }]), { dryRun: true })
    expect(printed).toContain('chạy thử, chưa ghi gì')
  })

  it('prints the report as JSON', async () => {
    await run(codeList([{ code: 'VN-AGOR-0007' }]), { json: true })
    expect(JSON.parse(printed)).toMatchObject({
      ok: true,
      counts: { rows: 1, added: 1 },
      refused: [],
    })
  })

  it('calls a file that cannot be read a wrong call (exit code 2)', async () => {
    await expect(run('%PDF-1.7')).rejects.toBeInstanceOf(UsageError)
  })
})
