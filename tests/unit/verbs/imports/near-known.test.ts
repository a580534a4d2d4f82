import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { alikeOrganisationsQuery } from '../../../../db/queries/alike-organisations.ts'
import { holderKey } from '../../../../worker/domain/lists/records/holder-key.ts'
import {
  answerAll,
  type NearAnswers,
} from '../../../../worker/domain/lists/records/near-answers.ts'
import { foldVietnamese } from '../../../../worker/lib/text/fold-vietnamese.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeOrganisation } from '../../../support/factories.ts'
import { type CodeRow, codeList, dumpTables, importContext, importFile } from './import-support.ts'

let test: TestDatabase
const ctxOf = () => importContext(test.db)

beforeEach(async () => {
  test = await freshDatabase()
})

const importRows = (
  rows: readonly CodeRow[],
  given: { answers?: NearAnswers; dryRun?: boolean } = {},
) => importFile(ctxOf(), 'codes', { bytes: codeList(rows), ...given })

const holders = async () => {
  const rows = await test.db.all<{ name: string }>(sql`SELECT name FROM organisation ORDER BY name`)
  return rows.map(({ name }) => name)
}

const holderOf = async (code: string) => {
  const [row] = await test.db.all<{ name: string }>(sql`SELECT o.name FROM code c
    JOIN site s ON s.id = c.site_id JOIN organisation o ON o.id = s.organisation_id
    WHERE c.code = ${code}`)
  return row?.name
}

const codes = async () => {
  const rows = await test.db.all<{ code: string }>(sql`SELECT code FROM code ORDER BY code`)
  return rows.map(({ code }) => code)
}

describe('an organisation spelled almost as one on record', () => {
  const KNOWN = 'HTX nông nghiệp Minh Họa'
  const ROW = { code: 'VN-AGOR-0001', holder: 'HTX NN Minh Họa' }
  beforeEach(() => makeOrganisation(ctxOf(), { name: KNOWN, provinceName: 'An Giang' }))

  it('is asked about, and nothing of its rows is stored until somebody answers', async () => {
    const report = await importRows([ROW, { code: 'VN-AGOR-0002', holder: 'HTX Khác Hẳn' }])
    expect(report.counts).toMatchObject({ added: 1, refused: 1 })
    expect(report.refused).toMatchObject([
      { kind: 'similar_holder', subject: 'VN-AGOR-0001', cell: 'D2', question: { known: KNOWN } },
    ])
    expect(await holders()).toEqual([KNOWN, 'HTX Khác Hẳn'].sort())
  })

  it('is the one on record where that is said, and a new one where that is', async () => {
    expect((await importRows([ROW], { answers: answerAll('same') })).counts.added).toBe(1)
    expect([await holders(), await holderOf('VN-AGOR-0001')]).toEqual([[KNOWN], KNOWN])
    const other = { ...ROW, code: 'VN-AGOR-0002', site: 'Vùng hai' }
    expect((await importRows([other], { answers: answerAll('new') })).counts.added).toBe(1)
    expect(await holderOf('VN-AGOR-0002')).toBe('HTX NN Minh Họa')
  })

  it('is answered for one spelling alone by its key', async () => {
    const rows = [ROW, { code: 'VN-AGOR-0002', holder: 'Hợp tác xã NN Minh Họa' }]
    const [first] = (await importRows(rows, { dryRun: true })).refused
    const each = { [first?.question?.key ?? '']: 'same' as const }
    const report = await importRows(rows, { answers: { similar_holder: { all: null, each } } })
    expect(report.counts).toMatchObject({ added: 1, refused: 1 })
    expect(await holderOf('VN-AGOR-0001')).toBe(KNOWN)
  })

  it('is read in again without a change under the same answer', async () => {
    await importRows([ROW], { answers: answerAll('same') })
    const before = await dumpTables(test.db)
    expect((await importRows([ROW], { answers: answerAll('same') })).counts.unchanged).toBe(1)
    expect(await dumpTables(test.db)).toBe(before)
  })

  it('of another province is another one, and nobody is asked', async () => {
    const report = await importRows([{ ...ROW, province: 'Lào Cai' }])
    expect(report.counts).toMatchObject({ added: 1, refused: 0 })
  })

  it('that the list itself names first is not asked about', async () => {
    const report = await importRows([
      { code: 'VN-AGOR-0001', holder: 'HTX NN Sông Tiền' },
      { code: 'VN-AGOR-0002', holder: 'Hợp tác xã nông nghiệp Sông Tiền' },
    ])
    expect(report.counts).toMatchObject({ added: 2, refused: 0 })
    expect(report.warnings.map(({ code }) => code)).toContain('similar_holder')
  })
})

describe('a code spelled almost as one on record', () => {
  const FIRST = { code: 'VN-DTPH-031', kind: 'Cơ sở đóng gói', site: 'Nhà đóng gói', crop: '' }
  const LATER = { ...FIRST, code: 'VNDTPH031', status: 'Tạm dừng', on: '01/03/2026' }
  beforeEach(async () => {
    expect((await importRows([FIRST])).counts.added).toBe(1)
  })

  it('is asked about, and no decision falls on either', async () => {
    const before = await dumpTables(test.db)
    const report = await importRows([LATER])
    expect(report.counts).toMatchObject({ refused: 1 })
    expect(report.refused).toMatchObject([
      { kind: 'similar_code', cell: 'A2', question: { typed: 'VNDTPH031', known: 'VN-DTPH-031' } },
    ])
    expect(await dumpTables(test.db)).toBe(before)
  })

  it('is that code where so it is said, with its old and new status told', async () => {
    const report = await importRows([LATER], { answers: answerAll('same') })
    expect(report.counts).toMatchObject({ changed: 1, refused: 0 })
    expect(report.changes[0]?.fields).toContainEqual({
      name: 'trạng thái, Trung Quốc, từ 01/03/2026',
      before: 'đang hoạt động',
      after: 'tạm dừng',
    })
    expect(await codes()).toEqual(['VN-DTPH-031'])
  })

  it('is a code of its own where so it is said', async () => {
    expect((await importRows([LATER], { answers: answerAll('new') })).counts.added).toBe(1)
    expect(await codes()).toEqual(['VN-DTPH-031', 'VNDTPH031'])
    expect((await importRows([LATER])).counts).toMatchObject({ unchanged: 1, refused: 0 })
  })

  it('is not asked about where its row says nothing new', async () => {
    const report = await importRows([{ ...FIRST, code: 'VNDTPH031' }])
    expect(report.counts).toMatchObject({ unchanged: 1, refused: 0 })
  })
})

describe('faults of a row', () => {
  it('are told together: of its cells, of its holder and of its decision', async () => {
    await makeOrganisation(ctxOf(), { name: 'HTX nông nghiệp Minh Họa', provinceName: 'An Giang' })
    await importRows([{ code: 'VN-AGOR-0001', holder: 'HTX Đầu', status: 'Thu hồi' }])
    const rows = [
      { code: 'VN-AGOR-0001', holder: 'HTX Đầu', area: 'mười', on: '01/03/2026' },
      { code: 'VN-AGOR-0002', holder: 'HTX NN Minh Họa', on: '31/02/2026' },
      { code: 'VN-AGOR-0003', market: 'Sao Hỏa', status: 'lơ lửng' },
    ]
    const report = await importRows(rows, { dryRun: true })
    expect(report.counts).toMatchObject({ refused: 3 })
    const kinds = report.refused.map(({ row, kind }) => `${row} ${kind}`)
    expect(kinds.toSorted()).toEqual([
      '2 decision',
      '2 unreadable',
      '3 similar_holder',
      '3 unreadable',
      '4 unreadable',
      '4 unreadable',
    ])
    const real = await importRows(rows)
    expect({ ...real, dryRun: true }).toEqual(report)
  })
})

describe('names of organisations spelled out', () => {
  const word = fc.constantFrom('HTX', 'NN', 'nn', 'Cty', 'TNHH', 'Minh', 'Họa', 'ĐÔNG', 'dv', 'xnk')
  const joined = fc.constantFrom(' ', ' - ', '-', '. ', ' (', ') ', ' & ', ', ', '/')
  const name = fc
    .array(fc.tuple(word, joined), { minLength: 1, maxLength: 7 })
    .map((parts) => parts.flat().join('').trim())
  const statements = readFileSync('db/migrations/0021_lists.sql', 'utf8')
    .split('--> statement-breakpoint')
    .filter((statement) => /^\s*(?:--.*\n)*UPDATE/.test(statement))

  it('are so for those of before as for those written since', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 20 }), async (names) => {
        await test.db.run(sql`DELETE FROM organisation`)
        for (const [i, each] of names.entries()) {
          await test.db.run(sql`INSERT INTO organisation (id, name, name_folded, kind, created_at)
            VALUES (${`o${i}`}, ${each}, ${foldVietnamese(each)}, 'cooperative', 1)`)
        }
        for (const statement of statements) await test.db.run(sql.raw(statement))
        const rows = await test.db.all<{ name: string; key: string }>(
          sql`SELECT name, name_key AS key FROM organisation`,
        )
        for (const row of rows) expect([row.name, row.key]).toEqual([row.name, holderKey(row.name)])
      }),
      { numRuns: 20 },
    )
  })

  it('are looked up by their index', async () => {
    const query = alikeOrganisationsQuery(test.db, ['hop tac xa']).getSQL()
    const plan = await test.db.all(sql`EXPLAIN QUERY PLAN ${query}`)
    expect(JSON.stringify(plan)).toContain('organisation_name_key')
  })
})
