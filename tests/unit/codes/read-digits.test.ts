import { describe, expect, it } from 'vitest'
import { readDigits } from '../../../worker/domain/codes/read-digits.ts'
import { typedKeyPrefix, typedWords } from '../../../worker/domain/codes/register-terms.ts'

describe('letters read for digits', () => {
  it.each([
    ['VN-AGOR-9OO1', 'VN-AGOR-9001'],
    ['vnagor9oo1', 'vnagor9001'],
    ['VN-AGOR-OO12', 'VN-AGOR-0012'],
    ['VN-AGOR-9OO', 'VN-AGOR-900'],
    ['VN-AGOR-9l01', 'VN-AGOR-9101'],
  ])('are put right in %s', (typed, read) => {
    expect(readDigits(typed)).toBe(read)
    expect(typedKeyPrefix(typed)).toBe(typedKeyPrefix(read))
    expect(typedWords(typed)).toEqual(typedWords(read))
  })

  it.each(['VN-AGOR-9001', '15-PUC-CHUOI01-990013-CHN', '91-PUC-NHO01-1', 'Ô Môn', 'o', 'xoài lo'])(
    'are left alone in %s',
    (typed) => {
      expect(readDigits(typed)).toBe(typed)
    },
  )

  it('takes an export code without its country for the code with it', () => {
    expect(typedKeyPrefix('agor 0012')).toBe(typedKeyPrefix('VN-AGOR-0012'))
    expect(typedKeyPrefix('vnor12')).toBe('VNOR12')
  })
})
