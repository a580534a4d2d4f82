import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** Inspectors on labels that more people opened than one package has. */
export const COPIES_COPY = {
  ...labels('label', 'batch', 'scans', 'state', 'byDay', 'day', 'unknown', 'reason'),
  title: { vi: 'Tem nghi bị sao chép', en: 'Labels that may be copied', zh: '疑似被复制的标签' },
  lead: {
    vi: 'Tem từng sản phẩm được nhiều người mở hơn một gói hàng thường có. Trang tem đã nói điều này; đây là lưu ý, không phải lệnh dừng.',
    en: 'Unit labels opened by more people than one package has. Their page says so already; it is something to know, not a stop.',
    zh: '被打开人数超过一件商品通常人数的单件标签。标签页面已作提示；这只是提示，并非停用。',
  },
  empty: {
    vi: 'Không có tem nào chờ xem xét. Tem được mở ở nhiều máy sẽ hiện ở đây.',
    en: 'Nothing waits. Labels opened on many phones show up here.',
    zh: '没有待处理的标签。在多部手机上打开的标签会显示在此。',
  },
  waiting: { vi: 'Chờ quyết định', en: 'Waiting', zh: '待决定' },
  decided: { vi: 'Đã quyết định', en: 'Decided', zh: '已决定' },
  labelNo: { vi: 'Tem số {serial}', en: 'Label {serial}', zh: '标签 {serial}' },
  producer: { vi: 'Cơ sở', en: 'Producer', zh: '生产者' },
  visitors: { vi: 'Số máy', en: 'Phones', zh: '手机数' },
  visitorsAll: {
    vi: 'Số máy, tính theo ngày có nhiều máy',
    en: 'Phones, of days with several',
    zh: '手机数（按有多部手机的日期计）',
  },
  firstOn: { vi: 'Lần đầu', en: 'First scan', zh: '首次扫描' },
  provinces: { vi: 'Số tỉnh', en: 'Provinces', zh: '省份数' },
  since: { vi: 'Nghi từ', en: 'Suspect since', zh: '起疑时间' },
  open: { vi: 'Chờ quyết định', en: 'Waiting', zh: '待决定' },
  confirmed: { vi: 'Xác nhận bị sao chép', en: 'Confirmed as copied', zh: '确认被复制' },
  dismissed: { vi: 'Không phải sao chép', en: 'No copy', zh: '并非复制' },
  byDayText: {
    vi: 'Một máy chỉ được nhận ra trong ngày; hôm sau được tính lại. Ngày chỉ có một máy không tính.',
    en: 'A phone is known again within its day only; the next day it counts anew. Days with one phone count for nothing.',
    zh: '一部手机仅在当天可被识别，次日重新计算。只有一部手机的日期不计。',
  },
  byProvince: { vi: 'Theo tỉnh, thành', en: 'By province', zh: '按省市' },
  listMap: {
    vi: 'Nơi các tem này được mở',
    en: 'Where these labels were opened',
    zh: '这些标签的打开地',
  },
  province: { vi: 'Tỉnh, thành', en: 'Province', zh: '省市' },
  decide: { vi: 'Quyết định', en: 'Decide', zh: '作出决定' },
  decideTitle: {
    vi: 'Tem số {serial} của lô {lot}',
    en: 'Label {serial} of lot {lot}',
    zh: '批号 {lot} 的标签 {serial}',
  },
  decideNote: {
    vi: 'Xác nhận: trang tem nói có dấu hiệu sao chép cho đến khi có người rút lại. Không phải sao chép: trang tem thôi nói, cho đến khi số máy tăng gấp đôi.',
    en: 'Confirmed: the page says that there are signs of copying until somebody takes it back. No copy: the page stops saying so until twice as many phones were counted.',
    zh: '确认：页面将提示有复制迹象，直至撤回。并非复制：页面不再提示，直至手机数翻倍。',
  },
  reasonHint: {
    vi: 'Chỉ cán bộ đọc được.',
    en: 'Read by officials alone.',
    zh: '仅工作人员可见。',
  },
  save: { vi: 'Ghi quyết định', en: 'Record the decision', zh: '记录决定' },
  saved: { vi: 'Đã ghi quyết định.', en: 'The decision is recorded.', zh: '决定已记录。' },
} as const satisfies Record<string, LocalText>
