import type { LocalText } from '../../lib/text/local-text.ts'

export const NOTIFICATION_COPY = {
  title: { vi: 'Tin báo', en: 'Messages', zh: '消息' },
  lead: {
    vi: 'Tin gửi cho cả đơn vị. Một người đọc thì mọi người trong đơn vị thấy là đã đọc.',
    en: 'Messages to your whole organisation. Once one of you has read one, it is read for all.',
    zh: '发给整个单位的消息。任一成员阅读后，对全体成员均显示为已读。',
  },
  unread: { vi: 'Chưa đọc', en: 'Not read', zh: '未读' },
  open: { vi: 'Xem việc này', en: 'Open the matter', zh: '查看事项' },
  markRead: { vi: 'Đánh dấu đã đọc', en: 'Mark as read', zh: '标为已读' },
  markAll: { vi: 'Đánh dấu tất cả đã đọc', en: 'Mark all as read', zh: '全部标为已读' },
  doneAll: {
    vi: 'Đã đánh dấu đọc các tin trong danh sách.',
    en: 'The messages of the list are marked as read.',
    zh: '列表中的消息已标为已读。',
  },
  empty: {
    vi: 'Chưa có tin nào. Khi mã số, vùng trồng hay danh sách của đơn vị có thay đổi, tin sẽ hiện ở đây.',
    en: 'No messages yet. When a code, place or list of your organisation changes, you read it here.',
    zh: '暂无消息。贵单位的注册编号、场所或名单有变更时，将在此显示。',
  },
} as const satisfies Record<string, LocalText>
