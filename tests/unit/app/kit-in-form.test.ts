import { describe, expect, it } from 'vitest'
import { findProducts } from '../../../site/app/entry/find-products.ts'
import { newDraft, placeOf } from '../../../site/app/entry/new-draft.ts'
import type { PastEntry } from '../../../site/app/entry/past-entries.ts'
import { entryBodyOf } from '../../../site/app/entry/read-draft.ts'
import { valuesOfProduct } from '../../../site/app/entry/values-of-product.ts'
import type {
  FieldKit,
  KitProduct,
  KitSeason,
  KitSite,
} from '../../../worker/domain/diary/field-kit.ts'

const site = (id: string): KitSite => ({
  ...{ id, organisationId: 'o', name: `Vùng ${id}`, code: null, kind: 'growing_area' },
  ...{ kindName: { vi: '', en: '', zh: '' }, crops: [], areaHa: null, commune: null },
  ...{ province: null, region: null, kinds: ['irrigation'], households: [] },
})

const season = (id: string, siteId: string): KitSeason => ({
  ...{ id, siteId, householdId: null, plot: null, crop: 'Xoài', variety: null },
  ...{ name: `Xoài, vụ ${id}`, sownOn: null, harvestFromOn: null, harvestToOn: null },
})

const product = (given: Partial<KitProduct>): KitProduct => ({
  ...{ id: 'p', name: 'Thuốc', activeIngredients: 'Đồng', crops: [], pests: [] },
  ...{ intervalDays: null, reentryHours: null, dose: null },
  ...{ permittedFromOn: null, permittedToOn: null, ...given },
})

const KIT: FieldKit = {
  ...{ version: 1, serverNow: 0, organisations: [], last: [], kinds: ['irrigation'] },
  ...{ isCut: false, account: { id: 'a', name: 'Tư', role: 'producer' } },
  sites: [site('s1'), site('s2'), site('bare')],
  seasons: [season('new1', 's1'), season('old1', 's1'), season('new2', 's2')],
}

const watered = (siteId: string, seasonId: string | null): PastEntry => ({
  ...{ kind: 'irrigation', siteId, householdIds: [], seasonId },
  ...{ occurredOn: '2026-06-01', values: {} },
})

describe('the season of a new entry', () => {
  const draftAfter = (past: readonly PastEntry[], kit = KIT) =>
    newDraft({ kit, kind: 'irrigation', past, today: '2026-06-15', id: 'd' })

  it('is that of the last time while it goes on, else the first there is', () => {
    expect(draftAfter([watered('s1', 'old1')])?.seasonId).toBe('old1')
    expect(draftAfter([watered('s1', 'ended')])?.seasonId).toBe('new1')
    expect(draftAfter([])?.seasonId).toBe('new1')
  })

  it('is never of another place, also when the place is chosen anew', () => {
    const past = [watered('s1', 'old1')]
    const at = (each: KitSite) =>
      placeOf({ kit: KIT, site: each, kind: 'irrigation', past }).seasonId
    expect(KIT.sites.map(at)).toEqual(['old1', 'new2', null])
  })

  it('is none, and sent as none, where the place has none or the kit is of before there were any', () => {
    const { seasons: _, ...older } = KIT
    const drafts = [draftAfter([watered('bare', 'old1')]), draftAfter([], older)]
    for (const draft of drafts) {
      if (draft === null) throw new Error('no place')
      expect(entryBodyOf(draft, [])).not.toHaveProperty('seasonId')
    }
    const with1 = draftAfter([])
    if (with1 === null) throw new Error('no place')
    expect(entryBodyOf(with1, [])).toMatchObject({ siteId: 's1', seasonId: 'new1' })
  })
})

describe('a product of the list', () => {
  it('is found by the day of the work, not of today: its first and last day count', () => {
    const list = [product({ permittedFromOn: '2026-01-01', permittedToOn: '2026-06-30' })]
    const on = (day: string) => findProducts(list, { name: 'thuoc', on: day }).length
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([0, 1, 1, 0])
  })

  it('brings along what its label says', () => {
    const chosen = product({ intervalDays: 7, reentryHours: 24, pests: ['Bọ trĩ'] })
    expect(valuesOfProduct(chosen, { operator: 'Tư' })).toEqual({
      ...{ operator: 'Tư', product: { name: 'Thuốc', id: 'p' }, activeIngredient: 'Đồng' },
      ...{ intervalDays: '7', reentryHours: '24', targetPest: 'Bọ trĩ' },
    })
  })

  it('leaves the pest as it was written, and guesses none of several', () => {
    const one = product({ pests: ['Bọ trĩ'] })
    expect(valuesOfProduct(one, { targetPest: 'Rầy' })['targetPest']).toBe('Rầy')
    const several = product({ pests: ['Bọ trĩ', 'Rầy'] })
    expect(valuesOfProduct(several, {})['targetPest']).toBeUndefined()
  })

  it('never waits as long as the product before it, where the list knows no waiting of it', () => {
    const before = valuesOfProduct(product({ intervalDays: 3, reentryHours: 12 }), {})
    const after = valuesOfProduct(product({ id: 'q', name: 'Khác' }), before)
    expect(after).toEqual({ product: { name: 'Khác', id: 'q' }, activeIngredient: 'Đồng' })
  })
})
