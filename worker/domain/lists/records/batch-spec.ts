import { type TableSpec, words } from '../../../lib/sheet/table/table-spec.ts'

/** Columns of a list of packed batches. */
export const BATCH_SPEC: TableSpec = {
  id: 'batches',
  title: 'danh sách lô hàng',
  keyColumn: 'lot',
  columns: [
    {
      id: 'lot',
      label: 'Mã lô',
      required: true,
      synonyms: words(
        'Số lô | Mã lô hàng | Lô hàng | Lô | Ký hiệu lô | Số hiệu lô | Lot | Batch | Lot number',
      ),
    },
    {
      id: 'productName',
      label: 'Tên sản phẩm',
      required: true,
      synonyms: words(
        'Sản phẩm | Tên hàng | Hàng hóa | Tên hàng hóa | Nông sản | Product | Product name',
      ),
    },
    {
      id: 'gtin',
      label: 'GTIN',
      synonyms: words('Mã GTIN | Mã vạch | Mã số mã vạch | Mã sản phẩm (GTIN) | Barcode | EAN'),
    },
    {
      id: 'producerName',
      label: 'Nhà sản xuất',
      required: true,
      synonyms: words(
        'Đơn vị sản xuất | Cơ sở sản xuất | Tên cơ sở sản xuất | Đơn vị | Tổ chức/cá nhân | HTX',
        'Tên đơn vị | Chủ thể | Producer | Producer name | Manufacturer',
      ),
    },
    {
      id: 'harvestedOn',
      label: 'Ngày thu hoạch',
      synonyms: words(
        'Các ngày thu hoạch | Ngày thu hái | Thời gian thu hoạch | Harvested on | Harvest date',
      ),
    },
    {
      id: 'packedOn',
      label: 'Ngày đóng gói',
      required: true,
      synonyms: words(
        'NSX | Ngày sản xuất | Ngày đóng | Ngày sơ chế, đóng gói | Packed on | Packing date | Pack date',
      ),
    },
    {
      id: 'expiresOn',
      label: 'Hạn sử dụng',
      synonyms: words(
        'HSD | Ngày hết hạn | Hạn dùng | Sử dụng đến | Expires on | Expiry date | Best before',
      ),
    },
    {
      id: 'quantity',
      label: 'Số lượng',
      required: true,
      additive: 'number',
      sameWithin: 'unit',
      synonyms: words(
        'Khối lượng | Sản lượng | Trọng lượng | Khối lượng tịnh | Quantity | Net weight | Weight',
      ),
    },
    { id: 'unit', label: 'Đơn vị tính', synonyms: words('ĐVT | Đơn vị đo | Đ/v tính | Unit') },
    {
      id: 'market',
      label: 'Thị trường',
      synonyms: words(
        'Thị trường tiêu thụ | Thị trường xuất khẩu | Nước nhập khẩu | Nơi tiêu thụ | Market | Markets | Destination',
      ),
    },
    {
      id: 'growingAreaCodes',
      label: 'Mã số vùng trồng',
      synonyms: words(
        'MSVT | Mã vùng trồng | PUC | Các mã vùng trồng | Vùng trồng | Growing area code | Growing area codes',
      ),
    },
    {
      id: 'packingHouseCode',
      label: 'Mã số cơ sở đóng gói',
      synonyms: words(
        'Mã cơ sở đóng gói | Mã CSĐG | CSĐG | MSCSĐG | PHC | Cơ sở đóng gói | Packing house code',
      ),
    },
  ],
}
