import { describe, expect, it } from 'vitest'
import type { RegisterEntryView } from '../../../site/page-models.ts'
import { registerHref } from '../../../site/view/links.ts'
import {
  entryLine,
  isFiltered,
  kindOptions,
  marketOptions,
  statusOptions,
} from '../../../site/view/register-view.ts'
import { ARCHIPELAGOS, geoHref, MAP_SIZE, mapMark } from '../../../site/view/viet-nam-map.ts'
import { VIET_NAM_OUTLINE } from '../../../site/view/viet-nam-outline.generated.ts'
import { openCsvLine } from '../../../worker/lib/sheet/write/write-csv.ts'

const ENTRY: RegisterEntryView = {
  ...{ code: 'VN-AGOR-0012', kind: 'growing_area', name: 'Vùng A', areaHa: 12.5, markets: [] },
  ...{ holder: { name: null, kind: 'household' }, commune: 'Xã Chợ Mới', province: 'An Giang' },
  crops: [
    { name: 'Xoài', variety: null, areaHa: 10 },
    { name: 'Nhãn', variety: null, areaHa: null },
  ],
}

describe('the register’s page', () => {
  it('tells place, crops and area in one line, and leaves out what is not known', () => {
    expect(entryLine(ENTRY, 'vi')).toBe('Xã Chợ Mới, An Giang · Xoài, Nhãn · 12,5\u00a0ha')
    const bare = { ...ENTRY, commune: null, province: null, crops: [], areaHa: null }
    expect(entryLine(bare, 'vi')).toBe('')
  })

  it('offers every choice in the reader’s language, with the one that was made', () => {
    const kinds = kindOptions('packing_house', 'en')
    expect(kinds.filter(({ selected }) => selected)).toEqual([
      { value: 'packing_house', text: 'Packing house', selected: true },
    ])
    expect(marketOptions('', 'vi')[0]).toEqual({
      value: 'VNM',
      text: 'Trong nước',
      selected: false,
    })
    expect(marketOptions('FRA', 'vi').at(-1)).toEqual({
      ...{ value: 'FRA', text: 'Pháp', selected: true },
    })
    expect(statusOptions('suspended', 'vi').filter(({ selected }) => selected)).toHaveLength(1)
  })

  it('keeps what was asked in its links, and opens the filters only where one is set', () => {
    const asked = { q: 'xoài', kind: '', unit: '', crop: '', market: '', status: '' }
    expect(registerHref(asked, 'zh')).toBe('/codes?q=xo%C3%A0i&lang=zh')
    expect(registerHref({}, 'vi')).toBe('/codes')
    expect(isFiltered(asked)).toBe(false)
    expect(isFiltered({ ...asked, market: 'CHN' })).toBe(true)
  })
})

describe('the map of a place', () => {
  it('shows both archipelagos, named, within the drawing', () => {
    expect(ARCHIPELAGOS.map(({ name }) => name)).toEqual([
      'Quần đảo Hoàng Sa',
      'Quần đảo Trường Sa',
    ])
    for (const { label, islands } of ARCHIPELAGOS) {
      for (const { x, y } of [label, ...islands]) {
        expect(x).toBeGreaterThan(0)
        expect(x).toBeLessThan(MAP_SIZE.width)
        expect(y).toBeGreaterThan(0)
        expect(y).toBeLessThan(MAP_SIZE.height)
      }
    }
  })

  it('has an outline small enough for every page', () => {
    expect(VIET_NAM_OUTLINE.length).toBeLessThan(2_048)
    expect(VIET_NAM_OUTLINE).toMatch(/^M[\d\- lmzM]+z$/)
  })

  it('puts An Giang in the south-west and Lào Cai in the north-west', () => {
    const anGiang = mapMark({ lat: 10.53, lng: 105.4 })
    const laoCai = mapMark({ lat: 22.34, lng: 104.15 })
    expect(anGiang?.y).toBeGreaterThan((laoCai?.y ?? 0) + 100)
    expect(anGiang?.x).toBeLessThan(MAP_SIZE.width / 3)
  })

  it('draws nothing that is not known or not on it, and leads to a point no finer than shown', () => {
    expect(mapMark(null)).toBeNull()
    expect(mapMark({ lat: 48.85, lng: 2.35 })).toBeNull()
    expect(geoHref({ lat: 10.5, lng: 105.123_456 })).toBe('geo:10.50,105.12')
  })
})

describe('a line of CSV', () => {
  it('runs nothing in a spreadsheet, and is read back as it was otherwise', () => {
    expect(openCsvLine(['a,b', 'say "x"', null, undefined, 1.5, -2])).toBe(
      '"a,b","say ""x""",,,1.5,-2\r\n',
    )
    for (const start of ['=', '+', '-', '@', '\t']) {
      expect(openCsvLine([`${start}1`])).toBe(`'${start}1\r\n`)
    }
  })
})
