import type { Language, LocalText } from '../lib/text/local-text.ts'
import { formatNumber, formatQuantity } from './format.ts'
import { unitName } from './units.ts'

/** Stages a diary is folded by on a shopper's page. */
export const DIARY_STAGES = {
  growing: { vi: 'Trồng và chăm sóc', en: 'Growing', zh: '种植与管理' },
  harvest: { vi: 'Thu hoạch, thu mua', en: 'Harvest and purchase', zh: '采收与收购' },
  packing: { vi: 'Sơ chế, đóng gói', en: 'Processing and packing', zh: '加工与包装' },
  transport: { vi: 'Bảo quản, vận chuyển', en: 'Storage and transport', zh: '储存与运输' },
  farm: { vi: 'Việc chung của cơ sở', en: 'On the farm', zh: '日常管理' },
} as const satisfies Record<string, LocalText>

export type DiaryStage = keyof typeof DIARY_STAGES

/** Kinds of diary entry, each with the stage it belongs to. */
export const DIARY_KINDS = {
  planting: kind('growing', 'Gieo trồng', 'Planting', '播种定植'),
  fertiliser: kind('growing', 'Bón phân', 'Fertiliser', '施肥'),
  plant_protection: kind('growing', 'Phun thuốc bảo vệ thực vật', 'Plant protection', '植保用药'),
  pest_monitoring: kind('growing', 'Kiểm tra sâu bệnh', 'Pest monitoring', '病虫害监测'),
  irrigation: kind('growing', 'Tưới nước', 'Irrigation', '灌溉'),
  feed: kind('growing', 'Cho ăn', 'Feeding', '饲喂'),
  veterinary: kind('growing', 'Thuốc thú y', 'Veterinary medicine', '兽药使用'),
  pond_treatment: kind('growing', 'Xử lý ao nuôi', 'Pond treatment', '池塘用药与处理'),
  harvest: kind('harvest', 'Thu hoạch', 'Harvest', '采收'),
  purchase: kind('harvest', 'Thu mua', 'Purchase', '收购'),
  processing: kind('packing', 'Sơ chế, chế biến', 'Processing', '加工'),
  packing: kind('packing', 'Đóng gói', 'Packing', '包装'),
  treatment: kind('packing', 'Xử lý kiểm dịch', 'Quarantine treatment', '检疫处理'),
  storage: kind('transport', 'Bảo quản', 'Storage', '储存'),
  transport: kind('transport', 'Vận chuyển', 'Transport', '运输'),
  training: kind('farm', 'Tập huấn', 'Training', '培训'),
  equipment: kind('farm', 'Vệ sinh, hiệu chuẩn thiết bị', 'Equipment care', '设备清洁与校准'),
  waste: kind('farm', 'Thu gom bao gói, chất thải', 'Waste collection', '包装废弃物回收'),
  input_purchase: kind('farm', 'Mua vật tư', 'Inputs bought', '购买农资'),
  composting: kind('farm', 'Ủ phân hữu cơ', 'Composting', '堆肥'),
  site_assessment: kind(
    'farm',
    'Đánh giá đất, nước',
    'Soil and water assessment',
    '土壤与水质评估',
  ),
  self_check: kind('farm', 'Tự đánh giá', 'Self-check', '自查'),
  incident: kind('farm', 'Sự cố, khiếu nại', 'Incident or complaint', '事故与投诉'),
  other: kind('farm', 'Việc khác', 'Other', '其他'),
} as const satisfies Record<string, { readonly stage: DiaryStage; readonly name: LocalText }>

export type DiaryKind = keyof typeof DIARY_KINDS

export function isDiaryKind(text: string): text is DiaryKind {
  return Object.hasOwn(DIARY_KINDS, text)
}

/** Labels of the details of a diary entry, with the unit a number there is in. */
export const DIARY_FIELDS = {
  product: field('Sản phẩm', 'Product', '产品'),
  activeIngredient: field('Hoạt chất', 'Active ingredient', '有效成分'),
  dose: field('Liều lượng', 'Dose', '用量'),
  quantity: field('Lượng', 'Quantity', '数量'),
  quantityKg: field('Khối lượng', 'Weight', '重量', 'kg'),
  waterVolumeL: field('Lượng nước', 'Water', '用水量', 'l'),
  volumeM3: field('Lượng nước', 'Water', '水量', 'm3'),
  unit: field('Đơn vị', 'Unit', '单位'),
  targetPest: field('Đối tượng phòng trừ', 'Target pest', '防治对象'),
  pest: field('Sâu bệnh', 'Pest', '病虫害'),
  density: field('Mật độ', 'Density', '密度'),
  decision: field('Quyết định', 'Decision', '处理决定'),
  method: field('Cách làm', 'Method', '方法'),
  equipment: field('Thiết bị', 'Equipment', '设备'),
  intervalDays: field('Thời gian cách ly', 'Pre-harvest interval', '安全间隔期', 'day'),
  withdrawalDays: field('Thời gian ngừng thuốc', 'Withdrawal period', '休药期', 'day'),
  reason: field('Lý do', 'Reason', '原因'),
  weather: field('Thời tiết', 'Weather', '天气'),
  plot: field('Thửa, lô đất', 'Plot', '地块'),
  area: field('Diện tích', 'Area', '面积'),
  areaHa: field('Diện tích', 'Area', '面积', 'ha'),
  crop: field('Cây trồng', 'Crop', '作物'),
  variety: field('Giống', 'Variety', '品种'),
  supplier: field('Nơi cung cấp', 'Supplier', '供应商'),
  buyer: field('Bên mua', 'Buyer', '买方'),
  lot: field('Lô', 'Lot', '批号'),
  source: field('Nguồn', 'Source', '来源'),
  operator: field('Người thực hiện', 'Done by', '操作人'),
  place: field('Nơi làm', 'Place', '地点'),
  from: field('Từ', 'From', '起点'),
  to: field('Đến', 'To', '终点'),
  vehicle: field('Phương tiện', 'Vehicle', '运输工具'),
  temperature: field('Nhiệt độ', 'Temperature', '温度'),
  duration: field('Thời gian', 'Duration', '时长'),
  durationHours: field('Thời gian', 'Duration', '时长', 'hour'),
  packaging: field('Quy cách', 'Packaging', '包装规格'),
  topic: field('Nội dung', 'Topic', '内容'),
  trainer: field('Người hướng dẫn', 'Trainer', '培训人'),
  attendees: field('Số người dự', 'Attendees', '参加人数'),
  documentNo: field('Số chứng từ', 'Document no.', '单据编号'),
  result: field('Kết quả', 'Result', '结果'),
  time: field('Giờ làm', 'Time', '时间'),
  reentryHours: field('Thời gian không vào vườn', 'Re-entry interval', '禁入时间', 'hour'),
  registrationNo: field('Số đăng ký', 'Registration no.', '登记证号'),
  expiresOn: field('Hạn sử dụng', 'Use before', '有效期至'),
  category: field('Loại', 'Type', '类型'),
  sellerAddress: field('Địa chỉ nơi bán', 'Address of the seller', '销售方地址'),
  disease: field('Bệnh, mục đích điều trị', 'Disease or purpose', '疾病或用途'),
  heads: field('Số con', 'Animals', '数量（头、尾）'),
  action: field('Cách xử lý', 'What was done', '处理措施'),
  criterion: field('Tiêu chí', 'Criterion', '检查项'),
  step: field('Công đoạn', 'Step', '工序'),
  inputKg: field('Lượng đưa vào', 'Amount put in', '投入量', 'kg'),
  rejectKg: field('Lượng loại bỏ', 'Amount rejected', '剔除量', 'kg'),
  grade: field('Phân hạng', 'Grade', '等级'),
  item: field('Thiết bị, dụng cụ', 'Item', '设备'),
  collectionPoint: field('Nơi thu gom', 'Collection point', '回收点'),
  stageOfCrop: field('Giai đoạn sinh trưởng', 'Growth stage', '生育期'),
  hazard: field('Mối nguy', 'Hazard', '危害'),
  note: field('Ghi chú', 'Note', '备注'),
} as const satisfies Record<string, DiaryField>

type DiaryField = { readonly name: LocalText; readonly unit: string | null }

/** An entry's kind in words and the stage it is folded under; an unknown kind keeps its name. */
export function diaryKind(
  kindKey: string,
  lang: Language,
): { readonly name: string; readonly stage: DiaryStage } {
  if (!isDiaryKind(kindKey)) return { name: kindKey, stage: 'farm' }
  const { name, stage } = DIARY_KINDS[kindKey]
  return { name: name[lang], stage }
}

/**
 * The details of an entry as label and text, in the order recorded. `quantity` and `unit` become
 * one quantity; a detail without a label of its own is shown under its key.
 */
export function diaryDetails(
  details: Readonly<Record<string, string | number>>,
  lang: Language,
): readonly { readonly label: string; readonly text: string }[] {
  return Object.entries(details)
    .filter(([key]) => key !== 'unit' || details.quantity === undefined)
    .map(([key, value]) => {
      const known: DiaryField | null = Object.hasOwn(DIARY_FIELDS, key)
        ? DIARY_FIELDS[key as keyof typeof DIARY_FIELDS]
        : null
      const unit = key === 'quantity' ? details.unit : known?.unit
      return { label: known?.name[lang] ?? key, text: detailText({ value, unit, lang }) }
    })
}

function detailText(input: {
  value: string | number
  unit: string | number | null | undefined
  lang: Language
}): string {
  const { value, unit, lang } = input
  const hasUnit = typeof unit === 'string' && unit !== ''
  if (typeof value === 'number') {
    return hasUnit ? formatQuantity({ value, unit }, lang) : formatNumber(value, lang)
  }
  return hasUnit && /^\d/.test(value) && !/[^\d.,\s]/.test(value)
    ? `${value}\u00a0${unitName(unit, lang)}`
    : value
}

function kind<S extends DiaryStage>(stage: S, vi: string, en: string, zh: string) {
  return { stage, name: { vi, en, zh } } as const
}

function field(vi: string, en: string, zh: string, unit: string | null = null): DiaryField {
  return { name: { vi, en, zh }, unit }
}
