import { tableSpec } from '../../../lib/sheet/table/table-spec.ts'

/** Columns of a list of plant-protection products, as the ministry's circulars and their extracts have them. */
export const PROTECTION_SPEC = tableSpec({
  id: 'protection',
  title: 'danh mục thuốc bảo vệ thực vật',
  keyColumn: 'tradeName',
  required: ['tradeName', 'activeIngredient'],
  columns: {
    tradeName: [
      'Tên thương phẩm',
      'Tên thuốc | Tên thuốc thương phẩm | Thương phẩm | Trade name | Product name',
    ],
    activeIngredient: [
      'Hoạt chất',
      'Tên hoạt chất | Tên hoạt chất, nguyên liệu | Hoạt chất và hàm lượng | Common name',
      'Active ingredient | Active ingredients',
    ],
    productGroup: ['Nhóm thuốc', 'Loại thuốc | Nhóm | Phân loại | Product group | Group'],
    uses: [
      'Đối tượng phòng trừ',
      'Đối tượng phòng trừ/cây trồng | Sâu bệnh, cây trồng | Đối tượng | Dịch hại | Crop/Pest | Crop and pest | Pest',
    ],
    crop: ['Cây trồng', 'Cây | Cây đăng ký | Crop | Crops'],
    intervalDays: [
      'Thời gian cách ly (ngày)',
      'Thời gian cách ly | PHI | PHI (ngày) | Cách ly | Pre-harvest interval',
    ],
    dose: ['Liều lượng', 'Liều lượng sử dụng | Liều dùng | Liều | Dose | Dosage'],
    reentryHours: [
      'Thời gian vào lại (giờ)',
      'Thời gian vào lại | Vào lại sau (giờ) | Re-entry interval | Re-entry hours',
    ],
    permittedFromOn: [
      'Có hiệu lực từ',
      'Hiệu lực từ | Từ ngày | Ngày hiệu lực | Permitted from | Valid from',
    ],
    permittedToOn: [
      'Đến hết ngày',
      'Hết hiệu lực | Đến ngày | Được dùng đến | Permitted until | Valid until',
    ],
    legalBasis: ['Căn cứ', 'Văn bản | Số văn bản | Thông tư | Căn cứ pháp lý | Legal basis'],
  },
})
