import { tableSpec } from '../../../lib/sheet/table/table-spec.ts'

/** Columns of a list of packed batches. */
export const BATCH_SPEC = tableSpec({
  id: 'batches',
  title: 'danh sách lô hàng',
  keyColumn: 'lot',
  required: ['lot', 'productName', 'producerName', 'packedOn', 'quantity'],
  columns: {
    lot: [
      'Mã lô',
      'Số lô | Mã lô hàng | Lô hàng | Lô | Ký hiệu lô | Số hiệu lô | Lot | Batch | Lot number',
    ],
    productName: [
      'Tên sản phẩm',
      'Sản phẩm | Tên hàng | Hàng hóa | Tên hàng hóa | Nông sản | Product | Product name',
    ],
    gtin: ['GTIN', 'Mã GTIN | Mã vạch | Mã số mã vạch | Mã sản phẩm (GTIN) | Barcode | EAN'],
    producerName: [
      'Nhà sản xuất',
      'Đơn vị sản xuất | Cơ sở sản xuất | Tên cơ sở sản xuất | Đơn vị | Tổ chức/cá nhân | HTX',
      'Tên đơn vị | Chủ thể | Producer | Producer name | Manufacturer',
    ],
    harvestedOn: [
      'Ngày thu hoạch',
      'Các ngày thu hoạch | Ngày thu hái | Thời gian thu hoạch | Harvested on | Harvest date',
    ],
    packedOn: [
      'Ngày đóng gói',
      'NSX | Ngày sản xuất | Ngày đóng | Ngày sơ chế, đóng gói | Packed on | Packing date | Pack date',
    ],
    expiresOn: [
      'Hạn sử dụng',
      'HSD | Ngày hết hạn | Hạn dùng | Sử dụng đến | Expires on | Expiry date | Best before',
    ],
    quantity: {
      names: [
        'Số lượng',
        'Khối lượng | Sản lượng | Trọng lượng | Khối lượng tịnh | Quantity | Net weight | Weight',
      ],
      additive: 'number',
      sameWithin: 'unit',
    },
    unit: ['Đơn vị tính', 'ĐVT | Đơn vị đo | Đ/v tính | Unit'],
    market: [
      'Thị trường',
      'Thị trường tiêu thụ | Thị trường xuất khẩu | Nước nhập khẩu | Nơi tiêu thụ | Market | Markets | Destination',
    ],
    growingAreaCodes: [
      'Mã số vùng trồng',
      'MSVT | Mã vùng trồng | PUC | Các mã vùng trồng | Vùng trồng | Growing area code | Growing area codes',
    ],
    packingHouseCode: [
      'Mã số cơ sở đóng gói',
      'Mã cơ sở đóng gói | Mã CSĐG | CSĐG | MSCSĐG | PHC | Cơ sở đóng gói | Packing house code',
    ],
  },
})
