import type { LocalText } from '../../lib/text/local-text.ts'

/** Why nothing is done to a certification. */
export const CERTIFICATION_REFUSALS = {
  isWithdrawn: {
    vi: 'Chứng nhận này đã rút. Hãy khai chứng nhận mới.',
    en: 'This certification was withdrawn. Declare a new one.',
    zh: '该认证已撤回，请重新申报。',
  },
  failedStands: {
    vi: 'Kết quả không đạt đã được cán bộ xác nhận, cơ sở không sửa được. Hãy liên hệ cán bộ địa bàn.',
    en: 'An officer confirmed this failed test, so it can no longer be changed here. Ask the officer of the area.',
    zh: '该不合格结果已由主管人员确认，无法修改。请联系辖区主管人员。',
  },
  holdersWord: {
    vi: 'Chứng nhận đang chờ là lời khai của cơ sở. Hãy xác nhận, hoặc trả lại kèm lý do để cơ sở sửa.',
    en: 'What waits is the producer’s own word. Confirm it, or refuse it with a reason for the producer to mend.',
    zh: '待确认的内容为生产者申报。请予以确认，或说明理由退回由生产者修改。',
  },
  ownConfirmation: {
    vi: 'Không ai tự xác nhận chứng nhận của đơn vị mình hoặc do chính mình khai. Hãy để cán bộ khác xác nhận.',
    en: 'Nobody confirms for their own organisation, or what they declared themselves. Let another officer do it.',
    zh: '不得为本单位或本人申报的认证自行确认，请由其他主管人员确认。',
  },
  notWaiting: {
    vi: 'Chứng nhận này không còn chờ xác nhận. Tải lại trang để xem trạng thái mới.',
    en: 'It no longer waits for confirmation. Load the page again to see where it stands.',
    zh: '该认证已不再等待确认，请刷新页面查看最新状态。',
  },
  confirmedStands: {
    vi: 'Chứng nhận đã xác nhận chỉ cán bộ địa bàn mới rút được.',
    en: 'Once confirmed, only an officer of the area can take it away.',
    zh: '已确认的认证只能由辖区主管人员撤回。',
  },
  beforeIssue: {
    vi: 'Ngày rút không được trước ngày cấp.',
    en: 'It cannot be taken away before it was issued.',
    zh: '撤回日期不得早于颁发日期。',
  },
  paperKind: {
    vi: 'Chỉ nhận bản chụp PDF, JPEG hoặc PNG.',
    en: 'Hand in a PDF, JPEG or PNG file.',
    zh: '仅接受 PDF、JPEG 或 PNG 文件。',
  },
  tooManyPapers: {
    vi: 'Mỗi chứng nhận giữ nhiều nhất {most} bản chụp. Hãy rút bớt trước khi nộp thêm.',
    en: 'A certification keeps {most} files at most. Take one back before adding another.',
    zh: '每项认证最多保存 {most} 个文件，请先撤回一个再提交。',
  },
} as const satisfies Record<string, LocalText>
