import type { ApplicationStep } from '../../domain/applications/workflow.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

type Message = { readonly title: LocalText; readonly body: LocalText }
type Told = ApplicationStep | 'dueSoon' | 'late' | 'supplementWaits' | 'households'

/** What holders and offices are told of an application, in the portal and by letter. */
export const APPLICATION_MESSAGES = {
  submit: {
    title: {
      vi: 'Hồ sơ {number} đã nộp',
      en: 'Application {number} handed in',
      zh: '申请 {number} 已提交',
    },
    body: {
      vi: '{holder} nộp hồ sơ {number} cho “{site}”. Hạn trả lời: {due}. {reason}',
      en: '{holder} handed in application {number} for “{site}”. An answer is due by {due}. {reason}',
      zh: '{holder}已为“{site}”提交申请 {number}。答复期限：{due}。{reason}',
    },
  },
  request_supplement: {
    title: {
      vi: 'Hồ sơ {number} cần bổ sung',
      en: 'Application {number}: a supplement is asked for',
      zh: '申请 {number} 需补充',
    },
    body: {
      vi: 'Hồ sơ {number} của “{site}” cần bổ sung: {reason} Sửa xong hãy nộp lại; hạn trả lời tính lại từ ngày nộp.',
      en: 'Application {number} of “{site}” wants: {reason} Hand it in again once that is done; its term begins anew.',
      zh: '“{site}”的申请 {number} 需补充：{reason} 完成后请重新提交，期限重新计算。',
    },
  },
  pass_documents: {
    title: {
      vi: 'Hồ sơ {number} hợp lệ',
      en: 'Application {number}: documents in order',
      zh: '申请 {number} 材料合格',
    },
    body: {
      vi: 'Giấy tờ của hồ sơ {number} (“{site}”) đã hợp lệ. Hạn trả lời: {due}. {reason}',
      en: 'The documents of {number} (“{site}”) are in order. An answer is due by {due}. {reason}',
      zh: '申请 {number}（“{site}”）材料合格。答复期限：{due}。{reason}',
    },
  },
  schedule_check: {
    title: {
      vi: 'Hồ sơ {number}: hẹn kiểm tra ngày {day}',
      en: 'Application {number}: field check on {day}',
      zh: '申请 {number}：{day}现场核查',
    },
    body: {
      vi: 'Đoàn kiểm tra đến “{site}” ngày {day} (hồ sơ {number}). {reason}',
      en: '“{site}” is visited on {day} (application {number}). {reason}',
      zh: '{day}将到“{site}”现场核查（申请 {number}）。{reason}',
    },
  },
  record_check: {
    title: {
      vi: 'Hồ sơ {number}: đã kiểm tra thực địa',
      en: 'Application {number}: field checked',
      zh: '申请 {number}：已现场核查',
    },
    body: {
      vi: '“{site}” được kiểm tra ngày {day}. Xem kết quả trong hồ sơ {number}. {reason}',
      en: '“{site}” was visited on {day}. The outcome stands in application {number}. {reason}',
      zh: '“{site}”已于{day}核查，结果见申请 {number}。{reason}',
    },
  },
  approve: {
    title: {
      vi: 'Hồ sơ {number} được duyệt',
      en: 'Application {number} approved',
      zh: '申请 {number} 已批准',
    },
    body: {
      vi: 'Hồ sơ {number} của “{site}” được duyệt ngày {day}, văn bản {reason} Xem mã số và giấy xác nhận trong hồ sơ.',
      en: 'Application {number} of “{site}” was approved on {day}, document {reason} Its codes and certificates stand there.',
      zh: '“{site}”的申请 {number} 已于{day}批准，文件：{reason} 编号与证书见申请页面。',
    },
  },
  reject: {
    title: {
      vi: 'Hồ sơ {number} bị từ chối',
      en: 'Application {number} refused',
      zh: '申请 {number} 被拒绝',
    },
    body: {
      vi: 'Hồ sơ {number} của “{site}” bị từ chối. Lý do: {reason}',
      en: 'Application {number} of “{site}” was refused. Reason: {reason}',
      zh: '“{site}”的申请 {number} 被拒绝。原因：{reason}',
    },
  },
  withdraw: {
    title: {
      vi: 'Hồ sơ {number} đã rút',
      en: 'Application {number} withdrawn',
      zh: '申请 {number} 已撤回',
    },
    body: {
      vi: 'Hồ sơ {number} của “{site}” đã rút. Lý do: {reason}',
      en: 'Application {number} of “{site}” was withdrawn. Reason: {reason}',
      zh: '“{site}”的申请 {number} 已撤回。原因：{reason}',
    },
  },
  dueSoon: {
    title: {
      vi: 'Hồ sơ {number} đến hạn ngày {due}',
      en: 'Application {number} is due on {due}',
      zh: '申请 {number} 将于{due}到期',
    },
    body: {
      vi: 'Hồ sơ {number} của “{site}” ({holder}) phải trả lời chậm nhất ngày {due}.',
      en: 'Application {number} of “{site}” ({holder}) is to be answered by {due}.',
      zh: '“{site}”（{holder}）的申请 {number} 最迟须于{due}答复。',
    },
  },
  late: {
    title: {
      vi: 'Hồ sơ {number} quá hạn',
      en: 'Application {number} is late',
      zh: '申请 {number} 已逾期',
    },
    body: {
      vi: 'Hồ sơ {number} của “{site}” ({holder}) quá hạn trả lời từ ngày {due}.',
      en: 'Application {number} of “{site}” ({holder}) was to be answered by {due}.',
      zh: '“{site}”（{holder}）的申请 {number} 应于{due}前答复，已逾期。',
    },
  },
  supplementWaits: {
    title: {
      vi: 'Hồ sơ {number} còn chờ bổ sung',
      en: 'Application {number} still waits for you',
      zh: '申请 {number} 仍待补充',
    },
    body: {
      vi: 'Hồ sơ {number} của “{site}” còn chờ đơn vị bổ sung. Bổ sung xong hãy nộp lại.',
      en: 'Application {number} of “{site}” waits for what was asked for. Hand it in again once it is there.',
      zh: '“{site}”的申请 {number} 仍待贵单位补充，完成后请重新提交。',
    },
  },
  households: {
    title: {
      vi: 'Thông báo cho các hộ về mã số {code}',
      en: 'Tell the households of code {code}',
      zh: '向农户告知编号 {code}',
    },
    body: {
      vi: 'Chủ vùng trồng phải thông báo mã số {code} cho {count} hộ của “{site}”. Bản thông báo đã sẵn để in.',
      en: 'The holder tells the {count} households of “{site}” of code {code}. The notice is ready to print.',
      zh: '种植区持有人须将编号 {code} 告知“{site}”的 {count} 户。通知已可打印。',
    },
  },
} as const satisfies Record<Told, Message>
