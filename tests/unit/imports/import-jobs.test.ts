import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginUndoImport } from '../../../worker/verbs/imports/undo/begin-undo.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import type { Fault } from '../../support/faulty-database.ts'
import { codeList, importContext, importFile, runJobs } from '../verbs/imports/import-support.ts'
import { confirmed, copyOf, hour, leftBehind, runInto, runWell } from './jobs-support.ts'

const FAULTS = ['refused', 'unheard', 'killed', 'killed_after'] as const satisfies readonly Fault[]
/** Tried at every call: to be killed after one leaves what to be killed before the next one does. */
const EVERYWHERE = ['refused', 'unheard', 'killed'] as const satisfies readonly Fault[]

// Every failure is logged, as it should be, and there are hundreds.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => void vi.restoreAllMocks())

/** Rows of one list that depend on each other across slices, with some that are refused. */
const CODES = codeList([
  { code: 'VN-AGOR-0001', site: 'Vùng A', area: '10', holder: 'HTX Một' },
  { code: 'VN-AGOR-0002', site: 'Vùng B', holder: 'HTX Hai' },
  { code: 'VN-AGOR-0003', site: 'Vùng C', on: '31/02/2025' },
  { code: 'VN-AGOR-0004', site: 'Vùng A', area: '11', holder: 'HTX Một', market: 'Mỹ' },
  { code: 'VN-AGOR-0001', site: 'Vùng A', area: '10', holder: 'HTX Một', status: 'Tạm dừng' },
  { code: 'VN-AGOR-0005', site: 'Vùng E', holder: 'HTX Hai', validTo: '31/12/2027' },
  { code: 'VN-AGOR-0002', site: 'Vùng B', holder: 'HTX Hai', status: 'Tạm dừng', on: '05/06/2026' },
  { code: 'VN-AGOR-0006', site: 'Vùng B', holder: 'HTX Khác Hẳn' },
])

const DIARY = [
  'Mã số vùng trồng;Ngày;Công việc;Ghi chú',
  ...['05/03/2026;Tưới nước;Một', '05/03/2026;Tưới nước;Hai', '06/03/2026;Bón phân;NPK'].map(
    (line) => `VN-AGOR-0001;${line}`,
  ),
  'VN-AGOR-0009;07/03/2026;Tưới nước;Mã chưa có',
  'VN-AGOR-0001;05/03/2026;Tưới nước;Một',
  'VN-AGOR-0002;08/03/2026;Thu hoạch;Đợt 1',
].join('\n')

const BATCHES = [
  'Mã lô;Tên sản phẩm;Nhà sản xuất;Ngày đóng gói;Số lượng;ĐVT;Mã số vùng trồng',
  'L1;Xoài cát;HTX Một;05/04/2026;10;tấn;VN-AGOR-0001',
  'L2;Xoài tượng;HTX Một;06/04/2026;10;tấn;VN-AGOR-0001',
  'L1;Xoài cát;HTX Một;07/04/2026;12;tấn;VN-AGOR-0001',
  'L3;Xoài tượng;HTX Một;08/04/2026;7;tấn;VN-AGOR-0001',
  'L4;Nhãn;HTX Không Có;08/04/2026;7;tấn;VN-AGOR-0002',
].join('\n')

const LISTS = {
  codes: { kind: 'codes', content: CODES },
  diary: { kind: 'diary', content: DIARY },
  batches: { kind: 'batches', content: BATCHES },
} as const

/** A list that is confirmed and due, and what it leaves behind when nothing goes wrong. */
async function due(kind: keyof typeof LISTS) {
  const test = await freshDatabase()
  if (kind !== 'codes') {
    const known = [
      { code: 'VN-AGOR-0001', holder: 'HTX Một' },
      { code: 'VN-AGOR-0002', holder: 'HTX Hai' },
    ]
    await importFile(importContext(test.db), 'codes', { bytes: codeList(known) })
  }
  const id = await confirmed(test.db, LISTS[kind])
  return { test, id, straight: await straightFrom(test) }
}

async function straightFrom(test: TestDatabase): Promise<unknown> {
  const copy = await copyOf(test)
  expect((await runWell(copy.db)).ends).toEqual(['done'])
  const left = await leftBehind(copy.db)
  copy.close()
  return left
}

/** Meets a fault at each call in turn; what is left in the end must be as if there had been none. */
async function cutEverywhere(test: TestDatabase, fault: Fault, straight: unknown): Promise<number> {
  for (let at = 1; ; at++) {
    const copy = await copyOf(test)
    const clock = hour()
    const met = await runInto(copy, clock, { at, fault })
    await runWell(copy.db, clock)
    expect(await leftBehind(copy.db), `${fault} at call ${at}`).toEqual(straight)
    copy.close()
    if (!met) return at - 1
  }
}

describe.each(Object.keys(LISTS) as (keyof typeof LISTS)[])('an import of %s', (kind) => {
  let list: Awaited<ReturnType<typeof due>>
  beforeAll(async () => {
    list = await due(kind)
  })

  it('leaves behind what one without slices does', async () => {
    const copy = await copyOf(list.test)
    await runWell(copy.db)
    const here = await leftBehind(copy.db)
    const whole = await freshDatabase()
    const ctx = importContext(whole.db)
    if (kind !== 'codes') {
      const known = [
        { code: 'VN-AGOR-0001', holder: 'HTX Một' },
        { code: 'VN-AGOR-0002', holder: 'HTX Hai' },
      ]
      await importFile(ctx, 'codes', { bytes: codeList(known) })
    }
    await importFile(ctx, kind, { bytes: LISTS[kind].content })
    const there = await leftBehind(whole.db)
    const facts = ['sites', 'codes', 'events', 'changes', 'diary', 'batches', 'products'] as const
    for (const fact of facts) {
      const [one, other] = [here, there] as Record<(typeof facts)[number], unknown>[]
      expect(one?.[fact], fact).toEqual(other?.[fact])
    }
  })

  // The rows of other lists are stored by the very same slices.
  it.each(kind === 'codes' ? EVERYWHERE : (['unheard', 'killed'] as const))(
    'whose writer is %s at any of its calls stores each row once',
    async (fault) => {
      const calls = await cutEverywhere(list.test, fault, list.straight)
      expect(calls).toBeGreaterThan(10)
    },
    120_000,
  )

  it('whose writers fail one after the other, anyhow, stores each row once (seeded)', async () => {
    const failure = fc.record({
      at: fc.integer({ min: 1, max: 24 }),
      fault: fc.constantFrom(...FAULTS),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(failure, { minLength: 1, maxLength: 6 }), async (failures) => {
        const copy = await copyOf(list.test)
        const clock = hour()
        for (const each of failures) await runInto(copy, clock, each)
        await runWell(copy.db, clock)
        expect(await leftBehind(copy.db)).toEqual(list.straight)
        copy.close()
      }),
      { seed: 20261129, numRuns: 8 },
    )
  }, 120_000)
})

describe('an import that was cut off', () => {
  it('leaves alone what somebody changed since in the rows that were in', async () => {
    const { test, id } = await due('codes')
    const copy = await copyOf(test)
    const clock = hour()
    // Read, decided and stored the first rows; gone before the next.
    for (let at = 1; ; at++) {
      const half = await copyOf(test)
      await runInto(half, clock, { at, fault: 'killed' })
      const [done] = await half.db.all<{ n: number }>(
        sql`SELECT rows_done AS n FROM import_run WHERE id = ${id}`,
      )
      half.close()
      if (done?.n !== 3) continue
      await runInto(copy, clock, { at, fault: 'killed' })
      break
    }
    await copy.db.run(
      sql`UPDATE site SET area_ha = 99, version = version + 1 WHERE name = 'Vùng A'`,
    )
    expect((await runWell(copy.db, clock)).ends).toEqual(['done'])
    const [site] = await copy.db.all(sql`SELECT area_ha AS areaHa FROM site WHERE name = 'Vùng A'`)
    // Row 5 says another area than row 2 did; what the list said first counts, and an officer's word more.
    expect(site).toEqual({ areaHa: 99 })
    copy.close()
  })

  it('changes nothing when its list is read in once more', async () => {
    const { test } = await due('codes')
    await runWell(test.db)
    const before = await leftBehind(test.db)
    await importFile(importContext(test.db), 'codes', { bytes: CODES })
    expect(await leftBehind(test.db)).toEqual(before)
  })
})

describe('the taking back of an import', () => {
  let begun: TestDatabase
  let straight: unknown
  beforeAll(async () => {
    const { test, id } = await due('codes')
    await runWell(test.db)
    const ctx = importContext(test.db)
    await beginUndoImport({ ctx, input: { importId: id, reason: 'Nhầm tệp' } })
    straight = await straightFrom(test)
    expect(straight).toMatchObject({ runs: [{ state: 'undone' }], entries: [] })
    begun = test
  })

  it.each(EVERYWHERE)(
    'whose writer is %s at any of its calls takes each change back once',
    async (fault) => {
      expect(await cutEverywhere(begun, fault, straight)).toBeGreaterThan(10)
    },
    120_000,
  )

  it('of a list that was cut off at any of its calls leaves nothing of it', async () => {
    const { test, id } = await due('codes')
    for (let at = 1; ; at++) {
      const copy = await copyOf(test)
      const clock = hour()
      const met = await runInto(copy, clock, { at, fault: 'killed' })
      await copy.db.run(sql`UPDATE job SET cancel_asked_at = 1 WHERE state = 'open'`)
      const { ends } = await runWell(copy.db, clock)
      expect(ends.every((end) => end === 'cancelled')).toBe(true)
      const ctx = importContext(copy.db, { now: () => clock.now })
      const [changes] = await copy.db.all<{ n: number }>(
        sql`SELECT count(*) AS n FROM import_change`,
      )
      const undoing = beginUndoImport({ ctx, input: { importId: id, reason: 'Nhầm' } })
      if (changes?.n === 0) await expect(undoing).rejects.toMatchObject({ code: 'conflict' })
      else {
        await undoing
        await runJobs(ctx)
        expect(await leftBehind(copy.db)).toMatchObject({
          runs: [{ state: 'undone' }],
          entries: [],
        })
      }
      copy.close()
      if (!met) break
    }
  }, 120_000)
})
