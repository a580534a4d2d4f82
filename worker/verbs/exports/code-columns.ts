import type { ExportRow } from '../../../db/queries/exports.ts'
import { marketName } from '../../copy/markets.ts'
import { LISTED_FACTS, SITE_FACTS, type SiteFact } from '../../domain/sites/site-facts.ts'
import type { CodeStatus, StatusEvent } from '../../domain/standing/types.ts'
import { dayCell, type ListColumn } from '../../lib/sheet/write/sheet-cells.ts'

/** A code in one of its markets, as one row of the list says it. */
export type ListedMarket = {
  readonly row: ExportRow
  readonly crops: readonly (readonly [crop: string, plantedAreaHa: number | null])[]
  readonly market: string
  /** Last day of its term; null where a list with the term beside it would read as a grant. */
  readonly validTo: string | null
  readonly externalId: string | null
  readonly decision: Pick<StatusEvent, 'effectiveOn' | 'reason' | 'documentNo'> & {
    readonly status: Exclude<CodeStatus, 'none'>
  }
}

/** The sheet they stand on. */
export const CODE_LIST_SHEET = 'Danh sách mã số'

/** Columns of a list of codes as it is written: headings that the reader of such lists knows. */
export const CODE_LIST_COLUMNS: readonly ListColumn<ListedMarket>[] = [
  { heading: 'Mã số', width: 26, cell: ({ row }) => row.code },
  { heading: 'Loại mã', width: 16, cell: ({ row }) => row.kindName },
  { heading: 'Tên vùng trồng/cơ sở đóng gói', width: 32, cell: ({ row }) => row.siteName },
  { heading: 'Chủ sở hữu mã số', width: 32, cell: ({ row }) => row.holderName },
  {
    heading: 'Loại hình tổ chức',
    width: 16,
    cell: ({ row }) => HOLDER_COPY[row.holderKind] ?? row.holderKind,
  },
  { heading: 'Ấp', width: 16, cell: ({ row }) => row.hamlet },
  { heading: 'Xã', width: 22, cell: ({ row }) => row.communeName },
  { heading: 'Huyện (cũ)', width: 18, cell: ({ row }) => row.formerDistrict },
  { heading: 'Tỉnh', width: 16, cell: ({ row }) => row.provinceName },
  {
    heading: 'Cây trồng',
    width: 22,
    cell: ({ crops }) => (crops.length === 0 ? null : crops.map(([crop]) => crop).join(', ')),
  },
  { heading: 'Diện tích (ha)', width: 14, cell: areaOf },
  ...factColumns('plantedAreaHa'),
  { heading: 'Thị trường', width: 16, cell: ({ market }) => marketName(market, 'vi') },
  { heading: 'Trạng thái', width: 26, cell: ({ decision }) => STATUS_COPY[decision.status] },
  { heading: 'Lý do', width: 24, cell: ({ decision }) => decision.reason },
  { heading: 'Ngày hiệu lực', width: 14, cell: ({ decision }) => dayCell(decision.effectiveOn) },
  { heading: 'Số văn bản', width: 18, cell: ({ decision }) => decision.documentNo },
  { heading: 'Mã cũ', width: 22, cell: ({ row }) => row.legacyCode },
  { heading: 'Ngày hết hạn', width: 14, cell: ({ validTo }) => dayCell(validTo) },
  ...factColumns('validTo'),
  { heading: 'Mã hồ sơ', width: 16, cell: ({ row }) => row.externalId },
  { heading: 'Mã hệ thống của vùng trồng', width: 24, cell: ({ row }) => row.siteExternalId },
  { heading: 'Mã hệ thống theo thị trường', width: 24, cell: ({ externalId }) => externalId },
]

/** The columns of plain facts that stand after this one. */
function factColumns(after: NonNullable<SiteFact['sheet']>['after']): ListColumn<ListedMarket>[] {
  return LISTED_FACTS.flatMap((name): ListColumn<ListedMarket>[] => {
    const { sheet }: SiteFact = SITE_FACTS[name]
    if (sheet?.after !== after) return []
    const { heading, width } = sheet
    return [{ heading, width, cell: ({ row }) => row[name] }]
  })
}

function areaOf({ row, crops }: ListedMarket): number | null {
  const [only, ...others] = crops
  return only !== undefined && others.length === 0 ? (only[1] ?? row.areaHa) : row.areaHa
}

/** Words that lists use and the reader of lists knows. */
const STATUS_COPY: Readonly<Record<Exclude<CodeStatus, 'none'>, string>> = {
  pending_foreign_approval: 'Chờ nước nhập khẩu phê duyệt',
  active: 'Đang hoạt động',
  suspended: 'Tạm dừng',
  revoked: 'Thu hồi',
  cancelled: 'Hủy',
  expired: 'Hết hạn',
}

const HOLDER_COPY: Readonly<Record<string, string>> = {
  household: 'Hộ gia đình',
  cooperative: 'Hợp tác xã',
  group: 'Tổ hợp tác',
  company: 'Công ty',
  farm: 'Trang trại',
  state: 'Nhà nước',
}
