import type { DiaryKind } from '../../../copy/diary.ts'
import { headingKey } from '../../../lib/sheet/table/heading.ts'
import { words } from '../../../lib/sheet/table/table-spec.ts'
import { vocabulary } from './vocabulary.ts'

const DIARY_COPY = vocabulary<DiaryKind>({
  planting: words(
    'Trồng | Gieo | Gieo trồng | Gieo sạ | Xuống giống | Trồng mới | Làm đất | Cấy',
    'Thả giống',
  ),
  fertiliser: words(
    'Phân bón | Bón phân | Sử dụng phân bón | Bón lót | Bón thúc | Phun phân bón lá',
    'Phân bón lá | fertilizer',
  ),
  plant_protection: words(
    'BVTV | Thuốc BVTV | Bảo vệ thực vật | Thuốc bảo vệ thực vật | Phun thuốc',
    'Phun thuốc BVTV | Phun xịt | Xịt thuốc | Sử dụng thuốc BVTV | Phun | Phun thuốc sâu',
    'Trừ sâu | Trừ bệnh | Diệt cỏ | Thuốc cỏ | spray | pesticide',
  ),
  pest_monitoring: words(
    'Theo dõi dịch hại | Giám sát sinh vật gây hại | Điều tra sâu bệnh',
    'Theo dõi sâu bệnh | Giám sát SVGH | Thăm vườn | Đặt bẫy',
  ),
  irrigation: words('Tưới | Tưới nước | Tưới tiêu | Bơm nước'),
  harvest: words('Thu hoạch | Thu hái | Cắt trái | Hái | Thu hoạch trái | Đánh bắt'),
  purchase: words('Mua | Mua vật tư | Nhập vật tư | Mua giống | Mua vật tư đầu vào | Thu mua'),
  processing: words('Sơ chế | Chế biến | Sấy | Phân loại'),
  packing: words('Đóng gói | Phân loại đóng gói | Sơ chế đóng gói'),
  storage: words('Bảo quản | Lưu kho | Nhập kho | Xuất kho'),
  transport: words('Vận chuyển | Chuyên chở | Giao hàng'),
  treatment: words('Xử lý | Xử lý sau thu hoạch | Xử lý hơi nước nóng | Chiếu xạ | Xông hơi'),
  training: words('Tập huấn | Đào tạo'),
  equipment: words(
    'Thiết bị | Vệ sinh thiết bị | Bảo dưỡng | Hiệu chuẩn | Vệ sinh dụng cụ',
    'Kiểm tra thiết bị',
  ),
  waste: words(
    'Thu gom bao bì | Bao bì thuốc BVTV | Chất thải | Xử lý chất thải | Thu gom rác',
    'Thu gom vỏ bao | Thu gom bao gói thuốc BVTV',
  ),
  feed: words('Thức ăn | Cho ăn | Thức ăn chăn nuôi | Cho cá ăn | Thức ăn thủy sản'),
  veterinary: words('Thú y | Thuốc thú y | Tiêm phòng | Vắc xin | Chữa bệnh vật nuôi'),
  // Lists had no such kinds before the app: words that were read as others stay so, or a list read in
  // again would add its lines a second time.
  pond_treatment: [],
  input_purchase: [],
  composting: [],
  site_assessment: [],
  self_check: [],
  incident: [],
  other: words(
    'Khác | Việc khác | Chăm sóc | Tỉa cành | Làm cỏ | Bao trái | Tạo tán | Vệ sinh vườn',
    'Xử lý ra hoa',
  ),
})

/** Telling words, most dangerous to miss first: a spray taken for other work would hide its interval. */
const TELLING: readonly (readonly [RegExp, DiaryKind])[] = [
  [/\b(?:thu gom|tieu huy)\b/, 'waste'],
  [/\bthu y\b|\btiem phong\b|\bvac xin\b/, 'veterinary'],
  [/\bphan bon\b|\bbon\b/, 'fertiliser'],
  [/\bbvtv\b|\bthuoc\b|\bphun\b|\bxit\b/, 'plant_protection'],
  [/\btheo doi\b|\bgiam sat\b|\bdieu tra\b/, 'pest_monitoring'],
  [/\btuoi\b/, 'irrigation'],
  [/\bthu hoach\b|\bthu hai\b/, 'harvest'],
  [/\bmua\b/, 'purchase'],
  [/\bdong goi\b/, 'packing'],
  [/\bso che\b|\bche bien\b/, 'processing'],
  [/\bbao quan\b/, 'storage'],
  [/\bvan chuyen\b/, 'transport'],
  [/\btap huan\b/, 'training'],
  [/\bthuc an\b|\bcho an\b/, 'feed'],
  [/\bgieo\b|\btrong\b|\bxuong giong\b/, 'planting'],
]

export interface DiaryKindReading {
  readonly kind: DiaryKind
  /** How sure: a known word, a telling part of a longer phrase, or nothing known (`other`). */
  readonly by: 'word' | 'part' | 'none'
}

/** Reads what kind of work an entry is about; text that tells nothing becomes `other`. */
export function diaryKindOf(text: string): DiaryKindReading {
  const known = DIARY_COPY.find(text)
  if (known !== null) return { kind: known, by: 'word' }
  const key = headingKey(text)
  const part = TELLING.find(([pattern]) => pattern.test(key))
  return part === undefined ? { kind: 'other', by: 'none' } : { kind: part[1], by: 'part' }
}
