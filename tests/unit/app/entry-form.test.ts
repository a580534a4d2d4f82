import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../../site/app/entry/draft.ts'
import { draftValueOf } from '../../../site/app/entry/draft-values.ts'
import { faultsOf } from '../../../site/app/entry/faults-of.ts'
import { findProducts } from '../../../site/app/entry/find-products.ts'
import { homeKinds } from '../../../site/app/entry/home-kinds.ts'
import { newDraft } from '../../../site/app/entry/new-draft.ts'
import { likeLastTime, offersFor } from '../../../site/app/entry/offers.ts'
import type { PastEntry } from '../../../site/app/entry/past-entries.ts'
import { readDraft } from '../../../site/app/entry/read-draft.ts'
import { unitsAt } from '../../../site/app/entry/units-at.ts'
import { valuesOfPastProduct } from '../../../site/app/entry/values-of-past-product.ts'
import { waitingText } from '../../../site/app/entry/waiting-text.ts'
import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { FieldKit, KitProduct, KitSite } from '../../../worker/domain/diary/field-kit.ts'
import { toDecimal } from '../../../worker/lib/measure/decimal.ts'

const KINDS = Object.keys(ENTRY_KINDS) as EntryKind[]
const household = (id: string) => ({ id, name: `Hộ ${id}`, plot: null, areaHa: null })
const site = (id: string, given: Partial<KitSite> = {}): KitSite => ({
  ...{ id, organisationId: 'o', name: `Vùng ${id}`, code: null, kind: 'growing_area' },
  ...{ kindName: { vi: '', en: '', zh: '' }, crops: [], areaHa: null, commune: null },
  ...{ province: null, region: null, kinds: KINDS, households: [] },
  ...given,
})
const kitOf = (sites: readonly KitSite[]): FieldKit => ({
  ...{ version: 1, serverNow: 0, organisations: [], last: [], kinds: KINDS, isCut: false },
  account: { id: 'a', name: 'Tư', role: 'producer' },
  sites,
})
const sprayed = (siteId: string, given: Partial<PastEntry> = {}): PastEntry => ({
  ...{ kind: 'plant_protection', siteId, householdIds: [], seasonId: null },
  ...{ occurredOn: '2026-06-01', values: { product: { name: 'A', id: null }, intervalDays: 7 } },
  ...given,
})
const draft = (given: Partial<Draft> = {}): Draft => {
  const made = newDraft({
    ...{ kit: kitOf([site('s')]), kind: 'plant_protection', past: [], today: '2026-06-15' },
    id: 'd',
  })
  if (made === null) throw new Error('no place')
  return { ...made, ...given }
}

describe('a new entry', () => {
  it('begins where the same work was done the last time, for the same household', () => {
    const kit = kitOf([site('s1'), site('s2', { households: [household('h1'), household('h2')] })])
    const past = [sprayed('s1', { kind: 'fertiliser' }), sprayed('s2', { householdIds: ['h2'] })]
    const made = newDraft({ kit, kind: 'plant_protection', past, today: '2026-06-15', id: 'd' })
    expect(made).toMatchObject({ siteId: 's2', householdIds: ['h2'], occurredOn: '2026-06-15' })
  })

  it('forgets places and households that are not there any more', () => {
    const kit = kitOf([site('s1', { households: [household('h1'), household('h2')] })])
    const past = [sprayed('gone'), sprayed('s1', { householdIds: ['left'] })]
    const made = newDraft({ kit, kind: 'plant_protection', past, today: '2026-06-15', id: 'd' })
    expect(made).toMatchObject({ siteId: 's1', householdIds: [] })
  })

  it('is none where the work is done nowhere', () => {
    const kit = kitOf([site('s1', { kinds: ['packing'] })])
    const asked = { kit, past: [], today: '2026-06-15', id: 'd' }
    expect(newDraft({ ...asked, kind: 'harvest' })).toBeNull()
  })

  it('of a kind with figures of each household is for one at most', () => {
    const kit = kitOf([site('s', { households: [household('h1'), household('h2')] })])
    const past = [sprayed('s', { householdIds: ['h1', 'h2'] })]
    const made = newDraft({ kit, kind: 'harvest', past, today: '2026-06-15', id: 'd' })
    expect(made?.householdIds).toEqual(['h1'])
  })
})

describe('what was said before', () => {
  const field = (name: string) => {
    const found = ENTRY_KINDS.plant_protection.fields.find((each) => each.name === name)
    if (found === undefined) throw new Error(name)
    return found
  }

  it('is offered once each, of this place first', () => {
    const past = [
      sprayed('s2', { values: { intervalDays: 3 } }),
      sprayed('s1', { values: { intervalDays: 7 } }),
      sprayed('s1', { values: { intervalDays: 7 } }),
    ]
    const asked = { kind: 'plant_protection', siteId: 's1', past, ownName: 'Tư' } as const
    expect(offersFor({ ...asked, field: field('intervalDays') })).toEqual(['7', '3'])
    expect(offersFor({ ...asked, field: field('operator') })).toEqual(['Tư'])
  })

  it('comes back whole with one tap, but for what differs each time', () => {
    const past = [sprayed('s', { values: { intervalDays: 7, reason: 'Bọ trĩ nhiều' } })]
    expect(likeLastTime({ kind: 'plant_protection', siteId: 's', past })).toEqual({
      intervalDays: '7',
    })
    expect(likeLastTime({ kind: 'plant_protection', siteId: 'other', past })).toBeNull()
  })

  it('a product chosen anew does not keep the interval of the one before', () => {
    const past = [
      sprayed('s', { values: { product: { name: 'A', id: null }, intervalDays: 7 } }),
      sprayed('s', { values: { product: { name: 'B', id: null } } }),
    ]
    const written = draft({ values: { intervalDays: '14', targetPest: 'Rầy' } })
    const withA = valuesOfPastProduct({ name: 'A', id: null }, written, past)
    expect(withA).toMatchObject({ intervalDays: '7', targetPest: 'Rầy' })
    const withB = valuesOfPastProduct({ name: 'B', id: null }, { ...written, values: withA }, past)
    expect(withB['intervalDays']).toBeUndefined()
  })

  it('a figure offered again is the same figure when it is read', () => {
    const figures = fc
      .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999 }))
      .filter(([whole, part]) => whole + part > 0)
    fc.assert(
      fc.property(figures, ([whole, part]) => {
        const value = toDecimal(`${whole}.${String(part).padStart(3, '0')}`)
        if (value === null) throw new Error('no decimal')
        const offered = draftValueOf({ value, unit: 'ml/l' })
        const values = { product: { name: 'A', id: null }, dose: offered }
        const reading = readDraft(draft({ values }))
        expect(reading).toMatchObject({ ok: true, entry: { values: { dose: { value } } } })
      }),
    )
  })
})

it('units of other parts of the country are not offered, and the last one comes first', () => {
  const units = ['ha', 'm2', 'cong', 'sao_bac', 'sao_trung'] as const
  expect(unitsAt({ units, region: 'north', last: null })).toEqual(['sao_bac', 'ha', 'm2'])
  expect(unitsAt({ units, region: 'south', last: 'm2' })).toEqual(['m2', 'ha', 'cong'])
  expect(unitsAt({ units, region: null, last: null })).toEqual(units)
})

it('the big buttons are what the place does: a barn has none for spraying', () => {
  expect(homeKinds({ kinds: KINDS }).big).toEqual(['plant_protection', 'fertiliser', 'harvest'])
  const barn = homeKinds({ kinds: ['feed', 'veterinary', 'harvest', 'waste'] })
  expect(barn.big).toEqual(['harvest', 'feed', 'veterinary'])
  expect(barn.rest).toEqual(['waste'])
})

it('the waiting after a treatment is said with its last day and the first day after', () => {
  const text = waitingText({ occurredOn: '2026-06-15', values: { intervalDays: 7 } })
  expect(text?.vi).toBe('Cách ly đến ngày 21/06/2026. Thu hoạch được từ ngày 22/06/2026.')
  expect(waitingText({ occurredOn: '2026-06-15', values: {} })).toBeNull()
})

it('products are found by what is typed without accents, and only those permitted on the day', () => {
  const product = (name: string, given: Partial<KitProduct> = {}): KitProduct => ({
    ...{ id: name, name, activeIngredients: '', crops: [], pests: [], intervalDays: null },
    ...{ reentryHours: null, dose: null, permittedFromOn: null, permittedToOn: null },
    ...given,
  })
  const list = [
    product('Trừ rầy X', { activeIngredients: 'Đồng' }),
    product('Đồng xanh'),
    product('Đồng cũ', { permittedToOn: '2026-01-01' }),
  ]
  const found = findProducts(list, { name: 'dong', on: '2026-06-15' })
  expect(found.map(({ name }) => name)).toEqual(['Đồng xanh', 'Trừ rầy X'])
  expect(findProducts(list, { name: 'd', on: '2026-06-15' })).toEqual([])
})

it('a correction asks why; one that takes back asks for nothing else', () => {
  const aim = { does: 'correct', entryId: 'e' } as const
  const empty = draft({ aim })
  expect([...faultsOf(empty, readDraft(empty)).keys()]).toEqual(['values.product', 'reason'])
  const back = draft({ aim, takesBack: true, reason: 'Nhầm vườn' })
  expect(faultsOf(back, readDraft(back)).size).toBe(0)
})
