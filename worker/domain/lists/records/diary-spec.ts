import { tableSpec } from '../../../lib/sheet/table/table-spec.ts'

/** Columns of a farming diary (nhật ký canh tác). */
export const DIARY_SPEC = tableSpec({
  id: 'diary',
  title: 'nhật ký canh tác',
  keyColumn: 'occurredOn',
  required: ['occurredOn', 'kind'],
  columns: {
    growingAreaCode: [
      'Mã số vùng trồng',
      'MSVT | Mã vùng trồng | Mã số | Mã vùng | PUC | Mã PUC | Mã số VT | Vùng trồng',
      'Growing area code | Code',
    ],
    occurredOn: [
      'Ngày',
      'Ngày thực hiện | Ngày tháng | Ngày, tháng, năm | Ngày tháng năm | Thời gian',
      'Thời gian thực hiện | Ngày làm | Ngày ghi | Ngày phun | Ngày bón | Ngày thu hoạch',
      'NGAY | Date | Occurred on',
    ],
    kind: [
      'Công việc',
      'Loại công việc | Hoạt động | Loại hoạt động | Nội dung công việc | Nội dung | Việc làm',
      'Công đoạn | LOAI_HD | Tên công việc | Kind | Activity | Task',
    ],
    plot: ['Lô', 'Lô/thửa | Thửa | Mã lô đất | Lô đất | Khu | MA_LO | Vườn | Plot | Field'],
    crop: ['Cây trồng', 'Loại cây | Loại cây trồng | Crop'],
    productName: [
      'Tên vật tư',
      'Tên thuốc | Tên phân | Tên thương phẩm | Tên thuốc/phân | Tên thuốc, phân bón',
      'Tên thuốc/phân bón | Tên thuốc BVTV | Tên phân bón | Vật tư | Vật tư sử dụng | Loại vật tư',
      'Loại thuốc | Loại phân | Tên sản phẩm | Thuốc/phân | Product | Product name | Trade name',
    ],
    activeIngredient: ['Hoạt chất', 'Tên hoạt chất | Thành phần | Active ingredient'],
    dose: [
      'Liều lượng',
      'Liều dùng | Nồng độ | Liều lượng/nồng độ | Nồng độ, liều lượng | Dose | Rate',
    ],
    doseUnit: {
      names: [
        'Đơn vị liều lượng',
        'ĐVT liều lượng | ĐVT liều | Đơn vị liều | Đơn vị nồng độ | Dose unit',
      ],
      // `Liều lượng | ĐVT | Số lượng | ĐVT`: each has its own.
      besides: { named: 'unit', column: 'dose' },
    },
    quantity: [
      'Số lượng',
      'Lượng dùng | Lượng sử dụng | Tổng lượng | Khối lượng | Sản lượng | Lượng | SO_LUONG',
      'Tổng lượng sử dụng | Sản lượng thu hoạch | Quantity | Amount',
    ],
    unit: ['Đơn vị tính', 'Đơn vị | ĐVT | Đ/v tính | DON_VI | Unit'],
    method: ['Phương pháp', 'Cách làm | Cách thức | Phương pháp thực hiện | Cách sử dụng | Method'],
    targetPest: [
      'Đối tượng phòng trừ',
      'Dịch hại | Sâu bệnh | Đối tượng | Loại sâu bệnh | Sinh vật gây hại | Dịch hại phòng trừ',
      'Lý do sử dụng | Target pest | Pest',
    ],
    preHarvestIntervalDays: [
      'Thời gian cách ly',
      'TGCL | PHI | Cách ly | Số ngày cách ly | Thời gian cách ly ngày | Ngày cách ly',
      'Thời gian ngừng thuốc | Pre harvest interval | Withdrawal period',
    ],
    operatorRole: [
      'Người thực hiện',
      'Vai trò | Chức danh | Người làm | Người phun | Người ghi | NGUOI_TH | Vai trò người thực hiện',
      'Operator | Role',
    ],
    note: ['Ghi chú', 'GHI_CHU | Diễn giải | Mô tả | Note | Notes'],
    batchRef: ['Lô hàng', 'Mã lô hàng | Số lô | Lô thu hoạch | Mã lô thu hoạch | Batch | Lot'],
  },
})
