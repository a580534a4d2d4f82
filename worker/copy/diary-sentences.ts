import type { LocalText } from '../lib/text/local-text.ts'
import type { DiaryKind } from './diary.ts'

/** How an entry is told to a shopper: what was done, then what it says beside, in this order. */
export type DiarySentence = {
  /** Said where all that it names is known. */
  readonly lead: LocalText
  /** Each said where its one name is known. */
  readonly parts: readonly LocalText[]
}

const amount: LocalText = { vi: ', {quantity}', en: ', {quantity}', zh: '，{quantity}' }
const temperature: LocalText = {
  vi: ', {temperature}',
  en: ', {temperature}',
  zh: '，{temperature}',
}
const duration: LocalText = {
  vi: ', trong {durationHours}',
  en: ', for {durationHours}',
  zh: '，{durationHours}',
}
const dose: LocalText = { vi: ', liều {dose}', en: ', {dose}', zh: '，用量 {dose}' }
const withdrawal: LocalText = {
  vi: ', ngừng thuốc {withdrawalDays}',
  en: ', withdrawal {withdrawalDays}',
  zh: '，休药期 {withdrawalDays}',
}
const disease: LocalText = { vi: ' cho {disease}', en: ' for {disease}', zh: '，用于{disease}' }

export const DIARY_SENTENCES: Partial<Record<DiaryKind, DiarySentence>> = {
  planting: {
    lead: { vi: 'Trồng {product}', en: 'Planted {product}', zh: '种植{product}' },
    parts: [amount],
  },
  plant_protection: {
    lead: { vi: 'Phun {product}', en: 'Sprayed {product}', zh: '喷施{product}' },
    parts: [
      { vi: ' trừ {targetPest}', en: ' against {targetPest}', zh: '，防治{targetPest}' },
      dose,
      {
        vi: ', cách ly {intervalDays}',
        en: ', no harvest for {intervalDays}',
        zh: '，安全间隔期 {intervalDays}',
      },
    ],
  },
  fertiliser: {
    lead: { vi: 'Bón {product}', en: 'Fed with {product}', zh: '施用{product}' },
    parts: [amount, { vi: ' trên {area}', en: ' on {area}', zh: '，面积 {area}' }],
  },
  irrigation: {
    lead: { vi: 'Tưới nước', en: 'Watered', zh: '灌溉' },
    parts: [{ vi: ' từ {source}', en: ' from: {source}', zh: '，水源：{source}' }, duration],
  },
  pest_monitoring: {
    lead: {
      vi: 'Kiểm tra {pest}: {density}',
      en: 'Looked for {pest}: {density}',
      zh: '检查{pest}：{density}',
    },
    parts: [{ vi: '. {decision}', en: '. {decision}', zh: '。{decision}' }],
  },
  feed: {
    lead: { vi: 'Cho ăn {product}', en: 'Fed {product}', zh: '饲喂{product}' },
    parts: [amount],
  },
  veterinary: {
    lead: { vi: 'Dùng thuốc {product}', en: 'Treated with {product}', zh: '使用{product}' },
    parts: [disease, dose, withdrawal],
  },
  pond_treatment: {
    lead: {
      vi: 'Xử lý ao bằng {product}',
      en: 'Treated the pond with {product}',
      zh: '池塘使用{product}',
    },
    parts: [disease, dose, withdrawal],
  },
  harvest: {
    lead: { vi: 'Thu hoạch {quantity}', en: 'Harvested {quantity}', zh: '采收 {quantity}' },
    parts: [{ vi: ' {crop}', en: ' of {crop}', zh: ' {crop}' }],
  },
  purchase: {
    lead: {
      vi: 'Mua vào {quantity} {crop}',
      en: 'Bought {quantity} of {crop}',
      zh: '收购{crop} {quantity}',
    },
    parts: [],
  },
  processing: {
    lead: { vi: '{step}', en: '{step}', zh: '{step}' },
    parts: [
      { vi: ', thu được {quantity}', en: ', giving {quantity}', zh: '，产出 {quantity}' },
      temperature,
      duration,
    ],
  },
  packing: {
    lead: { vi: 'Đóng gói {quantity}', en: 'Packed {quantity}', zh: '包装 {quantity}' },
    parts: [{ vi: ', {packaging}', en: ', {packaging}', zh: '，{packaging}' }],
  },
  treatment: {
    lead: { vi: 'Xử lý: {method}', en: 'Treated: {method}', zh: '处理：{method}' },
    parts: [temperature, duration],
  },
  storage: {
    lead: { vi: 'Bảo quản tại {place}', en: 'Stored at {place}', zh: '存放于{place}' },
    parts: [temperature],
  },
  transport: {
    lead: { vi: 'Chuyển đến {to}', en: 'Taken to {to}', zh: '运往{to}' },
    parts: [temperature],
  },
  waste: {
    lead: {
      vi: '{category}: {action}',
      en: '{category}: {action}',
      zh: '{category}：{action}',
    },
    parts: [],
  },
  input_purchase: {
    lead: { vi: 'Mua {product}', en: 'Bought {product}', zh: '购买{product}' },
    parts: [amount],
  },
  training: {
    lead: { vi: 'Tập huấn: {topic}', en: 'Training: {topic}', zh: '培训：{topic}' },
    parts: [],
  },
  self_check: {
    lead: {
      vi: 'Tự đánh giá {criterion}: {result}',
      en: 'Self-check, {criterion}: {result}',
      zh: '自查{criterion}：{result}',
    },
    parts: [],
  },
  other: { lead: { vi: '{topic}', en: '{topic}', zh: '{topic}' }, parts: [] },
}

/** What the page says of how an entry came to be. */
export const DIARY_WRITTEN = {
  sentLate: {
    vi: 'gửi về sau {days} ngày, máy ghi khi làm',
    en: 'sent {days} days later, written when done',
    zh: '{days}天后上传，设备当时已记录',
  },
  together: {
    vi: 'ghi chung {count} hộ',
    en: 'one entry for {count} households',
    zh: '{count}户合并填写',
  },
  onBehalf: { vi: 'ghi theo lời người làm', en: 'as told by who did it', zh: '按作业人口述填写' },
  more: { vi: 'Chi tiết', en: 'Details', zh: '详情' },
} as const satisfies Record<string, LocalText>
