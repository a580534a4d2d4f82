import { type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'

export type SiteKind = 'growing_area' | 'packing_house'

/** How the market of a code is known: written at its end, always domestic, or not in the code. */
export type MarketRule = 'suffix' | 'domestic' | 'not_in_code'

export interface CodeScheme {
  readonly id: string
  readonly kind: SiteKind
  readonly name: string
  /** Matches the canonical spelling; groups `province` (two digits) and `market` where present. */
  readonly pattern: RegExp
  readonly sample: string
  /** First day the scheme was in use, or null where no source gives the day. */
  readonly effectiveFrom: CalendarDate | null
  /** Last day codes of this scheme were granted; null while they still are. */
  readonly effectiveTo: CalendarDate | null
  readonly market: MarketRule
  readonly source: string
}

/**
 * The formats a new register begins with; an administrator adds to them and changes them there. No
 * law text at hand fixes them all, so they describe and warn; they never refuse a code.
 */
export const CODE_SCHEMES: readonly CodeScheme[] = [
  {
    id: 'VN_EXPORT_LEGACY_PUC',
    kind: 'growing_area',
    name: 'Mã vùng trồng xuất khẩu',
    pattern: /^VN-[A-Z]{2,3}OR-\d{3,5}$/,
    sample: 'VN-AGOR-0001',
    effectiveFrom: null,
    effectiveTo: null,
    market: 'not_in_code',
    source: 'TCCS 774:2020/BVTV',
  },
  {
    id: 'VN_EXPORT_LEGACY_PHC',
    kind: 'packing_house',
    name: 'Mã cơ sở đóng gói xuất khẩu',
    pattern: /^VN-[A-Z]{2,3}PH-\d{3,5}$/,
    sample: 'VN-AGPH-0001',
    effectiveFrom: null,
    effectiveTo: null,
    market: 'not_in_code',
    source: 'TCCS 775:2020/BVTV',
  },
  {
    id: 'VN_DOMESTIC_3156',
    kind: 'growing_area',
    name: 'Mã vùng trồng nội địa',
    pattern: /^VN-?(?<province>\d{2})-?\d{3}-?\d{5}-?\d{2,4}-?\d{2}$/,
    sample: 'VN-89-886-30337-01-23',
    effectiveFrom: toCalendarDate('2022-08-19'),
    effectiveTo: null,
    market: 'domestic',
    source: 'QĐ 3156/QĐ-BNN-TT ngày 19/8/2022',
  },
  {
    id: 'VN_ND38_2026_PUC',
    kind: 'growing_area',
    name: 'Mã vùng trồng theo Nghị định 38/2026',
    pattern: /^(?<province>\d{2})-PUC-[A-Z0-9]{2,16}-\d{6}(?:-(?<market>[A-Z]{3}))?$/,
    sample: '91-PUC-XOAI01-000123-CHN',
    effectiveFrom: null,
    effectiveTo: null,
    market: 'suffix',
    source: 'NĐ 38/2026/NĐ-CP (theo nguồn thứ cấp)',
  },
  {
    id: 'VN_ND38_2026_PHC',
    kind: 'packing_house',
    name: 'Mã cơ sở đóng gói theo Nghị định 38/2026',
    pattern: /^(?<province>\d{2})-PHC-[A-Z0-9]{2,16}-\d{6}(?:-(?<market>[A-Z]{3}))?$/,
    sample: '15-PHC-CHUOI01-000007-CHN',
    effectiveFrom: null,
    effectiveTo: null,
    market: 'suffix',
    source: 'NĐ 38/2026/NĐ-CP (theo nguồn thứ cấp)',
  },
]
