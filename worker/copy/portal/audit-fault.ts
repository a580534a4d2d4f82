import type { ChainFault } from '../../domain/audit/check-chain.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import { fill } from '../fill.ts'
import { formatAt } from '../format.ts'

const FAULTS = {
  changed: {
    vi: 'Dòng {seq} không khớp với dấu niêm của nó: dòng này hoặc dấu niêm đã bị sửa.',
    en: 'Row {seq} does not fit its seal: the row or the seal was changed.',
    zh: '第 {seq} 行与其封印不符：该行或封印已被改动。',
  },
  foreign_row: {
    vi: 'Dòng {seq} không thuộc chuỗi: nó được thêm vào từ bên ngoài.',
    en: 'Row {seq} does not belong to the chain: it was put in from outside.',
    zh: '第 {seq} 行不属于该链：系从外部插入。',
  },
  missing_row: {
    vi: 'Thiếu dòng {seq}: dòng này đã bị lấy ra.',
    en: 'Row {seq} is missing: it was taken out.',
    zh: '缺少第 {seq} 行：该行已被移除。',
  },
  missing_seal: {
    vi: 'Dòng {seq} mất dấu niêm, dù các dòng sau vẫn còn.',
    en: 'Row {seq} has lost its seal, though later rows have theirs.',
    zh: '第 {seq} 行的封印缺失，而其后各行仍有封印。',
  },
  cut_off: {
    vi: 'Nhật ký bị cắt ở cuối: từ dòng {seq} trở đi không còn.',
    en: 'The end of the log was cut off: from row {seq} on nothing is left.',
    zh: '日志末尾被截断：自第 {seq} 行起已不存在。',
  },
  numbers_reset: {
    vi: 'Bộ đếm dòng đã bị đặt lại thấp hơn dòng {seq} đang có.',
    en: 'The row counter was set back below row {seq}, which exists.',
    zh: '行号计数器被改小，低于现有的第 {seq} 行。',
  },
  head_missing: {
    vi: 'Không còn dấu niêm của dòng {seq} mà bạn đã cất: các dòng cuối đã bị cắt.',
    en: 'The seal of row {seq} that you kept is gone: the last rows were cut off.',
    zh: '您保存的第 {seq} 行封印已不存在：末尾各行已被截断。',
  },
  head_differs: {
    vi: 'Dấu niêm của dòng {seq} khác với dấu bạn đã cất: cả chuỗi đã bị làm lại.',
    en: 'The seal of row {seq} differs from the one you kept: the whole chain was made anew.',
    zh: '第 {seq} 行的封印与您保存的不同：整条链已被重做。',
  },
} as const satisfies Record<ChainFault['kind'], LocalText>

const WHERE = {
  vi: 'Ghi lúc {time}, {entity} {id}, thao tác {action}, người làm {actor}.',
  en: 'Recorded at {time}, {entity} {id}, action {action}, by {actor}.',
  zh: '记录于 {time}，{entity} {id}，操作 {action}，操作者 {actor}。',
} as const satisfies LocalText

/** What does not fit in the audit log, in one or two sentences; the row's own words as they stand in it. */
export function faultText(fault: ChainFault, lang: Language): string {
  const text = fill(FAULTS[fault.kind][lang], { seq: fault.seq })
  if (fault.row === null) return text
  const { at, entity, entityId, action, actor } = fault.row
  const where = fill(WHERE[lang], { time: formatAt(at, lang), entity, id: entityId, action, actor })
  return `${text} ${where}`
}
