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
  copy: {
    vi: 'tem này trong danh sách nghi bị sao chép',
    en: 'label that may be copied',
    zh: '该疑似被复制的标签',
  },
  share: { vi: 'liên kết này', en: 'link', zh: '该链接' },
  report: { vi: 'báo cáo này', en: 'report', zh: '该反馈' },
  recall: { vi: 'lần thu hồi này', en: 'recall', zh: '该召回' },
  run: { vi: 'đợt in tem {id}', en: 'run {id}', zh: '发行批次 {id}' },
  exception: { vi: 'ghi nhận {id}', en: 'exception {id}', zh: '记录 {id}' },
  diaryEntry: { vi: 'dòng nhật ký này', en: 'diary entry', zh: '该日志记录' },
  organisation: { vi: 'tổ chức này', en: 'organisation', zh: '该组织' },
  product: { vi: 'sản phẩm này', en: 'product', zh: '该产品' },
  key: { vi: 'khóa {kid}', en: 'key {kid}', zh: '密钥 {kid}' },
  code: { vi: 'mã số {code}', en: 'code {code}', zh: '注册编号 {code}' },
  codeTyped: { vi: 'mã số “{typed}”', en: 'code “{typed}”', zh: '注册编号“{typed}”' },
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
  siteKind: { vi: 'loại nơi này', en: 'kind of place', zh: '该类型' },
  site: {
    vi: 'vùng trồng hoặc cơ sở này',
    en: 'growing area or packing house',
    zh: '该种植区或包装厂',
  },
  photo: { vi: 'ảnh này', en: 'photo', zh: '该照片' },
  document: { vi: 'giấy tờ này', en: 'document', zh: '该文件' },
  place: { vi: 'nơi này', en: 'such place', zh: '该场所' },
  codeMarket: {
    vi: 'thị trường này của mã',
    en: 'such market of the code',
    zh: '该注册编号的此市场',
  },
  codeInBatch: {
    vi: 'mã {code} trong lô {ref}',
    en: 'code {code} in batch {ref}',
    zh: '批次 {ref} 中的注册编号 {code}',
  },
  batch: { vi: 'lô {ref}', en: 'batch {ref}', zh: '批次 {ref}' },
  member: { vi: 'thành viên này', en: 'member', zh: '该成员' },
  invitation: { vi: 'lời mời này', en: 'invitation', zh: '该邀请' },
  passkey: { vi: 'khóa này', en: 'passkey', zh: '该通行密钥' },
} as const satisfies Record<string, LocalText>
