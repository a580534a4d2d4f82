import type { BookInput } from './xlsx-builder.ts'

/** Invented names throughout: no code, firm or person here exists. */

/** Packed batches, with several harvest days, codes and markets in one cell. */
export const BATCHES: BookInput = {
  sheets: [
    {
      name: 'Lô hàng',
      rows: [
        [
          'Mã lô',
          'Tên sản phẩm',
          'GTIN',
          'Nhà sản xuất',
          'Ngày thu hoạch',
          'Ngày đóng gói',
          'Hạn sử dụng',
          'Số lượng',
          'ĐVT',
          'Thị trường',
          'Mã số vùng trồng',
          'Mã số cơ sở đóng gói',
        ],
        [
          'XM-2605-01',
          'Xoài cát minh hoạ',
          8930000000019,
          'HTX Xoài Minh Hoạ',
          '18/05/2026; 19/05/2026',
          { date: '2026-05-20' },
          '03/06/2026',
          '4.200',
          'kg',
          'Trung Quốc',
          'VN-AGOR-0901, VN-AGOR-0902',
          'VN-AGPH-091',
        ],
        [
          'XM-2605-02',
          'Xoài cát minh hoạ',
          '893 0000 000 019',
          'HTX Xoài Minh Hoạ',
          { date: '2026-05-21' },
          { date: '2026-05-22' },
          null,
          '1,25',
          'tấn',
          null,
          'vn agor 0901',
          null,
        ],
        [
          'XM-2605-03',
          'Xoài cát minh hoạ',
          '8930000000018',
          'HTX Xoài Minh Hoạ',
          '25/05/2026',
          '24/05/2026',
          '23/05/2026',
          500,
          'kg',
          'Sao Hoả',
          'VN-AGOR-0901',
          null,
        ],
        [
          'XM-2605-04',
          'Nước ép xoài minh hoạ',
          null,
          'HTX Xoài Minh Hoạ',
          null,
          '26/05/2026',
          '26/11/2026',
          120,
          'thùng',
          'Nội địa',
          null,
          null,
        ],
      ],
    },
  ],
}

/** Table 1 of QĐ 1753/QĐ-UBND (An Giang, 31/10/2023), whose totals lost their first digit in print. */
export const PLAN_TABLE_1: BookInput = {
  sheets: [
    {
      name: 'Bảng 1',
      merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'A15:B15'],
      rows: [
        ['Bảng 1. Diện tích canh tác lúa được cấp mã số vùng trồng giai đoạn 2024 - 2025'],
        [
          'STT',
          'Huyện, Thị xã, Thành phố',
          'Diện tích canh tác (ha)',
          'Diện tích cấp mã số (ha)',
          null,
          'Tổng đến năm 2025',
        ],
        [null, null, null, 'Năm 2024', 'Năm 2025', 'Diện tích cấp mã số (ha)', 'Tỉ lệ (%)'],
        [1, 'Long Xuyên', '5.002', '245', '264', '509', '10'],
        [2, 'Châu Đốc', '6.407', '974', '1.052', '2.026', '32'],
        [3, 'An Phú', '14.052', '2.632', '2.840', '5.472', '39'],
        [4, 'Tân Châu', '10.169', '2.958', '3.193', '6.151', '60'],
        [5, 'Phú Tân', '23.545', '3.766', '4.064', '7.830', '33'],
        [6, 'Châu Phú', '32.602', '7.843', '8.463', '16.306', '50'],
        [7, 'Tịnh Biên', '17.261', '4.234', '4.569', '8.804', '51'],
        [8, 'Tri Tôn', '41.731', '8.024', '8.659', '16.683', '40'],
        [9, 'Châu Thành', '27.857', '6.183', '6.673', '12.856', '46'],
        [10, 'Chợ Mới', '12.701', '2.680', '2.892', '5.572', '44'],
        [11, 'Thoại Sơn', '38.121', '10.321', '11.138', '21.459', '56'],
        ['Tổng cộng', null, '229.448', '9.861', '3.807', '103.668', '45'],
      ],
    },
  ],
}
