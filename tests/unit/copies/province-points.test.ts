import { describe, expect, it } from 'vitest'
import { provincePoint } from '../../../worker/domain/copies/province-points.ts'
import { openedTimeline } from '../../../worker/routes/portal/copies/opened-timeline.ts'

describe('the point of a province', () => {
  it.each([
    ['Hanoi', 21.03],
    ['Thành phố Hà Nội', 21.03],
    ['Ho Chi Minh City', 10.78],
    ['Tỉnh Đắk Lắk', 12.67],
    ['Bà Rịa - Vũng Tàu', 10.41],
    ['Huế', 16.46],
    ['Atlantis', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('is found by its names: %s', (name, lat) => {
    expect(provincePoint(name)?.lat).toBe(lat)
  })
})

describe('the timeline of a label', () => {
  const bars = (...days: readonly string[]) =>
    openedTimeline({
      tallies: days.map((key) => ({ key, visitors: 2 })),
      ...{ describedBy: 'x', lang: 'vi' },
    })?.match(/<rect/g)?.length

  it('shows the days without anybody, as long as they can be told apart', () => {
    expect(bars('2026-06-01')).toBeUndefined()
    expect(bars('2026-06-01', '2026-06-10')).toBe(10)
    expect(bars('2025-06-01', '2026-06-10')).toBe(2)
  })
})
