import type { LocalText } from '../../lib/text/local-text.ts'

/** What the first screen and its lists say. `{n}` is a number as read, `{days}` a count of days. */
export const HOME_COPY = {
  title: { vi: 'Việc cần làm', en: 'What waits for you', zh: '待办事项' },
  again: {
    vi: 'In tem {product} hôm nay, như lô {lot}',
    en: 'Labels for {product} today, like lot {lot}',
    zh: '打印今天的{product}标签（同批号 {lot}）',
  },
  newBatch: { vi: 'Tạo lô khác', en: 'Make another batch', zh: '新建其他批次' },
  field: {
    vi: 'Ghi nhật ký ngoài vườn',
    en: 'Diary in the field',
    zh: '田间记录',
  },
  help: { vi: 'Hướng dẫn từng bước', en: 'Step by step', zh: '分步说明' },
  search: { vi: 'Tìm mã số', en: 'Find a code', zh: '查找注册编号' },
  searchHint: {
    vi: 'Gõ mã số, tên vùng trồng hoặc người giữ mã; không cần dấu.',
    en: 'A code, or the name of a place or holder; accents are not needed.',
    zh: '输入注册编号、种植区名称或持有人，可不带声调。',
  },
  searchButton: { vi: 'Tìm', en: 'Search', zh: '搜索' },
  waiting: { vi: 'Đang chờ', en: 'Waiting', zh: '等待处理' },
  unread: { vi: 'tin báo chưa đọc', en: 'messages not read yet', zh: '条未读消息' },
  moreThan: { vi: 'hơn {n}', en: 'more than {n}', zh: '超过 {n}' },
  nothing: {
    vi: 'Hiện không có việc nào chờ.',
    en: 'Nothing waits for you now.',
    zh: '目前没有待办事项。',
  },
  changes: {
    vi: 'Thay đổi trạng thái mới nhất',
    en: 'Newest status changes',
    zh: '最新状态变更',
  },
  changesEmpty: {
    vi: 'Chưa có quyết định nào về mã số trong địa bàn này.',
    en: 'No decisions on codes in this area yet.',
    zh: '本地区尚无注册编号决定。',
  },
  back: { vi: 'Về việc cần làm', en: 'Back to what waits', zh: '返回待办' },
  listEmpty: {
    vi: 'Danh sách này không còn mục nào. Việc đã xong.',
    en: 'Nothing is left on this list. The work is done.',
    zh: '此列表已无事项，工作已完成。',
  },
} as const satisfies Record<string, LocalText>

export const FIRST_STEPS = {
  import: {
    text: {
      vi: 'Địa bàn này chưa có mã số nào trong sổ. Hãy bắt đầu bằng cách nhập danh sách đang có; hệ thống sẽ cho xem trước từng dòng rồi mới ghi.',
      en: 'The register holds no codes of this area yet. Begin with the list you already keep; every row is shown before anything is stored.',
      zh: '本地区在登记册中尚无注册编号。请先导入现有名单，系统会逐行预览后再保存。',
    },
    action: { vi: 'Nhập danh sách mã số', en: 'Import a list of codes', zh: '导入注册编号名单' },
    href: '/portal/imports/new',
  },
  first_label: {
    text: {
      vi: 'Từ sản phẩm đến tem in ra chỉ vài bước, mỗi màn hình một câu hỏi. Giấy tờ, vùng trồng và nhật ký bổ sung sau cũng được.',
      en: 'From the product to printed labels in a few steps, one question a screen. Papers, growing areas and the diary can follow later.',
      zh: '从产品到打印标签只需几步，每屏一个问题。证件、种植区和日志可以稍后补充。',
    },
    action: { vi: 'Làm tem đầu tiên', en: 'Make your first label', zh: '制作第一张标签' },
    href: '/portal/start',
  },
  add_organisation: {
    text: {
      vi: 'Hệ thống mới chỉ có đơn vị của bạn. Hãy thêm đơn vị quản lý mã số, rồi mời cán bộ của đơn vị đó.',
      en: 'Only your own organisation is here. Add the body that manages codes, then invite its officers.',
      zh: '系统中只有您的单位。请先添加注册编号管理单位，再邀请其工作人员。',
    },
    action: { vi: 'Thêm đơn vị', en: 'Add an organisation', zh: '添加单位' },
    href: '/portal/organisations/new',
  },
} as const satisfies Record<string, { text: LocalText; action: LocalText; href: string }>
