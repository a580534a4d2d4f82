import type { Provenance, SiteView } from '../../../worker/domain/standing/provenance.ts'
import { MANGO_DIARY } from './diary.ts'

export const AREA: SiteView = {
  code: '91-PUC-XOAI01-000123-CHN',
  market: 'CHN',
  name: 'Vùng xoài ấp Tấn Long',
  commune: 'xã Cù Lao Giêng',
  province: 'tỉnh An Giang',
  crop: 'xoài',
  areaHa: 38.5,
  statusWhenPacked: 'active',
  statusToday: 'active',
  otherMarkets: [
    { market: 'USA', statusWhenPacked: 'active', statusToday: 'active' },
    { market: 'KOR', statusWhenPacked: 'active', statusToday: 'suspended' },
    { market: 'EU', statusWhenPacked: 'none', statusToday: 'pending_foreign_approval' },
  ],
}

export const HOUSE: SiteView = {
  code: 'VN-AGPH-0007',
  market: 'CHN',
  name: 'Cơ sở đóng gói Chợ Mới',
  commune: 'xã Chợ Mới',
  province: 'tỉnh An Giang',
  crop: null,
  areaHa: null,
  statusWhenPacked: 'active',
  statusToday: 'active',
  otherMarkets: [],
}

/** Export mangoes with every fact given. */
export const MANGO: Provenance = {
  ref: '7K3M9QX1',
  lot: 'XCG-260520-02',
  product: {
    name: 'Xoài cát Hòa Lộc',
    gtin: '08936000123451',
    brand: 'Cù Lao Giêng',
    category: 'Trái cây tươi',
    images: [
      {
        url: '/images/demo/mango.svg',
        alt: 'Hình vẽ hai quả xoài',
        width: 480,
        height: 320,
      },
    ],
    standards: ['TCVN 11892-1:2017 (VietGAP)', 'TCCS 774:2020/BVTV'],
    shelfLife: '18 ngày ở 12 °C',
    storage: 'Nơi khô mát; cất tủ lạnh khi quả đã chín.',
    warnings: ['Rửa sạch và gọt vỏ trước khi ăn.'],
    ocop: {
      stars: 4,
      certificateNo: '91-OCOP-0042/2024',
      expiresOn: '2027-08-30',
      validWhenPacked: true,
    },
  },
  producer: {
    name: 'Hợp tác xã Xoài Cù Lao Giêng',
    kind: 'cooperative',
    address: 'Ấp Tấn Long',
    commune: 'xã Cù Lao Giêng',
    province: 'tỉnh An Giang',
    gln: '8936000123001',
  },
  harvestedOn: ['2026-05-17', '2026-05-18'],
  packedOn: '2026-05-20',
  expiresOn: '2026-06-07',
  quantity: { value: 4200, unit: 'kg' },
  markets: ['CHN', 'VNM'],
  growingAreas: [AREA],
  packingHouse: HOUSE,
  inputs: [
    { ref: '4WNC5T01', quantity: { value: 1700, unit: 'kg' } },
    { ref: 'P8E2RJ6Y', quantity: { value: 2650, unit: 'kg' } },
  ],
  certificates: [
    {
      kind: 'vietgap',
      number: 'VG-TT-91-25-0031',
      standard: 'TCVN 11892-1:2017',
      issuedBy: 'Tổ chức chứng nhận minh hoạ',
      issuedOn: '2025-07-15',
      expiresOn: '2028-07-14',
    },
    {
      kind: 'food_safety',
      number: 'ATTP-AG-0118',
      standard: null,
      issuedBy: 'Chi cục Chất lượng An Giang',
      issuedOn: '2023-04-02',
      expiresOn: '2026-04-01',
    },
  ],
  diary: MANGO_DIARY,
  tests: [
    {
      analyte: 'Propineb',
      result: '0,12 mg/kg',
      limit: '2 mg/kg',
      laboratory: 'Phòng thử nghiệm minh hoạ',
      sampledOn: '2026-05-12',
      passed: true,
    },
    {
      analyte: 'Cadimi (Cd)',
      result: 'không phát hiện',
      limit: '0,05 mg/kg',
      laboratory: 'Phòng thử nghiệm minh hoạ',
      sampledOn: '2026-05-12',
      passed: true,
    },
  ],
  notices: [],
}

/** A batch of which nobody has said more than the law asks at packing. */
export const EMPTY: Provenance = {
  ref: '2XVB8D4R',
  lot: '1',
  product: {
    name: 'Rau muống',
    gtin: null,
    brand: null,
    category: null,
    images: [],
    standards: [],
    shelfLife: null,
    storage: null,
    warnings: [],
    ocop: null,
  },
  producer: {
    name: 'Hộ trồng rau số 12',
    kind: 'household',
    address: null,
    commune: null,
    province: null,
    gln: null,
  },
  harvestedOn: [],
  packedOn: '2026-05-20',
  expiresOn: null,
  quantity: { value: 12.5, unit: 'kg' },
  markets: [],
  growingAreas: [],
  packingHouse: null,
  inputs: [],
  certificates: [],
  diary: [],
  tests: [],
  notices: [],
}

const LONG_CODE = '91-PUC-XOAICATHOALOCXUATKHAU01-000123456'

/** Everything at its longest: names, codes of 40 characters, sixty entries of diary. */
export const LONG: Provenance = {
  ...MANGO,
  ref: 'Z0Z0Z0Z4',
  lot: 'LO-HANG-XUAT-KHAU-2026-05-20-KHO-SO-02-CA-CHIEU',
  product: {
    ...MANGO.product,
    name: 'Xoài cát Hòa Lộc sấy dẻo nguyên miếng không thêm đường đóng gói hút chân không Cù Lao Giêng loại đặc biệt dùng làm quà biếu',
    brand: 'Thương hiệu tập thể Xoài Cù Lao Giêng',
    ocop: {
      stars: 5,
      certificateNo: 'QĐ-1489-TTg-2022-000000123456',
      expiresOn: '2026-05-21',
      validWhenPacked: true,
    },
  },
  growingAreas: [LONG_CODE, `${LONG_CODE.slice(0, -1)}7`, `${LONG_CODE.slice(0, -1)}8`].map(
    (code) => ({ ...AREA, code }),
  ),
  diary: [0, 1, 2].flatMap((copy) =>
    MANGO_DIARY.map((entry) => ({ ...entry, id: `${entry.id}-${copy}` })),
  ),
}
