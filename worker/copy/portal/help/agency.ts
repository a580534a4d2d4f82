import type { HelpJob } from './help-job.ts'

/** The main work of a body that works along, step by step. */
export const AGENCY_HELP = [
  {
    id: 'code',
    title: {
      vi: 'Tra mã số và trạng thái',
      en: 'Look up codes and their state',
      zh: '查询编号及状态',
    },
    href: '/portal/codes',
    steps: [
      {
        vi: 'Tìm trong địa bàn phối hợp; xuất danh sách ra Excel khi cần.',
        en: 'Search your area; take the list along as Excel where needed.',
        zh: '在协作辖区内查询，可导出 Excel。',
      },
      {
        vi: 'Việc cần làm nêu các thay đổi trạng thái mới nhất.',
        en: 'The first screen lists the newest changes.',
        zh: '首页列出最新状态变更。',
      },
    ],
  },
  {
    id: 'recall',
    title: { vi: 'Theo dõi thu hồi', en: 'Follow recalls', zh: '跟踪召回' },
    href: '/portal/recalls',
    steps: [
      {
        vi: 'Mỗi lần thu hồi nói lô nào, giao cho ai, đã thu về bao nhiêu.',
        en: 'Each recall tells which batches, who has them, how much came back.',
        zh: '每次召回显示批次、收货方及回收数量。',
      },
    ],
  },
  {
    id: 'feed',
    title: { vi: 'Nhận thông báo tự động', en: 'Be told by machine', zh: '自动获取通知' },
    href: '/notices',
    steps: [
      {
        vi: 'Trang Thông báo là công khai, có nguồn Atom để phần mềm của cơ quan đọc.',
        en: 'The notices are public, with an Atom feed for your own software.',
        zh: '通知页公开，并提供 Atom 源供贵机构软件读取。',
      },
    ],
  },
] as const satisfies readonly HelpJob[]
