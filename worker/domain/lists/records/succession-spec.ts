import { type TableSpec, words } from '../../../lib/sheet/table/table-spec.ts'

/** Columns of a list of merged, split and renamed administrative units, typed from a decree. */
export const SUCCESSION_SPEC: TableSpec = {
  id: 'successions',
  title: 'sắp xếp đơn vị hành chính',
  keyColumn: 'oldCode',
  columns: [
    {
      id: 'oldCode',
      label: 'Mã cũ',
      required: true,
      synonyms: words('Mã đơn vị cũ | Mã ĐVHC cũ | Mã xã cũ | Mã trước sắp xếp | Old code'),
    },
    {
      id: 'oldName',
      label: 'Tên cũ',
      required: true,
      synonyms: words(
        'Tên đơn vị cũ | Tên ĐVHC cũ | Tên xã cũ | Tên trước sắp xếp | Đơn vị cũ | Old name',
      ),
    },
    {
      id: 'level',
      label: 'Cấp',
      synonyms: words('Cấp hành chính | Cấp đơn vị | Cấp ĐVHC | Level'),
    },
    {
      id: 'newCode',
      label: 'Mã mới',
      required: true,
      synonyms: words('Mã đơn vị mới | Mã ĐVHC mới | Mã xã mới | Mã sau sắp xếp | New code'),
    },
    {
      id: 'newName',
      label: 'Tên mới',
      required: true,
      synonyms: words(
        'Tên đơn vị mới | Tên ĐVHC mới | Tên xã mới | Tên sau sắp xếp | Đơn vị mới | New name',
      ),
    },
    {
      id: 'newProvinceCode',
      label: 'Mã tỉnh mới',
      synonyms: words(
        'Mã tỉnh | Mã tỉnh, thành phố mới | Mã tỉnh sau sắp xếp | Thuộc tỉnh (mã) | New province code',
      ),
    },
    {
      id: 'effectiveOn',
      label: 'Ngày hiệu lực',
      required: true,
      synonyms: words('Hiệu lực từ ngày | Hiệu lực từ | Có hiệu lực từ | Từ ngày | Effective on'),
    },
    {
      id: 'document',
      label: 'Văn bản',
      required: true,
      synonyms: words('Số văn bản | Nghị quyết | Căn cứ | Văn bản căn cứ | Document'),
    },
  ],
}
