import { VEGETABLE_GROUP } from './demo-organisations.ts'

/**
 * What happens in the demo data beside its sheets; days are offsets from the day it is made for.
 * Goods whose label has to stay as it is named keep for half a year or more.
 */

/** When a season begins, by lot. */
export const SEASONS: Readonly<Record<string, number>> = {
  'CHE-01': -180,
  'CHE-02': -180,
  'QUE-01': -245,
  'LUA-A': -160,
  'LUA-B': -160,
  'XOAI-01': -210,
  'XOAI-02': -195,
  'CAI-01': -80,
  'CHUOI-01': -305,
  'DUA-01': -285,
}

/** Milled from two lots of paddy. */
export const RICE_LOT = {
  lot: 'GAO-01',
  product: 'Gạo thơm Minh Họa',
  packed: -30,
  expires: 335,
  season: -160,
  quantityKg: 12_000,
  sources: [
    { lot: 'LUA-A', quantityKg: 11_000 },
    { lot: 'LUA-B', quantityKg: 9_000 },
  ],
  growingAreas: ['VN-89-893-30688-98-24', 'VN-89-893-30685-99-24'],
} as const

export type DemoRun = {
  readonly lot: string
  readonly profile: 'compact' | 'full' | 'gs1'
  /** Units, or null for labels of the whole batch. */
  readonly units: number | null
  /** The name of its first label in `.data/demo.json`; null for runs that only make the data whole. */
  readonly label: string | null
  /** True where each label has a PIN under a scratch layer. */
  readonly pin?: boolean
}

/** Label runs, each issued on the packing day of its lot. */
export const DEMO_RUNS: readonly DemoRun[] = [
  { lot: 'CHE-01', profile: 'full', units: null, label: 'clear' },
  { lot: 'CHE-01', profile: 'compact', units: 3_100, label: null },
  { lot: 'QUE-01', profile: 'full', units: 9_600, label: 'unit' },
  { lot: 'LUA-A', profile: 'full', units: null, label: null },
  { lot: 'LUA-B', profile: 'full', units: null, label: null },
  { lot: 'GAO-01', profile: 'gs1', units: 2_400, label: 'gs1', pin: true },
  { lot: 'XOAI-01', profile: 'full', units: 14_300, label: 'notice' },
  { lot: 'XOAI-02', profile: 'full', units: null, label: null },
  { lot: 'CAI-01', profile: 'full', units: 5_200, label: 'recalled' },
  { lot: 'CHE-02', profile: 'full', units: 520, label: 'void' },
  { lot: 'CHUOI-01', profile: 'full', units: 1_900, label: 'expired' },
  { lot: 'DUA-01', profile: 'full', units: 16_500, label: 'suspendedBeforePacking' },
]

/** Labels of packs whose PIN was given: how many days after packing, once or again. */
export const CONFIRMATIONS = [
  { lot: 'GAO-01', place: 3, after: [4] },
  { lot: 'GAO-01', place: 8, after: [3, 9] },
] as const

/** The run whose labels were spoilt in print. */
export const VOIDED_LOT = 'CHE-02'

export const RECALL = {
  lot: 'CAI-01',
  on: -6,
  documentNo: '12/TB-MH',
  producer: VEGETABLE_GROUP,
  reason: 'Một số hũ bị hở nắp sau thanh trùng (tình huống minh họa)',
  wording: {
    vi: 'Một số hũ bị hở nắp sau thanh trùng; người mua vui lòng mang trả nơi bán (tình huống minh họa).',
    en: 'Some jars were not sealed tight after pasteurising; please return them to the shop (a made-up case).',
    zh: '部分罐盖杀菌后未密封，请退回购买处（示例情形）。',
  },
} as const

/** Officers' decisions. `recorded` is the day they reach the register, `from` the day they hold from. */
export const DECISIONS = [
  {
    code: 'VN-AGOR-9002',
    market: 'CHN',
    status: 'suspended',
    from: -5,
    recorded: -5,
    documentNo: '161/MH-TTBVTV',
    reason: 'Chờ khắc phục theo thông báo kiểm dịch của nước nhập khẩu (tình huống minh họa)',
    wording: {
      vi: 'Tạm dừng xuất khẩu sang Trung Quốc vì lý do kiểm dịch thực vật, không liên quan an toàn thực phẩm (tình huống minh họa).',
      en: 'Export to China is suspended for plant-health reasons, not for food safety (a made-up case).',
      zh: '因植物检疫原因暂停对华出口，与食品安全无关（示例情形）。',
    },
  },
  {
    code: 'VN-LCOR-9012',
    market: 'CHN',
    status: 'suspended',
    from: -25,
    recorded: -1,
    documentNo: '77/MH-TTBVTV',
    reason: 'Kiểm tra định kỳ thấy thiếu hồ sơ theo dõi sinh vật gây hại (tình huống minh họa)',
    wording: null,
  },
] as const

/** Diary entries an officer looked at: the code, the day of the work, the day of the check. */
export const VERIFICATIONS = [
  { code: 'VN-15-133-04681-95-24', done: -66, checked: -61 },
  { code: 'VN-15-133-04681-95-24', done: -24, checked: -24 },
  { code: 'VN-15-133-04681-95-24', done: -20, checked: -19 },
  { code: 'VN-15-136-04387-96-24', done: -118, checked: -110 },
  { code: 'VN-15-136-04387-96-24', done: -62, checked: -62 },
  { code: 'VN-AGOR-9002', done: -112, checked: -105 },
  { code: 'VN-AGOR-9002', done: -16, checked: -16 },
  { code: 'VN-89-893-30688-98-24', done: -104, checked: -99 },
  { code: 'VN-LCOR-9011', done: -41, checked: -41 },
] as const

/** Laboratory results; the demo laboratory is invented. */
export const LAB_TESTS = [
  lab(
    'CHE-01',
    'Dư lượng thuốc BVTV (sàng lọc đa dư lượng)',
    ['Không phát hiện'],
    'Theo QCVN',
    -21,
  ),
  lab('CHE-01', 'Chì (Pb)', ['0,12', 'mg/kg'], '2,0 mg/kg', -21),
  lab('QUE-01', 'Aflatoxin tổng', ['1,1', 'µg/kg'], '10 µg/kg', -50),
  lab('QUE-01', 'Coumarin', ['0,4', 'g/kg'], null, -50),
  lab('GAO-01', 'Cadimi (Cd)', ['0,05', 'mg/kg'], '0,4 mg/kg', -33),
  lab('XOAI-01', 'Tổng số nấm men, nấm mốc', ['< 10', 'CFU/g'], '1.000 CFU/g', -12),
] as const

function lab(
  lot: string,
  analyte: string,
  [result, unit]: readonly [result: string, unit?: string],
  resultLimit: string | null,
  sampled: number,
) {
  return { lot, analyte, result, unit, resultLimit, sampled }
}
