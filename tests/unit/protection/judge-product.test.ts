import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeProduct, type ProductUse } from '../../../worker/domain/protection/judge-product.ts'
import type { PermittedProduct, SubstanceRule } from '../../../worker/domain/protection/types.ts'

const LISTED: PermittedProduct = {
  id: 'p',
  tradeName: 'Minh Hoạ 1.8EC',
  activeIngredient: 'Abamectin 1.8%',
  productGroup: 'thuốc trừ sâu',
  uses: [
    {
      crop: 'xoài',
      pest: 'bọ trĩ',
      intervalDays: 7,
      doseLeast: 0.3,
      doseMost: 0.5,
      doseUnit: 'l/ha',
    },
  ],
  reentryHours: 24,
  permittedFromOn: '2026-02-10',
  permittedToOn: '2026-08-14',
  legalBasis: 'TT 75/2025/TT-BNNMT',
}
const BAN: SubstanceRule = {
  substance: 'Abamectin',
  market: 'EU',
  effect: 'banned',
  limitNote: null,
  fromOn: '2026-05-01',
  toOn: null,
  legalBasis: 'Reg. (EU) 2026/0',
}
const USE: ProductUse = {
  products: [LISTED],
  rules: [],
  hasList: true,
  name: 'MINH HOA 1.8ec',
  activeIngredient: null,
  on: '2026-06-01',
  crop: 'Xoài',
  pest: 'Bọ trĩ hại hoa',
  intervalDays: 7,
  markets: ['VNM'],
}
const verdict = (given: Partial<ProductUse>) => judgeProduct({ ...USE, ...given }).verdict
const codes = (given: Partial<ProductUse>) =>
  judgeProduct({ ...USE, ...given }).findings.map(({ code }) => code)

describe('a plant-protection product', () => {
  it('is found without tones and capitals, and gives the interval and dose of its use', () => {
    expect(judgeProduct(USE)).toMatchObject({
      verdict: 'permitted',
      findings: [],
      product: { id: 'p' },
      use: { intervalDays: 7, doseMost: 0.5 },
    })
  })

  it('is permitted from its first day to its last and not a day before or after', () => {
    expect(verdict({ on: '2026-02-10' })).toBe('permitted')
    expect(verdict({ on: '2026-08-14' })).toBe('permitted')
    expect(verdict({ on: '2026-02-09' })).toBe('not_listed')
    expect(verdict({ on: '2026-08-15' })).toBe('not_listed')
  })

  it('is neither permitted nor missing where no list of that day is known', () => {
    expect(verdict({ products: [], hasList: false })).toBe('unknown')
    expect(verdict({ products: [], hasList: true })).toBe('not_listed')
  })

  it('is told where its crop or pest is not registered, naming those that are', () => {
    const judged = judgeProduct({ ...USE, crop: 'chè' })
    expect(judged).toMatchObject({ verdict: 'crop_not_registered', use: null })
    expect(judged.findings[0]?.note).toBe('xoài')
    expect(codes({ pest: 'rệp sáp' })).toEqual(['pest_not_registered'])
    expect(codes({ crop: null, pest: null })).toEqual([])
  })

  it('is told where the interval recorded is shorter than the label’s', () => {
    expect(codes({ intervalDays: 6 })).toEqual(['interval_shorter'])
    expect(codes({ intervalDays: 8 })).toEqual([])
    expect(codes({ intervalDays: null })).toEqual([])
  })

  it('is banned for a member state by the union’s rule, from the day of the rule', () => {
    const abroad = { rules: [BAN], markets: ['DEU'] }
    expect(verdict(abroad)).toBe('banned_in_market')
    expect(verdict({ ...abroad, on: '2026-04-30' })).toBe('permitted')
    expect(verdict({ ...abroad, markets: ['CHN'] })).toBe('permitted')
    expect(verdict({ rules: [{ ...BAN, effect: 'limited' }], markets: ['EU'] })).toBe(
      'limited_in_market',
    )
  })

  it('is banned by the ingredient that was recorded, also where no list knows it', () => {
    const unlisted = { products: [], activeIngredient: 'abamectin 36 g/l' }
    expect(codes({ ...unlisted, rules: [BAN], markets: ['EU'] })).toEqual([
      'banned_in_market',
      'not_listed',
    ])
    expect(codes({ ...unlisted, rules: [{ ...BAN, substance: 'Aba' }], markets: ['EU'] })).toEqual([
      'not_listed',
    ])
  })

  it('has a verdict for any texts at all, and the worst finding is it', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('', 'xoài', 'Abamectin', '\u0301'))
    fc.assert(
      fc.property(word, word, word, word, (name, crop, pest, activeIngredient) => {
        const judged = judgeProduct({
          ...USE,
          ...{ name, crop, pest, activeIngredient, rules: [BAN], markets: ['EU'] },
        })
        const [worst] = judged.findings
        expect(judged.verdict).toBe(worst?.code ?? 'permitted')
      }),
    )
  })
})
