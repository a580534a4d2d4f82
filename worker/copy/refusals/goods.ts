import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a batch is not made of what it says it is. */
export const GOODS_REFUSALS = {
  entry: {
    vi: 'Mã dòng nhật ký không đúng.',
    en: 'This is not the id of a diary entry.',
    zh: '日志条目编号不正确。',
  },
  harvestUnknown: {
    vi: 'Không có lần thu hoạch này ở vùng trồng mà đơn vị được dùng.',
    en: 'There is no such harvest on a growing area that the organisation may use.',
    zh: '在该单位可使用的种植区中没有此次采收。',
  },
  harvestTwice: {
    vi: 'Lần thu hoạch này được ghi hai lần. Hãy cộng lại thành một dòng.',
    en: 'This harvest is named twice. Add both up in one line.',
    zh: '此次采收重复填写，请合并为一行。',
  },
  harvestTakenBack: {
    vi: 'Nhật ký đã rút lại lần thu hoạch này. Hãy bỏ trống ô này.',
    en: 'The diary took this harvest back. Leave this field empty.',
    zh: '日志已撤回此次采收，请将此栏留空。',
  },
  harvestNotByMass: {
    vi: 'Nhật ký không ghi lần thu hoạch này bằng kg, tạ, tấn. Hãy sửa dòng nhật ký trước.',
    en: 'The diary does not tell this harvest by mass (kg, quintals, tonnes). Correct the entry first.',
    zh: '日志未按重量（千克、公担、吨）记录此次采收，请先更正该条目。',
  },
  harvestedAfterPacked: {
    vi: 'Thu hoạch ngày {on}, sau ngày đóng gói. Hãy sửa ngày đóng gói, hoặc bỏ trống ô này.',
    en: 'It was harvested on {on}, after the packing day. Correct the packing day, or leave this empty.',
    zh: '采收于 {on}，晚于包装日期。请更正包装日期，或将此栏留空。',
  },
  harvestSpent: {
    vi: 'Lần thu hoạch ngày {on} ở {site} chỉ còn {left} kg, không đủ {quantity} kg.',
    en: 'Of the harvest of {on} at {site}, {left} kg are left, not {quantity} kg.',
    zh: '{on} 在{site}的采收仅剩 {left} 千克，不足 {quantity} 千克。',
  },
  boughtAfterPacked: {
    vi: 'Ngày mua không thể sau ngày đóng gói.',
    en: 'It cannot be bought after it is packed.',
    zh: '购入日期不能晚于包装日期。',
  },
} as const satisfies Record<string, LocalText>

/** What somebody must mean before a batch is declared so. */
export const GOODS_QUESTIONS = {
  yield_high: {
    vi: 'Lô ghi {ownKg}, nhưng từ {inputKg} nguyên liệu thường chỉ được {expectedKg} (cứ {inputPerOutput} kg được 1 kg).',
    en: 'The batch says {ownKg}, but {inputKg} of raw goods usually make {expectedKg} ({inputPerOutput} kg make 1 kg).',
    zh: '批次为 {ownKg}，但 {inputKg} 原料通常只能制成 {expectedKg}（每 {inputPerOutput} 千克制 1 千克）。',
  },
} as const satisfies Record<string, LocalText>
