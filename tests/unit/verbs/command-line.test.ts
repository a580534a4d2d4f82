import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { batch as batchTable, labelRun } from '../../../db/schema/index.ts'
import { register as registerBatches } from '../../../scripts/commands/batches.ts'
import { register as registerKeys } from '../../../scripts/commands/keys.ts'
import { register as registerLabels } from '../../../scripts/commands/labels.ts'
import { register as registerVerify } from '../../../scripts/commands/verify.ts'
import { instant, wholeNumber } from '../../../scripts/lib/parse-options.ts'
import { usageText } from '../../../scripts/lib/usage-text.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeProduct } from '../../support/factories.ts'

let test: TestDatabase
let folder: string
let said: string[] = []
let opened = 0

beforeAll(async () => {
  test = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'goc-cli-'))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
})

afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(() => {
  said = []
})

async function goc(...args: string[]): Promise<string> {
  const program = new Command('goc')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  const openContext = async () => {
    opened += 1
    return {
      ctx: makeContext(test.db),
      origin: 'https://tem.example.vn',
      ownHosts: new Set(['tem.example.vn']),
      databaseUrl: test.url,
      authToken: undefined,
      close: async () => {
        opened -= 1
      },
    }
  }
  for (const register of [registerBatches, registerKeys, registerLabels, registerVerify]) {
    register(program, openContext)
  }
  await program.parseAsync(args, { from: 'user' })
  return said.join('')
}

const runsOf = (batchId: string) =>
  test.db.select().from(labelRun).where(eq(labelRun.batchId, batchId))

describe('goc labels issue', () => {
  it('writes a whole file under its name, and nothing beside it', async () => {
    const { ref } = await makeBatch(makeContext(test.db))
    const out = join(folder, 'a.csv')
    await goc('labels', 'issue', '--batch', ref, '--count', '3', '--format', 'csv', '--out', out)
    const lines = readFileSync(out, 'utf8').split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatch(
      new RegExp(`^1,HTTPS://TEM.EXAMPLE.VN/[0-9A-Z]{106}/B/${ref}/1/.*,${ref},full,[0-9A-Z]{3}$`),
    )
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  it('issues nothing, and seals nothing, when the sheet is too small for the codes', async () => {
    const { id: productId } = await makeProduct(makeContext(test.db), { name: 'X'.repeat(150) })
    const made = await makeBatch(makeContext(test.db), { productId })
    const issuing = goc(
      'labels',
      'issue',
      '--batch',
      made.ref,
      '--count',
      '3',
      '--format',
      'zpl',
      '--layout',
      '12x12',
      '--out',
      join(folder, 'b.zpl'),
    )
    await expect(issuing).rejects.toMatchObject({ code: 'layout_too_small' })
    expect(await runsOf(made.id)).toEqual([])
    const [row] = await test.db.select().from(batchTable).where(eq(batchTable.id, made.id))
    expect(row?.sealedAt).toBeNull()
    expect(readdirSync(folder)).not.toContain('b.zpl')
  })

  it('issues nothing when the file cannot be written', async () => {
    const made = await makeBatch(makeContext(test.db))
    const out = join(folder, 'không có', 'c.csv')
    const issuing = goc('labels', 'issue', '--batch', made.ref, '--count', '3', '--out', out)
    await expect(issuing).rejects.toThrow(/Không ghi được/)
    expect(await runsOf(made.id)).toEqual([])
  })

  it('takes --count as copies of the one label of a whole batch', async () => {
    const made = await makeBatch(makeContext(test.db))
    const out = join(folder, 'd.csv')
    await goc('labels', 'issue', '--batch', made.ref, '--whole-batch', '--count', '4', '--out', out)
    expect(await runsOf(made.id)).toMatchObject([{ fromSerial: 0, toSerial: 0, copies: 4 }])
    const urls = readFileSync(out, 'utf8').trim().split('\n').slice(1)
    expect(urls).toHaveLength(4)
    expect(new Set(urls).size).toBe(1)
  })

  it('needs a count or the whole batch', async () => {
    const { ref } = await makeBatch(makeContext(test.db))
    await expect(goc('labels', 'issue', '--batch', ref)).rejects.toThrow(
      /--count N hoặc --whole-batch/,
    )
  })

  it('closes what it opened, whether it went well or not', () => {
    expect(opened).toBe(0)
  })
})

describe('goc verify', () => {
  it('tells a genuine label, a forged one and one that leads elsewhere', async () => {
    const { ref } = await makeBatch(makeContext(test.db))
    const out = join(folder, 'e.csv')
    await goc('labels', 'issue', '--batch', ref, '--count', '1', '--out', out)
    const url = readFileSync(out, 'utf8').split('\n')[1]?.split(',')[1] ?? ''
    said = []
    expect(JSON.parse(await goc('verify', url, '--json'))).toMatchObject({
      authenticity: 'genuine',
    })
    said = []
    expect(await goc('verify', `${url}?fbclid=1`)).toMatch(/^Tem thật/)
    said = []
    const forged = url.replace(`/B/${ref}/1/`, `/B/${ref}/2/`)
    expect(JSON.parse(await goc('verify', forged, '--json'))).toMatchObject({
      authenticity: 'forged',
    })
    said = []
    const elsewhere = url.replace('TEM.EXAMPLE.VN', 'EVIL.EXAMPLE')
    expect(JSON.parse(await goc('verify', elsewhere, '--json'))).toMatchObject({
      authenticity: 'unknown',
      reasons: [{ code: 'foreign_host' }],
    })
  })
})

describe('options', () => {
  it('read an instant with its zone, or a day in Vietnam, and nothing else', () => {
    expect(instant('2026-06-15T08:00:00+07:00')).toBe(Date.parse('2026-06-15T01:00:00Z'))
    expect(instant('2026-06-15')).toBe(Date.parse('2026-06-14T17:00:00Z'))
    for (const text of ['2026-06-15T08:00', '15/06/2026', '2026-02-30', 'hôm qua', '']) {
      expect(() => instant(text)).toThrow(/thời điểm/)
    }
    for (const text of ['-1', '1.5', '1e3', ''])
      expect(() => wholeNumber(text)).toThrow(/số nguyên/)
  })

  it('that are wrong are told in Vietnamese', async () => {
    const told = async (...args: string[]) => goc(...args).then(String, (error) => usageText(error))
    expect(await told('labels', 'issue')).toBe(
      'Thiếu tuỳ chọn --batch <ref>. Xem hướng dẫn: thêm --help.',
    )
    expect(await told('labels', 'issue', '--batch', 'X', '--format', 'doc')).toMatch(
      /Chọn một trong: csv, pdf, zpl, svg/,
    )
    expect(await told('keys', 'revoke')).toMatch(/Thiếu/)
    expect(await told('labels', 'list', '--batch', 'X', '--sai')).toMatch(
      /Không có tuỳ chọn “--sai”/,
    )
  })
})
