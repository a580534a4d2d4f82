import type { ActorView, DiaryView } from '../../../worker/domain/standing/provenance.ts'

const COOPERATIVE: ActorView = {
  role: 'cooperative',
  name: 'Hợp tác xã Xoài Cù Lao Giêng',
  on: null,
}

const checked = (on: string): ActorView => ({
  role: 'inspector',
  name: 'Trạm Trồng trọt và Bảo vệ thực vật Chợ Mới',
  on,
})

type Row = readonly [
  kind: string,
  occurredOn: string,
  summary: string,
  details: Readonly<Record<string, string | number>>,
  checkedOn?: string | undefined,
  recordedOn?: string | undefined,
]

const ROWS: readonly Row[] = [
  [
    'transport',
    '2026-05-22',
    'Xe lạnh chở hàng đi cửa khẩu.',
    { from: 'Cù Lao Giêng', to: 'Cửa khẩu Hữu Nghị', temperature: '12 °C' },
  ],
  [
    'storage',
    '2026-05-21',
    'Giữ lạnh trước khi xuất.',
    { temperature: '12 °C', durationHours: 18 },
  ],
  [
    'packing',
    '2026-05-20',
    'Đóng thùng 5 kg, dán tem từng quả.',
    { quantityKg: 4200, packaging: 'thùng giấy 5 kg' },
    '2026-05-20',
  ],
  [
    'treatment',
    '2026-05-20',
    'Xử lý hơi nước nóng trừ ruồi đục quả.',
    { temperature: '46,5 °C', duration: '20 phút' },
    '2026-05-20',
  ],
  ['processing', '2026-05-19', 'Rửa, phân loại theo cỡ quả.', { quantityKg: 4350 }],
  ['harvest', '2026-05-18', 'Thu hoạch đợt 2.', { plot: 'A05 đến A11', quantityKg: 2650 }],
  [
    'harvest',
    '2026-05-17',
    'Thu hoạch đợt 1.',
    { plot: 'A01 đến A04', quantityKg: 1700 },
    '2026-05-17',
  ],
  [
    'pest_monitoring',
    '2026-05-10',
    'Đặt bẫy ruồi đục quả, chưa thấy vượt ngưỡng.',
    { pest: 'ruồi đục quả', density: '0,3 con/bẫy/ngày', decision: 'không phun' },
  ],
  ['irrigation', '2026-05-02', 'Ngừng tưới trước thu hoạch.', { source: 'kênh nội đồng' }],
  [
    'plant_protection',
    '2026-04-20',
    'Phun phòng bệnh thán thư.',
    {
      product: 'Antracol 70WP',
      activeIngredient: 'Propineb',
      dose: '2 kg/ha',
      targetPest: 'thán thư',
      intervalDays: 14,
      plot: 'A01 đến A11',
      areaHa: 5.4,
    },
    '2026-04-22',
  ],
  [
    'plant_protection',
    '2026-04-02',
    'Phun trừ bọ trĩ.',
    {
      product: 'Radiant 60SC',
      activeIngredient: 'Spinetoram',
      dose: '0,3 L/ha',
      targetPest: 'bọ trĩ',
      intervalDays: 7,
      areaHa: 5.4,
    },
    undefined,
    '2026-04-12',
  ],
  ['waste', '2026-04-02', 'Gom vỏ chai về bể chứa của ấp.', { quantity: 14, unit: 'piece' }],
  [
    'fertiliser',
    '2026-03-25',
    'Bón phân nuôi trái.',
    { product: 'NPK 12-12-17', quantity: 540, unit: 'kg', method: 'bón quanh tán', areaHa: 5.4 },
  ],
  ['other', '2026-03-18', 'Bao trái bằng túi giấy.', { quantity: 21000, unit: 'bag' }],
  [
    'pest_monitoring',
    '2026-03-05',
    'Kiểm tra bông, thấy bọ trĩ mật độ thấp.',
    { pest: 'bọ trĩ', density: '1 con/bông', decision: 'theo dõi' },
  ],
  [
    'irrigation',
    '2026-02-20',
    'Tưới trở lại sau khi đậu trái.',
    { source: 'kênh nội đồng', durationHours: 3 },
  ],
  [
    'training',
    '2026-02-14',
    'Tập huấn ghi nhật ký cho các hộ.',
    { topic: 'ghi nhật ký điện tử', attendees: 32 },
    '2026-02-14',
  ],
  [
    'fertiliser',
    '2026-01-12',
    'Bón phân hữu cơ sau tỉa cành.',
    { product: 'phân bò ủ hoai', quantity: 8.1, unit: 't', areaHa: 5.4 },
  ],
  ['equipment', '2026-01-08', 'Hiệu chuẩn bình phun.', { equipment: 'bình phun động cơ 25 L' }],
  [
    'planting',
    '2018-06-15',
    'Trồng xoài cát Hòa Lộc ghép.',
    { variety: 'xoài cát Hòa Lộc', areaHa: 5.4 },
  ],
]

/** A season of mango in twenty entries: declared, checked, and one entered ten days late. */
export const MANGO_DIARY: readonly DiaryView[] = ROWS.map(
  ([kind, occurredOn, summary, details, checkedOn, recordedOn], i) => ({
    id: `d${i + 1}`,
    kind,
    occurredOn,
    recordedAt: `${recordedOn ?? occurredOn}T11:00:00Z`,
    summary,
    details,
    photos: [],
    declaredBy: COOPERATIVE,
    verifiedBy: checkedOn === undefined ? null : checked(checkedOn),
    earlier: [],
    reason: null,
    takenBackAt: null,
  }),
)
