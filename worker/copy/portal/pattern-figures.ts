import type { PatternKind } from '../../domain/patterns/kinds.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import { fill } from '../fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../format.ts'

const FIGURES: Readonly<Record<PatternKind, LocalText>> = {
  many_packers: {
    vi: '{packers} tổ chức đóng gói {packedKg} trong {days} ngày',
    en: '{packers} organisations packed {packedKg} in {days} days',
    zh: '{days} 天内 {packers} 家组织包装 {packedKg}',
  },
  near_ceiling: {
    vi: 'Đã đóng gói {packedKg} trên {allowedKg}, tức {percent}%',
    en: '{packedKg} packed of {allowedKg}, {percent}%',
    zh: '已包装 {packedKg}，上限 {allowedKg}，占 {percent}%',
  },
  bought_beyond: {
    vi: '{buyers} đơn vị báo mua {boughtKg} trên {allowedKg}, tức {percent}%',
    en: '{buyers} report {boughtKg} bought of {allowedKg}, {percent}%',
    zh: '{buyers} 家单位报告收购 {boughtKg}，上限 {allowedKg}，占 {percent}%',
  },
  out_of_season: {
    vi: '{outsideKg} trong {harvests} lô thu hoạch ngoài vụ, từ {firstOn} đến {lastOn}',
    en: '{outsideKg} in {harvests} batches harvested out of season, {firstOn} to {lastOn}',
    zh: '{harvests} 个批次共 {outsideKg} 于非季节采收，{firstOn} 至 {lastOn}',
  },
  opened_elsewhere: {
    vi: '{elsewhere} trong {visitors} lượt mở ở nơi khác nơi bán, tức {percent}%',
    en: '{elsewhere} of {visitors} openings far from where the goods go, {percent}%',
    zh: '{visitors} 次扫描中 {elsewhere} 次不在销售地，占 {percent}%',
  },
  overlapping_areas: {
    vi: 'Chồng lên nhau {overlapHa}, bằng {percent}% vùng nhỏ hơn ({smallerHa})',
    en: '{overlapHa} in common, {percent}% of the smaller one ({smallerHa})',
    zh: '重叠 {overlapHa}，占较小区域（{smallerHa}）的 {percent}%',
  },
  shared_households: {
    vi: '{shared} hộ có tên ở cả hai danh sách, trên {households} hộ',
    en: '{shared} households on both lists, of {households}',
    zh: '{households} 户中有 {shared} 户同时在两份名单上',
  },
}

/** The figures of a pattern in a sentence. */
export function patternFigures(
  of: {
    readonly kind: PatternKind
    readonly figures: Readonly<Record<string, number | string>>
  },
  lang: Language,
): string {
  const values = Object.entries(of.figures).map(([name, value]) => [name, shown(name, value, lang)])
  return fill(FIGURES[of.kind][lang], Object.fromEntries(values))
}

function shown(name: string, value: number | string, lang: Language): string {
  if (typeof value === 'string') return formatOn(value, lang)
  if (name.endsWith('Kg')) return formatQuantity({ value, unit: 'kg' }, lang)
  if (name.endsWith('Ha')) return formatQuantity({ value, unit: 'ha' }, lang)
  return formatNumber(value, lang)
}
