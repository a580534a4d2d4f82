import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CodeStatusInput } from '../../../../worker/verbs/codes/code-status-input.ts'
import { recordCodeStatus } from '../../../../worker/verbs/codes/record-code-status.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeCode, makeContext } from '../../../support/factories.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})

const ctxOf = () => makeContext(test.db)
const record = (given: Partial<CodeStatusInput> & { code: string }) =>
  recordCodeStatus({
    ctx: ctxOf(),
    input: {
      ...{ market: 'CHN', status: 'suspended', effectiveOn: '2026-06-01' },
      ...{ reason: 'Thiếu hồ sơ', documentNo: '12/QĐ' },
      ...given,
    },
  })
const rows = (code: string) =>
  test.db.all<{ id: string; status: string; recordedAt: number }>(sql`
    SELECT e.id, e.status, e.recorded_at AS recordedAt FROM code_status_event e JOIN code c ON c.id = e.code_id
    WHERE c.code = ${code} ORDER BY e.rowid`)

describe('recording a decision on a code', () => {
  it('finds the code however it is typed, and says what it read', async () => {
    await makeCode(ctxOf(), { code: 'VN-AGOR-0301' })
    const result = await record({ code: 'vn agor 301' })
    expect(result).toMatchObject({
      recorded: true,
      code: 'VN-AGOR-0301',
      before: 'active',
      after: 'suspended',
    })
    expect(result.warnings[0]).toContain('được đọc là VN-AGOR-0301')
  })

  it('takes the exact spelling when two codes are alike, and refuses to guess otherwise', async () => {
    await makeCode(ctxOf(), { code: 'VN-AGOR-0302' })
    await makeCode(ctxOf(), { code: 'VN-AGOR-302' })
    expect((await record({ code: 'VN-AGOR-302' })).code).toBe('VN-AGOR-302')
    await expect(record({ code: 'vnagor00302' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(record({ code: 'VN-AGOR-9999' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('changes nothing when the very same decision is recorded again', async () => {
    await makeCode(ctxOf(), { code: 'VN-AGOR-0303' })
    const first = await record({ code: 'VN-AGOR-0303' })
    const second = await record({ code: 'VN-AGOR-0303' })
    expect(second).toMatchObject({ recorded: false, eventId: first.eventId })
    expect(await rows('VN-AGOR-0303')).toHaveLength(2)
  })

  it.each([
    [{ market: 'CHM' }, 'CHN (Trung Quốc)'],
    [{ status: 'suspend' }, 'suspended (tạm dừng)'],
    [{ effectiveOn: '2026-02-30' }, 'ngày/tháng/năm'],
    [{ documentNo: ' ' }, 'documentNo'],
  ])('refuses %o and names what is allowed', async (given, hint) => {
    await makeCode(ctxOf()).then(async ({ code }) => {
      const run = record({ code, ...given })
      await expect(run).rejects.toMatchObject({ code: 'invalid_input' })
      await run.catch((error: { text: { vi: string } }) => expect(error.text.vi).toContain(hint))
      expect(await rows(code)).toHaveLength(1)
    })
  })

  it('understands Vietnamese words for market, status and day', async () => {
    const { code } = await makeCode(ctxOf())
    const result = await record({
      code,
      market: 'Trung Quốc',
      status: 'Đình chỉ',
      effectiveOn: '1/6/2026',
    })
    expect(result).toMatchObject({ market: 'CHN', after: 'suspended' })
  })

  it('warns of days to come and of days before a later decision, and records them', async () => {
    const { code } = await makeCode(ctxOf())
    const future = await record({ code, effectiveOn: '2027-01-01' })
    expect(future).toMatchObject({ recorded: true, after: 'active' })
    expect(future.warnings).toHaveLength(1)
    const early = await record({ code, effectiveOn: '2026-05-01' })
    expect(early.warnings[0]).toContain('01/01/2027')
    expect(early.after).toBe('suspended')
  })

  it('lets the second of two officers who decide at once look again', async () => {
    const { code } = await makeCode(ctxOf())
    const [last] = await rows(code)
    const expectedLastEventId = last?.id ?? null
    await record({ code, expectedLastEventId })
    const second = record({ code, status: 'revoked', expectedLastEventId })
    await expect(second).rejects.toMatchObject({ code: 'conflict' })
    const both = await Promise.allSettled([
      record({ code, status: 'active', effectiveOn: '2026-06-10' }),
      record({ code, status: 'revoked', effectiveOn: '2026-06-10' }),
    ])
    const outcomes = both.map(({ status }) => status).sort()
    const stored = await rows(code)
    // Either one lost, or it came after the other and saw it.
    expect(stored).toHaveLength(2 + outcomes.filter((outcome) => outcome === 'fulfilled').length)
    expect(new Set(stored.map(({ recordedAt }) => recordedAt)).size).toBe(stored.length)
  })

  it('corrects a decision once, and only of the same code and market', async () => {
    const { code } = await makeCode(ctxOf())
    const wrong = await record({ code })
    const right = await record({ code, effectiveOn: '2026-06-20', amends: wrong.eventId })
    expect(right).toMatchObject({ recorded: true, after: 'active' })
    await expect(record({ code, status: 'revoked', amends: wrong.eventId })).rejects.toMatchObject({
      code: 'conflict',
    })
    const other = await makeCode(ctxOf())
    await expect(record({ code: other.code, amends: right.eventId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('brings nothing back that was revoked, but where it was a mistake', async () => {
    const { code } = await makeCode(ctxOf())
    const { eventId: amends } = await record({ code, status: 'revoked' })
    const active = { code, status: 'active', effectiveOn: '2026-06-10' }
    const back = record(active)
    await expect(back).rejects.toMatchObject({ code: 'conflict', errors: [{ path: 'status' }] })
    await expect(back).rejects.toMatchObject({ text: { vi: expect.stringContaining('cấp lại') } })
    await expect(record({ ...active, amends })).rejects.toMatchObject({
      errors: [{ path: 'reasonCode' }],
    })
    const mistake = await record({ ...active, amends, reasonCode: 'corrected' })
    expect(mistake).toMatchObject({ recorded: true, before: 'revoked', after: 'active' })
  })

  it('leaves a word in the audit log, in the same atomic batch', async () => {
    const { id, code } = await makeCode(ctxOf())
    await record({ code })
    const [entry] = await test.db.all(
      sql`SELECT action, actor, reason FROM audit_log WHERE entity_id = ${id}`,
    )
    expect(entry).toEqual({ action: 'code.status', actor: 'operator:test', reason: 'Thiếu hồ sơ' })
  })

  it('is for operators only', async () => {
    const { code } = await makeCode(ctxOf())
    const actor = {
      kind: 'token',
      tokenId: 't',
      name: 't',
      organisationId: null,
      scopes: [],
    } as const
    const input = {
      code,
      market: 'CHN',
      status: 'active',
      effectiveOn: '2026-06-01',
      reason: 'x',
      documentNo: 'x',
    }
    const run = recordCodeStatus({ ctx: makeContext(test.db, { actor }), input })
    await expect(run).rejects.toMatchObject({ code: 'forbidden' })
  })
})
