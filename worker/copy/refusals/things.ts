import type { LocalText } from '../../lib/text/local-text.ts'

/** Nothing of that name; which thing, in a few words. */
export const NOT_FOUND = {
  vi: 'Không tìm thấy {thing}.',
  en: 'No such {thing}.',
  zh: '未找到{thing}。',
} as const satisfies LocalText

/** What is not found, as it stands inside “No such ….”. */
export const THINGS = {
  importRun: { vi: 'lần nhập này', en: 'import', zh: '此次导入' },
  upload: {
    vi: 'tệp này; tệp chờ nhập chỉ được giữ một ngày, hãy gửi lại',
    en: 'file; files are kept for a day, so hand it in again',
    zh: '该文件；文件仅保留一天，请重新提交',
  },
  refusedRows: { vi: 'dòng bị từ chối nào', en: 'refused rows', zh: '被拒绝的行' },
  run: { vi: 'đợt in tem {id}', en: 'run {id}', zh: '发行批次 {id}' },
  exception: { vi: 'ghi nhận {id}', en: 'exception {id}', zh: '记录 {id}' },
  diaryEntry: { vi: 'dòng nhật ký này', en: 'diary entry', zh: '该日志记录' },
  organisation: { vi: 'tổ chức này', en: 'organisation', zh: '该组织' },
  product: { vi: 'sản phẩm này', en: 'product', zh: '该产品' },
  ocopCertificate: { vi: 'chứng nhận OCOP này', en: 'OCOP certificate', zh: '该 OCOP 证书' },
  key: { vi: 'khoá {kid}', en: 'key {kid}', zh: '密钥 {kid}' },
  code: { vi: 'mã số {code}', en: 'code {code}', zh: '代码 {code}' },
  codeTyped: { vi: 'mã số “{typed}”', en: 'code “{typed}”', zh: '代码“{typed}”' },
  certificate: { vi: 'giấy xác nhận này', en: 'certificate', zh: '该证书' },
  message: { vi: 'tin báo này', en: 'message', zh: '该消息' },
  organisationTyped: { vi: 'tổ chức “{typed}”', en: 'organisation “{typed}”', zh: '组织“{typed}”' },
  unit: { vi: 'đơn vị này', en: 'organisation', zh: '该单位' },
  membership: { vi: 'tư cách thành viên này', en: 'membership', zh: '该成员关系' },
  token: { vi: 'mã truy cập {id}', en: 'token {id}', zh: '令牌 {id}' },
  list: { vi: 'danh sách này', en: 'list', zh: '该列表' },
  paper: { vi: 'giấy tờ này', en: 'paper', zh: '该附件' },
  marketOfCode: { vi: 'thị trường này của mã', en: 'market', zh: '该市场' },
  template: { vi: 'mẫu này', en: 'template', zh: '该模板' },
} as const satisfies Record<string, LocalText>
