import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  APPLICATION_KINDS,
  FORM_PARTS,
  kindsFor,
  missingAnswers,
  partsOf,
  requiredAnswers,
  sideOf,
} from '../../../worker/domain/applications/kinds.ts'
import { missingPapers, papersFor } from '../../../worker/domain/applications/papers.ts'
import { CODE_SCHEMES } from '../../../worker/domain/codes/code-schemes.ts'
import { isCode } from '../../../worker/domain/codes/normalise-code.ts'
import { codeCounts, nextCode } from '../../../worker/domain/codes/suggest-code.ts'
import { applicationPart } from '../../../worker/resources/application.ts'

const MANGO = { siteKind: 'growing_area', exportMarkets: [], crops: ['Xoài'], kind: 'new' } as const

describe('papers of an application', () => {
  it('are those of the rules in force on the day, each in its newest version', () => {
    const before = papersFor(MANGO, '2026-07-31')
    expect(before.map(({ kind }) => kind)).not.toContain('land_use')
    const since = papersFor(MANGO, '2026-08-01')
    expect(since.filter(({ required }) => required).map(({ kind, from }) => [kind, from])).toEqual([
      ['land_use', '2026-08-01'],
      ['site_map', '2026-08-01'],
    ])
  })

  it('are more for durian to China, however its name is written', () => {
    for (const crop of ['sầu riêng', 'Sầu Riêng', 'SAU RIENG']) {
      const wanted = papersFor({ ...MANGO, crops: [crop], exportMarkets: ['CHN'] }, '2026-11-30')
      expect(wanted.map(({ kind }) => kind)).toContain('pest_monitoring')
      expect(missingPapers(wanted, new Set(['land_use', 'site_map']))).toEqual(['pest_monitoring'])
    }
  })
})

describe('the form of an application', () => {
  it('asks for nothing that has no question in its part', () => {
    for (const slot of ['growing_area', 'packing_house'] as const) {
      for (const kind of kindsFor(slot)) {
        for (const { part, name } of requiredAnswers({ kind, slot, isExport: true })) {
          const { fields } = applicationPart(part, { id: slot, labelSlot: slot })
          expect([kind, part, Object.keys(fields)]).toEqual([
            kind,
            part,
            expect.arrayContaining([name]),
          ])
        }
      }
    }
  })

  it('has no part twice, and ends with the commitment', () => {
    for (const kind of APPLICATION_KINDS) {
      const parts = partsOf(kind, 'growing_area')
      expect(new Set(parts).size).toBe(parts.length)
      expect(parts.at(-1)).toBe('commitment')
      expect(parts.every((part) => FORM_PARTS.includes(part))).toBe(true)
    }
  })

  it('misses what is blank, and a pest plan for export alone', () => {
    const asked = { kind: 'renewal', slot: 'growing_area' } as const
    const answers = {
      ...{ representative: 'A', phone: '0', identityNo: '1', committed: 'yes' },
      ...{ harvestsPerYear: '1', expectedYieldT: ' ', procedure: 'x' },
    }
    const names = (isExport: boolean) =>
      missingAnswers({ ...asked, isExport }, answers).map(({ name }) => name)
    expect(names(false)).toEqual(['expectedYieldT'])
    expect(names(true)).toEqual(['expectedYieldT', 'pestPlan'])
  })

  it('is of the commune where the officer answers for one', () => {
    expect(sideOf({ isHolder: true, communeCode: null })).toBe('holder')
    expect(sideOf({ isHolder: false, communeCode: '30337' })).toBe('commune')
    expect(sideOf({ isHolder: false, communeCode: null })).toBe('province')
  })
})

describe('a code that is suggested', () => {
  const where = { provinceCode: '91', provinceName: 'Tỉnh An Giang' }

  it('counts on from the last of its format, market and province', () => {
    const [now, legacy] = codeCounts('growing_area', { ...where, crop: 'Sầu riêng', market: 'CHN' })
    if (now === undefined || legacy === undefined) throw new Error('two ways to count')
    expect(nextCode(now, null)).toBe('91-PUC-SAURIENG01-000001-CHN')
    expect(nextCode(now, '91-PUC-SAURIENG01-000122-USA')).toBe('91-PUC-SAURIENG01-000123-CHN')
    expect(nextCode(legacy, 'VN-AGOR-0099')).toBe('VN-AGOR-0100')
    // Used up, or of another count: nothing is guessed.
    expect(nextCode(legacy, 'VN-AGOR-9999')).toBeNull()
    expect(nextCode(legacy, 'VN-DTOR-0001')).toBeNull()
  })

  it('is not suggested where the place or crop does not tell', () => {
    const nowhere = { provinceCode: null, provinceName: null, crop: '', market: 'VNM' }
    expect(codeCounts('growing_area', nowhere)).toEqual([])
  })

  it('always has the format of its scheme', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('growing_area' as const, 'packing_house' as const),
        fc.constantFrom('VNM', 'CHN', 'USA'),
        fc.string({ maxLength: 30 }),
        fc.integer({ min: 0, max: 9_998 }),
        (slot, market, crop, number) => {
          for (const count of codeCounts(slot, { ...where, crop, market })) {
            const last = `${count.prefix}${String(number).padStart(count.digits, '0')}`
            const next = nextCode(count, last)
            const scheme = CODE_SCHEMES.find(({ id }) => id === count.scheme)
            expect(scheme?.kind).toBe(slot)
            expect(next).toMatch(scheme?.pattern ?? /never/)
            expect(isCode(next ?? '')).toBe(true)
          }
        },
      ),
      { numRuns: 300, seed: 20261130 },
    )
  })
})
