import { tableSpec } from '../../../lib/sheet/table/table-spec.ts'
import { factColumns } from './site-fact-columns.ts'

/** Columns of a list of growing-area or packing-house codes. */
export const CODE_SPEC = tableSpec({
  id: 'codes',
  title: 'danh sách mã số',
  keyColumn: 'code',
  required: ['code', 'siteName', 'holderName', 'effectiveOn'],
  columns: {
    code: [
      'Mã số',
      'Mã số vùng trồng | MSVT | Mã vùng trồng | PUC | Mã số cơ sở đóng gói',
      'Mã cơ sở đóng gói | CSĐG | Mã CSĐG | Mã số CSĐG | PHC | Mã số VT',
      'Mã số (MSVT) | Mã số VT/CSĐG | Mã PUC | Mã PHC',
      'Mã số vùng trồng/cơ sở đóng gói | Mã số vùng trồng, cơ sở đóng gói',
      'Mã số được cấp | Code | Growing area code | Packing house code | Orchard code',
      'PUC code | PHC code',
    ],
    kind: ['Loại mã', 'Loại mã số | Loại | Loại hình | Kind | Type'],
    siteName: [
      'Tên vùng trồng',
      'Tên vùng trồng/cơ sở đóng gói | Tên vùng | Tên cơ sở đóng gói | Tên cơ sở',
      'Tên CSĐG | Vùng trồng | Tên vườn | Cơ sở đóng gói',
      'Tên vùng trồng, cơ sở đóng gói | Site name | Growing area name',
      'Packing house name | Orchard name',
    ],
    holderName: [
      'Chủ sở hữu mã số',
      'Tổ chức/cá nhân | Tên tổ chức, cá nhân | Tổ chức, cá nhân được cấp mã',
      'Tổ chức cá nhân | Chủ mã số | Đơn vị | Đơn vị quản lý | Đơn vị được cấp',
      'Chủ vùng trồng | Chủ cơ sở | Tên chủ sở hữu | Tên đơn vị | Đơn vị sở hữu',
      'Chủ sở hữu | Tổ chức | Hợp tác xã | HTX | Người đại diện vùng trồng | Holder | Owner | Organisation',
      'Holder name',
    ],
    holderKind: [
      'Loại hình tổ chức',
      'Loại chủ sở hữu | Loại hình chủ sở hữu | Hình thức tổ chức | Holder kind',
      'Owner type',
    ],
    hamlet: [
      'Ấp',
      'Thôn | Ấp/khóm | Khóm/ấp | Thôn/bản | Thôn, bản | Thôn/ấp | Bản | Tổ dân phố',
      'Khóm | Hamlet | Village',
    ],
    commune: [
      'Xã',
      'Xã/phường | Xã, phường | Phường/xã | Xã/phường/thị trấn | Xã, phường, thị trấn',
      'Xã, phường, đặc khu | Phường, xã | Tên xã | Commune | Ward',
    ],
    formerDistrict: [
      'Huyện (cũ)',
      'Huyện | Quận/huyện | Huyện/thị xã/thành phố | Huyện, thị xã, thành phố',
      'Huyện, TX, TP | Huyện cũ | Quận, huyện | District | Former district',
    ],
    province: ['Tỉnh', 'Tỉnh/thành phố | Tỉnh, thành phố | Tỉnh/TP | Tên tỉnh | Province'],
    address: [
      'Địa chỉ',
      'Địa chỉ vùng trồng | Địa điểm | Nơi trồng | Địa chỉ cơ sở đóng gói | Vị trí',
      'Address',
    ],
    crop: [
      'Cây trồng',
      'Loại cây trồng | Loại cây | Sản phẩm | Nông sản | Loại quả | Loại trái cây',
      'Tên cây trồng | Crop | Fruit | Commodity',
    ],
    plantedAreaHa: {
      names: [
        'Diện tích',
        'Diện tích trồng | Diện tích gieo trồng | Diện tích vùng trồng',
        'Diện tích cấp mã số | Diện tích được cấp mã số | Diện tích canh tác | DT',
        'Area | Area ha | Planted area',
      ],
      additive: 'area',
    },
    ...factColumns('plantedAreaHa'),
    market: [
      'Thị trường',
      'Thị trường xuất khẩu | Nước nhập khẩu | Thị trường nhập khẩu',
      'Thị trường tiêu thụ | Xuất khẩu sang | Nước xuất khẩu | Quốc gia nhập khẩu',
      'Market | Markets | Export market | Importing country',
    ],
    status: [
      'Trạng thái',
      'Tình trạng | Tình trạng mã số | Trạng thái mã số | Hiện trạng | Hiệu lực',
      'Status',
    ],
    statusReason: [
      'Lý do',
      'Lý do tạm dừng | Lý do thu hồi | Lý do đình chỉ | Nguyên nhân | Reason',
      'Status reason',
    ],
    effectiveOn: [
      'Ngày cấp',
      'Ngày cấp mã | Ngày cấp mã số | Ngày được cấp | Ngày hiệu lực',
      'Ngày có hiệu lực | Ngày quyết định | Ngày phê duyệt | Thời gian cấp',
      'Ngày cấp/quyết định | Ngày, tháng, năm cấp | Effective on | Effective date',
      'Date of issue | Issued on',
    ],
    documentNo: [
      'Số văn bản',
      'Số quyết định | Quyết định số | Số QĐ | Văn bản | Số giấy xác nhận',
      'Số, ký hiệu văn bản | Căn cứ | Document no | Document',
    ],
    legacyCode: [
      'Mã cũ',
      'Mã số cũ | Mã số vùng trồng cũ | Mã vùng trồng cũ | MSVT cũ',
      'Mã số cơ sở đóng gói cũ | Legacy code | Old code',
    ],
    validTo: [
      'Ngày hết hạn',
      'Hiệu lực đến | Có giá trị đến | Hạn sử dụng mã | Thời hạn | Giá trị đến ngày',
      'Valid to | Expires on | Expiry date',
    ],
    ...factColumns('validTo'),
    externalId: [
      'Mã hồ sơ',
      'Số hồ sơ | Mã định danh | Mã hệ thống | Mã hệ thống của mã số | ID | ID mã số',
      'External id | System id',
    ],
    siteExternalId: [
      'Mã hệ thống của vùng trồng',
      'Mã hệ thống vùng trồng | Mã định danh vùng trồng | ID vùng trồng | ID cơ sở',
      'Mã hệ thống của vùng trồng/cơ sở đóng gói | Mã hệ thống cơ sở đóng gói',
      'ID cơ sở đóng gói | Site external id | Site id',
    ],
    marketExternalId: [
      'Mã hệ thống theo thị trường',
      'Mã hệ thống thị trường | ID theo thị trường | Mã hồ sơ theo thị trường',
      'Market external id',
    ],
  },
})
