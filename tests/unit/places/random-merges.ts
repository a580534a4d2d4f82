import fc from 'fast-check'
import type { Unit } from '../../support/factories.ts'
import type { DecreeRow } from './succession-support.ts'

/** A change of units, by positions in the lists of those in force. */
export type Change =
  | {
      readonly kind: 'join'
      readonly at: readonly number[]
      readonly as: 'new' | 'keep' | 'rename'
    }
  | { readonly kind: 'rename'; readonly at: number }
  | { readonly kind: 'provinces'; readonly at: number; readonly into: number | 'new' }
  | { readonly kind: 'rename province'; readonly at: number }

const at = fc.nat(20)
export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('join' as const),
    at: fc.array(at, { minLength: 2, maxLength: 3 }),
    as: fc.constantFrom('new' as const, 'keep' as const, 'rename' as const),
  }),
  fc.record({ kind: fc.constant('rename' as const), at }),
  fc.record({
    kind: fc.constant('provinces' as const),
    at,
    into: fc.oneof(at, fc.constant('new' as const)),
  }),
  fc.record({ kind: fc.constant('rename province' as const), at }),
)

export const PROVINCES: readonly Unit[] = [
  ['91', 'Tỉnh An Giang'],
  ['92', 'Thành phố Cần Thơ'],
  ['15', 'Tỉnh Lào Cai'],
]
export const COMMUNES: readonly Unit[] = [
  ['30001', 'Xã Mỹ Hội Đông', '91'],
  ['30002', 'Phường Long Xuyên', '91'],
  ['30003', 'Đặc khu Thổ Châu', '91'],
  ['31001', 'Xã Phong Điền', '92'],
  ['31002', 'Phường Ninh Kiều', '92'],
  ['02600', 'Xã Bảo Hà', '15'],
]

const SYLLABLES = ['Đông', 'Tây', 'Nam', 'Bắc', 'Thượng', 'Hạ', 'Trung', 'Hòa', 'Bình', 'Phú']

/** What becomes of units, thought out on its own: a list of places and what they were called. */
export function naiveUnits() {
  let provinces = new Map(PROVINCES.map(([code, name]) => [code, name]))
  let communes = new Map(COMMUNES.map(([code, name, parent = '']) => [code, { name, parent }]))
  let minted = 0
  const freshName = (kind: string) => {
    minted += 1
    return `${kind} ${SYLLABLES[minted % 10]} ${SYLLABLES[Math.floor(minted / 10)]} Mới`
  }
  /** Where each commune of the beginning is now. */
  const heirs = new Map(COMMUNES.map(([code]) => [code, code]))
  const provinceHeirs = new Map(PROVINCES.map(([code]) => [code, code]))
  const follow = (map: Map<string, string>, from: readonly string[], to: string) => {
    for (const [start, now] of map) if (from.includes(now)) map.set(start, to)
  }

  function join(codes: readonly string[], as: 'new' | 'keep' | 'rename'): Omit<DecreeRow, 'on'>[] {
    const [first = ''] = codes
    const { name: before = '', parent: province = '' } = communes.get(first) ?? {}
    const code = as === 'new' ? `4${String(minted).padStart(4, '0')}` : first
    const name = as === 'keep' ? before : freshName('Xã')
    const rows = codes.map((old) => ({
      ...{
        old: [old, communes.get(old)?.name ?? ''] as const,
        to: [code, name] as const,
        province,
      },
    }))
    communes = new Map([...communes].filter(([each]) => !codes.includes(each)))
    communes.set(code, { name, parent: province })
    follow(heirs, codes, code)
    return as === 'keep' ? rows.filter(({ old }) => old[0] !== code) : rows
  }

  function joinProvinces(old: string, to: string, name: string): Omit<DecreeRow, 'on'>[] {
    const row = { old: [old, provinces.get(old) ?? ''] as const, to: [to, name] as const }
    provinces = new Map([...provinces].filter(([code]) => code !== old))
    provinces.set(to, name)
    communes = new Map(
      [...communes].map(([code, unit]) => [
        code,
        unit.parent === old ? { ...unit, parent: to } : unit,
      ]),
    )
    follow(provinceHeirs, [old], to)
    return [row]
  }

  return {
    /** Carries out a change and gives its rows; none where it would be nothing. */
    decreed(one: Change): Omit<DecreeRow, 'on'>[] {
      const pick = (map: ReadonlyMap<string, unknown>, i: number) =>
        [...map.keys()][i % map.size] ?? ''
      switch (one.kind) {
        case 'join': {
          const codes = [...new Set(one.at.map((i) => pick(communes, i)))]
          return codes.length < 2 ? [] : join(codes, one.as)
        }
        case 'rename':
          return join([pick(communes, one.at)], 'rename')
        case 'provinces': {
          const old = pick(provinces, one.at)
          const into = one.into === 'new' ? `${60 + minted}` : pick(provinces, one.into)
          const name = one.into === 'new' ? freshName('Tỉnh') : (provinces.get(into) ?? '')
          return old === into ? [] : joinProvinces(old, into, name)
        }
        case 'rename province': {
          const old = pick(provinces, one.at)
          return joinProvinces(old, old, freshName('Thành phố'))
        }
      }
    },
    /** The place today of what lay in this commune (or province alone) at the beginning. */
    placeOf(communeCode: string | null, provinceCode: string) {
      const code = communeCode === null ? null : (heirs.get(communeCode) ?? null)
      const unit = code === null ? undefined : communes.get(code)
      const province = unit?.parent ?? provinceHeirs.get(provinceCode) ?? ''
      return {
        ...{ communeCode: code, communeName: unit?.name ?? null },
        ...{ provinceCode: province, provinceName: provinces.get(province) ?? null },
      }
    },
  }
}
