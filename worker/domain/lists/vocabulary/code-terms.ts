import { words } from '../../../lib/sheet/table/table-spec.ts'
import type { SiteKind } from '../../codes/code-schemes.ts'
import { vocabulary } from './vocabulary.ts'

export type CodeStatus =
  | 'pending_foreign_approval'
  | 'active'
  | 'suspended'
  | 'revoked'
  | 'cancelled'
  | 'expired'

/** What a foreign authority says of a code that it does not take: it never comes to count there. */
const REJECTED = words(
  'Không phê duyệt | Không được phê duyệt | Từ chối | Bị từ chối | Không duyệt',
  'rejected | not approved',
)

/** Words of QĐ 3156 (đình chỉ, hủy bỏ), of provincial plans (tạm dừng, thu hồi) and of lists. */
export const CODE_STATUSES = vocabulary<CodeStatus>({
  pending_foreign_approval: words(
    'pending | Chờ phê duyệt | Đang chờ phê duyệt | Chờ duyệt | Đang chờ | Chờ cấp',
    'Chờ nước nhập khẩu phê duyệt | Chờ phía nhập khẩu phê duyệt',
    'Đang chờ nước nhập khẩu phê duyệt | Chưa phê duyệt',
  ),
  active: words(
    'Hoạt động | Đang hoạt động | Còn hiệu lực | Đang hiệu lực | Có hiệu lực | Hiệu lực',
    'Đã cấp | Được cấp | Đang sử dụng | Duy trì | Đang duy trì | Đã phê duyệt | Phục hồi',
    'Đã phục hồi | Bình thường | approved',
  ),
  suspended: words(
    'Tạm dừng | Đang tạm dừng | Bị tạm dừng | Đình chỉ | Bị đình chỉ | Đang đình chỉ',
    'Tạm đình chỉ | Tạm ngưng | Tạm ngừng',
  ),
  revoked: words('Thu hồi | Đã thu hồi | Bị thu hồi'),
  cancelled: [
    ...words('Hủy | Hủy bỏ | Đã hủy | Đã hủy bỏ | Bị hủy | Bị hủy bỏ | canceled'),
    ...REJECTED,
  ],
  expired: words('Hết hạn | Đã hết hạn | Hết hiệu lực | Đã hết hiệu lực'),
})

export const SITE_KINDS = vocabulary<SiteKind>({
  growing_area: words(
    'Vùng trồng | Mã số vùng trồng | Mã vùng trồng | MSVT | PUC | Vườn trồng',
    'growing area | orchard',
  ),
  packing_house: words(
    'Cơ sở đóng gói | Mã số cơ sở đóng gói | Nhà đóng gói | CSĐG | MSCSĐG | Đóng gói',
    'PHC | packing house',
  ),
})

export type HolderKind =
  | 'household'
  | 'cooperative'
  | 'cooperative_group'
  | 'company'
  | 'farm'
  | 'state'

export const HOLDER_KINDS = vocabulary<HolderKind>({
  household: words('Hộ | Hộ gia đình | Hộ nông dân | Hộ cá thể | Cá nhân | personal'),
  cooperative: words('HTX | Hợp tác xã | Liên hiệp HTX | Liên hiệp hợp tác xã'),
  cooperative_group: words('THT | Tổ hợp tác | Tổ sản xuất | Nhóm hộ'),
  company: words('Công ty | Cty | Doanh nghiệp | DN | Công ty TNHH | Công ty cổ phần | DNTN'),
  farm: words('Trang trại | Nông trại'),
  state: words('Nhà nước | Đơn vị sự nghiệp | Cơ quan nhà nước'),
})
