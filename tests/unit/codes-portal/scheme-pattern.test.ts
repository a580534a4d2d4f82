import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_SCHEMES } from '../../../worker/domain/codes/code-schemes.ts'
import { describeScheme } from '../../../worker/domain/codes/describe-scheme.ts'
import type { Code } from '../../../worker/domain/codes/normalise-code.ts'
import { readSchemePattern } from '../../../worker/domain/codes/scheme-pattern.ts'
import { toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

describe('the pattern of a code format', () => {
  it.each(CODE_SCHEMES.map(({ id, pattern }) => [id, pattern.source] as const))(
    'lets the format %s through',
    (_id, source) => {
      expect(readSchemePattern(source)).toMatchObject({ ok: true })
    },
  )

  it.each([
    ['^(A+)+$', 'open_repeat'],
    ['^A*$', 'open_repeat'],
    ['^A{2,}$', 'open_repeat'],
    ['^(?:A{1,9}){1,9}$', 'repeated_group'],
    ['^\\d{1,30}\\d{1,30}\\d{1,30}$', 'too_many_ways'],
    [
      '^(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)(?:A|A)$',
      'too_many_ways',
    ],
    ['VN-\\d{4}', 'not_anchored'],
    ['^VN.\\d{4}$', 'unknown_sign'],
    ['^(?=A)A$', 'invalid'],
    ['^(?<other>A)$', 'invalid'],
    ['^(A)\\1$', 'unknown_sign'],
    ['^(A$', 'invalid'],
    ['^?$', 'invalid'],
    ['^[Z-A]$', 'invalid'],
    [`^${'A'.repeat(300)}$`, 'too_long'],
  ])('refuses %s as %s', (pattern, fault) => {
    expect(readSchemePattern(pattern)).toEqual({ ok: false, fault })
  })

  it('never lets through what makes matching slow', () => {
    const piece = fc.constantFrom(
      ...[
        'A',
        '\\d',
        '[A-Z0-9]',
        '(',
        ')',
        '|',
        '?',
        '{1,3}',
        '{2}',
        '{0,40}',
        '+',
        '*',
        '-',
        '(?:',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const reading = readSchemePattern(`^${pieces.join('')}$`)
        if (!reading.ok) return
        const hard = `${'A'.repeat(20)}${'1'.repeat(19)}!`
        const startedAt = performance.now()
        reading.pattern.test(hard)
        expect(performance.now() - startedAt).toBeLessThan(100)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('describing a code by formats that are configuration', () => {
  const [, , domestic] = CODE_SCHEMES
  const code = (text: string) => text as Code

  it('knows only the formats it is given', () => {
    expect(describeScheme(code('VN-AGOR-0001'), []).warning).toContain('không theo dạng')
  })

  it('warns where the format was not in use on the day of grant, and still names it', () => {
    const early = toCalendarDate('2020-01-01')
    const described = describeScheme(code('VN-89-886-30337-01-23'), CODE_SCHEMES, early)
    expect(described.scheme?.id).toBe(domestic?.id)
    expect(described.warning).toContain('không dùng vào ngày cấp')
    const ended = CODE_SCHEMES.map((each) => ({
      ...each,
      effectiveTo: toCalendarDate('2026-06-30'),
    }))
    const after = toCalendarDate('2026-07-01')
    expect(describeScheme(code('VN-AGOR-0001'), ended, after).warning).not.toBeNull()
    const lastDay = toCalendarDate('2026-06-30')
    expect(describeScheme(code('VN-AGOR-0001'), ended, lastDay).warning).toBeNull()
  })
})
