import { type TableSpec, words } from '../../../lib/sheet/table/table-spec.ts'

/** Columns of a farming diary (nhật ký canh tác). */
export const DIARY_SPEC: TableSpec = {
  id: 'diary',
  title: 'nhật ký canh tác',
  keyColumn: 'occurredOn',
  columns: [
    {
      id: 'growingAreaCode',
      label: 'Mã số vùng trồng',
      synonyms: words(
        'MSVT | Mã vùng trồng | Mã số | Mã vùng | PUC | Mã PUC | Mã số VT | Vùng trồng',
        'Growing area code | Code',
      ),
    },
    {
      id: 'occurredOn',
      label: 'Ngày',
      required: true,
      synonyms: words(
        'Ngày thực hiện | Ngày tháng | Ngày, tháng, năm | Ngày tháng năm | Thời gian',
        'Thời gian thực hiện | Ngày làm | Ngày ghi | Ngày phun | Ngày bón | Ngày thu hoạch',
        'NGAY | Date | Occurred on',
      ),
    },
    {
      id: 'kind',
      label: 'Công việc',
      required: true,
      synonyms: words(
        'Loại công việc | Hoạt động | Loại hoạt động | Nội dung công việc | Nội dung | Việc làm',
        'Công đoạn | LOAI_HD | Tên công việc | Kind | Activity | Task',
      ),
    },
    {
      id: 'plot',
      label: 'Lô',
      synonyms: words('Lô/thửa | Thửa | Mã lô đất | Lô đất | Khu | MA_LO | Vườn | Plot | Field'),
    },
    { id: 'crop', label: 'Cây trồng', synonyms: words('Loại cây | Loại cây trồng | Crop') },
    {
      id: 'productName',
      label: 'Tên vật tư',
      synonyms: words(
        'Tên thuốc | Tên phân | Tên thương phẩm | Tên thuốc/phân | Tên thuốc, phân bón',
        'Tên thuốc/phân bón | Tên thuốc BVTV | Tên phân bón | Vật tư | Vật tư sử dụng | Loại vật tư',
        'Loại thuốc | Loại phân | Tên sản phẩm | Thuốc/phân | Product | Product name | Trade name',
      ),
    },
    {
      id: 'activeIngredient',
      label: 'Hoạt chất',
      synonyms: words('Tên hoạt chất | Thành phần | Active ingredient'),
    },
    {
      id: 'dose',
      label: 'Liều lượng',
      synonyms: words(
        'Liều dùng | Nồng độ | Liều lượng/nồng độ | Nồng độ, liều lượng | Dose | Rate',
      ),
    },
    {
      id: 'doseUnit',
      label: 'Đơn vị liều lượng',
      synonyms: words('ĐVT liều lượng | ĐVT liều | Đơn vị liều | Đơn vị nồng độ | Dose unit'),
      // `Liều lượng | ĐVT | Số lượng | ĐVT`: each has its own.
      besides: { named: 'unit', column: 'dose' },
    },
    {
      id: 'quantity',
      label: 'Số lượng',
      synonyms: words(
        'Lượng dùng | Lượng sử dụng | Tổng lượng | Khối lượng | Sản lượng | Lượng | SO_LUONG',
        'Tổng lượng sử dụng | Sản lượng thu hoạch | Quantity | Amount',
      ),
    },
    {
      id: 'unit',
      label: 'Đơn vị tính',
      synonyms: words('Đơn vị | ĐVT | Đ/v tính | DON_VI | Unit'),
    },
    {
      id: 'method',
      label: 'Phương pháp',
      synonyms: words('Cách làm | Cách thức | Phương pháp thực hiện | Cách sử dụng | Method'),
    },
    {
      id: 'targetPest',
      label: 'Đối tượng phòng trừ',
      synonyms: words(
        'Dịch hại | Sâu bệnh | Đối tượng | Loại sâu bệnh | Sinh vật gây hại | Dịch hại phòng trừ',
        'Lý do sử dụng | Target pest | Pest',
      ),
    },
    {
      id: 'preHarvestIntervalDays',
      label: 'Thời gian cách ly',
      synonyms: words(
        'TGCL | PHI | Cách ly | Số ngày cách ly | Thời gian cách ly ngày | Ngày cách ly',
        'Thời gian ngừng thuốc | Pre harvest interval | Withdrawal period',
      ),
    },
    {
      id: 'operatorRole',
      label: 'Người thực hiện',
      synonyms: words(
        'Vai trò | Chức danh | Người làm | Người phun | Người ghi | NGUOI_TH | Vai trò người thực hiện',
        'Operator | Role',
      ),
    },
    { id: 'note', label: 'Ghi chú', synonyms: words('GHI_CHU | Diễn giải | Mô tả | Note | Notes') },
    {
      id: 'batchRef',
      label: 'Lô hàng',
      synonyms: words('Mã lô hàng | Số lô | Lô thu hoạch | Mã lô thu hoạch | Batch | Lot'),
    },
  ],
}
