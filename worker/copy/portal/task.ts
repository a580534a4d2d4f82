import type { Task } from '../../domain/access/tasks.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

export type TaskWords = {
  /** After the number on the first screen. */
  readonly line: LocalText
  /** Heading of its list. */
  readonly title: LocalText
  /** What it means and what to do, over the list. */
  readonly todo: LocalText
  /** What the day of a row is; null where rows have none. */
  readonly day: LocalText | null
}

const DUE: LocalText = { vi: 'Hạn', en: 'Due', zh: '期限' }
const SINCE: LocalText = { vi: 'Từ ngày', en: 'Since', zh: '自' }

/** Tasks that wait for somebody, by their names in the queries. */
export const TASK_COPY = {
  visits_overdue: {
    line: { vi: 'lượt kiểm tra quá hạn', en: 'visits overdue', zh: '项检查已逾期' },
    title: { vi: 'Lượt kiểm tra quá hạn', en: 'Visits overdue', zh: '逾期检查' },
    todo: {
      vi: 'Dời ngày, giao cho người khác hoặc ghi đã kiểm tra.',
      en: 'Move them, give them to somebody else or put them down as done.',
      zh: '请改期、另行指派或记录为已检查。',
    },
    day: DUE,
  },
  visits_due: {
    line: {
      vi: 'lượt kiểm tra đến hạn trong {days} ngày tới',
      en: 'visits due within {days} days',
      zh: '项检查将在 {days} 天内到期',
    },
    title: {
      vi: 'Lượt kiểm tra đến hạn trong {days} ngày tới',
      en: 'Visits due within {days} days',
      zh: '{days} 天内到期的检查',
    },
    todo: {
      vi: 'Xem lượt nào chưa giao hoặc chưa có ngày đi.',
      en: 'See which are not assigned or have no day yet.',
      zh: '查看哪些尚未指派或未定日期。',
    },
    day: DUE,
  },
  visits_mine: {
    line: {
      vi: 'lượt kiểm tra của bạn trong {days} ngày tới',
      en: 'visits of yours within {days} days',
      zh: '项检查由您在 {days} 天内完成',
    },
    title: {
      vi: 'Lượt kiểm tra của bạn trong {days} ngày tới',
      en: 'Your visits within {days} days',
      zh: '您 {days} 天内的检查',
    },
    todo: {
      vi: 'Xếp theo ngày đi. Mở từng nơi để xem lần kiểm tra trước và điểm chưa đạt còn mở.',
      en: 'By the day they are planned on. Open each to see the last check and open findings.',
      zh: '按检查日期排列。打开可查看上次检查和未关闭的不符合项。',
    },
    day: { vi: 'Ngày đi', en: 'Day', zh: '检查日期' },
  },
  cases_mine: {
    line: { vi: 'vụ việc giao cho bạn', en: 'cases assigned to you', zh: '个案件指派给您' },
    title: { vi: 'Vụ việc giao cho bạn', en: 'Your cases', zh: '您的案件' },
    todo: {
      vi: 'Xếp theo hạn xử lý. Mở từng vụ việc, ghi điều đã làm và thêm chứng cứ.',
      en: 'By their deadline. Open each, note what was done and add the evidence.',
      zh: '按期限排列。逐一打开，记录已做工作并添加证据。',
    },
    day: DUE,
  },
  cases_new: {
    line: { vi: 'vụ việc chưa giao cho ai', en: 'cases nobody has taken up', zh: '个案件尚未指派' },
    title: { vi: 'Vụ việc chưa giao', en: 'Cases to assign', zh: '待指派案件' },
    todo: {
      vi: 'Đọc từng vụ việc rồi giao cho người xử lý trong địa bàn.',
      en: 'Read each and give it to somebody of the area.',
      zh: '阅读后指派给辖区人员。',
    },
    day: DUE,
  },
  minutes_drafts: {
    line: {
      vi: 'biên bản đang lập dở',
      en: 'minutes half-written',
      zh: '份检查记录未完成',
    },
    title: { vi: 'Biên bản đang lập dở', en: 'Half-written minutes', zh: '未完成的检查记录' },
    todo: {
      vi: 'Mở lại để viết tiếp và hoàn tất.',
      en: 'Open one to go on and finish it.',
      zh: '打开继续填写并完成。',
    },
    day: { vi: 'Lưu ngày', en: 'Saved on', zh: '保存日期' },
  },
  findings_due: {
    line: {
      vi: 'điểm chưa đạt quá hạn khắc phục',
      en: 'findings past the day they were due',
      zh: '个不符合项已过整改期限',
    },
    title: { vi: 'Điểm chưa đạt quá hạn', en: 'Findings overdue', zh: '逾期不符合项' },
    todo: {
      vi: 'Liên hệ đơn vị hoặc kiểm tra lại tại chỗ, rồi kết thúc hoặc mở vụ việc.',
      en: 'Ask the holder or look again on the spot, then close it or open a case.',
      zh: '联系单位或现场复查，然后关闭或立案。',
    },
    day: DUE,
  },
  findings_answered: {
    line: {
      vi: 'điểm chưa đạt đơn vị đã trả lời, chờ kiểm tra lại',
      en: 'findings answered, to be checked again',
      zh: '个不符合项已答复，待复查',
    },
    title: { vi: 'Điểm chưa đạt chờ kiểm tra lại', en: 'Findings answered', zh: '待复查不符合项' },
    todo: {
      vi: 'Xem ảnh chứng minh, rồi kết thúc hoặc yêu cầu làm lại.',
      en: 'Look at the proof, then close it or send it back.',
      zh: '查看证明，然后关闭或退回。',
    },
    day: DUE,
  },
  findings_told: {
    line: {
      vi: 'điểm chưa đạt cần khắc phục và trả lời',
      en: 'findings to put right and answer',
      zh: '个不符合项需整改并答复',
    },
    title: {
      vi: 'Điểm chưa đạt cần khắc phục',
      en: 'Findings to put right',
      zh: '需整改的不符合项',
    },
    todo: {
      vi: 'Khắc phục, trả lời trước hạn và gửi ảnh chứng minh.',
      en: 'Put it right, answer before the day named and add a photo.',
      zh: '整改后在期限前答复并附照片。',
    },
    day: DUE,
  },
  notices_told: {
    line: {
      vi: 'cảnh báo của nước nhập khẩu cần trả lời',
      en: 'notices from abroad to answer',
      zh: '份进口国通报待答复',
    },
    title: {
      vi: 'Cảnh báo cần trả lời',
      en: 'Notices to answer',
      zh: '待答复通报',
    },
    todo: {
      vi: 'Tìm nguyên nhân, khắc phục và trả lời trước hạn để mã số được khôi phục.',
      en: 'Find the cause, put it right and answer in time, so that the codes can be restored.',
      zh: '查明原因、完成整改并按期答复，以便恢复编号。',
    },
    day: DUE,
  },
  own_samples_due: {
    line: {
      vi: 'lần lấy mẫu theo kế hoạch của đơn vị tới hạn',
      en: 'own samples due',
      zh: '项自行采样计划到期',
    },
    title: { vi: 'Mẫu tự lấy tới hạn', en: 'Own samples due', zh: '到期的自行采样' },
    todo: {
      vi: 'Gửi mẫu đi kiểm nghiệm rồi thêm phiếu vào lô hàng.',
      en: 'Have the samples tested and add the reports to their batches.',
      zh: '送检样品，并将报告添加到批次。',
    },
    day: DUE,
  },
  proposals: {
    line: {
      vi: 'đề xuất tạm dừng mã số chờ quyết định',
      en: 'proposed suspensions to decide',
      zh: '个暂停提议待决定',
    },
    title: { vi: 'Đề xuất tạm dừng mã số', en: 'Proposed suspensions', zh: '暂停提议' },
    todo: {
      vi: 'Mở từng đề xuất, đọc căn cứ, rồi xác nhận hoặc không chấp nhận.',
      en: 'Open each, read its ground, then confirm or refuse it.',
      zh: '逐一打开，阅读依据后确认或不采纳。',
    },
    day: { vi: 'Đề xuất ngày', en: 'Proposed on', zh: '提议日期' },
  },
  awaiting_approval: {
    line: {
      vi: 'mã số chờ nước nhập khẩu chấp thuận',
      en: 'codes await approval abroad',
      zh: '个注册编号待进口国批准',
    },
    title: {
      vi: 'Mã số chờ nước nhập khẩu chấp thuận',
      en: 'Codes awaiting approval abroad',
      zh: '待进口国批准的注册编号',
    },
    todo: {
      vi: 'Mỗi dòng là một mã số ở một thị trường. Khi có thông báo của nước nhập khẩu, mở mã số và ghi trạng thái mới kèm số văn bản.',
      en: 'Each row is a code in one market. When the importing country has answered, open the code and record the new status with the document number.',
      zh: '每行为一个注册编号在一个市场的情况。收到进口国通知后，打开注册编号并记录新状态和文号。',
    },
    day: SINCE,
  },
  expiring: {
    line: {
      vi: 'mã số hết hạn trong {days} ngày tới hoặc đã quá hạn',
      en: 'codes run out within {days} days or have done so',
      zh: '个注册编号将在 {days} 天内到期或已过期',
    },
    title: { vi: 'Mã số sắp hết hạn', en: 'Codes about to run out', zh: '即将到期的注册编号' },
    todo: {
      vi: 'Mỗi dòng là một mã số ở một thị trường. Gia hạn hoặc ghi hết hiệu lực trước ngày ghi ở mỗi dòng.',
      en: 'Each row is a code in one market. Renew it, or record that it has expired, before the day shown.',
      zh: '每行为一个注册编号在一个市场的情况。请在所列日期前续期或记录失效。',
    },
    day: { vi: 'Hết hạn ngày', en: 'Runs out on', zh: '到期日' },
  },
  suspended_long: {
    line: {
      vi: 'mã số tạm dừng quá {days} ngày chưa có quyết định tiếp theo',
      en: 'codes suspended for {days} days without another decision',
      zh: '个注册编号暂停已满 {days} 天仍无后续决定',
    },
    title: {
      vi: 'Mã số tạm dừng chưa có quyết định tiếp theo',
      en: 'Suspended codes without another decision',
      zh: '暂停后尚无后续决定的注册编号',
    },
    todo: {
      vi: 'Mỗi dòng là một mã số ở một thị trường. Kiểm tra việc khắc phục, rồi cho hoạt động trở lại hoặc thu hồi.',
      en: 'Each row is a code in one market. Check what was mended, then restore or revoke.',
      zh: '每行为一个注册编号在一个市场的情况。核查整改情况后恢复或撤销。',
    },
    day: { vi: 'Tạm dừng từ', en: 'Suspended since', zh: '暂停自' },
  },
  inactive_codes: {
    line: {
      vi: 'mã số không hoạt động ở thị trường nào',
      en: 'codes are active in no market',
      zh: '个注册编号在任何市场均无效',
    },
    title: {
      vi: 'Mã số không hoạt động ở thị trường nào',
      en: 'Codes active in no market',
      zh: '在任何市场均无效的注册编号',
    },
    todo: {
      vi: 'Chưa được in tem cho hàng mới của những mã số này. Mở mã số để xem lý do và văn bản.',
      en: 'New goods may not be labelled under these. Open the code to read the reason and the document.',
      zh: '这些注册编号下的新货物不得贴标。请打开注册编号查看原因和文件。',
    },
    day: null,
  },
  no_boundary: {
    line: {
      vi: 'vùng chưa có ranh giới',
      en: 'places without a boundary',
      zh: '处尚无边界',
    },
    title: { vi: 'Vùng chưa có ranh giới', en: 'Places without a boundary', zh: '尚无边界的区域' },
    todo: {
      vi: 'Mở từng vùng và tải lên tệp KML hoặc GeoJSON của ranh giới.',
      en: 'Open each and hand in a KML or GeoJSON file of its boundary.',
      zh: '打开各区域并上传边界的 KML 或 GeoJSON 文件。',
    },
    day: null,
  },
  no_households: {
    line: {
      vi: 'vùng chưa có danh sách hộ',
      en: 'growing areas without a list of households',
      zh: '处种植区尚无农户名单',
    },
    title: {
      vi: 'Vùng chưa có danh sách hộ',
      en: 'Growing areas without households',
      zh: '尚无农户名单的种植区',
    },
    todo: {
      vi: 'Mở từng vùng và thêm danh sách hộ. Danh sách này không công khai.',
      en: 'Open each and add its households. The list is never public.',
      zh: '打开各区并添加农户名单。该名单不公开。',
    },
    day: null,
  },
  contract_ended: {
    line: {
      vi: 'hợp đồng với vùng trồng đã hết hạn',
      en: 'contracts with growing areas have ended',
      zh: '份与种植区的合同已到期',
    },
    title: {
      vi: 'Hợp đồng với vùng trồng đã hết hạn',
      en: 'Contracts that have ended',
      zh: '已到期的合同',
    },
    todo: {
      vi: 'Mở cơ sở đóng gói, ghi hợp đồng mới hoặc kết thúc liên kết.',
      en: 'Open the packing house and record a new contract, or end the link.',
      zh: '打开包装厂，登记新合同或结束关联。',
    },
    day: { vi: 'Hết hạn ngày', en: 'Ended on', zh: '到期日' },
  },
  open_batches: {
    line: {
      vi: 'lô hàng chưa in tem, còn sửa được',
      en: 'batches without labels, still open',
      zh: '个批次尚未贴标，仍可修改',
    },
    title: { vi: 'Lô hàng chưa in tem', en: 'Batches without labels', zh: '尚未贴标的批次' },
    todo: {
      vi: 'Lô được khóa khi in tem lần đầu. Hãy xem lại ngày đóng gói, mã số và khối lượng trước khi in.',
      en: 'The first labels close a batch. Check its packing day, codes and quantity before that.',
      zh: '首次打印标签后批次即锁定。请先核对包装日期、注册编号和数量。',
    },
    day: { vi: 'Đóng gói ngày', en: 'Packed on', zh: '包装日期' },
  },
  code_uses: {
    line: {
      vi: 'lô chờ ý kiến vì mã số',
      en: 'batches waiting over a code',
      zh: '个批次因编号等待决定',
    },
    title: { vi: 'Lô chờ vì mã số', en: 'Batches that wait over a code', zh: '因编号等待的批次' },
    todo: {
      vi: 'Mở từng lô, xem số liệu, rồi cho phép kèm lý do hoặc không cho phép. Trước đó lô không in được tem.',
      en: 'Open each, look at its figures, and allow it with a reason or refuse it. Until then it gets no labels.',
      zh: '逐一打开查看数据，说明理由后准许或不准许。在此之前不能发行标签。',
    },
    day: { vi: 'Xin in tem ngày', en: 'Asked on', zh: '申请日期' },
  },
  patterns: {
    line: {
      vi: 'dấu hiệu dùng mã bất thường chưa xem',
      en: 'patterns in the use of codes to look at',
      zh: '项编号使用异常迹象待查看',
    },
    title: { vi: 'Dấu hiệu bất thường', en: 'Patterns worth a look', zh: '异常迹象' },
    todo: {
      vi: 'Đây chưa phải là vi phạm. Xem từng dấu hiệu, bỏ qua kèm lý do hoặc mở vụ việc.',
      en: 'None of it is a breach yet. Look at each, dismiss it with a reason or open a case.',
      zh: '这并不代表违规。逐项查看，说明理由排除或立案。',
    },
    day: { vi: 'Số liệu ngày', en: 'Figures of', zh: '数据日期' },
  },
  certifications_declared: {
    line: {
      vi: 'chứng nhận cơ sở khai, chờ xác nhận',
      en: 'certifications declared, to be confirmed',
      zh: '项已申报的认证待确认',
    },
    title: {
      vi: 'Chứng nhận chờ xác nhận',
      en: 'Certifications to confirm',
      zh: '待确认的认证',
    },
    todo: {
      vi: 'Mở từng chứng nhận, so với bản chụp và nơi cấp, rồi xác nhận hoặc trả lại kèm lý do. Chưa xác nhận thì trang tem chỉ ghi là cơ sở tự khai.',
      en: 'Open each, hold it against the copy and its issuer, then confirm it or refuse it with a reason. Until then labels show it as the producer’s own word.',
      zh: '逐项打开，与副本和颁发机构核对后确认，或说明理由不予确认。确认之前标签仅显示为生产者申报。',
    },
    day: { vi: 'Khai ngày', en: 'Declared on', zh: '申报日期' },
  },
  purchases_due: {
    line: {
      vi: 'kỳ thu mua chưa báo cáo',
      en: 'periods of purchases to report',
      zh: '个收购报告期待报告',
    },
    title: { vi: 'Thu mua chưa báo cáo', en: 'Purchases to report', zh: '待报告的收购' },
    todo: {
      vi: 'Bạn đã đóng gói trong kỳ này. Bấm vào kỳ, xem lại số kg đã điền sẵn, rồi gửi.',
      en: 'You packed in this period. Open it, look over the kilograms filled in, and send it.',
      zh: '您在本期有包装。打开报告期，核对已填千克数后提交。',
    },
    day: DUE,
  },
  applications_returned: {
    line: {
      vi: 'hồ sơ xin mã số phải bổ sung',
      en: 'applications to be added to',
      zh: '件编号申请需补正',
    },
    title: {
      vi: 'Hồ sơ phải bổ sung',
      en: 'Applications to add to',
      zh: '需补正的申请',
    },
    todo: {
      vi: 'Đọc lý do, bổ sung rồi nộp lại. Thời hạn giải quyết tính lại từ ngày nộp đủ.',
      en: 'Read the reason, add what is missing and hand it in again. Its term begins anew that day.',
      zh: '阅读理由，补正后重新提交。办理期限自补齐之日起重新计算。',
    },
    day: { vi: 'Trả lại ngày', en: 'Sent back on', zh: '退回日期' },
  },
  certifications_refused: {
    line: {
      vi: 'chứng nhận chưa được xác nhận, cần sửa',
      en: 'certifications refused, to be mended',
      zh: '项未予确认的认证需修改',
    },
    title: {
      vi: 'Chứng nhận cần sửa',
      en: 'Certifications to mend',
      zh: '需修改的认证',
    },
    todo: {
      vi: 'Đọc lý do, sửa rồi khai lại; hoặc rút nếu khai nhầm.',
      en: 'Read the reason, mend it and declare it again, or withdraw it.',
      zh: '阅读理由，修改后重新申报；如属误报请撤回。',
    },
    day: { vi: 'Trả lại ngày', en: 'Refused on', zh: '退回日期' },
  },
  imports: {
    line: {
      vi: 'danh sách đang nhập, dừng vì lỗi hoặc có dòng bị từ chối',
      en: 'imports still running, stopped by a fault or with refused rows',
      zh: '个导入仍在进行、因故障中断或有被拒绝的行',
    },
    title: {
      vi: 'Danh sách đang nhập, dừng vì lỗi hoặc có dòng bị từ chối',
      en: 'Imports running, stopped by a fault or with refused rows',
      zh: '进行中、因故障中断或有拒绝行的导入',
    },
    todo: {
      vi: 'Mở từng lần nhập, tải các dòng bị từ chối, sửa rồi gửi lại. Chỉ tính các lần nhập trong {days} ngày qua.',
      en: 'Open each, take the refused rows, mend them and send them again. Imports of the last {days} days.',
      zh: '打开各次导入，下载被拒绝的行，修改后重新提交。仅计最近 {days} 天。',
    },
    day: { vi: 'Nhập ngày', en: 'Imported on', zh: '导入日期' },
  },
  invitations: {
    line: {
      vi: 'lời mời chưa được nhận',
      en: 'invitations not accepted yet',
      zh: '份邀请尚未接受',
    },
    title: {
      vi: 'Lời mời chưa được nhận',
      en: 'Invitations not accepted',
      zh: '尚未接受的邀请',
    },
    todo: {
      vi: 'Nhắc người được mời, hoặc thu lại lời mời nếu không còn cần.',
      en: 'Remind whoever was invited, or take the invitation back.',
      zh: '提醒受邀人，或撤回不再需要的邀请。',
    },
    day: { vi: 'Hết hạn ngày', en: 'Ends on', zh: '到期日' },
  },
  letters: {
    line: {
      vi: 'thư chưa gửi được',
      en: 'letters could not be sent',
      zh: '封邮件未能发送',
    },
    title: { vi: 'Thư chưa gửi được', en: 'Letters not sent', zh: '未能发送的邮件' },
    todo: {
      vi: 'Hệ thống tự gửi lại. Nếu số lần thử cứ tăng, hãy kiểm tra địa chỉ và máy chủ thư.',
      en: 'They are tried again by themselves. Where attempts keep growing, check the address and the mail server.',
      zh: '系统会自动重发。若尝试次数不断增加，请检查地址和邮件服务器。',
    },
    day: { vi: 'Soạn ngày', en: 'Written on', zh: '撰写日期' },
  },
  keys: {
    line: {
      vi: 'khóa ký tem đã dùng quá {days} ngày',
      en: 'signing keys older than {days} days',
      zh: '个签名密钥已使用超过 {days} 天',
    },
    title: { vi: 'Khóa ký tem cần thay', en: 'Signing keys to rotate', zh: '应更换的签名密钥' },
    todo: {
      vi: 'Thay khóa trên máy chủ bằng lệnh “npm run goc -- keys rotate”. Tem đã in vẫn giữ nguyên giá trị.',
      en: 'Rotate on the server with “npm run goc -- keys rotate”. Printed labels keep their worth.',
      zh: '在服务器上运行“npm run goc -- keys rotate”更换密钥。已印标签仍然有效。',
    },
    day: { vi: 'Dùng từ', en: 'In use since', zh: '启用日期' },
  },
} as const satisfies Record<Task, TaskWords>
