import { describe, expect, it } from 'vitest'
import { matchPlace, type PlaceQuery } from '../../../worker/domain/lists/place/match-place.ts'
import { buildPlaceIndex } from '../../../worker/domain/lists/place/place-index.ts'
import { splitAddress } from '../../../worker/domain/lists/place/split-address.ts'
import { realPlaceIndex } from '../../support/sheets/addresses.ts'

const index = realPlaceIndex()

function match(commune: string, province: string, rest: Partial<PlaceQuery> = {}): string {
  const result = matchPlace({ commune, province, ...rest }, index)
  return result.ok ? `${result.communeCode} ${result.via}` : result.code
}

describe('finding the present commune', () => {
  it.each([
    'xã Mỹ Hội Đông',
    'Mỹ Hội Đông',
    'MỸ HỘI ĐÔNG',
    'my hoi dong',
    'X. Mỹ Hội Đông',
    'xã  Mỹ Hội Đông'.normalize('NFD'),
  ])('finds Nhơn Mỹ from its old part %s of Chợ Mới', (commune) => {
    const district = { formerDistrict: 'huyện Chợ Mới' }
    expect(match(commune, 'tỉnh An Giang', district)).toBe('30658 former')
    expect(match(commune, 'An Giang')).toBe('30658 former')
  })

  it('finds every present commune by its own name, with and without its sort', () => {
    const failed = [...index.communesByKey.values()].flat().filter((entry) => {
      const province = index.provinceNames.get(entry.provinceCode) ?? ''
      const onDate = '2026-01-01'
      const bare = entry.name.replace(/^(Xã|Phường|Đặc khu) /, '')
      return [entry.name, bare.toUpperCase()].some(
        (commune) => match(commune, province, { onDate }) !== `${entry.code} current`,
      )
    })
    expect(failed.map((entry) => `${entry.name} ${entry.code}`)).toEqual([])
  })

  it('knows special zones, towns and numbered wards', () => {
    expect(match('đặc khu Phú Quốc', 'An Giang')).toBe('31078 current')
    expect(match('TT. Chợ Mới', 'An Giang', { formerDistrict: 'Chợ Mới' })).toBe('30628 former')
    expect(match('P.12', 'TP. Hồ Chí Minh', { formerDistrict: 'Q. Gò Vấp' })).toBe('26882 former')
    expect(match('Phường 12', 'TP Hồ Chí Minh', { formerDistrict: 'quận Gò Vấp' })).toBe(
      '26882 former',
    )
  })

  it('keeps first words that only look like a sort of place', () => {
    const onDate = '2026-01-01'
    expect(match('Tịnh Biên', 'An Giang', { onDate })).toBe('30520 current')
    expect(match('phường Tịnh Biên', 'An Giang', { onDate })).toBe('30520 current')
    expect(match('xa Phu Tan', 'An Giang', { onDate })).toBe('30406 current')
  })

  it('finds provinces by their old names', () => {
    expect(match('xã Bản Lầu', 'Lào Cai', { formerDistrict: 'Mường Khương' })).not.toBe(
      'province_unknown',
    )
    expect(match('đặc khu Phú Quốc', 'Kiên Giang')).toBe('31078 current')
    expect(match('x', 'Tỉnh Không Có')).toBe('province_unknown')
  })

  it('lets the day of writing decide between an old and a present name', () => {
    // Old Bình Hòa wards may lie elsewhere than the present commune of that name.
    const small = buildPlaceIndex(
      [
        {
          code: '91',
          level: 'province',
          name: 'An Giang',
          parentCode: null,
          validFrom: '2025-07-01',
          validTo: null,
        },
        {
          code: '00001',
          level: 'commune',
          name: 'Xã Mẫu',
          parentCode: '91',
          validFrom: '2025-07-01',
          validTo: null,
        },
        {
          code: '00002',
          level: 'commune',
          name: 'Xã Khác',
          parentCode: '91',
          validFrom: '2025-07-01',
          validTo: null,
        },
        {
          code: '00009',
          level: 'commune',
          name: 'Xã Cũ',
          parentCode: '91',
          validFrom: '2000-01-01',
          validTo: '2025-07-01',
        },
      ],
      [
        {
          oldWardName: 'Xã Mẫu',
          oldDistrictName: 'Huyện A',
          oldProvinceName: 'Tỉnh An Giang',
          newWardCode: '2',
        },
        { oldWardName: null, oldDistrictName: null, oldProvinceName: null, newWardCode: '00001' },
        {
          oldWardName: 'Xã Lạc',
          oldDistrictName: 'Huyện A',
          oldProvinceName: 'Tỉnh An Giang',
          newWardCode: '99999',
        },
      ],
    )
    const at = (onDate: string | null, formerDistrict: string | null = null) =>
      matchPlace({ commune: 'Mẫu', province: 'An Giang', onDate, formerDistrict }, small)
    expect(at('2025-06-30')).toMatchObject({ communeCode: '00002', via: 'former' })
    expect(at('2025-07-01')).toMatchObject({ communeCode: '00001', via: 'current' })
    expect(at(null, 'huyện A')).toMatchObject({ communeCode: '00002', via: 'former' })
    expect(at(null)).toMatchObject({ ok: false, code: 'ambiguous' })
    expect(small.droppedMappings).toBe(2)
    const history = matchPlace({ commune: 'Xã Cũ', province: 'An Giang' }, small)
    expect(history).toMatchObject({ ok: false, code: 'not_found' })
  })

  it('lists the candidates when a name fits several', () => {
    const result = matchPlace(
      { commune: 'xã Mỹ An', province: 'An Giang', onDate: '2020-01-01' },
      index,
    )
    const inTwo = matchPlace(
      { commune: 'Phường 1', province: 'TP. Hồ Chí Minh', onDate: '2020-01-01' },
      index,
    )
    expect(result.ok).toBe(true)
    if (inTwo.ok) throw new Error('found one')
    expect(inTwo.code).toBe('ambiguous')
    expect(inTwo.candidates.length).toBeGreaterThan(1)
    expect(inTwo.message).toContain('nay là')
  })

  it('tells names apart by tone only where it must', () => {
    expect(match('xã Tấn Mỹ', 'An Giang', { formerDistrict: 'Chợ Mới' })).toBe('30643 former')
    expect(match('xã tan my', 'An Giang', { formerDistrict: 'Chợ Mới' })).toBe('30643 former')
    expect(match('xã Hoà Bình', 'An Giang', { formerDistrict: 'Chợ Mới' })).toBe('30673 former')
  })

  it('mends wrong codes of the published table by name, and drops what it cannot mend', () => {
    const period = { validFrom: '2025-07-01', validTo: null }
    const old = {
      oldWardName: 'Xã Mẫu',
      oldDistrictName: 'Huyện A',
      oldProvinceName: 'Tỉnh An Giang',
    }
    const build = (newWardCode: string, newWardName: string) =>
      buildPlaceIndex(
        [
          { code: '91', level: 'province', name: 'An Giang', parentCode: null, ...period },
          { code: '92', level: 'province', name: 'Thành phố Cần Thơ', parentCode: null, ...period },
          { code: '30001', level: 'commune', name: 'Xã Mới', parentCode: '91', ...period },
          { code: '31001', level: 'commune', name: 'Xã Xa', parentCode: '92', ...period },
        ],
        [{ ...old, newWardCode, newWardName, newProvinceName: 'An Giang' }],
      )
    const query = { commune: 'Mẫu', province: 'An Giang', formerDistrict: 'A' }
    expect(matchPlace(query, build('99999', 'Xã Mới'))).toMatchObject({ communeCode: '30001' })
    expect(matchPlace(query, build('31001', 'Xã Mới'))).toMatchObject({ communeCode: '30001' })
    expect(matchPlace(query, build('31001', 'Xã Xa'))).toMatchObject({ ok: false })
    expect(build('99999', 'Xã Không').droppedMappings).toBe(1)
  })

  it('finds most old communes of the country with their district', () => {
    let found = 0
    let all = 0
    for (const entries of index.formerByKey.values()) {
      for (const entry of entries) {
        const [commune = '', formerDistrict = '', province = ''] = entry.label.split(', ')
        const result = matchPlace({ commune, formerDistrict, province }, index)
        all += 1
        if (result.ok && result.communeCode === entry.current.code) found += 1
      }
    }
    expect(all).toBeGreaterThan(10_000)
    expect(found / all).toBeGreaterThan(0.99)
  })
})

describe('addresses in one cell', () => {
  it.each([
    [
      'ấp Mỹ Hòa, xã Mỹ Hội Đông, huyện Chợ Mới, tỉnh An Giang',
      ['ấp Mỹ Hòa', 'xã Mỹ Hội Đông', 'huyện Chợ Mới', 'tỉnh An Giang'],
    ],
    [
      'Xã Bản Lầu - Huyện Mường Khương - Lào Cai',
      [null, 'Xã Bản Lầu', 'Huyện Mường Khương', 'Lào Cai'],
    ],
    [
      'Khóm 1, P. Mỹ Phước, TP. Long Xuyên, tỉnh An Giang',
      ['Khóm 1', 'P. Mỹ Phước', 'TP. Long Xuyên', 'tỉnh An Giang'],
    ],
    ['Phường Ninh Kiều, thành phố Cần Thơ', [null, 'Phường Ninh Kiều', null, 'thành phố Cần Thơ']],
    ['xã Long Điền', [null, 'xã Long Điền', null, null]],
    ['Long Điền', ['Long Điền', null, null, null]],
  ])('takes apart %s', (address, [hamlet, commune, district, province]) => {
    expect(splitAddress(address)).toEqual({ hamlet, commune, district, province })
  })
})
