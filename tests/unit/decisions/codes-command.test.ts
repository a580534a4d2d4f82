import { Command } from 'commander'
import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { register } from '../../../scripts/commands/codes.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeCode, makeContext, unique } from '../../support/factories.ts'

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
  return () => vi.restoreAllMocks()
})

async function run(...words: string[]): Promise<void> {
  const program = new Command('goc')
  register(program, async () => ({
    ctx: makeContext(test.db),
    origin: 'http://localhost:8787',
    ownHosts: new Set(),
    databaseUrl: test.url,
    authToken: undefined,
    close: async () => undefined,
  }))
  await program.parseAsync(['node', 'goc', 'codes', ...words])
}

const decisionsOn = (code: string) =>
  test.db.all(sql`SELECT e.market, e.status, e.effective_on AS "on" FROM code_status_event e
    JOIN code c ON c.id = e.code_id WHERE c.code = ${code} ORDER BY e.rowid`)

describe('goc codes', () => {
  it('re-issues a code and says when the old one ends', async () => {
    const { code: old } = await makeCode(makeContext(test.db))
    const fresh = `VN-AGOR-${80_000 + unique()}`
    const words = ['--market', 'CHN', '--from', '2026-06-01', '--document', '9/GXN']
    const why = ['--why', 'name', '--reason', 'Đổi tên', '--confirm']
    await run('reissue', old, fresh, ...words, ...why, '--old-ends', 'CHN=2026-12-31')
    expect(printed).toContain(`Đã cấp mã ${fresh} thay ${old}.`)
    expect(await decisionsOn(old)).toMatchObject([
      { market: 'CHN', status: 'active' },
      { market: 'CHN', status: 'expired', on: '2026-12-31' },
    ])
  })

  it('corrects a revocation only where it is said to be a mistake', async () => {
    const { code } = await makeCode(makeContext(test.db))
    const wrong = await recordCodeStatus({
      ctx: makeContext(test.db),
      input: {
        code,
        market: 'CHN',
        status: 'revoked',
        effectiveOn: '2026-06-01',
        reason: 'Gian lận',
        documentNo: '1/QĐ',
      },
    })
    const words = ['status', code, '--market', 'CHN', '--set', 'active', '--from', '2026-06-01']
    const rest = ['--reason', 'Nhầm mã', '--document', '2/QĐ', '--amends', wrong.eventId]
    await expect(run(...words, ...rest)).rejects.toThrow('taken by mistake')
    await run(...words, ...rest, '--mistake')
    expect(printed).toContain('Hôm nay: đang hoạt động.')
  })
})
