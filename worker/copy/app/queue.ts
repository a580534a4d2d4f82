import type { LocalText } from '../../lib/text/local-text.ts'

/** What waits on the phone, what was sent, what was not accepted. */
export const QUEUE_COPY = {
  title: { vi: 'Việc trong máy', en: 'On this phone', zh: '本机记录' },
  empty: {
    vi: 'Chưa có việc nào trong máy.',
    en: 'Nothing on this phone yet.',
    zh: '本机暂无记录。',
  },
  waiting: { vi: 'Chờ gửi', en: 'Waiting', zh: '待发送' },
  sending: { vi: 'Đang gửi', en: 'Being sent', zh: '正在发送' },
  mended: { vi: 'Đã sửa, chờ gửi', en: 'Mended, waiting', zh: '已修改，待发送' },
  refused: { vi: 'Chưa được nhận', en: 'Not accepted', zh: '未被接收' },
  stored: { vi: 'Đã gửi', en: 'Sent', zh: '已发送' },
  dropped: { vi: 'Đã bỏ', en: 'Dropped', zh: '已放弃' },
  refusedTitle: {
    vi: 'Chưa được nhận, cần xem lại',
    en: 'Not accepted: have a look',
    zh: '未被接收，请查看',
  },
  waitingTitle: { vi: 'Chờ gửi, theo thứ tự', en: 'Waiting, in order', zh: '待发送（按顺序）' },
  settledTitle: { vi: 'Đã gửi gần đây', en: 'Sent lately', zh: '最近已发送' },
  settledNote: {
    vi: 'Giữ trong máy 14 ngày để xem lại và sửa.',
    en: 'Kept on this phone for 14 days, to look at and correct.',
    zh: '在本机保留 14 天，供查看和更正。',
  },
  send: { vi: 'Gửi ngay', en: 'Send now', zh: '立即发送' },
  mend: { vi: 'Sửa rồi gửi lại', en: 'Mend and send again', zh: '修改后重发' },
  confirm: { vi: 'Đúng như vậy, gửi', en: 'It is so: send', zh: '确认无误，发送' },
  drop: { vi: 'Bỏ việc này', en: 'Drop it', zh: '放弃' },
  dropSure: {
    vi: 'Bỏ hẳn? Việc này chưa được gửi và sẽ không gửi nữa.',
    en: 'Drop it? It was not sent and will not be.',
    zh: '确定放弃？该记录尚未发送，今后也不会发送。',
  },
  keep: { vi: 'Giữ lại', en: 'Keep it', zh: '保留' },
  correct: { vi: 'Sửa dòng này', en: 'Correct it', zh: '更正' },
  madeAt: { vi: 'Ghi lúc {at}', en: 'Written {at}', zh: '记录于 {at}' },
  unsettled: {
    vi: 'Việc này có thể đã tới nơi mà máy chưa nhận được trả lời. Có mạng thì bấm Gửi ngay, rồi sửa.',
    en: 'It may have arrived without an answer. Send again when there is a network, then change it.',
    zh: '可能已送达但未收到答复。有网络时先点“立即发送”，再修改。',
  },
  exportFile: { vi: 'Lưu ra tệp', en: 'Save to a file', zh: '导出文件' },
  exportHint: {
    vi: 'Đổi máy hoặc máy sắp hỏng: lưu tệp, mở trên máy khác bằng cùng tài khoản.',
    en: 'For another phone: save the file and open it there with the same account.',
    zh: '更换手机时：导出文件，在另一部手机上用同一账户打开。',
  },
  importFile: {
    vi: 'Mở tệp từ máy khác',
    en: 'Open a file of another phone',
    zh: '打开其他手机的文件',
  },
  imported: {
    vi: 'Đã nhận {n} việc từ tệp.',
    en: '{n} taken in from the file.',
    zh: '已从文件导入 {n} 条。',
  },
  importFailed: {
    vi: 'Tệp này không phải tệp của tài khoản đang mở, hoặc đã hỏng.',
    en: 'The file is not of this account, or is damaged.',
    zh: '该文件不属于当前账户，或已损坏。',
  },
  importFull: {
    vi: 'Máy hết chỗ nên chưa nhận được tệp. Tệp vẫn còn nguyên.',
    en: 'The phone is full, so nothing was taken in. The file is untouched.',
    zh: '手机空间不足，未导入。文件未受影响。',
  },
  fileName: { vi: 'goc-viec-cho', en: 'goc-queue', zh: 'goc-queue' },
} as const satisfies Record<string, LocalText>
