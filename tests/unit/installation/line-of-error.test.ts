import { expect, test } from 'vitest'
import { databaseSaid, lineOfError } from '../../../scripts/lib/line-of-error.ts'

test('a statement that the database refused is told without its text and values', () => {
  const cause = new Error('SQLITE_BUSY: database is locked')
  const refused = new Error('Failed query: insert into account\nparams: $scrypt$hash', { cause })
  const said = 'Cơ sở dữ liệu từ chối: SQLITE_BUSY: database is locked'
  expect([databaseSaid(refused), lineOfError(refused)]).toEqual([said, said])
  expect(databaseSaid(new Error('Cổng 8787 đang có chương trình khác dùng.'))).toBeNull()
  expect(lineOfError(new Error('một dòng\nat somewhere'))).toBe('một dòng')
  expect(lineOfError(new Error('Failed query: x', { cause: new Error('fetch failed') }))).toContain(
    'Không nối được',
  )
})
