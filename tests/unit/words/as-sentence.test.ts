import { describe, expect, it } from 'vitest'
import { asSentence } from '../../../worker/copy/as-sentence.ts'

describe('a typed text that another sentence follows', () => {
  it('ends as a sentence of its language, once', () => {
    expect(asSentence(' Nhập nhầm ', 'vi')).toBe('Nhập nhầm.')
    expect(asSentence('Nhập nhầm.', 'vi')).toBe('Nhập nhầm.')
    expect(asSentence('Theo thông báo “số 12.”', 'vi')).toBe('Theo thông báo “số 12.”')
    expect(asSentence('更正记录', 'zh')).toBe('更正记录。')
    expect(asSentence('更正记录。', 'zh')).toBe('更正记录。')
    expect(asSentence('', 'vi')).toBe('')
  })
})
