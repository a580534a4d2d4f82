import type { CheckMode, CheckResult } from '../../domain/label-checks/label-check.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { TALLY_NAMES } from '../app/scan.ts'
import { labels } from '../labels.ts'

/** What a check found, in a word or two. */
export const CHECK_RESULT_NAMES = {
  genuine: { vi: 'Tem thật', en: 'Genuine', zh: '真' },
  stop: { vi: 'Tem thật, hàng phải dừng', en: 'Genuine, goods stopped', zh: '真，商品须停售' },
  unknown: { vi: 'Chưa xác minh được', en: 'Could not be verified', zh: '无法核实' },
  forged: { vi: 'Tem giả', en: 'Forged', zh: '假' },
} as const satisfies Record<CheckResult, LocalText>

export const CHECK_MODE_NAMES = {
  online: { vi: 'có mạng', en: 'online', zh: '联网' },
  offline: { vi: 'không mạng', en: 'offline', zh: '离线' },
} as const satisfies Record<CheckMode, LocalText>

/** Labels that inspectors looked at on the spot. */
export const LABEL_CHECKS_COPY = {
  ...labels('day', 'by', 'label'),
  noun: { vi: 'lượt kiểm tra tem này', en: 'round of checks', zh: '该次核查' },
  title: { vi: 'Lượt kiểm tra tem', en: 'Label checks', zh: '标签核查' },
  lead: {
    vi: 'Tem cán bộ đã quét tại chỗ bằng ứng dụng, có mạng hoặc không: điều máy đã báo lúc đó.',
    en: 'Labels that inspectors scanned on the spot with the app, with or without signal: what the device said then.',
    zh: '检查人员用应用现场扫描的标签（联网或离线）：当时设备给出的结果。',
  },
  empty: {
    vi: 'Chưa có lượt kiểm tra nào. Quét tem bằng ứng dụng: mở /app/, chọn Quét tem.',
    en: 'No checks yet. Scan labels with the app: open /app/ and choose Scan labels.',
    zh: '暂无核查。请打开 /app/，选择“扫描标签”。',
  },
  openApp: { vi: 'Mở máy quét', en: 'Open the scanner', zh: '打开扫描' },
  where: { vi: 'Nơi kiểm tra', en: 'Where', zh: '地点' },
  checks: { vi: 'Số tem', en: 'Labels', zh: '标签数' },
  ...TALLY_NAMES,
  received: { vi: 'Nhận lúc', en: 'Received at', zh: '接收时间' },
  point: { vi: 'Tọa độ', en: 'Position', zh: '坐标' },
  clock: { vi: 'Đồng hồ máy lệch', en: 'Device clock off by', zh: '设备时钟偏差' },
  clockText: { vi: '{n} phút', en: '{n} minutes', zh: '{n} 分钟' },
  doubtful: { vi: 'Cần xem lại', en: 'Doubtful', zh: '可疑' },
  noDoubtful: { vi: 'Không có tem nào cần xem lại.', en: 'None.', zh: '无。' },
  others: { vi: 'Tem thật', en: 'Genuine', zh: '真' },
  noOthers: { vi: 'Không có.', en: 'None.', zh: '无。' },
  result: { vi: 'Máy báo', en: 'The device said', zh: '设备结果' },
  at: { vi: 'Lúc', en: 'When', zh: '时间' },
  listOf: { vi: 'danh sách lúc {at}', en: 'list of {at}', zh: '名单时间：{at}' },
} as const satisfies Record<string, LocalText>
