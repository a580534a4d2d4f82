import { assert, double, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneLine, widthEm } from '../../../worker/lib/print/font.ts'
import { wrapText } from '../../../worker/lib/print/wrap-text.ts'

const weight = 'regular'

describe('wrapped text', () => {
  it('breaks after spaces, and a code after its hyphens', () => {
    const wrap = (text: string, limitEm: number) =>
      wrapText({ text, weight, limitEm, maxLines: 9, overflow: 'refuse' })
    expect(wrap('Vùng trồng: VN-AGOR-0012', 9)).toEqual(['Vùng trồng:', 'VN-AGOR-0012'])
    expect(wrap('VN-AGOR-0012', 6)).toEqual(['VN-AGOR-', '0012'])
  })

  it('loses no character and keeps every line within its limit', () => {
    const texts = string({ unit: 'grapheme', maxLength: 80 })
    assert(
      property(texts, double({ min: 2, max: 20, noNaN: true }), (raw, limitEm) => {
        const text = oneLine(raw)
        const lines = wrapText({ text, weight, limitEm, maxLines: 200, overflow: 'refuse' })
        expect(lines?.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines ?? []) expect(widthEm(line, weight)).toBeLessThanOrEqual(limitEm)
      }),
    )
  })

  it('shortens to the lines allowed, and refuses when told to', () => {
    const texts = string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
    assert(
      property(texts, integer({ min: 1, max: 4 }), (raw, maxLines) => {
        const input = { text: oneLine(raw), weight, limitEm: 6, maxLines } as const
        const refused = wrapText({ ...input, overflow: 'refuse' })
        const shortened = wrapText({ ...input, overflow: 'shorten' }) ?? []
        expect(shortened.length).toBeLessThanOrEqual(maxLines)
        if (refused === null) expect(shortened.at(-1)).toMatch(/…$/)
        else expect(shortened).toEqual(refused)
        for (const line of shortened) expect(widthEm(line, weight)).toBeLessThanOrEqual(6)
      }),
    )
  })
})
