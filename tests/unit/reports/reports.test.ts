import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cropText, measuredText, shelfLifeText } from '../../../worker/copy/written-facts.ts'
import { foreignCode } from '../../../worker/domain/label/foreign-code.ts'
import { isAlteredLabel } from '../../../worker/domain/label/parse-label.ts'
import { authoritiesOf } from '../../../worker/domain/reports/authority-of.ts'
import { judgeReport } from '../../../worker/domain/reports/judge-report.ts'
import { readFormSeal, sealForm } from '../../../worker/verbs/reports/form-seal.ts'

const kek = new Uint8Array(32).fill(7)
const NOW = Date.parse('2026-06-15T02:00:00Z')

describe('the seal of a form', () => {
  it('tells its receipt and age, and no seal that was changed tells anything', () => {
    const seal = sealForm({ kek, now: NOW })
    expect(readFormSeal(seal, { kek, now: NOW + 5_000 })).toMatchObject({ ageMs: 5_000 })
    fc.assert(
      fc.property(fc.nat(seal.length - 1), fc.constantFrom('a', 'Z', '0', '.'), (at, other) => {
        const changed = `${seal.slice(0, at)}${other}${seal.slice(at + 1)}`
        if (changed !== seal) expect(readFormSeal(changed, { kek, now: NOW })).toBeNull()
      }),
    )
  })

  it('is worth nothing under another key, and any text is read without fault', () => {
    const seal = sealForm({ kek, now: NOW })
    expect(readFormSeal(seal, { kek: new Uint8Array(32), now: NOW })).toBeNull()
    fc.assert(fc.property(fc.string(), (text) => readFormSeal(text, { kek, now: NOW }) === null))
  })

  it('is another one each time', () => {
    expect(sealForm({ kek, now: NOW })).not.toBe(sealForm({ kek, now: NOW }))
  })
})

describe('judging a report', () => {
  const calm = { trap: '', formAgeMs: 60_000, text: 'Hàng mốc' }

  it.each([
    ['a calm person', calm, false],
    ['a hurried one', { ...calm, formAgeMs: 500 }, false],
    ['one without the form', { ...calm, formAgeMs: null }, false],
    ['one who quotes an address', { ...calm, text: 'xem https://a.vn' }, false],
    ['whoever fills what nobody sees', { ...calm, trap: 'x' }, true],
    [
      'many links within a second',
      { ...calm, formAgeMs: 500, text: 'www.a.vn www.b.vn www.c.vn' },
      true,
    ],
  ])('of %s', (_, signs, setAside) => {
    expect(judgeReport(signs).setAside).toBe(setAside)
  })
})

describe('who answers for a place', () => {
  const body = (id: string, provinceCode: string | null, communeCode: string | null = null) => ({
    ...{ id, provinceCode, communeCode },
  })
  const bodies = [body('xa', '91', '30060'), body('tinh', '91'), body('bo', null)]

  it.each([
    [{ provinceCode: '91', communeCode: '30060' }, 'xa'],
    [{ provinceCode: '91', communeCode: '30061' }, 'tinh'],
    [{ provinceCode: '91', communeCode: null }, 'tinh'],
    [{ provinceCode: '15', communeCode: null }, 'bo'],
    [{ provinceCode: null, communeCode: null }, 'bo'],
  ])('is the nearest: %o', (place, id) => {
    expect(authoritiesOf(bodies, place).map((found) => found.id)).toEqual([id])
  })
})

describe('a text that is no label of ours', () => {
  const sig = 'A1B'.padEnd(106, '0')

  it.each([
    [`https://l.example.com/l.php?u=HTTPS%3A%2F%2FTEM.VN%2F${sig}%2FB%2F7K3M9QX1%2F1&h=x`],
    [`https://safe.example.com/?url=https://tem.vn/${sig}/B/7K3M9QX1/1`],
    [`https://tem.vn/${sig.toLowerCase()}/b/7k3m9qx1/1`],
    [`https://tem.vn/${sig.slice(0, 60)}\n${sig.slice(60)}/B/7K3M9QX1/1`],
  ])('was altered on its way: %s', (text) => {
    expect(isAlteredLabel(text)).toBe(true)
  })

  it.each([
    ['https://id.gs1.org/01/08936000123451/10/ABC', 'gs1'],
    ['https://truyxuatnguongoc.gov.vn/x', 'host'],
    ['8936000123451', 'barcode'],
  ])('%s is told whose it looks like', (text, kind) => {
    expect(foreignCode(text)?.kind).toBe(kind)
  })

  it.each([
    ...['8936000123452', 'xin chào', '', 'javascript:alert(1)'],
    // Another host than it seems to lead to.
    'https://truyxuatnguongoc.gov.vn@example.com/',
  ])('%s is nothing that is known', (text) => {
    expect(foreignCode(text)).toBeNull()
  })

  it('is read without fault, whatever it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void foreignCode(text)))
  })
})

describe('what was written in Vietnamese', () => {
  it.each([
    [cropText('xoài, dứa', 'en'), { text: 'mango, pineapple', lang: undefined }],
    [cropText('Lúa', 'zh'), { text: '水稻', lang: undefined }],
    [cropText('Cây lạ', 'en'), { text: 'Cây lạ', lang: 'vi' }],
    [shelfLifeText('24 tháng kể từ ngày đóng gói', 'en'), { text: '24 months from packing' }],
    [shelfLifeText('1 ngày ở 12 °C', 'en'), { text: '1 day at 12 °C' }],
    [shelfLifeText('đến khi hết', 'zh'), { text: 'đến khi hết', lang: 'vi' }],
    [measuredText('0,01 mg/kg', 'en'), { text: '0.01 mg/kg' }],
    [measuredText('1.000 CFU/g', 'zh'), { text: '1,000 CFU/g' }],
    [measuredText('1.000 CFU/g', 'vi'), { text: '1.000 CFU/g' }],
    [measuredText('2.5 mg', 'en'), { text: '2.5 mg' }],
    [measuredText('không phát hiện', 'zh'), { text: '未检出' }],
    [measuredText('theo QCVN', 'en'), { lang: undefined }],
  ])('%o is told in the reader’s way', (told, expected) => {
    expect(told).toMatchObject(expected)
  })
})
