import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../support/database.ts'
import { codeList, importContext, importFile } from './import-support.ts'

const ROWS = 10_000

it('reads in 10,000 codes, their diary and their batches whole, and again without a change', async () => {
  const { db } = await freshDatabase()
  const ctx = importContext(db)
  const code = (i: number) => `VN-AGOR-${10_000 + i}`
  const codes = codeList(
    Array.from({ length: ROWS }, (_, i) => ({ code: code(i), holder: `HTX Thử ${i % 500}` })),
  )
  const diary = [
    'Mã số vùng trồng;Ngày;Công việc;Ghi chú',
    ...Array.from({ length: ROWS }, (_, i) => `${code(i)};05/03/2026;Tưới nước;Dòng ${i}`),
  ].join('\n')
  const batches = [
    'Mã lô;Tên sản phẩm;Nhà sản xuất;Ngày đóng gói;Số lượng;ĐVT;Mã số vùng trồng',
    ...Array.from(
      { length: ROWS },
      (_, i) => `L${i};Xoài;HTX Thử ${i % 500};05/04/2026;10;tấn;${code(i)}`,
    ),
  ].join('\n')
  const times: Record<string, number> = {}
  for (const [kind, bytes] of [
    ['codes', codes],
    ['diary', diary],
    ['batches', batches],
  ] as const) {
    for (const turn of ['added', 'unchanged'] as const) {
      const started = performance.now()
      const report = await importFile(ctx, kind, { bytes })
      times[`${kind} ${turn}`] = Math.round(performance.now() - started)
      expect(report.counts[turn]).toBe(ROWS)
      expect(report.counts.refused).toBe(0)
    }
  }
  if (process.env['GOC_TELL_TIMES'] === '1') console.log(times)
  const [n] =
    await db.all(sql`SELECT (SELECT count(*) FROM code) AS codes, (SELECT count(*) FROM register_entry) AS words,
    (SELECT count(*) FROM diary_event) AS entries, (SELECT count(*) FROM batch_code) AS links`)
  expect(n).toEqual({ codes: ROWS, words: ROWS, entries: ROWS, links: ROWS })
}, 180_000)
