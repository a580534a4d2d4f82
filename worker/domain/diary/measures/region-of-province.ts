import type { AreaRegion } from '../../../lib/measure/area.ts'

/**
 * Where sào and mẫu have which size, by a province's code of 2025 (Decision 19/2025/QĐ-TTg numbers them
 * from north to south): the north ends at Ninh Bình (37), the centre begins at Thanh Hóa (38) and ends at
 * Lâm Đồng (68).
 */
export function regionOfProvince(code: string | null): AreaRegion | null {
  if (code === null || !/^\d{2}$/.test(code)) return null
  const number = Number(code)
  if (number < 38) return 'north'
  return number <= 68 ? 'centre' : 'south'
}
