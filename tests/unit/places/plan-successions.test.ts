import { describe, expect, it } from 'vitest'
import type { SuccessionRecord } from '../../../worker/domain/lists/records/succession-records.ts'
import { planSuccessions, type StoredLink } from '../../../worker/domain/places/plan-successions.ts'
import type { UnitVersion } from '../../../worker/domain/places/unit-version.ts'
import { type CalendarDate, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

function day(text: string): CalendarDate {
  const date = toCalendarDate(text)
  if (date === null) throw new Error(text)
  return date
}

const unit = (code: string, name: string, given: Partial<UnitVersion> = {}): UnitVersion => ({
  ...{ level: code.length === 2 ? 'province' : 'commune', code, name },
  parentCode: code.length === 2 ? null : '91',
  validFrom: day('2025-07-01'),
  validTo: null,
  ...given,
})

const UNITS = [
  unit('91', 'Tỉnh An Giang'),
  unit('92', 'Thành phố Cần Thơ'),
  unit('30001', 'Xã Mỹ Hội'),
  unit('30002', 'Xã Tân Mỹ'),
  unit('30003', 'Phường Long Xuyên'),
  unit('31000', 'Xã Phong Điền', { parentCode: '92' }),
  unit('30009', 'Xã Cũ', { validTo: day('2026-01-01') }),
]

type Given = Partial<Omit<SuccessionRecord, 'effectiveOn'>> & { on?: string }
const row = (
  oldCode: string,
  oldName: string,
  newCode: string,
  newName: string,
  given: Given = {},
) => {
  const { on = '2026-06-01', ...rest } = given
  const level = oldCode.length === 2 ? ('province' as const) : ('commune' as const)
  return {
    ...{ level, oldCode, oldName, newCode, newName, newProvinceCode: null },
    ...{ effectiveOn: day(on), document: '12/NQ', ...rest },
  }
}

function plan(
  rows: readonly SuccessionRecord[],
  given: { stored?: readonly StoredLink[]; units?: readonly UnitVersion[] } = {},
) {
  return planSuccessions({
    rows: rows.map((record, i) => ({ sheet: 'xã', row: i + 2, record })),
    units: given.units ?? UNITS,
    stored: given.stored ?? [],
    today: day('2026-06-15'),
  })
}

const faults = (rows: readonly SuccessionRecord[]) =>
  plan(rows)
    .refused.toSorted((a, b) => a.row.row - b.row.row)
    .map(({ row: { row: at }, fault }) => [at, fault.code])

describe('two communes that become one', () => {
  it('under a new number: both end, one begins, all goes there', () => {
    const { days, refused } = plan([
      row('30001', 'Mỹ Hội', '30050', 'Xã Hội Mỹ'),
      row('30002', 'tan my', '30050', 'Xã Hội Mỹ'),
    ])
    expect(refused).toEqual([])
    const [only] = days
    expect(only?.changes?.ended.map(({ code }) => code)).toEqual(['30001', '30002'])
    expect(only?.changes?.begun).toEqual([
      unit('30050', 'Xã Hội Mỹ', { validFrom: day('2026-06-01') }),
    ])
    const there = { communeCode: '30050', communeName: 'Xã Hội Mỹ', provinceCode: '91' }
    expect(only?.moves.communes.get('30001')).toMatchObject(there)
    expect(only?.moves.communes.get('30002')).toMatchObject(there)
    expect(only?.moves.splits).toEqual([])
  })

  it('under the number and name of one of them, which goes on', () => {
    const { days, refused } = plan([
      row('30001', 'Xã Mỹ Hội', '30002', 'Xã Tân Mỹ'),
      row('30002', 'Xã Tân Mỹ', '30002', 'Xã Tân Mỹ'),
    ])
    expect(refused).toEqual([])
    expect(days[0]?.moves.communes.get('30001')?.communeName).toBe('Xã Tân Mỹ')
    const joined = plan([row('30001', 'Xã Mỹ Hội', '30002', 'Xã Tân Mỹ')])
    expect(joined.refused).toEqual([])
    expect(joined.days[0]?.changes?.begun).toEqual([])
  })

  it('under the number of one and a new name, only when that one says so too', () => {
    const joins = row('30001', 'Xã Mỹ Hội', '30002', 'Phường Tân Mỹ')
    expect(faults([joins])).toEqual([[2, 'other_name_in_force']])
    expect(faults([joins, row('30002', 'Xã Tân Mỹ', '30002', 'Phường Tân Mỹ')])).toEqual([])
  })
})

describe('a commune that is divided', () => {
  it('leads nowhere by itself, even where its number goes on', () => {
    const { days } = plan([
      row('30001', 'Xã Mỹ Hội', '30001', 'Xã Mỹ Hội'),
      row('30001', 'Xã Mỹ Hội', '30060', 'Xã Mỹ Hội Tây'),
    ])
    expect(days[0]?.moves.communes.size).toBe(0)
    expect(days[0]?.moves.splits).toMatchObject([
      { code: '30001', provinceCode: '91', into: [{ code: '30001' }, { name: 'Xã Mỹ Hội Tây' }] },
    ])
  })

  it('is taken whole or not at all', () => {
    expect(
      faults([
        row('30001', 'Xã Mỹ Hội', '30060', 'Xã Mỹ Hội Đông'),
        row('30001', 'Xã Mỹ Hội', '30061', 'Mỹ Hội Tây'),
      ]),
    ).toEqual([
      [2, 'sibling'],
      [3, 'kind_missing'],
    ])
  })
})

describe('a province', () => {
  it('that joins another takes its communes along, but for those that have rows of their own', () => {
    const { days, refused } = plan([
      row('91', 'An Giang', '92', 'Thành phố Cần Thơ'),
      row('30001', 'Xã Mỹ Hội', '30002', 'Xã Tân Mỹ'),
    ])
    expect(refused).toEqual([])
    const { changes, moves } = days[0] ?? {}
    expect(moves?.provinces.get('91')).toEqual({
      ...{ provinceCode: '92', provinceName: 'Thành phố Cần Thơ' },
    })
    expect(changes?.begun.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['30002', '92'],
      ['30003', '92'],
    ])
    expect(moves?.communes.get('30001')?.provinceCode).toBe('92')
    expect(changes?.successions.map(({ oldProvinceName }) => oldProvinceName)).toEqual([
      ...[null, 'Tỉnh An Giang', 'Tỉnh An Giang', 'Tỉnh An Giang'],
    ])
  })

  it('that is only called otherwise keeps its communes as they are', () => {
    const { days } = plan([row('91', 'Tỉnh An Giang', '91', 'Thành phố An Giang')])
    expect(days[0]?.changes?.begun.map(({ code }) => code)).toEqual(['91'])
    expect(days[0]?.changes?.successions).toHaveLength(4)
    expect(days[0]?.changes?.redrawn).toEqual([])
  })

  it('that is divided needs a row for each commune, unless its number goes on', () => {
    const away = [row('91', 'An Giang', '94', 'Tỉnh Đông'), row('91', 'An Giang', '95', 'Tỉnh Tây')]
    expect(faults(away)).toEqual([
      [2, 'province_split'],
      [3, 'province_split'],
    ])
    const communes = ['Xã Mỹ Hội', 'Xã Tân Mỹ', 'Phường Long Xuyên'].map((name, i) =>
      row(`3000${i + 1}`, name, `3000${i + 1}`, name, { newProvinceCode: i === 0 ? '94' : '95' }),
    )
    expect(faults([...away, ...communes])).toEqual([])
    const kept = [
      row('91', 'An Giang', '91', 'Tỉnh An Giang'),
      row('91', 'An Giang', '95', 'Tỉnh Tây'),
    ]
    expect(faults([...kept, ...communes.slice(1)])).toEqual([])
  })
})

describe('a row is refused', () => {
  const cases: [string, SuccessionRecord[], string][] = [
    [
      'whose day has not come',
      [row('30001', 'Xã Mỹ Hội', '30050', 'Xã A', { on: '2026-09-01' })],
      'future',
    ],
    ['whose old number nobody has', [row('39999', 'Xã A', '30050', 'Xã A')], 'unknown_old'],
    ['whose unit has ended', [row('30009', 'Xã Cũ', '30050', 'Xã A')], 'ended'],
    ['whose number is another’s now', [row('30001', 'Xã Khác', '30050', 'Xã A')], 'other_old_name'],
    [
      'from before the unit was',
      [row('30001', 'Xã Mỹ Hội', '30050', 'Xã A', { on: '2025-07-01' })],
      'too_early',
    ],
    ['that leads to itself', [row('30001', 'Xã Mỹ Hội', '30001', 'Xã Mỹ Hội')], 'same'],
    [
      'whose new number has another name',
      [row('30001', 'Xã Mỹ Hội', '30002', 'Xã A')],
      'other_name_in_force',
    ],
    [
      'into a province that is not the unit’s',
      [row('30001', 'Xã Mỹ Hội', '30002', 'Xã Tân Mỹ', { newProvinceCode: '92' })],
      'other_province',
    ],
    [
      'into no province',
      [row('30001', 'Xã Mỹ Hội', '30050', 'Xã A', { newProvinceCode: '77' })],
      'province_unknown',
    ],
    [
      'whose number was another’s that day',
      [row('30001', 'Xã Mỹ Hội', '30009', 'Xã A', { on: '2025-12-01' })],
      'code_taken',
    ],
  ]
  it.each(cases)('%s', (_, rows, code) => {
    expect(faults(rows)).toEqual([[2, code]])
  })

  it('where rows go round in a circle, or on to a unit that ends the same day', () => {
    expect(
      faults([
        row('30001', 'Xã Mỹ Hội', '30002', 'Xã Tân Mỹ'),
        row('30002', 'Xã Tân Mỹ', '30001', 'Xã Mỹ Hội'),
      ]),
    ).toEqual([
      [2, 'chain'],
      [3, 'chain'],
    ])
  })

  it('where rows of one new number disagree', () => {
    const two = (given: Given) => [
      row('30001', 'Xã Mỹ Hội', '30050', 'Xã A'),
      row('30002', 'Xã Tân Mỹ', '30050', given.newName ?? 'Xã A', given),
    ]
    expect(faults(two({ newName: 'Xã B' })).map(([, code]) => code)).toEqual([
      ...['names_differ', 'names_differ'],
    ])
    expect(faults(two({ newProvinceCode: '92' })).map(([, code]) => code)).toEqual([
      ...['provinces_differ', 'provinces_differ'],
    ])
  })
})

describe('a list read in again', () => {
  const rows = [row('30001', 'Xã Mỹ Hội', '30050', 'Xã A')]
  const stored = rows.map(({ level, oldCode, newCode, effectiveOn }) => ({
    ...{ level, oldCode, newCode, effectiveOn },
  }))
  const unitsAfter = (...more: UnitVersion[]) => [
    ...UNITS.filter(({ code }) => code !== '30001'),
    unit('30001', 'Xã Mỹ Hội', { validTo: day('2026-06-01') }),
    ...more,
  ]
  const A = unit('30050', 'Xã A', { validFrom: day('2026-06-01') })

  it('changes no unit, and moves what a run that was cut off left behind', () => {
    const again = plan(rows, { stored, units: unitsAfter(A) })
    expect(again).toMatchObject({ refused: [], fresh: 0, known: 1 })
    expect(again.days[0]?.changes).toBeNull()
    expect(again.days[0]?.moves.communes.get('30001')?.communeCode).toBe('30050')
  })

  it('moves nothing that came later: a number given to another unit, a successor that ended', () => {
    const reused = unit('30001', 'Xã Khác', { validFrom: day('2026-06-10') })
    expect(plan(rows, { stored, units: unitsAfter(A, reused) }).days[0]?.moves.communes.size).toBe(
      0,
    )
    const gone = { ...A, validTo: day('2026-06-10') }
    expect(plan(rows, { stored, units: unitsAfter(gone) }).days[0]?.moves.communes.size).toBe(0)
  })
})

it('takes a list of several days in the order of days', () => {
  const { days, refused } = plan([
    row('30050', 'Xã A', '30051', 'Xã B', { on: '2026-06-10' }),
    row('30001', 'Xã Mỹ Hội', '30050', 'Xã A', { on: '2026-06-01' }),
  ])
  expect(refused).toEqual([])
  expect(days.map(({ on }) => on)).toEqual(['2026-06-01', '2026-06-10'])
  expect(days[1]?.moves.communes.get('30050')?.communeName).toBe('Xã B')
})
