import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCodeRecords, readWorkbook } from '../../support/at-once.ts'

const FOLDER = new URL('../../support/sheets/from-programs/', import.meta.url)

/** Lists whose file is refused, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  '06': 'open_quote',
  '20': 'only_hidden',
  '23': 'broken_xml',
  '27': 'broken_xml',
}

/** What the last record of a list says, where the file had it otherwise. */
const SAYS: Readonly<Record<string, object>> = {
  '02': { effectiveOn: '2024-02-03', validTo: '2025-12-31' },
  '03': { holderName: 'HTX Thử 1' },
  '04': { holderName: 'HTX \ufffd' },
  '08': { code: 'VN-LCOR-0963' },
  '12': { commune: 'Đức Trọng' },
  '14': { holderName: 'Hîp t¸c x· §ång T©m' },
  '15': { holderName: 'Hôïp taùc xaõ Ñoàng Taâm' },
  '18': { effectiveOn: '2024-02-04' },
  '25': { effectiveOn: '2024-02-03' },
  '28': { holderName: 'HTX TAH' },
}

const RECORDS: Readonly<Record<string, number>> = { '01': 0, '08': 3, '09': 3 }

test.each(readdirSync(FOLDER))('%s is read as it was meant, or refused by name', (name) => {
  const id = name.slice(0, 2)
  const reading = readWorkbook(readFileSync(new URL(name, FOLDER)), { fileName: name })
  if (!reading.ok) return expect(reading.problem.code).toBe(REFUSED[id])
  const result = readCodeRecords(reading.workbook)
  if (!result.ok) throw new Error(result.problem.message)
  expect(REFUSED[id]).toBeUndefined()
  expect(result.records).toHaveLength(RECORDS[id] ?? 1)
  if (SAYS[id] !== undefined) expect(result.records.at(-1)?.record).toMatchObject(SAYS[id])
})

test('the cell with a byte that stands for nothing is named', () => {
  const name = '09-csv-utf8-one-bad-byte.csv'
  const reading = readWorkbook(readFileSync(new URL(name, FOLDER)), { fileName: name })
  if (!reading.ok) throw new Error(reading.problem.message)
  expect(reading.workbook.warnings).toMatchObject([{ code: 'unreadable_text', row: 4 }])
})

test('an empty index is an empty cell, and no other cell is given for it', () => {
  const name = '01-xlsx-empty-v-shared-string.xlsx'
  const reading = readWorkbook(readFileSync(new URL(name, FOLDER)), { fileName: name })
  if (!reading.ok) throw new Error(reading.problem.message)
  const result = readCodeRecords(reading.workbook)
  expect(result).toMatchObject({ ok: true, issues: [{ cell: 'G2', value: '' }] })
})

test.each([
  ['14-xlsx-tcvn3-text.xlsx', 'tcvn3'],
  ['15-xlsx-vni-text.xlsx', 'vni'],
  ['16-xlsx-mojibake.xlsx', 'doubly_encoded'],
])('%s is told apart and converted only when that is confirmed', (name, kind) => {
  const bytes = readFileSync(new URL(name, FOLDER))
  const asIs = readWorkbook(bytes, { fileName: name })
  if (!asIs.ok) throw new Error(asIs.problem.message)
  const [warning] = asIs.workbook.warnings
  expect(asIs.workbook.oldText?.kind).toBe(kind)
  expect(warning).toMatchObject({ code: 'old_text' })
  expect(warning?.message).toContain('“Hợp tác xã Đồng Tâm”')
  expect(asIs.workbook.sheets[0]?.rows[1]?.cells[2]).not.toBe('Hợp tác xã Đồng Tâm')
  const read = readWorkbook(bytes, { fileName: name, convertText: true })
  if (!read.ok) throw new Error(read.problem.message)
  const row = read.workbook.sheets[0]?.rows[1]?.cells ?? []
  expect(row.slice(2, 5)).toEqual(['Hợp tác xã Đồng Tâm', 'Bản Lầu', 'Lào Cai'])
})
