import { tableSpec } from '../../../lib/sheet/table/table-spec.ts'

/** Columns of a list of merged, split and renamed administrative units, typed from a decree. */
export const SUCCESSION_SPEC = tableSpec({
  id: 'successions',
  title: 'sắp xếp đơn vị hành chính',
  keyColumn: 'oldCode',
  required: ['oldCode', 'oldName', 'newCode', 'newName', 'effectiveOn', 'document'],
  columns: {
    oldCode: ['Mã cũ', 'Mã đơn vị cũ | Mã ĐVHC cũ | Mã xã cũ | Mã trước sắp xếp | Old code'],
    oldName: [
      'Tên cũ',
      'Tên đơn vị cũ | Tên ĐVHC cũ | Tên xã cũ | Tên trước sắp xếp | Đơn vị cũ | Old name',
    ],
    level: ['Cấp', 'Cấp hành chính | Cấp đơn vị | Cấp ĐVHC | Level'],
    newCode: ['Mã mới', 'Mã đơn vị mới | Mã ĐVHC mới | Mã xã mới | Mã sau sắp xếp | New code'],
    newName: [
      'Tên mới',
      'Tên đơn vị mới | Tên ĐVHC mới | Tên xã mới | Tên sau sắp xếp | Đơn vị mới | New name',
    ],
    newProvinceCode: [
      'Mã tỉnh mới',
      'Mã tỉnh | Mã tỉnh, thành phố mới | Mã tỉnh sau sắp xếp | Thuộc tỉnh (mã) | New province code',
    ],
    effectiveOn: [
      'Ngày hiệu lực',
      'Hiệu lực từ ngày | Hiệu lực từ | Có hiệu lực từ | Từ ngày | Effective on',
    ],
    document: ['Văn bản', 'Số văn bản | Nghị quyết | Căn cứ | Văn bản căn cứ | Document'],
  },
})
