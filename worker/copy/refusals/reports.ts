import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a report, or what is done with one, is refused. */
export const REPORT_REFUSALS = {
  sent: {
    vi: 'Báo cáo ở biểu mẫu này đã được gửi. Bấm gửi lần nữa để gửi thêm một báo cáo mới.',
    en: 'What this form held was sent already. Send it again to make a new report.',
    zh: '此表单的内容已提交。再次提交将作为新的反馈。',
  },
  tooMany: {
    vi: 'Đã có nhiều báo cáo từ nơi bạn. Hãy gửi lại sau {minutes} phút, hoặc gọi cơ quan ghi trên trang.',
    en: 'Many reports came from your connection. Send it again in {minutes} min, or call the authority named on the page.',
    zh: '您的网络已提交多次反馈。请在 {minutes} 分钟后再试，或致电页面所示机构。',
  },
  photoTooLarge: {
    vi: 'Ảnh quá lớn, nhiều nhất 10 MB. Hãy chọn ảnh nhỏ hơn, hoặc gửi báo cáo không kèm ảnh.',
    en: 'The photo is too large; at most 10 MB. Choose a smaller one, or send the report without it.',
    zh: '照片过大，最多 10 MB。请选择较小的照片，或不附照片提交。',
  },
  notOpen: {
    vi: 'Báo cáo này đã được xử lý hoặc đã gộp vào báo cáo khác. Hãy mở lại để xem.',
    en: 'This report was closed or joined to another meanwhile. Open it again.',
    zh: '该反馈已处理或已并入其他反馈，请重新打开查看。',
  },
  noSuchOther: {
    vi: 'Chọn một báo cáo khác đang mở.',
    en: 'Choose another report that is open.',
    zh: '请选择另一条未处理的反馈。',
  },
  notAProvince: {
    vi: 'Hãy chọn một tỉnh, thành phố trong danh sách.',
    en: 'Choose a province or city from the list.',
    zh: '请从列表中选择省市。',
  },
} as const satisfies Record<string, LocalText>
