import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { FieldType } from '../../../worker/domain/diary/entry-kinds/field.ts'
import { parseEntryBody } from '../../../worker/domain/diary/parse-entry-body.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'

const KINDS = Object.keys(ENTRY_KINDS) as EntryKind[]
const HASH = 'ab'.repeat(32)

const SPRAY = {
  siteId: 'site-1',
  kind: 'plant_protection',
  values: {
    product: { name: ' Anvil  5SC ' },
    dose: { value: '25', unit: 'ml/binh16' },
    area: { value: '2,5', unit: 'cong' },
    intervalDays: '14',
    operator: 'Ông Ba',
    note: 'hàng\nhai',
  },
  photos: [HASH.toUpperCase(), HASH],
  spoken: ['note', 'reason', 7],
  confirm: ['unusual_area'],
}

function faultsOf(kind: string, body: unknown): string[] {
  const reading = parseEntryBody(kind, body)
  return reading.ok ? [] : reading.faults.map(({ path }) => path)
}

describe('reading the body of a diary entry', () => {
  it('reads figures as people write them and keeps the unit they said', () => {
    const reading = parseEntryBody('plant_protection', SPRAY)
    expect(reading).toMatchObject({
      ok: true,
      questions: [],
      entry: {
        values: {
          product: { name: 'Anvil 5SC', id: null },
          dose: { value: '25', unit: 'ml/binh16' },
          area: { value: '2.5', unit: 'cong' },
          intervalDays: 14,
          note: 'hàng\nhai',
        },
        photos: [HASH],
        spoken: ['note'],
        confirm: ['unusual_area'],
      },
    })
  })

  it('tells everything there is to mend at once, on its field', () => {
    const values = {
      dose: { value: '25', unit: 'thìa' },
      area: { value: '-1', unit: 'ha' },
      intervalDays: 2.5,
      time: '25:00',
      weather: 'snow',
      brix: 18,
    }
    expect(faultsOf('plant_protection', { ...SPRAY, siteId: '', values }).sort()).toEqual([
      'siteId',
      'values.area',
      'values.brix',
      'values.dose',
      'values.intervalDays',
      'values.product',
      'values.time',
      'values.weather',
    ])
  })

  it('refuses kinds, names and households it does not know', () => {
    expect(faultsOf('dancing', SPRAY)).toEqual(['kind'])
    expect(faultsOf('harvest', SPRAY)).toEqual(['kind'])
    expect(faultsOf('plant_protection', { ...SPRAY, by: 'me' })).toEqual(['by'])
    expect(faultsOf('plant_protection', { ...SPRAY, photos: ['x'] })).toEqual(['photos'])
    const harvest = { siteId: 's', values: { quantity: { value: 5, unit: 'ta' } } }
    expect(faultsOf('harvest', { ...harvest, householdIds: ['a', 'b'] })).toEqual(['householdIds'])
    expect(faultsOf('harvest', { ...harvest, householdIds: ['a', 'a'] })).toEqual([])
  })

  it('asks about what hardly can be meant and never loses it', () => {
    const values = { ...SPRAY.values, area: { value: 400, unit: 'ha' }, intervalDays: null }
    const reading = parseEntryBody('plant_protection', { ...SPRAY, values })
    expect(reading).toMatchObject({
      ok: true,
      questions: [{ code: 'unusual_area' }, { code: 'interval_unknown' }],
      entry: { values: { area: { value: '400', unit: 'ha' } } },
    })
  })

  it('answers whatever it is given, in three languages, and never throws', () => {
    const anyValue = fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withSparseArray: true,
    })
    const names = KINDS.flatMap((kind) => ENTRY_KINDS[kind].fields.map(({ name }) => name))
    const values = fc.dictionary(fc.constantFrom(...names, '__proto__'), anyValue)
    const body = fc.oneof(
      anyValue,
      fc.record({ siteId: anyValue, values, photos: anyValue, householdIds: anyValue }),
      fc.record({ siteId: fc.constant('s'), values, confirm: anyValue, onBehalfOf: anyValue }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...KINDS), fc.string()), body, (kind, given) => {
        const reading = parseEntryBody(kind, given)
        const texts = reading.ok ? reading.questions : reading.faults
        for (const { text } of texts) {
          for (const lang of LANGUAGES) expect(text[lang]).not.toBe('')
        }
        if (reading.ok) expect(JSON.parse(JSON.stringify(reading.entry))).toEqual(reading.entry)
      }),
      { numRuns: 500 },
    )
  })

  it('reads what it kept as the same again', () => {
    for (const kind of KINDS) {
      fc.assert(
        fc.property(bodyOf(kind), (body) => {
          const first = parseEntryBody(kind, body)
          expect(first).toMatchObject({ ok: true })
          if (!first.ok) return
          const again = parseEntryBody(kind, first.entry)
          expect(again).toEqual(first)
        }),
        { numRuns: 20 },
      )
    }
  })
})

/** A body with something in every field. */
function bodyOf(kind: EntryKind) {
  const values = ENTRY_KINDS[kind].fields.map(({ name, type }) => [name, given(type)])
  return fc.record({ siteId: fc.constant('site-1'), values: fc.record(Object.fromEntries(values)) })
}

function given(type: FieldType): fc.Arbitrary<unknown> {
  const text = fc.constantFrom('Ông Ba', '12', 'Chữ  có dấu')
  switch (type.is) {
    case 'text':
      return text
    case 'choice':
      return fc.constantFrom(...Object.keys(type.choices))
    case 'count':
      return fc.integer({ min: type.least, max: type.most })
    case 'measure': {
      const value = fc.oneof(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom('2,5', '1.200'))
      return fc.record({ value, unit: fc.constantFrom(...type.units) })
    }
    case 'product':
      return fc.oneof(text, fc.record({ name: text, id: fc.constantFrom('p-1', null) }))
    case 'date':
      return fc.constantFrom('2026-03-05', '5/3/2026')
    case 'time':
      return fc.constantFrom('7:30', '19h05')
  }
}
