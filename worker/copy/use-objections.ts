import type { UseObjection } from '../domain/standing/types.ts'
import type { Language, LocalText } from '../lib/text/local-text.ts'
import { fill } from './fill.ts'
import { formatNumber, formatQuantity } from './format.ts'

/**
 * Why a batch may not be packed under a code, with the figures. The first words of `none` are those
 * that borrowed codes have been refused with ever since.
 */
const OBJECTIONS: Readonly<Record<UseObjection['kind'], LocalText>> = {
  none: {
    vi: 'lô hàng dùng mã này khi chưa được phép. Chủ mã số cần xác nhận hợp đồng, hoặc cán bộ cho phép.',
    en: 'this batch uses it without authorisation. Its holder confirms a contract, or an officer allows it.',
    zh: '该批次未经授权使用此编号。须由编号持有人确认合同，或由主管人员准许。',
  },
  revoked: {
    vi: 'chủ mã số đã rút quyền dùng mã nên lô hàng chưa được phép dùng. Lô chờ cán bộ quyết định.',
    en: 'its holder has taken the authorisation back. The batch waits for an officer.',
    zh: '编号持有人已撤回授权，该批次未获准使用，等待主管人员决定。',
  },
  other_market: {
    vi: 'chủ mã số chưa cho phép dùng mã cho mọi thị trường của lô. Sửa thị trường của lô, hoặc chờ cán bộ quyết định.',
    en: 'its holder did not authorise every destination of the batch. Change the markets, or wait for an officer.',
    zh: '编号持有人未授权该批次的全部目的市场。请修改市场，或等待主管人员决定。',
  },
  not_by_mass: {
    vi: 'quyền dùng mã có giới hạn theo kg nhưng lô không tính được ra kg nên chưa được phép. Ghi số lượng bằng kg, tạ hoặc tấn.',
    en: 'the authorisation is limited in kilograms and this batch is not counted by mass. Give its quantity in kilograms.',
    zh: '授权以公斤为限，而该批次未按重量计量。请以公斤填写数量。',
  },
  quantity: {
    vi: 'chủ mã số chỉ cho phép {limitKg}, còn {leftKg}, mà lô này cần {addingKg} nên chưa được phép. Lô chờ cán bộ quyết định.',
    en: 'its holder authorised {limitKg}, of which {leftKg} is left, and this batch needs {addingKg}. It waits for an officer.',
    zh: '编号持有人授权 {limitKg}，剩余 {leftKg}，而该批次需要 {addingKg}。等待主管人员决定。',
  },
  quota: {
    vi: 'năm nay vùng trồng được đóng gói nhiều nhất {allowedKg} ({plantedHa} × {ceilingTPerHa} tấn/ha), đã đóng {packedKg}, lô này thêm {addingKg} nên vượt sản lượng. Lô chờ cán bộ quyết định.',
    en: 'this year its area may give at most {allowedKg} ({plantedHa} × {ceilingTPerHa} t/ha); {packedKg} was packed and this batch adds {addingKg}. It waits for an officer.',
    zh: '该种植区今年最多可包装 {allowedKg}（{plantedHa} × 每公顷 {ceilingTPerHa} 吨），已包装 {packedKg}，本批次再加 {addingKg}，超出产量。等待主管人员决定。',
  },
}

/** The same in a word or two, for lists. */
export const OBJECTION_NAMES: Readonly<Record<UseObjection['kind'], LocalText>> = {
  none: { vi: 'Chưa được phép', en: 'No authorisation', zh: '未授权' },
  revoked: { vi: 'Đã bị rút quyền', en: 'Taken back', zh: '授权已撤回' },
  other_market: { vi: 'Khác thị trường', en: 'Other market', zh: '市场不符' },
  not_by_mass: { vi: 'Không tính được kg', en: 'Not by mass', zh: '无法按重量计量' },
  quantity: { vi: 'Quá số lượng cho phép', en: 'Past the quantity', zh: '超出授权数量' },
  quota: { vi: 'Vượt sản lượng', en: 'Past the yield', zh: '超出产量' },
}

/** One objection in a sentence or two, without whose code it is. */
export function objectionPhrase({ kind, figures }: UseObjection, lang: Language): string {
  const values = Object.entries(figures).map(([name, value]) => [name, figure(name, value, lang)])
  return fill(OBJECTIONS[kind][lang], Object.fromEntries(values))
}

function figure(name: string, value: number, lang: Language): string {
  if (name.endsWith('Kg')) return formatQuantity({ value, unit: 'kg' }, lang)
  return name.endsWith('Ha') && !name.endsWith('TPerHa')
    ? formatQuantity({ value, unit: 'ha' }, lang)
    : formatNumber(value, lang)
}
