import { type TableSpec, words } from '../../../lib/sheet/table/table-spec.ts'

/** Columns of a list of plant-protection products, as the ministry's circulars and their extracts have them. */
export const PROTECTION_SPEC: TableSpec = {
  id: 'protection',
  title: 'danh mục thuốc bảo vệ thực vật',
  keyColumn: 'tradeName',
  columns: [
    {
      id: 'tradeName',
      label: 'Tên thương phẩm',
      required: true,
      synonyms: words(
        'Tên thuốc | Tên thuốc thương phẩm | Thương phẩm | Trade name | Product name',
      ),
    },
    {
      id: 'activeIngredient',
      label: 'Hoạt chất',
      required: true,
      synonyms: words(
        'Tên hoạt chất | Tên hoạt chất, nguyên liệu | Hoạt chất và hàm lượng | Common name',
        'Active ingredient | Active ingredients',
      ),
    },
    {
      id: 'productGroup',
      label: 'Nhóm thuốc',
      synonyms: words('Loại thuốc | Nhóm | Phân loại | Product group | Group'),
    },
    {
      id: 'uses',
      label: 'Đối tượng phòng trừ',
      synonyms: words(
        'Đối tượng phòng trừ/cây trồng | Sâu bệnh, cây trồng | Đối tượng | Dịch hại | Crop/Pest | Crop and pest | Pest',
      ),
    },
    { id: 'crop', label: 'Cây trồng', synonyms: words('Cây | Cây đăng ký | Crop | Crops') },
    {
      id: 'intervalDays',
      label: 'Thời gian cách ly (ngày)',
      synonyms: words('Thời gian cách ly | PHI | PHI (ngày) | Cách ly | Pre-harvest interval'),
    },
    {
      id: 'dose',
      label: 'Liều lượng',
      synonyms: words('Liều lượng sử dụng | Liều dùng | Liều | Dose | Dosage'),
    },
    {
      id: 'reentryHours',
      label: 'Thời gian vào lại (giờ)',
      synonyms: words('Thời gian vào lại | Vào lại sau (giờ) | Re-entry interval | Re-entry hours'),
    },
    {
      id: 'permittedFromOn',
      label: 'Có hiệu lực từ',
      synonyms: words('Hiệu lực từ | Từ ngày | Ngày hiệu lực | Permitted from | Valid from'),
    },
    {
      id: 'permittedToOn',
      label: 'Đến hết ngày',
      synonyms: words('Hết hiệu lực | Đến ngày | Được dùng đến | Permitted until | Valid until'),
    },
    {
      id: 'legalBasis',
      label: 'Căn cứ',
      synonyms: words('Văn bản | Số văn bản | Thông tư | Căn cứ pháp lý | Legal basis'),
    },
  ],
}
