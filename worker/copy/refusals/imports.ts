import type { LocalText } from '../../lib/text/local-text.ts'

/** Why an import is not begun, gone on with or taken back. */
export const IMPORT_REFUSALS = {
  ended: {
    vi: 'Việc này đã kết thúc nên không còn gì để dừng.',
    en: 'This has ended already; there is nothing to stop.',
    zh: '此项工作已经结束，无需停止。',
  },
  nothingToGoOn: {
    vi: 'Lần nhập này đang chạy hoặc đã xong, không cần nhập tiếp.',
    en: 'This import is running or done; there is nothing to go on with.',
    zh: '此次导入正在进行或已完成，无需继续。',
  },
  readingFixed: {
    vi: 'Tệp đang được đọc hoặc đã được xác nhận nên chưa đổi được cách đọc. Hãy mở lại trang này.',
    en: 'The file is being read or was confirmed, so how it is read cannot be changed now. Open this page again.',
    zh: '文件正在读取或已确认，暂不能更改读取方式。请重新打开本页。',
  },
  notRead: {
    vi: 'Danh sách này chưa được đọc xong nên chưa xác nhận được. Hãy chờ phần xem trước.',
    en: 'This list has not been read yet and cannot be confirmed. Wait for its preview.',
    zh: '此列表尚未读取完毕，暂不能确认。请等待预览。',
  },
  databaseLost: {
    vi: 'Mất kết nối cơ sở dữ liệu sau khi xử lý {done}/{total} dòng. Hãy nhập lại chính tệp này: dòng đã ghi sẽ không ghi lần nữa.',
    en: 'The database stopped answering after {done} of {total} rows. Import the same file again: stored rows are not stored twice.',
    zh: '处理 {done}/{total} 行后数据库失去连接。请重新导入同一文件，已写入的行不会重复写入。',
  },
  alreadyUndone: {
    vi: 'Lần nhập này đã được hoàn tác trước đó; không có gì thay đổi thêm.',
    en: 'This import was taken back already; nothing more is changed.',
    zh: '此次导入此前已撤销，没有新的变化。',
  },
  nothingRecorded: {
    vi: 'Lần nhập này không ghi lại từng thay đổi nên không hoàn tác được.',
    en: 'No record of single changes was kept of this import, so it cannot be taken back.',
    zh: '此次导入没有逐项记录，无法撤销。',
  },
  unfinished: {
    vi: 'Lần nhập này chưa xong nên chưa hoàn tác được. Hãy chờ nhập xong hoặc dừng lại trước.',
    en: 'This import is not finished and cannot be taken back yet. Wait for it, or stop it first.',
    zh: '此次导入尚未完成，暂不能撤销。请等待完成或先停止。',
  },
  reachesBeyond: {
    vi: 'Danh sách này có nơi nằm ngoài địa bàn được giao cho tài khoản nên không hoàn tác được ở đây. Hãy nhờ người đã nhập hoặc cán bộ cấp tỉnh.',
    en: 'This list holds places outside the area given to this account. Ask whoever imported it, or an officer of the province.',
    zh: '此名单含有本账户辖区以外的场所，无法在此撤销。请联系导入人或省级官员。',
  },
  notBeingUndone: {
    vi: 'Lần nhập này không ở trong quá trình hoàn tác.',
    en: 'This import is not being taken back.',
    zh: '此次导入不在撤销过程中。',
  },
  fileMissing: {
    vi: 'Hãy chọn tệp danh sách.',
    en: 'Choose the file with the list.',
    zh: '请选择列表文件。',
  },
  fileEmpty: {
    vi: 'Tệp trống: chưa có nội dung nào.',
    en: 'The file is empty.',
    zh: '文件为空，没有任何内容。',
  },
} as const satisfies Record<string, LocalText>
