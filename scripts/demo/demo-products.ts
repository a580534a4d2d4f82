import type { CertificationKind } from '../../worker/domain/certifications/kinds.ts'
import { exampleGtin } from './demo-calendar.ts'
import {
  BANANA_COOP,
  CINNAMON_COOP,
  MANGO_COOP,
  PACKED_MANGO,
  PACKER,
  RICE_COOP,
  TEA_COOP,
  VEGETABLE_GROUP,
} from './demo-organisations.ts'

/** A demo product; days are offsets from the day the data is made for. */
export type DemoProduct = {
  readonly producer: string
  readonly name: string
  readonly gtin: string | null
  readonly brand: string | null
  readonly categoryId: string
  readonly picture: string
  readonly standards: readonly string[]
  /** What one pack holds. */
  readonly netContentValue: string | null
  readonly netContentUnit: string | null
  readonly shelfLife: string | null
  readonly storage: string | null
  readonly warnings: readonly string[]
  readonly ocop: {
    readonly stars: number
    readonly certificateNo: string
    readonly from: number
    readonly to: number
  } | null
}

/** Who confirms what the demo's producers declare. */
export const DEMO_AUTHORITY = 'Chi cục Trồng trọt và Bảo vệ thực vật Minh Họa'

type DemoCertificate = {
  readonly producer: string
  readonly kind: CertificationKind
  readonly number: string
  readonly standard: string | null
  readonly issuedBy: string
  readonly from: number
  readonly to: number
  readonly declared: number | null
}

/** Certificates of the producers; days are offsets, `declared` of one that waits for an officer. */
export const DEMO_CERTIFICATES: readonly DemoCertificate[] = [
  certificate(MANGO_COOP, 'vietgap', 'VG-MH-0901', 'TCVN 11892-1:2017', [-500, 590]),
  certificate(RICE_COOP, 'vietgap', 'VG-MH-0902', 'TCVN 11892-1:2017', [-420, 670]),
  certificate(TEA_COOP, 'organic', 'HC-MH-0905', 'TCVN 11041-2:2017', [-380, 350]),
  certificate(CINNAMON_COOP, 'organic', 'HC-MH-0906', 'Regulation (EU) 2018/848', [-300, 420]),
  certificate(BANANA_COOP, 'globalgap', 'GG-MH-0907', 'IFA v6', [-290, 75]),
  certificate(VEGETABLE_GROUP, 'food_safety', 'ATTP-MH-0903', null, [-410, 680]),
  {
    ...certificate(MANGO_COOP, 'haccp', 'HACCP-MH-0908', 'TCVN 5603:2023', [-30, 1065]),
    declared: -2,
  },
]

function certificate(
  producer: string,
  kind: CertificationKind,
  number: string,
  standard: string | null,
  [from, to]: readonly [number, number],
): DemoCertificate {
  const issuedBy = 'Tổ chức chứng nhận Minh Họa'
  return { producer, kind, number, standard, issuedBy, from, to, declared: null }
}

const PLAIN = {
  ...{ brand: null, standards: [], warnings: [], ocop: null },
  ...{ netContentValue: '500', netContentUnit: 'g' },
} as const

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  {
    ...PLAIN,
    producer: TEA_COOP,
    name: 'Chè Shan tuyết Minh Họa',
    netContentValue: '100',
    gtin: exampleGtin('435'),
    brand: 'Suối Giàng Minh Họa',
    categoryId: 'tea',
    picture: 'tea',
    standards: ['TCVN 11041-2:2017 (hữu cơ)'],
    shelfLife: '24 tháng kể từ ngày đóng gói',
    storage: 'Nơi khô mát, tránh ánh nắng; đậy kín sau khi mở.',
    ocop: { stars: 5, certificateNo: 'OCOP-MH-0501', from: -400, to: 695 },
  },
  {
    ...PLAIN,
    producer: TEA_COOP,
    name: 'Chè Shan tuyết hộp quà Minh Họa',
    gtin: exampleGtin('436'),
    brand: 'Suối Giàng Minh Họa',
    categoryId: 'tea',
    picture: 'tea',
    shelfLife: '24 tháng kể từ ngày đóng gói',
    storage: 'Nơi khô mát, tránh ánh nắng.',
  },
  {
    ...PLAIN,
    producer: CINNAMON_COOP,
    name: 'Quế thanh Minh Họa',
    gtin: exampleGtin('437'),
    brand: 'Quế Minh Họa',
    categoryId: 'spices',
    picture: 'cinnamon',
    standards: ['Regulation (EU) 2018/848 (hữu cơ)'],
    shelfLife: '36 tháng kể từ ngày đóng gói',
    storage: 'Nơi khô ráo, đậy kín.',
    ocop: { stars: 4, certificateNo: 'OCOP-MH-0402', from: -510, to: 585 },
  },
  {
    ...PLAIN,
    producer: RICE_COOP,
    name: 'Gạo thơm Minh Họa',
    netContentValue: '5',
    netContentUnit: 'kg',
    gtin: exampleGtin('438'),
    brand: 'Óc Eo Minh Họa',
    categoryId: 'rice',
    picture: 'rice',
    standards: ['TCVN 11892-1:2017 (VietGAP)'],
    shelfLife: '12 tháng kể từ ngày đóng gói',
    storage: 'Nơi khô thoáng; dùng trong 2 tháng sau khi mở.',
    // Valid on the packing day and lapsed since: shown as won, with its last day.
    ocop: { stars: 3, certificateNo: 'OCOP-MH-0303', from: -1105, to: -10 },
  },
  {
    ...PLAIN,
    producer: RICE_COOP,
    name: 'Lúa thơm khô Minh Họa',
    netContentValue: '50',
    netContentUnit: 'kg',
    gtin: null,
    categoryId: 'rice',
    picture: 'rice',
    shelfLife: null,
    storage: 'Kho thoáng, ẩm độ hạt dưới 14%.',
  },
  {
    ...PLAIN,
    producer: MANGO_COOP,
    name: 'Xoài sấy dẻo Minh Họa',
    gtin: exampleGtin('439'),
    brand: 'Chợ Mới Minh Họa',
    categoryId: 'processed',
    picture: 'mango',
    standards: ['TCVN 11892-1:2017 (VietGAP) cho vùng trồng'],
    shelfLife: '18 tháng kể từ ngày đóng gói',
    storage: 'Nơi khô mát; bảo quản lạnh sau khi mở.',
    ocop: { stars: 4, certificateNo: 'OCOP-MH-0404', from: -330, to: 765 },
  },
  {
    ...PLAIN,
    producer: MANGO_COOP,
    name: 'Xoài cát Minh Họa',
    netContentValue: '5',
    netContentUnit: 'kg',
    gtin: exampleGtin('440'),
    categoryId: 'fruit',
    picture: 'mango',
    standards: ['TCVN 11892-1:2017 (VietGAP)'],
    shelfLife: '14 ngày ở 12 °C',
    storage: 'Để nơi thoáng đến khi chín, rồi để ngăn mát.',
  },
  {
    ...PLAIN,
    producer: PACKER,
    name: PACKED_MANGO,
    netContentValue: '10',
    netContentUnit: 'kg',
    gtin: null,
    categoryId: 'fruit',
    picture: 'mango',
    shelfLife: '14 ngày ở 12 °C',
    storage: 'Để nơi thoáng đến khi chín, rồi để ngăn mát.',
  },
  {
    ...PLAIN,
    producer: VEGETABLE_GROUP,
    name: 'Dưa cải muối Minh Họa',
    gtin: exampleGtin('441'),
    categoryId: 'vegetables',
    picture: 'vegetables',
    shelfLife: '6 tháng kể từ ngày đóng gói',
    storage: 'Bảo quản lạnh sau khi mở, dùng trong 7 ngày.',
    warnings: ['Có muối; người ăn kiêng muối nên hạn chế.'],
  },
  {
    ...PLAIN,
    producer: BANANA_COOP,
    name: 'Chuối tươi Minh Họa',
    netContentValue: '13',
    netContentUnit: 'kg',
    gtin: exampleGtin('442'),
    categoryId: 'fruit',
    picture: 'banana',
    standards: ['GLOBALG.A.P. IFA v6'],
    shelfLife: '21 ngày ở 13 °C',
    storage: 'Không để dưới 12 °C.',
  },
  {
    ...PLAIN,
    producer: BANANA_COOP,
    name: 'Dứa sấy Minh Họa',
    gtin: exampleGtin('443'),
    categoryId: 'processed',
    picture: 'pineapple',
    shelfLife: '12 tháng kể từ ngày đóng gói',
    storage: 'Nơi khô mát, tránh ánh nắng.',
  },
]
