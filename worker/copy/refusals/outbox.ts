import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a record written without signal is not stored, or not yet. The device shows it as it stands. */
export const OUTBOX_REFUSALS = {
  signIn: {
    vi: 'Hãy đăng nhập lại để gửi. Những gì đã ghi vẫn còn nguyên trên máy.',
    en: 'Sign in again to send. All that was written is still on the device.',
    zh: '请重新登录后提交。已填写的内容仍完整保留在设备上。',
  },
  idReused: {
    vi: 'Mã của bản ghi này đã dùng cho một bản ghi khác. Bản ghi trước vẫn nguyên; nếu muốn ghi thêm, hãy sửa rồi gửi lại.',
    en: 'The id of this record was used for another one, which stands as it was. To add this one, mend it and send it again.',
    zh: '此记录的编号已用于另一条记录，原记录保持不变。如需另行登记，请修改后重新提交。',
  },
  badId: {
    vi: 'Cần một UUID phiên bản 7.',
    en: 'A UUID of version 7 is needed.',
    zh: '需要版本 7 的 UUID。',
  },
  unknownKind: {
    vi: 'Hệ thống chưa nhận loại bản ghi “{kind}”. Bản ghi vẫn còn nguyên trên máy: có thể lưu ra tệp, và gửi lại sau khi cập nhật ứng dụng.',
    en: 'Records of the kind “{kind}” are not taken here yet. It stays whole on the device: save it to a file if you like, and send it again once the app is updated.',
    zh: '系统暂不接收“{kind}”类记录。记录仍完整保留在设备上：可导出文件，更新应用后再重新提交。',
  },
  appOutdated: {
    vi: 'Bản ghi này do phiên bản ứng dụng quá cũ tạo ra. Bản ghi vẫn còn trên máy; hãy cập nhật ứng dụng, mở bản ghi và gửi lại.',
    en: 'This record was written by a version of the app that is too old. It stays on the device; update the app, open the record and send it again.',
    zh: '此记录由过旧版本的应用生成。记录仍保留在设备上，请更新应用，打开该记录后重新提交。',
  },
  machinesMayNot: {
    vi: 'Phần mềm chỉ gửi được bản ghi nhật ký.',
    en: 'Programs may send records of diaries alone.',
    zh: '软件只能提交生产日志记录。',
  },
  photoMissing: {
    vi: 'Ảnh của bản ghi chưa lên tới hệ thống. Ứng dụng sẽ gửi ảnh rồi gửi lại bản ghi.',
    en: 'A photo of this record has not arrived yet. The app sends it, then the record again.',
    zh: '此记录的照片尚未上传。应用将先上传照片，再重新提交记录。',
  },
  parentMissing: {
    vi: 'Bản ghi mà bản này sửa chưa lên tới hệ thống.',
    en: 'The record that this one amends has not arrived yet.',
    zh: '此记录所更正的记录尚未上传。',
  },
  otherAccount: {
    vi: 'Những bản ghi này do tài khoản khác tạo trên máy. Hãy đăng nhập bằng tài khoản đó để gửi.',
    en: 'Another account wrote these records on this device. Sign in with that account to send them.',
    zh: '这些记录由此设备上的另一账户创建。请用该账户登录后提交。',
  },
  tooManyItems: {
    vi: 'Mỗi lần gửi nhiều nhất {most} bản ghi.',
    en: 'At most {most} records at a time.',
    zh: '每次最多提交 {most} 条记录。',
  },
  noItems: {
    vi: 'Cần một danh sách bản ghi.',
    en: 'A list of records is needed.',
    zh: '需要记录列表。',
  },
  hashMismatch: {
    vi: 'Ảnh tới nơi không còn nguyên như lúc gửi. Hãy gửi lại.',
    en: 'The photo did not arrive as it was sent. Send it again.',
    zh: '照片在传输中发生变化，请重新提交。',
  },
  badHash: {
    vi: 'Cần mã SHA-256 gồm 64 ký tự thập lục phân.',
    en: 'A SHA-256 of 64 hexadecimal characters is needed.',
    zh: '需要 64 个十六进制字符的 SHA-256。',
  },
  photoRoom: {
    vi: 'Tài khoản này có quá nhiều ảnh chưa gắn với bản ghi nào. Hãy gửi các bản ghi trước, rồi gửi tiếp ảnh.',
    en: 'This account has too many photos that no record shows yet. Send the records first, then more photos.',
    zh: '此账户有过多照片尚未关联记录。请先提交记录，再继续上传照片。',
  },
} as const satisfies Record<string, LocalText>
