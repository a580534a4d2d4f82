import type { Role } from '../../../domain/access/roles.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { ADMIN_HELP } from './admin.ts'
import { AGENCY_HELP } from './agency.ts'
import type { HelpJob } from './help-job.ts'
import { INSPECTOR_HELP } from './inspector.ts'
import { OFFICER_HELP } from './officer.ts'
import { PACKER_HELP } from './packer.ts'
import { PRODUCER_HELP } from './producer.ts'

export const HELP_COPY = {
  title: { vi: 'Hướng dẫn', en: 'Help', zh: '使用说明' },
  titleOf: { vi: 'Hướng dẫn: {role}', en: 'Help: {role}', zh: '使用说明：{role}' },
  lead: {
    vi: 'Mỗi việc vài bước. Không làm hỏng được gì khi xem thử: mọi biểu mẫu chỉ ghi khi bấm nút xanh.',
    en: 'A few steps for each piece of work. Looking around breaks nothing: a form stores only at its green button.',
    zh: '每项工作只需几步。随意查看不会出错：只有点绿色按钮才会保存。',
  },
  open: { vi: 'Mở trang này', en: 'Open the page', zh: '打开页面' },
  others: { vi: 'Hướng dẫn cho vai trò khác', en: 'Help for other roles', zh: '其他角色的说明' },
  screen: { vi: 'Màn hình sẽ như thế này', en: 'The screen looks like this', zh: '屏幕示意' },
} as const satisfies Record<string, LocalText>

/** What each role is told, in the order of its days. */
export const HELP_OF: Readonly<Record<Role, readonly HelpJob[]>> = {
  producer: PRODUCER_HELP,
  packer: PACKER_HELP,
  inspector: INSPECTOR_HELP,
  officer: OFFICER_HELP,
  agency: AGENCY_HELP,
  admin: ADMIN_HELP,
}
