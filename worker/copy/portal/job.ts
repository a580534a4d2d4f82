import type { LocalText } from '../../lib/text/local-text.ts'

/** What is said of work that goes on after its request, of whatever kind. */
export const JOB_COPY = {
  /** Stopped again and again without a word: out of memory or time, most likely. */
  brokeOff: {
    vi: 'Việc này dừng giữa chừng nhiều lần mà không tiến thêm. Tệp có thể quá lớn; hãy tách nhỏ rồi làm lại, hoặc báo người quản trị.',
    en: 'This stopped several times without getting any further. The file may be too large: split it and try again, or tell the administrator.',
    zh: '此项工作多次中断且没有进展。文件可能过大，请拆分后重试，或联系管理员。',
  },
  away: {
    vi: 'Cơ sở dữ liệu đang gián đoạn.',
    en: 'The database is interrupted.',
    zh: '数据库暂时中断。',
  },
  /** A fault of the program; the log names it. */
  fault: {
    vi: 'Có lỗi của hệ thống; người quản trị xem được trong nhật ký máy chủ.',
    en: 'A fault of the system; the administrator finds it in the server’s log.',
    zh: '系统出现故障，管理员可在服务器日志中查看。',
  },
  willRetry: {
    vi: '{problem} Hệ thống tự thử lại lúc {at}; không cần làm gì thêm.',
    en: '{problem} It is tried again by itself at {at}; nothing needs doing.',
    zh: '{problem}系统将于 {at} 自动重试，无需操作。',
  },
  stopping: {
    vi: 'Đang dừng theo yêu cầu: phần đang làm dở được làm nốt.',
    en: 'Being stopped as asked: the part it is at is finished first.',
    zh: '正在按要求停止：先完成正在处理的部分。',
  },
} as const satisfies Record<string, LocalText>

/** How a job stands; an open one is at work or waits. */
export const JOB_STATES = {
  running: { vi: 'đang chạy', en: 'running', zh: '进行中' },
  waiting: { vi: 'đang chờ', en: 'waiting', zh: '等待中' },
  done: { vi: 'đã xong', en: 'done', zh: '已完成' },
  failed: { vi: 'dừng vì lỗi', en: 'stopped by a fault', zh: '因故障中断' },
  cancelled: { vi: 'đã dừng theo yêu cầu', en: 'stopped as asked', zh: '已按要求停止' },
} as const satisfies Record<string, LocalText>

/** Kinds of jobs. */
export const JOB_KIND_NAMES = {
  'import.preview': { vi: 'đọc danh sách', en: 'reading a list', zh: '读取列表' },
  'import.rows': { vi: 'nhập danh sách', en: 'importing a list', zh: '导入列表' },
  'import.undo': { vi: 'hoàn tác lần nhập', en: 'taking an import back', zh: '撤销导入' },
  'labels.read_back': { vi: 'đọc ảnh tem in thử', en: 'reading a sample back', zh: '读取试印照片' },
  'labels.logo': { vi: 'làm logo tem', en: 'making a logo', zh: '生成标志' },
  'labels.file': { vi: 'làm tệp tem', en: 'making a label file', zh: '生成标签文件' },
} as const satisfies Record<string, LocalText>
