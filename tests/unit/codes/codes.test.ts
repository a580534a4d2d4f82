import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_SCHEMES } from '../../../worker/domain/codes/code-schemes.ts'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import { describeScheme } from '../../../worker/domain/codes/describe-scheme.ts'
import { findCode, indexCodes } from '../../../worker/domain/codes/find-code.ts'
import { type Code, normaliseCode } from '../../../worker/domain/codes/normalise-code.ts'
import { PROVINCE_CODES } from '../../../worker/domain/codes/province-code-table.ts'
import { resolveProvinceCode } from '../../../worker/domain/codes/resolve-province-code.ts'
import { foldVietnamese, tidyText } from '../../../worker/lib/text/fold-vietnamese.ts'
import { day } from '../../support/sheets/dates.ts'

function code(text: string): Code {
  const reading = normaliseCode(text)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.code
}

const anyCode = fc
  .stringMatching(/^[0-9A-Z]{1,9}(-[0-9A-Z]{1,9}){0,3}$/)
  .filter((text) => text.length >= 3)

describe('the canonical spelling of a code', () => {
  it.each([
    'VN-AGOR-0001',
    'vn-agor-0001',
    'VN–AGOR–0001',
    'VN—AGOR—0001',
    'VN‑AGOR‑0001',
    'VN−AGOR−0001',
    'VN AGOR 0001',
    'VN_AGOR_0001',
    'VN.AGOR.0001',
    ' VN - AGOR - 0001 ',
    'VN\u00a0AGOR\u00a00001',
    'VN\u00ad-AGOR-0001',
    '\ufeffVN-AGOR-0001',
    'ＶＮ－ＡＧＯＲ－０００１',
  ])('reads %s as VN-AGOR-0001', (text) => expect(code(text)).toBe('VN-AGOR-0001'))

  it('never adds or drops a digit', () => {
    expect(code('vn agor 001')).toBe('VN-AGOR-001')
    fc.assert(
      fc.property(anyCode, (text) => {
        expect(code(text.toLowerCase()).replace(/\D/g, '')).toBe(text.replace(/\D/g, ''))
      }),
    )
  })

  it('takes Vietnamese marks off letters', () => expect(code('vn-đtor-0001')).toBe('VN-DTOR-0001'))

  it.each(['', '  ', '-', 'AB', 'A'.repeat(41), 'VN(AGOR)', 'VN:AGOR-1', 'VN+AGOR', '中文码'])(
    'refuses %s with a reason',
    (text) =>
      expect(normaliseCode(text)).toMatchObject({ ok: false, reason: expect.stringMatching(/./) }),
  )

  it('gives only codes of the label grammar, and leaves those alone', () => {
    fc.assert(
      fc.property(fc.oneof(anyCode, fc.string()), (text) => {
        const reading = normaliseCode(text)
        if (!reading.ok) return
        expect(reading.code).toMatch(/^(?=.{3,40}$)[0-9A-Z]+(-[0-9A-Z]+)*$/)
        expect(code(reading.code)).toBe(reading.code)
      }),
    )
  })
})

describe('the search key', () => {
  it('is shared by spellings of one code', () => {
    const keys = ['vn agor 001', 'VN–AGOR–0001', 'vnagor1', 'VN-AGOR-0001'].map(codeSearchKey)
    expect(new Set(keys)).toEqual(new Set(['VNAGOR1']))
  })

  it('keeps different numbers apart', () => {
    expect(codeSearchKey('VN-AGOR-0010')).not.toBe(codeSearchKey('VN-AGOR-0001'))
    expect(codeSearchKey('VN-AGOR-0000')).toBe('VNAGOR0')
  })

  it('does not change with case, dashes, spaces or their absence', () => {
    const separator = fc.constantFrom('-', '–', '—', '‑', ' ', '\u00a0', '_', '.', ' - ', '')
    fc.assert(
      fc.property(anyCode, separator, fc.boolean(), (text, between, lower) => {
        const other = text.replaceAll('-', between)
        expect(codeSearchKey(lower ? other.toLowerCase() : other)).toBe(codeSearchKey(text))
        expect(codeSearchKey(code(text))).toBe(codeSearchKey(text))
      }),
    )
  })
})

describe('finding a known code', () => {
  const index = indexCodes(
    ['VN-AGOR-0001', 'VN-AGOR-0012', 'VN-TGOR-002', 'VN-TGOR-0002'].map(code),
  )

  it('takes an identical code even where others share its key', () => {
    expect(findCode('vn-tgor-002', index)).toEqual({ kind: 'exact', code: 'VN-TGOR-002' })
  })

  it('takes the only code with the key and says what was read', () => {
    expect(findCode('vn agor 12', index)).toEqual({
      kind: 'read_as',
      code: 'VN-AGOR-0012',
      message: '“vn agor 12” được đọc là VN-AGOR-0012.',
    })
  })

  it('leaves several to the person', () => {
    const match = findCode('VN-TGOR-2', index)
    expect(match).toMatchObject({ kind: 'ambiguous', candidates: ['VN-TGOR-002', 'VN-TGOR-0002'] })
  })

  it('tells unknown codes from malformed ones', () => {
    expect(findCode('VN-AGOR-9999', index)).toEqual({ kind: 'unknown', code: 'VN-AGOR-9999' })
    expect(findCode('VN(9)', index).kind).toBe('malformed')
  })
})

describe('schemes', () => {
  it.each(CODE_SCHEMES.map((scheme) => [scheme.sample, scheme.id, scheme.kind] as const))(
    'recognises %s as %s',
    (sample, id, kind) => {
      const description = describeScheme(code(sample))
      expect(description).toMatchObject({ scheme: { id }, kind, warning: null })
    },
  )

  it('reads the market where the code carries it', () => {
    expect(describeScheme(code('91-PUC-XOAI01-000123-USA')).market).toBe('USA')
    expect(describeScheme(code('91-PUC-XOAI01-000123')).market).toBeNull()
    expect(describeScheme(code('VN-89-886-30337-01-23'))).toMatchObject({
      market: 'VNM',
      provinceCode: '89',
    })
  })

  it('warns of an unusual code and never refuses it', () => {
    const description = describeScheme(code('XYZ-1'))
    expect(description.scheme).toBeNull()
    expect(description.warning).toContain('XYZ-1')
  })
})

describe('province codes', () => {
  it.each([
    ['89', '2025-06-30', 'An Giang', '91', 'An Giang'],
    ['91', '2025-06-30', 'Kiên Giang', '91', 'An Giang'],
    ['91', '2025-07-01', 'An Giang', '91', 'An Giang'],
    ['10', '2024-01-01', 'Lào Cai', '15', 'Lào Cai'],
    ['15', '2024-01-01', 'Yên Bái', '15', 'Lào Cai'],
    ['15', '2026-01-01', 'Lào Cai', '15', 'Lào Cai'],
    ['24', '2020-01-01', 'Bắc Giang', '24', 'Bắc Ninh'],
  ])('reads %s on %s as %s, now %s %s', (digits, on, name, currentCode, currentName) => {
    expect(resolveProvinceCode(digits, day(on))).toMatchObject({ name, currentCode, currentName })
  })

  it('knows no 89 since the merger, and no 99 ever', () => {
    expect(resolveProvinceCode('89', day('2025-07-01'))).toBeNull()
    expect(resolveProvinceCode('99', day('2020-01-01'))).toBeNull()
  })

  it('has 63 provinces before and 34 since, each with a present successor', () => {
    const now = PROVINCE_CODES.filter((row) => row.validTo === null)
    const before = PROVINCE_CODES.filter((row) => row.validFrom === null)
    expect([before.length, now.length]).toEqual([63, 34])
    const codes = new Set(now.map((row) => row.code))
    expect(before.filter((row) => !codes.has(row.currentCode))).toEqual([])
  })
})

describe('folding', () => {
  it('does not see tones, marks, case, đ or how they are encoded', () => {
    expect(foldVietnamese('  Đặc\u00a0khu  PHÚ QUỐC ')).toBe('dac khu phu quoc')
    const text = 'Vùng trồng xoài Mỹ Hội Đông, huyện Chợ Mới'
    expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text))
    expect(foldVietnamese(text)).toBe('vung trong xoai my hoi dong, huyen cho moi')
  })

  it('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text))
      }),
    )
  })

  it('tidies to NFC and single spaces', () => {
    expect(tidyText(' Mỹ\u200b  Hội\nĐông '.normalize('NFD'))).toBe('Mỹ Hội Đông')
  })
})
