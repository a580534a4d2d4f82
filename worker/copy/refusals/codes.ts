import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a code is not found, granted or changed. */
export const CODE_REFUSALS = {
  rowsToReview: {
    vi: '{count} dòng có điều cần xem lại.',
    en: '{count} rows need another look.',
    zh: '有 {count} 行需要再次查看。',
  },
  granted: {
    vi: 'Mã {code} vừa được cấp cho một nơi khác.',
    en: 'Code {code} has just been granted to another place.',
    zh: '注册编号 {code} 刚被授予其他场所。',
  },
  firstStatus: {
    vi: 'Hãy chọn tình trạng đầu tiên: đang hoạt động hoặc chờ nước nhập khẩu chấp thuận.',
    en: 'Choose the first status: active, or awaiting approval abroad.',
    zh: '请选择初始状态：有效，或待进口国批准。',
  },
  missing: { vi: 'Chưa ghi mã số.', en: 'Give the code.', zh: '请填写注册编号。' },
  malformed: {
    vi: 'Không đọc được mã này. Mã số có 3 đến 40 chữ cái, chữ số và dấu gạch nối.',
    en: 'This cannot be read as a code. Codes have 3 to 40 letters, digits and hyphens.',
    zh: '无法识别该注册编号。注册编号由3至40个字母、数字和连字符组成。',
  },
  withdrawn: {
    vi: 'Mã {code} đã được rút vì nhập nhầm; hãy khôi phục mã trước khi ghi tiếp.',
    en: 'The code {code} was taken back as entered by mistake; put it back first.',
    zh: '注册编号 {code} 因误录已撤回，请先恢复。',
  },
  statuses: {
    vi: 'Trạng thái là một trong: {list}.',
    en: 'The status is one of: {list}.',
    zh: '状态为以下之一：{list}。',
  },
  markets: {
    vi: 'Thị trường là một trong: {list}.',
    en: 'The market is one of: {list}.',
    zh: '市场为以下之一：{list}。',
  },
  day: {
    vi: '{reason} Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026.',
    en: 'This is not a day. Write day/month/year, as 05/03/2026.',
    zh: '无法识别日期，请按“日/月/年”填写，例如 05/03/2026。',
  },
  ambiguous: {
    vi: '“{typed}” có thể là {list}; hãy ghi rõ mã.',
    en: '“{typed}” may be {list}; give the code exactly.',
    zh: '“{typed}”可能是 {list}，请写明完整注册编号。',
  },
  unusualForm: {
    vi: 'Mã này không theo dạng thường gặp.',
    en: 'This code is not of a known form.',
    zh: '该注册编号不符合已知格式。',
  },
  listUnreadable: {
    vi: '{reason}',
    en: 'The list cannot be read. It is a table with a heading over each column.',
    zh: '无法读取列表。列表应为表格，每列有标题。',
  },
} as const satisfies Record<string, LocalText>
