import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROP_NAMES } from '../../../worker/copy/crops.ts'
import { cropKeyOf, cropName, cropSelectorOf } from '../../../worker/domain/crops/crop-key.ts'
import { handbookOn, handbookPlace } from '../../../worker/domain/market-rules/handbook.ts'
import { RULE_LIBRARY } from '../../../worker/domain/market-rules/library.ts'
import type { MarketRule, RuleValue } from '../../../worker/domain/market-rules/market-rule.ts'
import { columnsOfValue, valueOfColumns } from '../../../worker/domain/market-rules/rule-of-row.ts'
import { ruleSubject, ruleText } from '../../../worker/domain/market-rules/rule-text.ts'
import { rulesOfKind, rulesOn } from '../../../worker/domain/market-rules/rules-on.ts'
import { subjectOf } from '../../../worker/domain/market-rules/subject-of.ts'
import { type Decimal, toDecimal } from '../../../worker/lib/measure/decimal.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'

const decimal = (text: string): Decimal => {
  const value = toDecimal(text)
  if (value === null) throw new Error(text)
  return value
}
const ceiling = (tonnes: string): RuleValue => ({
  kind: 'yield_ceiling',
  tonnesPerHa: decimal(tonnes),
})
const limit = (name: string, value: string): RuleValue => ({
  kind: 'residue_limit',
  name: { vi: name },
  limit: { kind: 'at_most', value: decimal(value), unit: 'mg/kg' },
})

let count = 0
function rule(given: Partial<MarketRule> = {}): MarketRule {
  count += 1
  return {
    id: `r${String(count).padStart(4, '0')}`,
    crop: 'mango',
    market: 'CHN',
    value: ceiling('25'),
    validFrom: '2026-01-01',
    validTo: null,
    source: 'thử',
    note: null,
    isDoubtful: false,
    isLifted: false,
    recordedAt: 1,
    ...given,
  }
}

const DAY = '2026-06-15'
const on = (
  rules: readonly MarketRule[],
  asked: { crop?: string; market?: string; day?: string } = {},
) => rulesOn(rules, { crop: 'Xoài', market: 'CHN', day: DAY, ...asked })
const figures = (rules: readonly MarketRule[]) =>
  rulesOfKind(rules, 'yield_ceiling').map(({ value }) => value.tonnesPerHa)

describe('what a market asks of a crop on a day', () => {
  it('counts both the first and the last day in full, and nothing outside', () => {
    const rules = [rule({ validFrom: '2026-06-01', validTo: '2026-06-30' })]
    expect(on(rules, { day: '2026-05-31' })).toEqual([])
    expect(on(rules, { day: '2026-06-01' })).toEqual(rules)
    expect(on(rules, { day: '2026-06-30' })).toEqual(rules)
    expect(on(rules, { day: '2026-07-01' })).toEqual([])
    expect(on([rule({ validFrom: null })], { day: '1990-01-01' })).toHaveLength(1)
  })

  it('lets the later day win, and of one day what was written last', () => {
    const rules = [
      rule({ validFrom: '2026-03-01', value: ceiling('20') }),
      rule({ validFrom: '2026-01-01', value: ceiling('30'), recordedAt: 99 }),
      rule({ validFrom: null, value: ceiling('40') }),
    ]
    expect(figures(on(rules))).toEqual(['20'])
    expect(figures(on(rules, { day: '2026-02-01' }))).toEqual(['30'])
    expect(figures(on(rules, { day: '2025-12-31' }))).toEqual(['40'])
    const same = [rule({ recordedAt: 5, value: ceiling('1') }), rule({ value: ceiling('2') })]
    expect(figures(on(same))).toEqual(['1'])
  })

  it('goes back to an older rule once a newer one has ended', () => {
    const rules = [
      rule({ validFrom: '2026-01-01', value: ceiling('30') }),
      rule({ validFrom: '2026-03-01', validTo: '2026-03-31', value: ceiling('20') }),
    ]
    expect(figures(on(rules, { day: '2026-03-31' }))).toEqual(['20'])
    expect(figures(on(rules, { day: '2026-04-01' }))).toEqual(['30'])
  })

  it('puts the crop before its group and its group before all crops, however late they are', () => {
    const own = rule({ value: ceiling('25') })
    const group = rule({ crop: '@perennial', validFrom: '2026-05-01', value: ceiling('26') })
    const all = rule({ crop: '@all', validFrom: '2026-06-01', value: ceiling('27') })
    expect(figures(on([all, group, own]))).toEqual(['25'])
    expect(figures(on([all, group]))).toEqual(['26'])
    expect(figures(on([all, group], { crop: 'lúa' }))).toEqual(['27'])
    expect(figures(on([own, group], { crop: 'lúa' }))).toEqual([])
  })

  it('puts a member state before the union, the union before all exports, these before any market', () => {
    const germany = rule({ market: 'DEU', value: ceiling('1') })
    const union = rule({ market: 'EU', validFrom: '2026-06-01', value: ceiling('2') })
    const exports = rule({ market: '@export', validFrom: '2026-06-02', value: ceiling('3') })
    const any = rule({ market: '@any', validFrom: '2026-06-03', value: ceiling('4') })
    const rules = [any, exports, union, germany]
    expect(figures(on(rules, { market: 'DEU' }))).toEqual(['1'])
    expect(figures(on(rules, { market: 'FRA' }))).toEqual(['2'])
    expect(figures(on(rules, { market: 'EU' }))).toEqual(['2'])
    expect(figures(on(rules, { market: 'CHN' }))).toEqual(['3'])
    expect(figures(on(rules, { market: 'VNM' }))).toEqual(['4'])
    // The union reads its own alone, never that of a member.
    expect(figures(on([germany], { market: 'EU' }))).toEqual([])
  })

  it('keeps each subject of a kind, by one name of several', () => {
    const rules = [
      rule({ value: limit('Cadmi', '0.1'), validFrom: '2026-01-01' }),
      rule({ value: limit('Cadmium (Cd)', '0.05'), validFrom: '2026-02-01' }),
      rule({ value: limit('Chì', '0.1') }),
    ]
    const shown = rulesOfKind(on(rules), 'residue_limit')
    expect(shown.map(({ value }) => ruleText(value, 'vi'))).toEqual(['≤ 0,05 mg/kg', '≤ 0,1 mg/kg'])
  })

  it('asks nothing where what counts is lifted, and does not fall back to something wider', () => {
    const rules = [
      rule({ value: ceiling('25') }),
      rule({ crop: '@all', value: ceiling('27') }),
      rule({ validFrom: '2026-06-01', isLifted: true }),
    ]
    expect(figures(on(rules, { day: '2026-05-31' }))).toEqual(['25'])
    expect(on(rules)).toEqual([])
  })

  it('never depends on the order in which rules are handed in, and gives each subject once', () => {
    const some = fc.constantFrom
    const made = fc.record({
      crop: some('mango', '@perennial', '@all', 'durian'),
      market: some('CHN', 'DEU', 'EU', '@export', '@any', 'VNM'),
      validFrom: some(null, '2026-01-01', '2026-06-15', '2026-06-16'),
      validTo: some(null, '2026-06-15', '2026-06-14'),
      isLifted: fc.boolean(),
      value: some(ceiling('1'), limit('Cadmi', '1'), limit('Chì', '2')),
    })
    fc.assert(
      fc.property(
        fc.array(made, { maxLength: 12 }),
        some('CHN', 'DEU', 'EU', 'VNM'),
        fc.infiniteStream(fc.nat()),
        (given, market, order) => {
          const rules = given.map((each) => rule(each))
          const shuffled = rules
            .map((each) => ({ each, at: order.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each)
          const shown = on(rules, { market })
          expect(on(shuffled, { market })).toEqual(shown)
          const keys = shown.map(({ value }) => `${value.kind} ${subjectOf(value)}`)
          expect(new Set(keys).size).toBe(keys.length)
          expect(shown.every(({ isLifted }) => !isLifted)).toBe(true)
        },
      ),
      { seed: 1753, numRuns: 60 },
    )
  })
})

describe('a crop, as people write it', () => {
  it('is known with its variety, by other names, and without tones where that is clear', () => {
    const known: readonly (readonly [string, string])[] = [
      ['Xoài cát Hòa Lộc', 'mango'],
      ['xoai', 'mango'],
      ['SẦU RIÊNG', 'durian'],
      ['sau rieng Ri6', 'durian'],
      ['Khóm', 'pineapple'],
      ['Dứa Queen', 'pineapple'],
      ['dừa xiêm', 'coconut'],
      ['Dưa hấu', 'watermelon'],
      ['chanh dây', 'passion_fruit'],
      ['chanh', 'lime'],
      ['Lúa nếp', 'rice'],
      ['Dragon fruit', 'dragon_fruit'],
      ['durian', 'durian'],
    ]
    for (const [text, crop] of known) expect(cropKeyOf(text), text).toBe(crop)
  })

  it('is itself where the words are another plant, not in the vocabulary, or not clear', () => {
    expect(cropKeyOf('Cam thảo')).toBe('cam thảo')
    expect(cropKeyOf('Bắp cải')).toBe('bắp cải')
    expect(cropKeyOf('Tỏi Lý Sơn')).toBe('tỏi lý sơn')
    expect(cropKeyOf('dua')).toBe('dua')
    expect(cropName('tỏi').vi).toBe('Tỏi')
  })

  it('is known again by every name it is shown with', () => {
    for (const crop of Object.keys(CROP_NAMES)) {
      expect(cropKeyOf(crop)).toBe(crop)
      expect(cropSelectorOf(cropName(crop).vi)).toBe(crop)
      expect(cropSelectorOf(cropName(crop).en)).toBe(crop)
    }
    for (const group of ['@all', '@perennial', '@annual']) {
      expect(cropSelectorOf(cropName(group).vi)).toBe(group)
      expect(cropSelectorOf(group)).toBe(group)
    }
  })
})

describe('the rules that are shipped', () => {
  it('each say where they come from, in every language, and have a name of their own', () => {
    expect(new Set(RULE_LIBRARY.map(({ id }) => id)).size).toBe(RULE_LIBRARY.length)
    for (const { id, source, value, validFrom, isDoubtful } of RULE_LIBRARY) {
      expect(source.length, id).toBeGreaterThan(10)
      for (const lang of LANGUAGES) {
        expect(ruleSubject(value, lang).own, id).toBeNull()
        expect(`${ruleSubject(value, lang).text}${ruleText(value, lang)}`, id).not.toBe('')
      }
      // What is not known to hold since a day was read at second hand.
      if (validFrom === null && value.kind !== 'packing_mark' && !id.endsWith(':export-area')) {
        expect(isDoubtful, id).toBe(true)
      }
    }
  })

  it('have one word for each subject and day', () => {
    const keys = RULE_LIBRARY.map(({ crop, market, value, validFrom }) =>
      [crop, market, value.kind, subjectOf(value), validFrom].join('|'),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are read back from columns as they are', () => {
    for (const { value } of RULE_LIBRARY)
      expect(valueOfColumns(columnsOfValue(value))).toEqual(value)
  })

  it('know the smallest areas, and that exports had one until August 2026', () => {
    const areas = (asked: { crop: string; market: string; day: string }) =>
      rulesOfKind(rulesOn(RULE_LIBRARY, asked), 'minimum_area').map(({ value }) => value.areaHa)
    expect(areas({ crop: 'lúa', market: 'VNM', day: '2026-01-01' })).toEqual(['0.1'])
    expect(areas({ crop: 'xoài', market: 'VNM', day: '2026-01-01' })).toEqual(['1'])
    expect(areas({ crop: 'chuối', market: 'CHN', day: '2026-07-31' })).toEqual(['15'])
    expect(areas({ crop: 'chè', market: 'DEU', day: '2026-07-31' })).toEqual(['10'])
    expect(areas({ crop: 'chuối', market: 'CHN', day: '2026-08-01' })).toEqual([])
  })
})

describe('a page of the handbook', () => {
  it('is of a crop and a market, however they are typed', () => {
    expect(handbookPlace('Sầu riêng Ri6', 'chn')).toEqual({ crop: 'durian', market: 'CHN' })
    expect(handbookPlace('sầu riêng', 'Mars')).toBeNull()
    expect(handbookPlace('@all', 'CHN')).toBeNull()
    expect(handbookPlace('', 'CHN')).toBeNull()
  })

  it('is not there for a crop nobody knows, though rules for all crops would hold', () => {
    const facts = { rules: [rule({ crop: '@all' })], substances: [] }
    expect(handbookOn(facts, { crop: 'tỏi', market: 'CHN', day: DAY })).toBeNull()
    const own = { ...facts, rules: [...facts.rules, rule({ crop: 'tỏi', value: ceiling('9') })] }
    expect(handbookOn(own, { crop: 'tỏi', market: 'CHN', day: DAY })?.rules).toHaveLength(1)
    expect(handbookOn(facts, { crop: 'mango', market: 'CHN', day: DAY })?.rules).toHaveLength(1)
  })
})
